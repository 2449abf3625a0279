import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Has another process do heavy work, so that what it loads never weighs on the server.
 * @param module a file that answers one message: see `answerParent`
 */
export class Helper<Question, Answer> {
  readonly #module: URL;
  readonly #idle: number;
  readonly #isAnswer: (message: unknown) => message is Answer;
  #process: ReturnType<typeof fork> | undefined;
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

  #askNow(question: Question): Promise<Answer> {
    clearTimeout(this.#timer);
    const child = (this.#process ??= this.#start());
    child.ref();
    child.channel?.ref();
    return new Promise<Answer>((resolve, reject) => {
      const settle = () => {
        child.removeAllListeners();
        this.#rest(child);
      };
      child.once('message', (message) => {
        settle();
        if (this.#isAnswer(message)) resolve(message);
        else reject(new Error(`${fileURLToPath(this.#module)} failed: ${failureOf(message)}`));
      });
      child.once('error', (error) => {
        this.#process = undefined;
        reject(error);
      });
      child.once('exit', (code, signal) => {
        this.#process = undefined;
        reject(new Error(`${fileURLToPath(this.#module)} ended (${signal ?? code}) without an answer`));
      });
      child.send(JSON.stringify(question));
    });
  }

  /** Neither the idle process nor its timer keeps the server from ending. */
  #rest(child: ReturnType<typeof fork>): void {
    child.unref();
    child.channel?.unref();
    child.once('exit', () => {
      if (this.#process === child) this.#process = undefined;
    });
    this.#timer = setTimeout(() => {
      if (this.#process === child) this.#process = undefined;
      child.kill();
    }, this.#idle);
    this.#timer.unref();
  }

  #start(): ReturnType<typeof fork> {
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    return fork(fileURLToPath(this.#module), {
      execArgv: ['--import', loader],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    });
  }
}

/** The other end: answers each question with what `work` makes of it; ends with the server. */
export function answerParent(work: (question: string) => unknown): void {
  process.on('message', (message) => {
    Promise.resolve()
      .then(() => work(String(message)))
      .then(
        (answer) => process.send?.(answer),
        (error: unknown) =>
          process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
      );
  });
  process.on('disconnect', () => process.exit());
}

function failureOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'failure' in message
    ? String(message.failure)
    : JSON.stringify(message);
}
