import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typescriptLoader } from '../../loader.ts';
import type { CompiledBundle, ComponentBundle } from '../types.ts';
import type { CompileAnswer, CompileRequest } from './compilerProcess.ts';

const PROCESS = join(dirname(fileURLToPath(import.meta.url)), 'compilerProcess.ts');

/** How long the compiler's process waits for work: an edit often follows a look at the page, or another edit. */
const IDLE_MS = 600_000;
/** After a page was asked for, the machine is busy; then the compiler may start. */
const PREPARE_MS = 3_000;

/** Compiles bundles on request, in a process that comes and goes, and keeps the result by content hash. */
export class BundleCompiler {
  readonly #folder: string;
  readonly #running = new Map<string, Promise<CompiledBundle>>();
  readonly #waiting = new Map<number, (result: CompiledBundle) => void>();
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #requests = 0;
  #closed = false;

  /** @param folder where compiled bundles are kept */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts the compiler soon, so that an edit need not wait for it. */
  prepare(): void {
    setTimeout(() => {
      if (this.#closed) return;
      this.#child ??= this.#start();
      this.#waitForWork();
    }, PREPARE_MS).unref();
  }

  /** True if this content was compiled before. */
  has(name: string, hash: string): boolean {
    return existsSync(this.#fileOf(name, hash));
  }

  /** The compiled module, from the cache if this content was compiled before. */
  compile(bundle: ComponentBundle): Promise<CompiledBundle> {
    const file = this.#fileOf(bundle.name, bundle.hash);
    if (existsSync(file)) return Promise.resolve({ code: readFileSync(file, 'utf8') });
    const running = this.#running.get(file) ?? this.#compileInto(file, bundle);
    this.#running.set(file, running);
    return running;
  }

  /** Ends the compiler's process. */
  close(): void {
    this.#closed = true;
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#idle);
    this.#child?.disconnect();
    this.#child = undefined;
  }

  #fileOf(name: string, hash: string): string {
    return join(this.#folder, `${name}-${hash}.js`);
  }

  async #compileInto(file: string, bundle: ComponentBundle): Promise<CompiledBundle> {
    try {
      const compiled = await this.#request(bundle);
      if ('code' in compiled) {
        mkdirSync(this.#folder, { recursive: true });
        this.#removeOlder(bundle.name);
        writeFileSync(`${file}.${process.pid}`, compiled.code);
        renameSync(`${file}.${process.pid}`, file);
      }
      return compiled;
    } finally {
      this.#running.delete(file);
    }
  }

  #removeOlder(name: string): void {
    const older = readdirSync(this.#folder).filter((file) => file.slice(0, file.indexOf('-')) === name);
    for (const file of older) rmSync(join(this.#folder, file), { force: true });
  }

  #request(bundle: ComponentBundle): Promise<CompiledBundle> {
    const child = (this.#child ??= this.#start());
    clearTimeout(this.#idle);
    const request: CompileRequest = { id: (this.#requests += 1), name: bundle.name, files: [...bundle.files] };
    return new Promise((resolve) => {
      this.#waiting.set(request.id, resolve);
      child.send(request);
    });
  }

  #start(): ChildProcess {
    const child = fork(PROCESS, { execArgv: ['--import', typescriptLoader] });
    child.on('message', (answer: CompileAnswer) => {
      this.#waiting.get(answer.id)?.(answer.result);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) this.#waitForWork();
    });
    child.on('exit', () => this.#lost(child));
    return child;
  }

  #waitForWork(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#stop(), IDLE_MS).unref();
  }

  /** The process died with work undone: say so instead of waiting for ever. */
  #lost(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined;
    const message = 'The component compiler ended unexpectedly; load the page again';
    for (const resolve of this.#waiting.values()) resolve({ problems: [{ file: 'lwc', line: 1, column: 1, message }] });
    this.#waiting.clear();
  }
}
