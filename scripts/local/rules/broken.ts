import fc from 'fast-check';
import { ruleSets } from './arbitrary.ts';

/** A place in a document: an entry of an object or a list. */
interface Place {
  readonly inside: Record<string, unknown>;
  readonly key: string;
}

const junk = fc.constantFrom<unknown>(
  ...[null, true, false, '', ' ', 'x', 'Complaints', '9', 'ąę "quoted" {0}', 'x'.repeat(300)],
  ...[-1, 0, 1, 5.5, 7, 11, 61, 120, 1001, 2_592_001],
  ...[[], ['a'], [[]], {}, { a: 1 }, { skill: 'Polish', level: 3 }, { field: 'Origin', op: 'isBlank' }]
);
const changes = fc.record({
  place: fc.nat(),
  way: fc.constantFrom<'replace' | 'remove' | 'add'>('replace', 'replace', 'remove', 'add'),
  junk
});

/** A document that was a rule set before somebody changed it here and there. */
export const brokenDocuments: fc.Arbitrary<unknown> = fc
  .tuple(ruleSets, fc.array(changes, { minLength: 1, maxLength: 4 }))
  .map(([ruleSet, several]) => {
    const document: unknown = JSON.parse(JSON.stringify(ruleSet));
    for (const change of several) {
      const places = placesOf(document);
      const place = places[change.place % places.length];
      if (place) alter(place, change.way, structuredClone(change.junk));
    }
    return document;
  });

function alter({ inside, key }: Place, way: 'replace' | 'remove' | 'add', value: unknown): void {
  if (way === 'replace') inside[key] = value;
  else if (Array.isArray(inside)) inside.splice(Number(key), way === 'remove' ? 1 : 0);
  else if (way === 'remove') Reflect.deleteProperty(inside, key);
  else inside[`${key}2`] = value;
}

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = value as Record<string, unknown>;
  return Object.keys(inside).flatMap((key) => [{ inside, key }, ...placesOf(inside[key])]);
}
