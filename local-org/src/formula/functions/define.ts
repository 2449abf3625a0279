import type { FormulaFunction, ParameterType } from '../functions.ts';

const SIGNATURE = /^(\w+)\((.*)\): (\w+)$/;

/**
 * Describes a function by its signature: `LEFT(text, number): text`, `ROUND(number, number?): number`, `MIN(number...): number`.
 */
export function define(
  signature: string,
  behaviour: Pick<FormulaFunction, 'sql' | 'run'> & Partial<Pick<FormulaFunction, 'uses' | 'check'>>
): FormulaFunction {
  const [, name = '', list = '', result = ''] = SIGNATURE.exec(signature) ?? [];
  const parameters = list === '' ? [] : list.split(', ');
  return {
    name,
    parameters: parameters.map((each) => each.replace(/\?|\.\.\./, '') as ParameterType),
    required: parameters.filter((each) => !each.endsWith('?')).length,
    rest: list.endsWith('...'),
    result: result as FormulaFunction['result'],
    ...behaviour
  };
}
