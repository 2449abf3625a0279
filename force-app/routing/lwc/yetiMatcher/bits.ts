const wordBits = 32;

/** A set of small whole numbers, 32 to a word: sets meet a word at a time. */
export class Bits {
  private words: Uint32Array;

  constructor(words = new Uint32Array(4)) {
    this.words = words;
  }

  add(index: number): void {
    const word = index >>> 5;
    if (word >= this.words.length) {
      const longer = new Uint32Array(Math.max(word + 1, this.words.length * 2));
      longer.set(this.words);
      this.words = longer;
    }
    this.words[word] = (this.words[word] ?? 0) | (1 << index);
  }

  delete(index: number): void {
    const word = index >>> 5;
    if (word < this.words.length) this.words[word] = (this.words[word] ?? 0) & ~(1 << index);
  }

  has(index: number): boolean {
    return ((this.words[index >>> 5] ?? 0) & (1 << index)) !== 0;
  }

  copy(): Bits {
    return new Bits(this.words.slice());
  }

  /** Visits what is in all of the sets, the smallest first. */
  static eachInAll(sets: readonly Bits[], visit: (index: number) => void): void {
    const [first, ...others] = sets.map(({ words }) => words);
    if (first === undefined) return;
    for (let place = 0; place < first.length; place++) {
      let word = first[place] ?? 0;
      for (let other = 0; word !== 0 && other < others.length; other++) word &= others[other]?.[place] ?? 0;
      while (word !== 0) {
        const bit = wordBits - 1 - Math.clz32(word & -word);
        visit(place * wordBits + bit);
        word &= word - 1;
      }
    }
  }
}
