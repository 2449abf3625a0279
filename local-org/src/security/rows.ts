import type { PermissionSetDef } from '../schema/types.ts';
import type { Store } from '../store/index.ts';

/** The definition of a permission set that was saved through the API, from its row and the rows of its permissions. */
export function permissionSetFromRows(store: Store, id: string, name: string): PermissionSetDef {
  const row = store.get('SELECT * FROM "PermissionSet" WHERE "Id" = ?', [id]) ?? {};
  const parts = (object: string): ReturnType<Store['all']> =>
    store.all(`SELECT * FROM "${object}" WHERE "ParentId" = ?`, [id]);
  const entities = (table: string, column: string): string[] =>
    store
      .all(
        `SELECT e."${column}" AS name FROM "SetupEntityAccess" a JOIN "${table}" e ON e."Id" = a."SetupEntityId" WHERE a."ParentId" = ?`,
        [id]
      )
      .map((each) => String(each['name']));
  return {
    name,
    label: String(row['Label'] ?? name),
    objects: parts('ObjectPermissions').map((each) => ({
      object: String(each['SobjectType']),
      read: each['PermissionsRead'] === 1,
      create: each['PermissionsCreate'] === 1,
      edit: each['PermissionsEdit'] === 1,
      delete: each['PermissionsDelete'] === 1,
      viewAll: each['PermissionsViewAllRecords'] === 1,
      modifyAll: each['PermissionsModifyAllRecords'] === 1
    })),
    fields: parts('FieldPermissions').map((each) => {
      const [object = '', field = ''] = String(each['Field']).split('.');
      return { object, field, readable: each['PermissionsRead'] === 1, editable: each['PermissionsEdit'] === 1 };
    }),
    classes: entities('ApexClass', 'Name'),
    customPermissions: entities('CustomPermission', 'DeveloperName'),
    userPermissions: Object.keys(row)
      .filter((column) => column.startsWith('Permissions') && row[column] === 1)
      .map((column) => column.slice('Permissions'.length)),
    tabs: [],
    applications: [],
    customMetadataTypes: [],
    customSettings: []
  };
}
