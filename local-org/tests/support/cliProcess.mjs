// An oclif program, loaded once for many commands: to load takes longer than most commands. Runs it for each message with the words of a
// command; answers with what it printed and its exit code.
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const program = pathToFileURL(process.argv[2] ?? '').href;
let runs = 0;

// Such programs count on ending with their command: each lets its command listen anew.
for (const emitter of [process, process.stdout]) emitter.setMaxListeners(1000);

process.on('message', async (/** @type {readonly string[]} */ words) => {
  const answer = { out: '', error: '', code: 0 };
  const { exit } = process;
  const restore = [
    capture(process.stdout, (text) => (answer.out += text)),
    capture(process.stderr, (text) => (answer.error += text))
  ];
  let code;
  process.exitCode = undefined;
  process.exit = (given) => (code ??= given);
  process.argv.splice(2, process.argv.length, ...words);
  try {
    await import(`${program}?${(runs += 1)}`);
  } catch (error) {
    answer.error += String(error);
    code ??= 1;
  }
  process.exit = exit;
  for (const undo of restore) undo();
  process.send?.({ ...answer, code: code ?? process.exitCode ?? 0 });
});

// Whoever asks has gone.
process.on('disconnect', () => process.exit());

/**
 * Hands over what is written to a stream instead of writing it.
 * @param {NodeJS.WriteStream} stream
 * @param {(text: string) => void} take
 */
function capture(stream, take) {
  const { write } = stream;
  stream.write = (chunk, ...rest) => {
    take(String(chunk));
    rest.find((one) => typeof one === 'function')?.();
    return true;
  };
  return () => {
    stream.write = write;
  };
}
