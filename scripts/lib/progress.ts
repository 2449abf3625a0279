import { stdout } from 'node:process';

/**
 * One line that says how far a long step is. On a terminal it is rewritten in place; elsewhere each tenth is a line of its own.
 */
export class Progress {
  readonly #label: string;
  readonly #total: number;
  #shown = -1;

  constructor(label: string, total: number) {
    this.#label = label;
    this.#total = total;
  }

  /** @param done how many of the total are done by now */
  update(done: number): void {
    const steps = stdout.isTTY ? 100 : 10;
    const share = Math.floor((done / Math.max(this.#total, 1)) * steps);
    if (share === this.#shown) return;
    this.#shown = share;
    const text = `${this.#label}: ${String(done)} of ${String(this.#total)}`;
    stdout.write(stdout.isTTY ? `\r${text}\u001b[K${done >= this.#total ? '\n' : ''}` : `${text}\n`);
  }
}
