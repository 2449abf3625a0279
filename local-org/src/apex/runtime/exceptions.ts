import type { TypeName } from '../library/types.ts';
import { apexFrames, frameText, type ApexFrame } from './stack.ts';
import type { ClassInfo } from './classes.ts';

/** The base of every Apex exception; a user's class extends it. */
export class ApexException extends Error {
  /** Of a user's exception class. */
  static readonly info: ClassInfo | undefined;
  /** Name of a platform exception, with its namespace. */
  static readonly typeName: TypeName = 'System.Exception';

  apexMessage: string | null;
  apexCause: ApexException | null;

  constructor(message: string | null = null, cause: ApexException | null = null) {
    super(message ?? cause?.message ?? 'Script-thrown exception');
    this.apexMessage = message;
    this.apexCause = cause;
  }

  /** `System.DmlException`, or a user's class by its own name. */
  get typeName(): TypeName {
    const own = this.constructor as typeof ApexException;
    return own.info?.name ?? own.typeName;
  }

  getMessage(): string {
    return this.apexMessage ?? this.apexCause?.getMessage() ?? 'Script-thrown exception';
  }

  setMessage(message: string | null): void {
    this.apexMessage = message;
    this.message = message ?? '';
  }

  /** The Apex frames, innermost first. */
  get frames(): readonly ApexFrame[] {
    return apexFrames(this);
  }

  get lineNumber(): number {
    return this.frames[0]?.line ?? 0;
  }

  /** `Class.Foo.bar: line 12, column 1`, one frame a line. */
  get apexStack(): string {
    return this.frames.map(frameText).join('\n');
  }

  /** `System.DmlException: Insert failed …` */
  override toString(): string {
    return `${this.typeName}: ${this.getMessage()}`;
  }
}

/** One failed row of a DML statement. */
export interface DmlFailure {
  readonly index: number;
  readonly object: string;
  readonly id: string | null;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export class DmlException extends ApexException {
  static override readonly typeName: TypeName = 'System.DmlException';
  failures: readonly DmlFailure[] = [];
}

export class NullPointerException extends ApexException {
  static override readonly typeName: TypeName = 'System.NullPointerException';

  constructor(message: string | null = 'Attempt to de-reference a null object', cause: ApexException | null = null) {
    super(message, cause);
  }
}

/** Can't be caught in Apex: `caught` throws it on. */
export class LimitException extends ApexException {
  static override readonly typeName: TypeName = 'System.LimitException';
}

/** A failed assertion; like a limit it passes through every catch block. */
export class AssertException extends ApexException {
  static override readonly typeName: TypeName = 'System.AssertException';
}

export class AsyncException extends ApexException {
  static override readonly typeName: TypeName = 'System.AsyncException';
}
export class AuraHandledException extends ApexException {
  static override readonly typeName: TypeName = 'System.AuraHandledException';

  /** The platform hides the text from Apex unless `setMessage` says it again. */
  override getMessage(): string {
    return this.#shown ?? 'Script-thrown exception';
  }

  override setMessage(message: string | null): void {
    super.setMessage(message);
    this.#shown = message;
  }

  #shown: string | null = null;
}
export class CalloutException extends ApexException {
  static override readonly typeName: TypeName = 'System.CalloutException';
}
export class EmailException extends ApexException {
  static override readonly typeName: TypeName = 'System.EmailException';
}
export class FinalException extends ApexException {
  static override readonly typeName: TypeName = 'System.FinalException';
}
export class FlowException extends ApexException {
  static override readonly typeName: TypeName = 'System.FlowException';
}
export class HandledException extends ApexException {
  static override readonly typeName: TypeName = 'System.HandledException';
}
export class IllegalArgumentException extends ApexException {
  static override readonly typeName: TypeName = 'System.IllegalArgumentException';
}
export class InvalidParameterValueException extends ApexException {
  static override readonly typeName: TypeName = 'System.InvalidParameterValueException';
}
export class JsonException extends ApexException {
  static override readonly typeName: TypeName = 'System.JSONException';
}
export class ListException extends ApexException {
  static override readonly typeName: TypeName = 'System.ListException';
}
export class MathException extends ApexException {
  static override readonly typeName: TypeName = 'System.MathException';
}
export class NoAccessException extends ApexException {
  static override readonly typeName: TypeName = 'System.NoAccessException';
}
export class NoDataFoundException extends ApexException {
  static override readonly typeName: TypeName = 'System.NoDataFoundException';
}
export class NoSuchElementException extends ApexException {
  static override readonly typeName: TypeName = 'System.NoSuchElementException';
}
export class QueryException extends ApexException {
  static override readonly typeName: TypeName = 'System.QueryException';
  /** Inaccessible fields by object, of a user-mode query. */
  inaccessible: ReadonlyMap<string, readonly string[]> = new Map();
}
export class RequiredFeatureMissingException extends ApexException {
  static override readonly typeName: TypeName = 'System.RequiredFeatureMissingException';
}
/** A trigger of platform events wants them once more. */
export class RetryableException extends ApexException {
  static override readonly typeName: TypeName = 'EventBus.RetryableException';
}
export class SearchException extends ApexException {
  static override readonly typeName: TypeName = 'System.SearchException';
}
export class SecurityException extends ApexException {
  static override readonly typeName: TypeName = 'System.SecurityException';
}
export class SerializationException extends ApexException {
  static override readonly typeName: TypeName = 'System.SerializationException';
}
export class SObjectException extends ApexException {
  static override readonly typeName: TypeName = 'System.SObjectException';
}
export class StringException extends ApexException {
  static override readonly typeName: TypeName = 'System.StringException';
}
export class TypeException extends ApexException {
  static override readonly typeName: TypeName = 'System.TypeException';
}
export class UnexpectedException extends ApexException {
  static override readonly typeName: TypeName = 'System.UnexpectedException';
}
export class VisualforceException extends ApexException {
  static override readonly typeName: TypeName = 'System.VisualforceException';
}
export class XmlException extends ApexException {
  static override readonly typeName: TypeName = 'System.XmlException';
}

interface ExceptionClass {
  new (message?: string | null, cause?: ApexException | null): ApexException;
  readonly typeName: TypeName;
}

/** The platform's exception classes by name without namespace, lower case: a catch block tests `instanceof`. */
export const platformExceptions: ReadonlyMap<string, ExceptionClass> = new Map<string, ExceptionClass>(
  [
    ApexException,
    AssertException,
    AsyncException,
    AuraHandledException,
    CalloutException,
    DmlException,
    EmailException,
    FinalException,
    FlowException,
    HandledException,
    IllegalArgumentException,
    InvalidParameterValueException,
    JsonException,
    LimitException,
    ListException,
    MathException,
    NoAccessException,
    NoDataFoundException,
    NoSuchElementException,
    NullPointerException,
    QueryException,
    RequiredFeatureMissingException,
    RetryableException,
    SearchException,
    SecurityException,
    SerializationException,
    SObjectException,
    StringException,
    TypeException,
    UnexpectedException,
    VisualforceException,
    XmlException
  ].map((type) => [type.typeName.replace('System.', '').toLowerCase(), type])
);

/**
 * What a catch block gets of a thrown value: an Apex exception. What Apex can't catch (limits, failed assertions,
 * faults that are not Apex's) is thrown on.
 */
export function caught(thrown: unknown): ApexException {
  if (isStackOverflow(thrown)) throw new LimitException('Maximum stack depth reached: 1001');
  if (!(thrown instanceof ApexException) || thrown instanceof LimitException || thrown instanceof AssertException) {
    throw thrown;
  }
  return thrown;
}

/** JavaScript's own overflow of the call stack. */
export function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.startsWith('Maximum call stack');
}
