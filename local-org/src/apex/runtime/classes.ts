import type { TypeName } from '../library/types.ts';
import type { ApexEnumValue } from './objects.ts';

/** An instance or static field or property of a compiled class. */
export interface FieldInfo {
  readonly name: string;
  readonly type: TypeName;
  readonly static: boolean;
  /** Carries `@AuraEnabled`. */
  readonly aura: boolean;
  /** What `@InvocableVariable` says, where it stands. */
  readonly invocable?: { readonly label?: string; readonly description?: string; readonly required: boolean };
  readonly transient: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  /** Absent where the property has no getter; `self` is undefined for a static one. */
  readonly get?: (self: unknown) => unknown;
  /** Absent where it is final or has no setter. The value is of the declared type already. */
  readonly set?: (self: unknown, value: unknown) => void;
}

/** A method of a compiled class. */
export interface MethodInfo {
  readonly name: string;
  /** Its name in JavaScript: `name$type$type`. */
  readonly property: string;
  readonly static: boolean;
  readonly parameters: readonly { readonly name: string; readonly type: TypeName }[];
  readonly returnType: TypeName;
  /** Lower case, without `@`: `auraenabled`, `istest`, `testsetup`, `future`, `invocablemethod`; `testMethod` counts as `istest`. */
  readonly annotations: readonly string[];
  /** What `@InvocableMethod` says, where it stands. */
  readonly invocable?: { readonly label?: string; readonly description?: string; readonly category?: string };
  readonly abstract?: boolean;
}

/** What the emitted code says about a class: read by JSON, Type, components, jobs and tests. */
export interface ClassInfo {
  /** `Outer` or `Outer.Inner`, as written in the source. */
  readonly name: TypeName;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly superclass?: TypeName;
  /** Direct ones, with type arguments: `Comparable`, `Database.Batchable<SObject>`. */
  readonly interfaces: readonly TypeName[];
  readonly abstract: boolean;
  readonly isTest: boolean;
  /** Lower case, without `@`; with arguments `istest(seealldata=true)`. */
  readonly annotations: readonly string[];
  /** Own ones in the order of the source; those of the superclass stand there. */
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  /** enum only */
  readonly values?: readonly ApexEnumValue[];
  /** Runs the constructor without parameters; absent where there is none (or for interface, abstract class, enum). */
  readonly create?: () => object;
  /** The emitted JavaScript class; absent for an interface. */
  readonly javascript?: object;
}

/** The compiled classes by name, ignoring case. */
export interface ClassRegistry {
  find(name: string): ClassInfo | undefined;
}
