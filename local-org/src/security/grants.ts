import type { PermissionSetDef, Schema } from '../schema/types.ts';
import type { Store } from '../store/index.ts';
import type { SecurityOrg } from './access.ts';
import { permissionSetFromRows } from './rows.ts';

/** A user's profile and permission sets. Two users or moments with the same key have the same rights. */
export interface Grants {
  readonly key: string;
  sets(): readonly PermissionSetDef[];
}

const ASSIGNED = `
  SELECT 'profile' AS kind, p."Name" AS name, u."UserType" AS detail FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?1
  UNION ALL
  SELECT 'set', s."Name", s."Id" FROM "PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
    WHERE a."AssigneeId" = ?1 AND (a."ExpirationDate" IS NULL OR a."ExpirationDate" > ?2)
  UNION ALL
  SELECT 'set', s."Name", s."Id" FROM "PermissionSetAssignment" a
    JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId"
    JOIN "PermissionSet" s ON s."Id" = c."PermissionSetId"
    WHERE a."AssigneeId" = ?1 AND (a."ExpirationDate" IS NULL OR a."ExpirationDate" > ?2)`;

/** Reads what is assigned to a user. */
export function grantsOf({ store, schema, clock }: SecurityOrg, userId: string): Grants {
  const rows = store.all(ASSIGNED, [userId, clock.now()]);
  const definitions: PermissionSetDef[] = [];
  const keys: string[] = [];
  for (const row of rows) {
    const name = String(row['name'] ?? '');
    const found =
      row['kind'] === 'profile'
        ? { key: name, definition: profileOf(schema, name, row['detail'] === 'AutomatedProcess') }
        : setOf(store, schema, name, String(row['detail']));
    keys.push(found.key);
    if (found.definition) definitions.push(found.definition);
  }
  return { key: keys.join('\n'), sets: () => definitions };
}

/** The platform's own process has no profile and may do all. */
function profileOf(schema: Schema, name: string, isAutomatedProcess: boolean): PermissionSetDef | undefined {
  return schema.profiles.get((isAutomatedProcess ? 'System Administrator' : name).toLowerCase());
}

/** A permission set is deployed, or it was saved as rows: then its rights are rows too. */
function setOf(
  store: Store,
  schema: Schema,
  name: string,
  id: string
): { readonly key: string; readonly definition: PermissionSetDef } {
  const deployed = schema.permissionSets.get(name.toLowerCase());
  if (deployed) return { key: name, definition: deployed };
  const definition = permissionSetFromRows(store, id, name);
  return { key: JSON.stringify(definition), definition };
}
