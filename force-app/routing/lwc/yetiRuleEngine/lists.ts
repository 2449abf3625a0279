/** Lists of numbers in one piece: list `index` lies from `starts[index]` to before `starts[index + 1]`. */
export interface Lists {
  readonly entries: Int32Array;
  readonly starts: Int32Array;
}

/** Puts lists one after the other. */
export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
  return { entries: Int32Array.from(lists.flat()), starts };
}
