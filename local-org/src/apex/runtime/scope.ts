import { QueryException } from './exceptions.ts';

/** Gives the Apex value of a bind by its source text without the colon; `undefined` if there is no such variable. */
export type ApexBinds = (expression: string) => unknown;

let scope: ApexBinds = () => undefined;

/** Runs a call of a dynamic query that may bind the variables around it. */
export function withScope<T>(variables: ApexBinds, work: () => T): T {
  const before = scope;
  scope = variables;
  try {
    return work();
  } finally {
    scope = before;
  }
}

/** The variables that the text of a dynamic query may bind: one name, in any case. Taken at once: the query may run later. */
export function scopedBinds(): ApexBinds {
  const variables = scope;
  return (expression) => {
    const value = variables(expression.trim().toLowerCase());
    if (value === undefined) throw new QueryException(`Variable does not exist: ${expression}`);
    return value;
  };
}
