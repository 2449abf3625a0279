import { createHash } from 'node:crypto';
import type { Complaint } from './read.ts';

/** A person made up for the complaints, and always the same one. */
export interface Person {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly state: string;
}

const firstNames =
  'Ada Amos Bela Benno Clara Cyrus Dora Doyle Edna Elmer Faye Floyd Greta Gus Hazel Homer Ida Ira Josie Jude Kira Knox Lena Lyle Mabel Miles Nell Noel Olive Otis Pearl Percy Ruth Roy Sadie Silas Thea Troy Una Vera Vince Wanda Wes Zelda'.split(
    ' '
  );
const lastNames =
  'Alder Ashgrove Birchall Bramble Brook Cedarholm Clover Dale Dunmore Elmwood Fallow Fennel Fernsby Glen Gorse Greenleaf Hawthorn Hazelton Heath Hollis Juniper Kestrel Larkin Linden Marlow Meadows Moss Nettle Oakes Orchard Pinewood Plover Quill Redfern Rowan Rushmore Sedge Sorrel Tansy Thistle Thorne Vale Wren Yarrow'.split(
    ' '
  );

/** Complaints a person has on average. */
const complaintsPerPerson = 2.3;

/**
 * Gives every complaint its person. Each state has a number of people that follows from its number of complaints, and the hash of a
 * complaint's key picks one of them. Copies of the file have people of their own, so that loading more copies changes nobody.
 *
 * @returns the person of each complaint, by the complaint's key
 */
export function peopleOf(complaints: readonly Complaint[]): ReadonlyMap<string, Person> {
  const perState = new Map<string, number>();
  for (const { state, copy } of complaints) if (copy === 0) perState.set(state, (perState.get(state) ?? 0) + 1);
  return new Map(
    complaints.map(({ key, state, copy }) => {
      const people = Math.max(1, Math.ceil((perState.get(state) ?? 1) / complaintsPerPerson));
      return [key, person(state, numberOf(key) % people, copy)];
    })
  );
}

function person(state: string, index: number, copy: number): Person {
  const key = `${state === '' ? 'unknown' : state}-${String(index)}${copy === 0 ? '' : `x${String(copy)}`}`;
  const hash = numberOf(`person ${key}`);
  const firstName = pick(firstNames, hash);
  const lastName = pick(lastNames, Math.floor(hash / firstNames.length));
  return {
    key,
    firstName,
    lastName,
    email: `${firstName}.${lastName}.${key}@example.com`.toLowerCase(),
    // 555-0100 to 555-0199 are kept for fiction.
    phone: `+1 ${String(201 + (hash % 700))} 555 01${String(hash % 100).padStart(2, '0')}`,
    state
  };
}

/** A number that a text always gives, below 2^32. */
export function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

function pick(names: readonly string[], index: number): string {
  return names[index % names.length] ?? '';
}
