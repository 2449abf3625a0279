import type { FastifyRequest } from 'fastify';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import type { ObjectDef, Schema } from '../../schema/index.ts';
import type { Access } from '../../security/types.ts';
import { newestVersion } from '../limits.ts';
import { sessionOf } from '../sessions.ts';

/** Who asks, in which language and zone, and what they may see: one request's view of the org. */
export interface Asking {
  readonly org: LiveOrg;
  readonly schema: Schema;
  readonly access: Access;
  readonly userId: string;
  readonly language: string;
  /** `pl-PL`, as JavaScript's formatters take it. */
  readonly locale: string;
  readonly timeZone: string;
  /** `PLN` */
  readonly currency: string;
  /** Where links of an answer begin. */
  readonly base: string;
}

/** The currency of a locale's country; the org itself has one currency only. */
const currencies: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  PL: 'PLN',
  CH: 'CHF',
  CZ: 'CZK',
  SE: 'SEK',
  UA: 'UAH',
  JP: 'JPY'
};

/** The org's currency: that of its locale, euro for the countries that share it. */
export function currencyOf(org: LiveOrg): string {
  const row = org.store.get('SELECT "DefaultLocaleSidKey" AS locale FROM "Organization" LIMIT 1');
  const country = String(row?.['locale'] ?? 'en_US').split('_')[1] ?? 'US';
  return currencies[country] ?? 'EUR';
}

/** Runs work as the request's user, in one transaction. */
export function asking<T>(org: LiveOrg, request: FastifyRequest, work: (asking: Asking) => T): T {
  const { userId } = sessionOf(request);
  return org.transact(userId, (transaction) => {
    const user = org.store.get('SELECT "LocaleSidKey" AS locale FROM "User" WHERE "Id" = ?', [userId]);
    return work({
      org,
      schema: org.schema,
      access: transaction.access(),
      userId,
      language: transaction.language,
      locale: String(user?.['locale'] ?? 'en_US').replace('_', '-'),
      timeZone: transaction.timeZone,
      currency: currencyOf(org),
      base: `/services/data/v${newestVersion}.0`
    });
  });
}

/** An object that the user may read. @throws OrgError */
export function readableObject({ schema, access }: Asking, name: string): ObjectDef {
  const object = schema.object(name);
  if (object && object.queryable && access.object(object.name).read) return object;
  throw new OrgError('INVALID_TYPE', `Object ${name} is not supported in UI API or you don't have access to it`);
}

/** The object of a record's id. @throws OrgError */
export function objectOfRecord(asking: Asking, id: string): ObjectDef {
  const object = asking.schema.objectOfId(id);
  if (object && (id.length === 15 || id.length === 18)) return readableObject(asking, object.name);
  throw new OrgError('NOT_FOUND', 'The requested resource does not exist');
}

/** Comma-separated names of a query parameter. */
export function names(parameter: string | undefined): string[] {
  return (parameter ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The ids of an object's record types, by developer name. */
export function recordTypeIds(org: LiveOrg, object: ObjectDef): Map<string, string> {
  const rows = org.store.all('SELECT "DeveloperName" AS name, "Id" AS id FROM "RecordType" WHERE "SobjectType" = ?', [
    object.name
  ]);
  return new Map(rows.map((row) => [String(row['name']), String(row['id'])]));
}
