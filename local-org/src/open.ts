import { createApexRuntime } from './apex/index.ts';
import { assembleOrg } from './kernel.ts';
import type { OpenOptions, Rooms } from './kernel.ts';
import type { LiveOrg } from './org.ts';
import { accessOf } from './security/index.ts';
import { createSoql } from './soql/index.ts';

export type { OpenOptions } from './kernel.ts';

/** The rooms of every org; tests may put another one in the place of one of them. */
export const rooms: Rooms = { createSoql, accessOf, createApex: createApexRuntime };

/**
 * Opens the org in a folder, or makes one there.
 * @throws OrgError if the database can't be used or what is deployed in it can no longer be read
 */
export function openOrg(options: OpenOptions): LiveOrg {
  return assembleOrg(options, rooms);
}
