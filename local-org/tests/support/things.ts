import type { DmlOperation, SaveOptions, SaveResult } from '../../src/records/index.ts';
import type { FieldValue } from '../../src/row.ts';
import type { SqlValue } from '../../src/store/index.ts';
import { testOrg } from './org.ts';
import type { TestOrg, TestOrgOptions } from './org.ts';

/** A small custom object with a field of most kinds. */
export const thing = `
  <label>Thing</label><pluralLabel>Things</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
  <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique></fields>
  <fields><fullName>Amount__c</fullName><label>Amount</label><type>Number</type><precision>6</precision><scale>2</scale></fields>
  <fields><fullName>Kind__c</fullName><label>Kind</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
    <value><fullName>Red</fullName><default>true</default><label>Red</label></value>
    <value><fullName>Blue</fullName><default>false</default><label>Blue</label></value></valueSetDefinition></valueSet></fields>
  <fields><fullName>Parent__c</fullName><label>Parent</label><type>Lookup</type><referenceTo>Thing__c</referenceTo><relationshipName>Children</relationshipName></fields>
  <fields><fullName>At__c</fullName><label>At</label><type>DateTime</type></fields>
  <fields><fullName>Day__c</fullName><label>Day</label><type>Date</type></fields>
  <fields><fullName>Done__c</fullName><label>Done</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>
  <fields><fullName>Note__c</fullName><label>Note</label><type>LongTextArea</type><length>32000</length><visibleLines>3</visibleLines></fields>`;

const fields = [...thing.matchAll(/<fullName>(\w+__c)<\/fullName>/g)].map(([, name]) => name ?? '');

/** What it takes to see and edit all of `Thing__c`: new fields show to nobody by themselves. */
export const thingAccess = `<label>Things</label><hasActivationRequired>false</hasActivationRequired>
  ${fields.map((field) => `<fieldPermissions><editable>true</editable><field>Thing__c.${field}</field><readable>true</readable></fieldPermissions>`).join('')}
  <objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>
    <modifyAllRecords>false</modifyAllRecords><object>Thing__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;

/** Metadata of `Thing__c` and of the permission set `Things`. */
export const thingFiles = { 'objects/Thing__c.object': thing, 'permissionsets/Things.permissionset': thingAccess };

/** Assigns a permission set to a user. */
export function assign(org: TestOrg, permissionSet: string, userId: string): void {
  const set = org.store.get('SELECT "Id" AS id FROM "PermissionSet" WHERE "Name" = ?', [permissionSet]);
  insert(org, 'PermissionSetAssignment', { PermissionSetId: String(set?.['id']), AssigneeId: userId });
}

/** A test org with `Thing__c`. */
export function thingOrg(options: TestOrgOptions = {}): TestOrg {
  return testOrg({ ...options, files: { 'objects/Thing__c.object': thing, ...options.files } });
}

export type Values = Record<string, FieldValue>;

/** Saves rows as the admin in one transaction, in system mode unless told otherwise. */
export function save(
  org: TestOrg,
  operation: DmlOperation,
  rows: readonly Values[],
  options: Partial<SaveOptions> = {},
  type = 'Thing__c'
): SaveResult[] {
  return org.transact(org.adminId, () =>
    org.records.save(
      operation,
      rows.map((values) => ({ type, values })),
      { access: 'system', allOrNone: false, ...options }
    )
  );
}

/** Saves one new row. @returns its id */
export function insert(org: TestOrg, type: string, values: Values): string {
  const [result] = save(org, 'insert', [values], {}, type);
  if (result?.id === undefined) throw new Error(JSON.stringify(result?.errors));
  return result.id;
}

/** A row as it rests in the database. */
export function stored(org: TestOrg, type: string, id: string): Record<string, SqlValue> | undefined {
  return org.store.get(`SELECT * FROM "${type}" WHERE "Id" = ?`, [id]);
}

/** The first error's code of each result. */
export function codes(results: readonly SaveResult[]): (string | undefined)[] {
  return results.map((result) => result.errors[0]?.code);
}
