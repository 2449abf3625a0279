/** A field of a Java class: its name and the class of its value, `[` in front for arrays. */
export interface JavaField {
  readonly name: string;
  /** Slashes for dots, as class files write them: `java/lang/String`. */
  readonly type: string;
  readonly isArray: boolean;
  readonly isStatic: boolean;
}

const staticFlag = 0x0008;

/** Bytes that follow the tag of each kind of constant; texts (tag 1) have their own length. */
const constantSizes: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2
};

/** Reads the fields of a compiled Java class (JVM specification, chapter 4). */
export function javaFields(bytes: Uint8Array): JavaField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const u2 = (): number => {
    at += 2;
    return view.getUint16(at - 2);
  };
  const u4 = (): number => {
    at += 4;
    return view.getUint32(at - 4);
  };
  if (u4() !== 0xcafebabe) throw new Error('Not a Java class file');
  at += 4;
  const texts = new Map<number, string>();
  const count = u2();
  for (let index = 1; index < count; index++) {
    const tag = view.getUint8(at++);
    if (tag === 1) {
      const length = u2();
      texts.set(index, new TextDecoder().decode(bytes.subarray(at, at + length)));
      at += length;
      continue;
    }
    const size = constantSizes[tag];
    if (size === undefined) throw new Error(`Unknown constant of kind ${tag} in a Java class file`);
    at += size;
    // Long and double constants take two places.
    if (tag === 5 || tag === 6) index++;
  }
  at += 6;
  const interfaces = u2();
  at += interfaces * 2;
  return Array.from({ length: u2() }, () => {
    const flags = u2();
    const name = texts.get(u2()) ?? '';
    const descriptor = texts.get(u2()) ?? '';
    const attributes = u2();
    for (let index = 0; index < attributes; index++) {
      at += 2;
      const length = u4();
      at += length;
    }
    const isArray = descriptor.startsWith('[');
    const type = descriptor.replace(/^\[?L/, '').replace(/;$/, '');
    return { name, type, isArray, isStatic: (flags & staticFlag) !== 0 };
  });
}
