/** Bits in a word. */
const wordSize = 32;

/** A row of bits, 32 in a number. */
export type Bits = Int32Array;

/** A row with no bit set. */
export function noBits(count: number): Bits {
  return new Int32Array(Math.ceil(count / wordSize));
}

/** A row with every bit set. */
export function allBits(count: number): Bits {
  const bits = noBits(count);
  for (let index = 0; index < count; index++) setBit(bits, index, true);
  return bits;
}

export function setBit(bits: Bits, index: number, isSet: boolean): void {
  const word = index >>> 5;
  const mask = 1 << (index & 31);
  const before = bits[word] ?? 0;
  bits[word] = isSet ? before | mask : before & ~mask;
}

/** Many rows of one length in one piece, each behind its outline: which of its words have a bit set. */
export class BitTable {
  /** Words of an outline. */
  readonly outlineWords: number;
  /** Words of a row. */
  readonly words: number;
  private readonly rows: Bits[] = [];

  constructor(bits: number) {
    this.words = noBits(bits).length;
    this.outlineWords = noBits(this.words).length;
  }

  /** Adds a row and says where its outline will begin; its words follow. */
  add(row: Bits): number {
    return (this.rows.push(row) - 1) * (this.outlineWords + this.words);
  }

  /** All rows, one after the other. */
  pack(): Bits {
    const packed = new Int32Array(this.rows.length * (this.outlineWords + this.words));
    let start = 0;
    for (const row of this.rows) {
      packed.set(outlineOf(row), start);
      packed.set(row, start + this.outlineWords);
      start += this.outlineWords + this.words;
    }
    return packed;
  }
}

function outlineOf(row: Bits): Bits {
  const outline = noBits(row.length);
  for (const [index, word] of row.entries()) if (word !== 0) setBit(outline, index, true);
  return outline;
}
