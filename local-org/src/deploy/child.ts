import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { typescriptLoader } from '../loader.ts';

/** Asks for no answer. */
const preparation = 'prepare';

/**
 * Has another process do heavy work, so that what it loads never weighs on the server.
 * @param module a file that answers one message: see `answerParent`
 */
export class Helper<Question, Answer> {
  readonly #module: URL;
  readonly #idle: number;
  readonly #isAnswer: (message: unknown) => message is Answer;
  #process: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param idle milliseconds the process is kept for the next question */
  constructor(module: URL, isAnswer: (message: unknown) => message is Answer, idle: number) {
    this.#module = module;
    this.#isAnswer = isAnswer;
    this.#idle = idle;
  }

  /** Asks one question after the other. @throws Error if the process ends without an answer */
  ask(question: Question): Promise<Answer> {
    const answer = this.#queue.then(() => this.#askNow(question));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  /** Has the process start, and load what it may need, before the next question: then it need not be waited for. */
  prepare(): void {
    const isNew = this.#process === undefined;
    const child = (this.#process ??= this.#start());
    child.send(preparation, () => undefined);
    if (isNew) this.#rest(child);
  }

  #askNow(question: Question): Promise<Answer> {
    clearTimeout(this.#timer);
    const child = (this.#process ??= this.#start());
    child.ref();
    child.channel?.ref();
    const name = fileURLToPath(this.#module);
    return new Promise<Answer>((resolve, reject) => {
      const settle = (): void => {
        child.off('message', answered).off('error', failed).off('exit', ended);
        this.#rest(child);
      };
      const answered = (message: unknown): void => {
        settle();
        if (this.#isAnswer(message)) resolve(message);
        else reject(new Error(`${name} failed: ${failureOf(message)}`));
      };
      const failed = (error: Error): void => {
        settle();
        reject(error);
      };
      const ended = (code: number | null, signal: string | null): void => {
        settle();
        reject(new Error(`${name} ended (${signal ?? String(code)}) without an answer`));
      };
      child.on('message', answered).on('error', failed).on('exit', ended);
      child.send(JSON.stringify(question), (error) => {
        if (error) failed(error);
      });
    });
  }

  /** Neither the idle process nor its timer keeps the server from ending. */
  #rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    this.#timer = setTimeout(() => {
      if (this.#process === child) this.#process = undefined;
      child.kill();
    }, this.#idle);
    this.#timer.unref();
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(this.#module), {
      execArgv: ['--import', typescriptLoader],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    });
    child.once('exit', () => {
      if (this.#process === child) this.#process = undefined;
    });
    return child;
  }
}

/** The other end: answers each question with what `work` makes of it; ends with the server. `prepare` loads what work may need. */
export function answerParent(
  work: (question: string) => unknown,
  prepare = (): Promise<unknown> => Promise.resolve()
): void {
  process.on('message', (message) => {
    if (message === preparation) {
      // What can't be loaded is told with the answer to the next question.
      prepare().catch(() => undefined);
      return;
    }
    Promise.resolve()
      .then(() => work(String(message)))
      .then(
        (answer) => {
          tell(answer);
        },
        (error: unknown) => {
          tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        }
      );
  });
  process.on('disconnect', () => process.exit());
}

/** Who asked may have ended meanwhile; then nobody misses the answer. */
function tell(answer: unknown): void {
  if (process.connected) process.send?.(answer, () => undefined);
}

function failureOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'failure' in message
    ? String(message.failure)
    : JSON.stringify(message);
}
