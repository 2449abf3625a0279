import { lowestBit, noBits, type Bits } from './bits';

/** Puts numbers in order, each once: by a bit for each, behind an outline of the words that have one. */
export class Marks {
  private readonly words: Bits;
  private readonly outline: Bits;

  /** @param size above all numbers */
  constructor(size: number) {
    this.words = noBits(size);
    this.outline = noBits(this.words.length);
  }

  add(number: number): void {
    const word = number >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (number & 31));
    this.outline[word >>> 5] = (this.outline[word >>> 5] ?? 0) | (1 << (word & 31));
  }

  /** Moves all numbers to the front of `to`, and says how many they were. */
  moveTo(to: Int32Array): number {
    const { words, outline } = this;
    let count = 0;
    for (let outlineWord = 0; outlineWord < outline.length; outlineWord++) {
      let marked = outline[outlineWord] ?? 0;
      outline[outlineWord] = 0;
      while (marked !== 0) {
        const word = (outlineWord << 5) + lowestBit(marked);
        marked &= marked - 1;
        let bits = words[word] ?? 0;
        words[word] = 0;
        while (bits !== 0) {
          to[count++] = (word << 5) + lowestBit(bits);
          bits &= bits - 1;
        }
      }
    }
    return count;
  }
}
