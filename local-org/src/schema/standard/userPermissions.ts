/** System permissions the local org knows, with their labels: columns of PermissionSet and names in metadata. */
export const userPermissions = {
  ApiEnabled: 'API Enabled',
  AuthorApex: 'Author Apex',
  BulkApiHardDelete: 'Bulk API Hard Delete',
  CreateAuditFields: 'Create Audit Fields',
  CustomizeApplication: 'Customize Application',
  EditTask: 'Edit Tasks',
  EditEvent: 'Edit Events',
  LightningConsoleAllowedForUser: 'Lightning Console User',
  LightningExperienceUser: 'Lightning Experience User',
  ManageUsers: 'Manage Users',
  ModifyAllData: 'Modify All Data',
  ModifyMetadata: 'Modify Metadata Through Metadata API Functions',
  PasswordNeverExpires: 'Password Never Expires',
  RunReports: 'Run Reports',
  TransferAnyCase: 'Transfer Cases',
  TransferAnyEntity: 'Transfer Record',
  ViewAllData: 'View All Data',
  ViewAllUsers: 'View All Users',
  ViewRoles: 'View Roles and Role Hierarchy',
  ViewSetup: 'View Setup and Configuration'
} as const;
