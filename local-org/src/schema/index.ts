export { buildSchema } from './build.ts';
export { columnPath } from './columns.ts';
export { customMetadataRecords } from './customMetadataRecords.ts';
export { makeField, systemFields } from './field.ts';
export { NameMap } from './nameMap.ts';
export { pageTemplates } from './pageTemplates.ts';
export { isPermissionable } from './permissionable.ts';
export { profileNames } from './standard/profiles.ts';
export { userPermissions } from './standard/userPermissions.ts';
export * from './translate.ts';
export type * from './types.ts';
export {
  describeGlobal,
  describeSObject,
  masterRecordTypeId,
  type DescribeAccess,
  type DescribeOptions
} from './describe.ts';
export { nameFields, objectInfo } from './objectInfo.ts';
