/** A place in the source; lines and columns count from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

/** A type as written: `Map<Id, List<Account>>`, `Outer.Inner[]`. */
export interface TypeRef extends At {
  readonly names: readonly { readonly name: string; readonly args: readonly TypeRef[] }[];
  readonly dimensions: number;
}

export type AnnotationValue = string | number | boolean;

export interface Annotation extends At {
  /** Lower case. */
  readonly name: string;
  /** By lower-case key; a lone value stands under `value`. */
  readonly values: Readonly<Record<string, AnnotationValue>>;
}

export interface Modifiers {
  /** Lower case: `public`, `static`, `with sharing`. */
  readonly words: ReadonlySet<string>;
  readonly annotations: readonly Annotation[];
}

export interface Name extends At {
  readonly text: string;
}

export interface Parameter extends At {
  readonly name: string;
  readonly type: TypeRef;
}

export interface FieldDecl extends At {
  readonly kind: 'field';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly initial: Expr | undefined;
}

export interface Accessor extends At {
  readonly modifiers: Modifiers;
  /** Absent: the platform's own (`get;`). */
  readonly body: Block | undefined;
}

export interface PropertyDecl extends At {
  readonly kind: 'property';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly getter: Accessor | undefined;
  readonly setter: Accessor | undefined;
}

export interface MethodDecl extends At {
  readonly kind: 'method';
  readonly name: string;
  readonly modifiers: Modifiers;
  /** Absent: void. */
  readonly type: TypeRef | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: Block | undefined;
}

export interface ConstructorDecl extends At {
  readonly kind: 'constructor';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

export interface InitializerDecl extends At {
  readonly kind: 'initializer';
  readonly static: boolean;
  readonly body: Block;
}

export type Member = FieldDecl | PropertyDecl | MethodDecl | ConstructorDecl | InitializerDecl | TypeDecl;

export interface TypeDecl extends At {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superclass: TypeRef | undefined;
  readonly interfaces: readonly TypeRef[];
  readonly members: readonly Member[];
  /** enum only */
  readonly values: readonly Name[];
}

export interface TriggerDecl extends At {
  readonly name: string;
  readonly object: Name;
  /** `before insert` */
  readonly events: readonly string[];
  readonly members: readonly Member[];
  readonly body: Block;
}

export interface AnonymousDecl {
  readonly members: readonly Member[];
  readonly body: Block;
}

export interface Block extends At {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  /** The closing brace. */
  readonly end: At;
}

export interface LocalStatement extends At {
  readonly kind: 'local';
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly variables: readonly (Name & { readonly initial: Expr | undefined })[];
}

export interface CatchClause extends At {
  readonly type: TypeRef;
  readonly name: string;
  readonly body: Block;
}

export type AccessWord = 'user' | 'system' | undefined;
export type DmlVerb = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface WhenClause extends At {
  /** Values; empty with `type` or for else. */
  readonly values: readonly Expr[];
  readonly type: TypeRef | undefined;
  readonly name: string;
  readonly isElse: boolean;
  readonly body: Block;
}

export type Statement =
  | Block
  | LocalStatement
  | (At & { readonly kind: 'expression'; readonly value: Expr })
  | (At & {
      readonly kind: 'if';
      readonly condition: Expr;
      readonly then: Statement;
      readonly otherwise: Statement | undefined;
    })
  | (At & { readonly kind: 'switch'; readonly value: Expr; readonly clauses: readonly WhenClause[] })
  | (At & {
      readonly kind: 'for';
      readonly start: LocalStatement | readonly Expr[];
      readonly condition: Expr | undefined;
      readonly update: readonly Expr[];
      readonly body: Statement | undefined;
    })
  | (At & {
      readonly kind: 'forEach';
      readonly type: TypeRef;
      readonly name: string;
      readonly values: Expr;
      readonly body: Statement | undefined;
    })
  | (At & { readonly kind: 'while'; readonly condition: Expr; readonly body: Statement | undefined })
  | (At & { readonly kind: 'doWhile'; readonly condition: Expr; readonly body: Block })
  | (At & {
      readonly kind: 'try';
      readonly body: Block;
      readonly catches: readonly CatchClause[];
      readonly final: Block | undefined;
    })
  | (At & { readonly kind: 'return'; readonly value: Expr | undefined })
  | (At & { readonly kind: 'throw'; readonly value: Expr })
  | (At & { readonly kind: 'break' | 'continue' })
  | (At & {
      readonly kind: 'dml';
      readonly verb: DmlVerb;
      readonly access: AccessWord;
      readonly value: Expr;
      /** merge: the records merged into `value`. */
      readonly second: Expr | undefined;
      /** upsert: the external id field. */
      readonly field: readonly Name[];
    })
  | (At & { readonly kind: 'runAs'; readonly values: readonly Expr[]; readonly body: Block });

export type Literal =
  | { readonly type: 'Integer'; readonly value: number }
  | { readonly type: 'Long'; readonly value: bigint }
  | { readonly type: 'Decimal' | 'Double'; readonly value: string }
  | { readonly type: 'String'; readonly value: string }
  | { readonly type: 'Boolean'; readonly value: boolean }
  | { readonly type: 'null' };

export interface SoqlBind {
  /** As written, without the colon. */
  readonly text: string;
  readonly value: Expr;
}

export interface SoqlExpr extends At {
  readonly kind: 'soql';
  readonly text: string;
  readonly binds: readonly SoqlBind[];
}

export type Expr =
  | (At & { readonly kind: 'literal'; readonly literal: Literal })
  | (At & { readonly kind: 'this' | 'super' })
  | (At & { readonly kind: 'name'; readonly name: string })
  | (At & { readonly kind: 'member'; readonly target: Expr; readonly name: string; readonly safe: boolean })
  | (At & {
      readonly kind: 'call';
      readonly target: Expr | undefined;
      /** `this` and `super` for constructor calls. */
      readonly name: string;
      readonly values: readonly Expr[];
      readonly safe: boolean;
    })
  | (At & { readonly kind: 'index'; readonly target: Expr; readonly index: Expr })
  | (At & { readonly kind: 'new'; readonly type: TypeRef; readonly values: readonly Expr[] })
  /** `new List<T>{…}`, `new T[]{…}`, `new Set<T>{…}`; without braces' content an empty one. */
  | (At & { readonly kind: 'newElements'; readonly type: TypeRef; readonly values: readonly Expr[] })
  | (At & { readonly kind: 'newEntries'; readonly type: TypeRef; readonly entries: readonly (readonly [Expr, Expr])[] })
  | (At & { readonly kind: 'newSized'; readonly type: TypeRef; readonly size: Expr })
  | (At & { readonly kind: 'cast'; readonly type: TypeRef; readonly value: Expr })
  | (At & { readonly kind: 'instanceof'; readonly type: TypeRef; readonly value: Expr })
  | (At & { readonly kind: 'prefix'; readonly operator: string; readonly value: Expr })
  | (At & { readonly kind: 'postfix'; readonly operator: string; readonly value: Expr })
  | (At & { readonly kind: 'binary'; readonly operator: string; readonly left: Expr; readonly right: Expr })
  | (At & { readonly kind: 'assign'; readonly operator: string; readonly left: Expr; readonly right: Expr })
  | (At & { readonly kind: 'ternary'; readonly condition: Expr; readonly then: Expr; readonly otherwise: Expr })
  | (At & { readonly kind: 'classLiteral'; readonly type: TypeRef | undefined })
  | SoqlExpr
  /** What is knowingly not done; named in the problem. */
  | (At & { readonly kind: 'unsupported'; readonly construct: string });
