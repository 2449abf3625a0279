/** An Apex type by its canonical name: `Integer`, `List<String>`, `Schema.SObjectType`; `T`, `K`, `V` stand for type arguments. */
export type TypeName = string;

export interface Parameter {
  readonly name: string;
  readonly type: TypeName;
}

/**
 * One member of a library class. The compiler chooses overloads by `parameters` and emits a direct call of `call`.
 * `call` takes the receiver first unless static; a constructor's `call` returns the new value (of a type with parameters it takes
 * the full name first: `List<String>`); a property's `call` reads it.
 */
export interface LibraryMember {
  readonly kind: 'method' | 'constructor' | 'property';
  readonly name: string;
  readonly static: boolean;
  readonly type: TypeName;
  readonly parameters: readonly Parameter[];
  /** Unique in its class, lower case: `valueof(object)`. The emitted code finds the member by `Class.key`. */
  readonly key: string;
  readonly call: (...values: never[]) => unknown;
  readonly set?: (...values: never[]) => void;
}

/** A class, interface, enum or exception of the platform. */
export interface LibraryType {
  /** With namespace where it is not System: `String`, `Schema.DescribeFieldResult`, `Database.SaveResult`. */
  readonly name: TypeName;
  readonly kind: 'class' | 'interface' | 'enum' | 'exception';
  readonly typeParameters: readonly string[];
  readonly superclass?: TypeName;
  readonly interfaces: readonly TypeName[];
  readonly members: readonly LibraryMember[];
  /** enum only */
  readonly values: readonly string[];
}

export interface Library {
  /** Ignores case; `System.` may be left out. Without type arguments: `List`, `Database.Batchable`. */
  find(name: string): LibraryType | undefined;
}
