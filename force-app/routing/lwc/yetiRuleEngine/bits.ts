/** Bits in a word. */
export const wordSize = 32;

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

/** Keeps the bits that the other row has too. */
export function intersect(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) & (other[word] ?? 0);
}

/** Adds the bits of the other row. */
export function unite(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) | (other[word] ?? 0);
}

/** The places of the bits that are set, in order. */
export function* placesOf(bits: Bits): Iterable<number> {
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) yield (word << 5) + lowestBit(left);
}

/** The place of the lowest bit of a word that is set. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Many rows of one length in one piece, each behind its outline: which of its words have a bit set. */
export class BitTable {
  /** Words of an outline. */
  readonly outlineWords: number;
  /** All rows, one after the other, once there is place for them. */
  packed: Bits = noBits(0);
  private readonly rowWords: number;
  private readonly rows: Bits[] = [];

  constructor(bits: number) {
    const words = noBits(bits).length;
    this.outlineWords = noBits(words).length;
    this.rowWords = this.outlineWords + words;
  }

  /** Adds a row and says where its outline will begin; its words follow. */
  add(row: Bits): number {
    return (this.rows.push(row) - 1) * this.rowWords;
  }

  /** Makes place for all rows. */
  pack(): void {
    this.packed = new Int32Array(this.rows.length * this.rowWords);
    for (const [index, row] of this.rows.entries()) this.replace(index * this.rowWords, row);
  }

  /** Puts a row where the outline of another begins. */
  replace(start: number, row: Bits): void {
    this.packed.set(outlineOf(row), start);
    this.packed.set(row, start + this.outlineWords);
  }
}

function outlineOf(row: Bits): Bits {
  const outline = noBits(row.length);
  for (const [index, word] of row.entries()) if (word !== 0) setBit(outline, index, true);
  return outline;
}
