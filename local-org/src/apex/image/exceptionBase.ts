import type { ApexException } from '../runtime/exceptions.ts';

type ExceptionClass = new (message?: string | null, cause?: ApexException | null) => ApexException;

const made = new Map<string, ExceptionClass>();

/** What a user's exception class extends: a platform exception with the four constructors every exception has. */
export function exceptionBase(platform: ReadonlyMap<string, ExceptionClass>, type: string): ExceptionClass {
  const key = type.toLowerCase().replace(/^system\./, '');
  const known = made.get(key);
  if (known !== undefined) return known;
  const base = platform.get(key);
  if (base === undefined) throw new Error(`There is no platform exception ${type}`);
  const extended = class extends base {
    new(): this {
      return this;
    }
    new$string(message: string | null): this {
      this.setMessage(message);
      return this;
    }
    new$exception(cause: ApexException | null): this {
      this.apexCause = cause;
      return this;
    }
    new$string$exception(message: string | null, cause: ApexException | null): this {
      this.setMessage(message);
      this.apexCause = cause;
      return this;
    }
  };
  made.set(key, extended);
  return extended;
}
