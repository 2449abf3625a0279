import { infoOf } from './objects.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { userMethod } from './equality.ts';

/** A value as `String.valueOf`, `+` and debug print it; null is `null`. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexList) return `(${value.items.map(textOf).join(', ')})`;
  if (value instanceof ApexSet) return `{${Array.from(value, textOf).join(', ')}}`;
  if (value instanceof ApexMap)
    return `{${Array.from(value, ([key, held]) => `${textOf(key)}=${textOf(held)}`).join(', ')}}`;
  const own = userMethod(value, 'tostring');
  if (own !== undefined) return textOf(own.call(value));
  return infoOf(value) !== undefined && !(value instanceof Error) ? instanceText(value) : String(value);
}

/** `Inner:[name=value, …]` for an instance of a user's class without a `toString` of its own. */
function instanceText(instance: object): string {
  const info = infoOf(instance);
  const fields = (info?.fields ?? [])
    .filter((field) => !field.static && field.get !== undefined)
    .map((field) => {
      const value = field.get?.(instance);
      return `${field.name}=${value === instance ? '(already output)' : textOf(value)}`;
    });
  return `${info?.name.split('.').at(-1) ?? ''}:[${fields.join(', ')}]`;
}
