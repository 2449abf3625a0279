import type { TestOrg } from './org.ts';
import { insert } from './things.ts';
import type { Values } from './things.ts';

/** Makes an active user with the profile Standard User, or another one. @returns the id */
export function insertUser(org: TestOrg, name: string, values: Values = {}, profile = 'Standard User'): string {
  const row = org.store.get('SELECT "Id" AS id FROM "Profile" WHERE "Name" = ?', [profile]);
  return insert(org, 'User', {
    Username: `${name}@example.com`,
    LastName: name,
    Email: `${name}@example.com`,
    Alias: name.slice(0, 8),
    TimeZoneSidKey: 'Europe/Warsaw',
    LocaleSidKey: 'pl_PL',
    LanguageLocaleKey: 'pl',
    EmailEncodingKey: 'UTF-8',
    ProfileId: String(row?.['id']),
    IsActive: true,
    ...values
  });
}
