import type { TypeName } from '../library/types.ts';
import type { ClassInfo } from './classes.ts';

/** The base of every compiled class. */
export class ApexObject {
  /** The emitted class hands its description over. */
  static readonly info: ClassInfo;

  get apexType(): TypeName {
    return infoOf(this)?.name ?? 'Object';
  }
}

/** The description of an instance's class; undefined if it is no instance of a compiled class. */
export function infoOf(instance: unknown): ClassInfo | undefined {
  if (typeof instance !== 'object' || instance === null) return undefined;
  return (instance.constructor as Partial<typeof ApexObject>).info;
}

/** A value of an enum, a user's or the platform's. There is one object a value, so identity is equality. */
export class ApexEnumValue {
  readonly type: TypeName;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: TypeName, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}

const platformEnums = new Map<string, readonly ApexEnumValue[]>();

/** The values of one of the platform's enums, made once. */
export function platformEnum(type: TypeName, names: readonly string[]): readonly ApexEnumValue[] {
  let values = platformEnums.get(type);
  if (values === undefined) {
    values = names.map((name, ordinal) => new ApexEnumValue(type, name, ordinal));
    platformEnums.set(type, values);
  }
  return values;
}

/** One value of a platform enum that the library has declared. */
export function enumConstant(type: TypeName, name: string): ApexEnumValue {
  const value = platformEnums.get(type)?.find((candidate) => candidate.name === name);
  if (value === undefined) throw new Error(`No enum value ${type}.${name}`);
  return value;
}
