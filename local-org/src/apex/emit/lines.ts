/** A piece of text whose content is settled later, like a function's head that lists its temporaries. */
export interface Late {
  text: string;
}

/** Writes JavaScript so that what is placed at a line stands on that line. */
export class Lines {
  readonly #parts: (string | Late)[] = [];
  #line = 1;

  /** Goes on at a line; if the text is already past it, on the current one. */
  at(line: number): this {
    if (line > this.#line) {
      this.#parts.push('\n'.repeat(line - this.#line));
      this.#line = line;
    }
    return this;
  }

  /** Writes code without line breaks. */
  add(code: string): this {
    this.#parts.push(code);
    return this;
  }

  /** A place to be filled in later, on the current line. */
  late(): Late {
    const late = { text: '' };
    this.#parts.push(late);
    return late;
  }

  toString(): string {
    return this.#parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  }
}
