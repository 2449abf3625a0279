import type { ClassInfo, FieldInfo, MethodInfo } from './classes.ts';
import { splitType } from './typing.ts';
import { apex } from './transaction.ts';

/** A class and its compiled ancestors, the class first. */
export function lineage(info: ClassInfo | undefined): ClassInfo[] {
  const line: ClassInfo[] = [];
  for (let one = info; one !== undefined;) {
    line.push(one);
    one = one.superclass === undefined ? undefined : apex().code.find(splitType(one.superclass).base);
  }
  return line;
}

/** The fields of a class, its ancestors' after its own. */
export function allFields(info: ClassInfo | undefined): FieldInfo[] {
  return lineage(info).flatMap(({ fields }) => fields);
}

/** A static method by its name in any case. */
export function staticMethod(info: ClassInfo, name: string): MethodInfo | undefined {
  return info.methods.find((method) => method.static && method.name.toLowerCase() === name.toLowerCase());
}
