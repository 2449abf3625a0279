import { quote, type Value } from '../emit/value.ts';
import type { Expr } from './ast.ts';
import type { Body } from './body.ts';
import { converted } from './overloads.ts';
import type { Type } from './types.ts';

type Call = Extract<Expr, { kind: 'call' }>;

/** `X__mdt.getAll()`, `X__mdt.getInstance(name)`; `getInstance`, `getOrgDefaults`, `getValues`, `getAll` of custom settings. */
export function settingMethod(body: Body, type: Type, node: Call, values: readonly Value[]): Value | undefined {
  const { object } = type;
  if (object === undefined || (object.kind !== 'customMetadata' && object.kind !== 'customSetting')) return undefined;
  const text = body.world.primitive('String');
  const name = quote(object.name);
  const operation = (js: string, result: Type): Value => ({ type: result, js: `${body.operation(js)}(${argsOf()})` });
  const argsOf = (): string =>
    [
      name,
      ...converted(
        body,
        values,
        values.map(() => text)
      )
    ].join(',');
  const kind = object.kind === 'customMetadata' ? 'Metadata' : 'Setting';
  switch (`${node.name.toLowerCase()}/${String(values.length)}`) {
    case 'getall/0':
      return operation(`all${kind}`, body.world.generic('Map', [text, type]));
    case 'getinstance/1':
      return operation(`one${kind}`, type);
    case 'getinstance/0':
      return kind === 'Setting' ? operation('oneSetting', type) : undefined;
    case 'getvalues/1':
      return kind === 'Setting' ? operation('valuesOfSetting', type) : undefined;
    case 'getorgdefaults/0':
      return kind === 'Setting' ? operation('orgDefaults', type) : undefined;
    default:
      return undefined;
  }
}
