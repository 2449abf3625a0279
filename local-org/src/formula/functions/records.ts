import type { FormulaFunction, RunArgument, RunContext } from '../functions.ts';
import { define } from './define.ts';

const uses = ['validation'] as const;

const neverInSql = (): string => {
  throw new Error('ISNEW, ISCHANGED and PRIORVALUE stand in validation rules only');
};

function namesOf(argument: RunArgument | undefined): readonly string[] {
  return argument?.term.kind === 'field' ? argument.term.names : [];
}

function isChanged(names: readonly string[], context: RunContext): boolean {
  return !context.isNew && (context.field(names) ?? '') !== (context.prior(names) ?? '');
}

/** What only a save knows. */
export const recordFunctions: readonly FormulaFunction[] = [
  define('ISNEW(): boolean', { uses, sql: neverInSql, run: (_, context) => context.isNew }),
  define('ISCHANGED(field): boolean', {
    uses,
    sql: neverInSql,
    run: ([field], context) => isChanged(namesOf(field), context)
  }),
  define('PRIORVALUE(same): same', {
    uses,
    check(list, refuse) {
      if (list[0]?.kind !== 'field' || list[0].isGlobal) refuse(0, 'Function PRIORVALUE takes a field of the record');
    },
    sql: neverInSql,
    run: ([field], context) => {
      const value = context.prior(namesOf(field));
      return value === null && field?.type === 'text' ? '' : value;
    }
  })
];
