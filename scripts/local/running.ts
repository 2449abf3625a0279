import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { typescriptLoader } from '../../local-org/src/loader.ts';

/** A local org in a process of its own, as `npm start` runs it. */
export interface RunningOrg {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readonly startTime: number;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly folder: string;
  /** More words of the command line: `--no-data`, `--user`, … */
  readonly parameters?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where its output goes; dropped if absent. */
  readonly onLine?: (line: string) => void;
}

/**
 * Starts a local org on a free port and waits until it is ready.
 *
 * @throws Error with the last lines it printed if it ends before that
 */
export async function startOrg({
  folder,
  parameters = [],
  environment = {},
  onLine
}: StartOptions): Promise<RunningOrg> {
  const begin = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', typescriptLoader, 'scripts/local/start.ts', '--folder', folder, '--port', '0', ...parameters],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe']
    }
  );
  const lines: string[] = [];
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine?.(line);
        const address = /^Ready: (http:\S+)/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
        if (line.startsWith('Not prepared: ')) reject(new Error(lines.slice(-20).join('\n')));
      });
    }
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(new Error(`The local org ended with code ${String(code)}:\n${lines.slice(-20).join('\n')}`));
    });
  });
  const url = await ready.catch((error: unknown) => {
    child.kill();
    throw error;
  });
  return {
    url,
    process: child,
    startTime: performance.now() - begin,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  };
}
