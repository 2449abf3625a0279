import { type FieldDef, type FieldType, makeField, type ObjectDef, type Schema } from '../../schema/index.ts';

/** Fields of the objects that only the Tooling API shows, by object. */
const long = { longText: true, length: 131072 };
const fieldsOf = {
  ApexTestRunResult: [
    lookup('AsyncApexJobId', 'AsyncApexJob'),
    lookup('UserId', 'User'),
    field('JobName', 'string', { length: 255 }),
    field('Status', 'picklist'),
    field('IsAllTests', 'boolean'),
    field('Source', 'string', { length: 255 }),
    field('StartTime', 'datetime'),
    field('EndTime', 'datetime'),
    field('TestTime', 'int'),
    field('TestSetupTime', 'int'),
    field('ClassesEnqueued', 'int'),
    field('ClassesCompleted', 'int'),
    field('MethodsEnqueued', 'int'),
    field('MethodsCompleted', 'int'),
    field('MethodsFailed', 'int')
  ],
  ApexTestQueueItem: [
    lookup('ApexClassId', 'ApexClass'),
    field('Status', 'picklist'),
    field('ExtendedStatus', 'string', { length: 1000 }),
    lookup('ParentJobId', 'AsyncApexJob'),
    lookup('TestRunResultId', 'ApexTestRunResult'),
    field('ShouldSkipCodeCoverage', 'boolean')
  ],
  ApexTestResult: [
    lookup('QueueItemId', 'ApexTestQueueItem'),
    lookup('AsyncApexJobId', 'AsyncApexJob'),
    lookup('ApexTestRunResultId', 'ApexTestRunResult'),
    lookup('ApexClassId', 'ApexClass'),
    field('MethodName', 'string', { length: 255 }),
    field('Outcome', 'picklist'),
    field('Message', 'textarea', long),
    field('StackTrace', 'textarea', long),
    field('RunTime', 'int'),
    field('TestTimestamp', 'datetime'),
    field('IsTestSetup', 'boolean'),
    field('ApexLogId', 'string', { length: 18 })
  ],
  ApexCodeCoverage: [
    lookup('ApexTestClassId', 'ApexClass'),
    field('TestMethodName', 'string', { length: 255 }),
    lookup('ApexClassOrTriggerId', 'ApexClass', 'ApexTrigger'),
    field('NumLinesCovered', 'int'),
    field('NumLinesUncovered', 'int'),
    field('Coverage', 'textarea', long)
  ],
  ApexCodeCoverageAggregate: [
    lookup('ApexClassOrTriggerId', 'ApexClass', 'ApexTrigger'),
    field('NumLinesCovered', 'int'),
    field('NumLinesUncovered', 'int'),
    field('Coverage', 'textarea', long)
  ],
  ApexOrgWideCoverage: [field('PercentCovered', 'int')]
} satisfies Record<string, readonly FieldDef[]>;

const keyPrefixes: Readonly<Record<keyof typeof fieldsOf, string>> = {
  ApexTestRunResult: '05m',
  ApexTestQueueItem: '709',
  ApexTestResult: '07M',
  ApexCodeCoverage: '714',
  ApexCodeCoverageAggregate: '715',
  ApexOrgWideCoverage: '716'
};

/** What the Tooling API shares with the REST API. */
const sharedObjects = [
  'ApexClass',
  'ApexTrigger',
  'AsyncApexJob',
  'Group',
  'Organization',
  'PermissionSet',
  'Profile',
  'RecordType',
  'StaticResource',
  'User',
  'Name'
];

export type ToolingObject = keyof typeof fieldsOf;

export const toolingObjects: readonly ObjectDef[] = Object.entries(fieldsOf).map(([name, fields]) =>
  objectDef(name, fields)
);

export function keyPrefixOf(object: ToolingObject): string {
  return keyPrefixes[object];
}

const byName = new Map(toolingObjects.map((object) => [object.name.toLowerCase(), object]));
const shared = new Set(sharedObjects.map((name) => name.toLowerCase()));

/** The objects the Tooling API answers for: its own, and a few of the org's. */
export function toolingSchema(schema: Schema): Schema {
  const object = (name: string): ObjectDef | undefined =>
    byName.get(name.toLowerCase()) ?? (shared.has(name.toLowerCase()) ? schema.object(name) : undefined);
  return {
    ...schema,
    object,
    field: (objectName, fieldName) => object(objectName)?.fields.get(fieldName.toLowerCase()),
    objects: () => [...toolingObjects, ...sharedObjects.flatMap((name) => schema.object(name) ?? [])],
    objectOfId: (id) => toolingObjects.find(({ keyPrefix }) => keyPrefix === id.slice(0, 3)) ?? schema.objectOfId(id)
  };
}

function field(name: string, type: FieldType, traits: Partial<FieldDef> = {}): FieldDef {
  return makeField(name, name, type, traits);
}

function lookup(name: string, ...to: readonly string[]): FieldDef {
  return makeField(name, name, 'reference', {
    reference: {
      to,
      relationshipName: name.replace(/Id$/, ''),
      masterDetail: false,
      onDelete: 'SetNull',
      polymorphic: to.length > 1
    }
  });
}

function objectDef(name: string, fields: readonly FieldDef[]): ObjectDef {
  const id = makeField('Id', 'Id', 'id', { nillable: false, createable: false, updateable: false });
  const all = [id, ...fields];
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix: Object.entries(keyPrefixes).find(([object]) => object === name)?.[1] ?? '',
    kind: 'standard',
    custom: false,
    createable: false,
    updateable: false,
    deletable: false,
    undeletable: false,
    queryable: true,
    setup: true,
    sharingModel: 'ReadWrite',
    enableHistory: false,
    fields: new Map(all.map((each) => [each.name.toLowerCase(), each])),
    childRelationships: [],
    validationRules: [],
    recordTypes: [],
    compactLayouts: [],
    listViews: []
  };
}
