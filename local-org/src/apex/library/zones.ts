import { IANAZone } from 'luxon';
import { apex } from '../runtime/transaction.ts';

/** The running user's zone. */
export function userTimeZone(): string {
  return apex().transaction.timeZone;
}

/** A zone by its id, or GMT: what the platform takes for an unknown one. */
export function zoneOf(id: string): string {
  if (/^(GMT|UTC)$/i.test(id)) return 'UTC';
  const offset = /^GMT([+-])(\d{1,2}):?(\d{2})?$/i.exec(id);
  if (offset !== null) return `UTC${offset[1] ?? '+'}${String(Number(offset[2]))}:${offset[3] ?? '00'}`;
  return IANAZone.isValidZone(id) ? id : 'UTC';
}
