import { NullPointerException } from '../runtime/index.ts';
import type { Members } from './declare.ts';

/** The same methods, refusing null arguments as the platform does; the receiver of instance methods was checked by the caller. */
export function withoutNulls(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).map(([signature, code]) => {
      if (typeof code !== 'function') return [signature, code];
      const first = signature.startsWith('static ') ? 0 : 1;
      const checked = (...values: never[]): unknown => {
        for (let i = first; i < values.length; i++) {
          if (values[i] === null) throw new NullPointerException(`Argument ${String(i - first + 1)} cannot be null`);
        }
        return code(...values);
      };
      return [signature, checked];
    })
  );
}
