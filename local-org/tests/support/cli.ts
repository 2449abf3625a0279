import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a command printed, and its exit code. */
export interface Ran {
  readonly out: string;
  readonly error: string;
  readonly code: number;
}

/** Where commands run. */
export interface CliPlace {
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A command line program built on oclif. */
export class Cli {
  readonly #program: string;
  readonly #place: CliPlace;
  #loaded: ChildProcess | undefined;

  /** @param program its JavaScript file */
  constructor(program: string, place: CliPlace) {
    this.#program = program;
    this.#place = place;
  }

  /** Runs a command in the one process that has the program loaded. */
  async run(words: readonly string[]): Promise<Ran> {
    const loaded = (this.#loaded ??= fork(join(import.meta.dirname, 'cliProcess.mjs'), [this.#program], {
      ...this.#place,
      execArgv: ['--no-deprecation']
    }));
    const listening = new AbortController();
    const { signal } = listening;
    const ran = once(loaded, 'message', { signal });
    const ended = once(loaded, 'exit', { signal }).then(([code]) => {
      throw new Error(`${this.#program} ended with code ${String(code)} without an answer`);
    });
    try {
      loaded.send(words);
      const [answer] = await Promise.race([ran, ended]);
      return answer;
    } finally {
      listening.abort();
    }
  }

  /** Runs a command in a process of its own, as a terminal does. */
  runAlone(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const place = { ...this.#place, env: { ...this.#place.env, ...environment } };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--no-deprecation', this.#program, ...words],
        { ...place, maxBuffer: 64 * 1024 * 1024 },
        (error, out, said) => {
          resolve({ code: error === null ? 0 : Number(error.code), out, error: said });
        }
      );
    });
  }

  close(): void {
    this.#loaded?.disconnect();
    this.#loaded = undefined;
  }
}
