import type { TestOrg } from '../support/org.ts';

/** Makes the admin a user without any permission for developers. */
export function loseRights(org: TestOrg): void {
  const profile = org.store.get(`SELECT "Id" AS id FROM "Profile" WHERE "Name" = 'Minimum Access - Salesforce'`);
  org.transact(org.adminId, () => {
    const row = { type: 'User', values: { Id: org.adminId, ProfileId: String(profile?.['id']) } };
    const [saved] = org.records.save('update', [row], { access: 'system', allOrNone: true });
    if (!saved?.success) throw new Error(JSON.stringify(saved?.errors));
  });
}
