import { describe, expect, it } from 'vitest';
import { customObject, fields, schemaOf } from '../support/schema.ts';
import { messagesOf, problemsOf } from './problems.ts';

const thing = (content: string, options = {}): Record<string, string> => ({
  'objects/Thing__c.object': customObject('Thing', content, options)
});

describe('a custom object', () => {
  it('has its own fields, those of the platform, and its place below its parents', () => {
    const schema = schemaOf(
      thing(
        fields.text('Code__c', 20, '<externalId>true</externalId><unique>true</unique>') +
          fields.lookup('Contact__c', 'Contact', 'Things')
      )
    );
    const object = schema.object('thing__C');
    expect(object).toMatchObject({
      name: 'Thing__c',
      kind: 'custom',
      label: 'Thing',
      labelPlural: 'Things',
      nameField: 'Name'
    });
    expect(object?.keyPrefix).toMatch(/^a[0-9A-Za-z]{2}$/);
    expect(schema.objectOfId(`${object?.keyPrefix}000000000001AAA`)).toBe(object);
    expect([...(object?.fields.keys() ?? [])]).toEqual(
      expect.arrayContaining(['id', 'ownerid', 'isdeleted', 'name', 'createddate', 'systemmodstamp', 'code__c'])
    );
    expect(schema.field('Thing__c', 'CODE__c')).toMatchObject({
      length: 20,
      unique: true,
      externalId: true,
      indexed: true
    });
    expect(schema.field('Thing__c', 'Contact__c')?.reference).toMatchObject({
      relationshipName: 'Contact__r',
      childRelationshipName: 'Things__r',
      onDelete: 'SetNull'
    });
    expect(schema.object('Contact')?.childRelationships).toContainEqual({
      childObject: 'Thing__c',
      field: 'Contact__c',
      relationshipName: 'Things__r',
      cascadeDelete: false,
      restrictedDelete: false
    });
  });

  it('keeps its key prefix when other objects come and go', () => {
    const one = { 'objects/One__c.object': customObject('One') };
    const two = { 'objects/Two__c.object': customObject('Two') };
    const prefix = (files: Record<string, string>) => schemaOf(files).object('Two__c')?.keyPrefix;
    expect(prefix({ ...one, ...two })).toBe(prefix(two));
    expect(prefix({ ...two, ...one })).toBe(prefix(two));
  });

  it('gives every one of a thousand objects a prefix of its own', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`objects/Thing${index}__c.object`, customObject('Thing')])
    );
    const prefixes = schemaOf(files)
      .objects()
      .map((object) => object.keyPrefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('has no owner when it is a detail', () => {
    const schema = schemaOf({
      ...thing(
        '<fields><fullName>Count__c</fullName><label>Count</label><type>Number</type><precision>3</precision><scale>0</scale></fields>'
      ),
      'objects/Part__c.object': customObject('Part', fields.masterDetail('Thing__c', 'Thing__c', 'Parts'), {
        detail: true
      })
    });
    expect(schema.field('Part__c', 'OwnerId')).toBeUndefined();
    expect(schema.field('Part__c', 'Thing__c')).toMatchObject({ nillable: false, updateable: false });
    expect(schema.object('Thing__c')?.childRelationships).toContainEqual(
      expect.objectContaining({ childObject: 'Part__c', cascadeDelete: true })
    );
    expect(
      messagesOf({
        ...thing(''),
        'objects/Part__c.object': customObject('Part', fields.masterDetail('Thing__c', 'Thing__c', 'Parts'))
      })
    ).toEqual(['Part__c has a master-detail field: its sharingModel must be ControlledByParent']);
  });

  it.each([
    ['label', '<label>Thing</label>'],
    ['pluralLabel', '<pluralLabel>Things</pluralLabel>'],
    ['deploymentStatus', '<deploymentStatus>Deployed</deploymentStatus>'],
    ['sharingModel', '<sharingModel>ReadWrite</sharingModel>']
  ])('needs %s', (element, text) => {
    expect(messagesOf({ 'objects/Thing__c.object': customObject('Thing').replace(text, '') })).toEqual([
      `Required element ${element} is missing in CustomObject Thing__c`
    ]);
  });

  it('can be what tasks and events are about, if it says so', () => {
    const schema = schemaOf(thing('<enableActivities>true</enableActivities>'));
    expect(schema.field('Task', 'WhatId')?.reference?.to).toContain('Thing__c');
    expect(schema.object('Thing__c')?.childRelationships.map((child) => child.relationshipName)).toEqual(
      expect.arrayContaining(['Tasks', 'Events'])
    );
    expect(schemaOf(thing('')).field('Task', 'WhatId')?.reference?.to).not.toContain('Thing__c');
  });

  it('counts its names where they are numbers', () => {
    expect(schemaOf(thing('', { autoNumber: 'T-{0000}' })).field('Thing__c', 'Name')).toMatchObject({
      autoNumber: { format: 'T-{0000}' },
      createable: false,
      updateable: false
    });
  });
});

describe('other kinds of objects', () => {
  it('are custom metadata types, settings and platform events', () => {
    const schema = schemaOf({
      'objects/Rule__mdt.object': '<CustomObject><label>Rule</label><pluralLabel>Rules</pluralLabel></CustomObject>',
      'objects/Config__c.object':
        '<CustomObject><label>Config</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility></CustomObject>',
      'objects/Done__e.object':
        '<CustomObject><label>Done</label><pluralLabel>Done</pluralLabel><deploymentStatus>Deployed</deploymentStatus><publishBehavior>PublishImmediately</publishBehavior></CustomObject>'
    });
    expect(schema.object('Rule__mdt')).toMatchObject({
      kind: 'customMetadata',
      createable: false,
      keyPrefix: expect.stringMatching(/^m/)
    });
    expect(schema.field('Rule__mdt', 'DeveloperName')).toBeDefined();
    expect(schema.object('Config__c')).toMatchObject({ kind: 'customSetting', customSettingsType: 'Hierarchy' });
    expect(schema.field('Config__c', 'SetupOwnerId')?.reference?.polymorphic).toBe(true);
    expect(schema.object('Done__e')).toMatchObject({
      kind: 'platformEvent',
      queryable: false,
      publishBehavior: 'PublishImmediately'
    });
  });

  it('are named by their suffix', () => {
    expect(messagesOf({ 'objects/Lead.object': '<CustomObject/>' })).toEqual([
      'Object Lead is not a standard object of the local org and has no suffix __c, __mdt or __e'
    ]);
  });
});

describe('a standard object', () => {
  it('takes custom fields and help for its own', () => {
    const schema = schemaOf({
      'objects/Case.object': `<CustomObject>${fields.text('Area__c', 40)}<fields><fullName>Subject</fullName><inlineHelpText>In short.</inlineHelpText></fields></CustomObject>`
    });
    expect(schema.field('Case', 'Area__c')).toMatchObject({ custom: true, length: 40 });
    expect(schema.field('Case', 'Subject')).toMatchObject({ helpText: 'In short.', length: 255 });
    expect(schemaOf({}).field('Case', 'Area__c')).toBeUndefined();
  });

  it('keeps its own fields as they are', () => {
    expect(
      messagesOf({
        'objects/Case.object':
          '<CustomObject><fields><fullName>Subject</fullName><length>10</length></fields></CustomObject>'
      })
    ).toEqual(['The local org does not support length of standard field Case.Subject']);
    expect(
      messagesOf({
        'objects/Case.object':
          '<CustomObject><fields><fullName>Colour</fullName><type>Text</type></fields></CustomObject>'
      })
    ).toEqual(["Case has no standard field Colour; a custom field's name ends in __c"]);
  });
});

describe('a file', () => {
  it.each([
    ['that is no XML', '<CustomObject><label>', 1, /not well-formed XML/],
    ['that is empty', '', 1, /not well-formed XML/],
    ['with another root', '\n<CustomTab/>', 2, /The root element must be CustomObject, not CustomTab/],
    [
      'with an element nobody knows',
      '<CustomObject>\n  <colour>red</colour></CustomObject>',
      2,
      /Unknown element colour in CustomObject/
    ],
    [
      'with an element twice',
      '<CustomObject>\n<label>a</label>\n<label>b</label></CustomObject>',
      3,
      /Element label stands twice/
    ],
    ['with text between elements', '<CustomObject>stray</CustomObject>', 1, /Text is not allowed in CustomObject/],
    [
      'with a wrong word',
      '<CustomObject>\n<sharingModel>Open</sharingModel></CustomObject>',
      2,
      /sharingModel must be one of Private, .*, not "Open"/
    ],
    [
      'with a wrong boolean',
      '<CustomObject>\n<enableHistory>yes</enableHistory></CustomObject>',
      2,
      /enableHistory must be true or false, not "yes"/
    ],
    [
      'with what the local org does not do',
      '<CustomObject>\n<webLinks/></CustomObject>',
      2,
      /The local org does not support webLinks in CustomObject/
    ]
  ])('%s is refused with its line', (_what, text, line, message) => {
    const [problem] = problemsOf({ 'objects/Thing__c.object': text });
    expect(problem).toMatch(new RegExp(`^objects/Thing__c.object:${line}:\\d+ `));
    expect(problem).toMatch(message);
  });

  it('names line and column of the element', () => {
    const text = customObject('Thing', `\n   ${fields.lookup('Other__c', 'Nothing__c')}`);
    const line = text.split('\n').findIndex((each) => each.includes('<referenceTo>'));
    const column = (text.split('\n')[line] ?? '').indexOf('<referenceTo>');
    expect(problemsOf({ 'objects/Thing__c.object': text })).toEqual([
      `objects/Thing__c.object:${line + 1}:${column + 1} Field Thing__c.Other__c refers to object Nothing__c, which does not exist`
    ]);
  });

  it('of a type the local org does not know is refused by name', () => {
    expect(messagesOf({ 'profiles/Admin.profile': '<Profile/>' })).toEqual([
      'The local org does not support metadata of type Profile'
    ]);
  });

  it('with several faults tells all of them', () => {
    expect(problemsOf(thing(fields.text('A__c', 300) + fields.number('B__c', 2, 3)))).toHaveLength(2);
  });
});

describe('what hangs on an object', () => {
  it('is read: validation rules, record types, views', () => {
    const object = schemaOf(
      thing(`${fields.picklist('Kind__c', ['Red', 'Blue'])}
        <validationRules><fullName>Named</fullName><active>true</active><errorConditionFormula>ISBLANK(Name)</errorConditionFormula>
          <errorDisplayField>Kind__c</errorDisplayField><errorMessage>Name it.</errorMessage></validationRules>
        <recordTypes><fullName>Small</fullName><active>true</active><label>Small</label>
          <picklistValues><picklist>Kind__c</picklist><values><fullName>Red</fullName><default>true</default></values></picklistValues></recordTypes>
        <compactLayouts><fullName>Main</fullName><label>Main</label><fields>Name</fields><fields>Kind__c</fields></compactLayouts>
        <compactLayoutAssignment>Main</compactLayoutAssignment>
        <listViews><fullName>All</fullName><label>All</label><columns>NAME</columns><columns>Kind__c</columns><columns>OWNER.ALIAS</columns><filterScope>Everything</filterScope></listViews>`)
    ).object('Thing__c');
    expect(object?.validationRules).toEqual([
      { name: 'Named', active: true, condition: 'ISBLANK(Name)', message: 'Name it.', field: 'Kind__c' }
    ]);
    expect(object?.recordTypes[0]?.picklists.get('kind__c')).toEqual([{ value: 'Red', default: true }]);
    expect(object?.fields.get('recordtypeid')?.reference?.to).toEqual(['RecordType']);
    expect(object?.compactLayoutAssignment).toBe('Main');
    expect(object?.listViews[0]?.columns).toEqual(['Name', 'Kind__c', 'Owner.Alias']);
  });

  it.each([
    [
      '<compactLayouts><fullName>M</fullName><label>M</label><fields>No__c</fields></compactLayouts>',
      'Compact layout M: Thing__c has no field No__c'
    ],
    ['<compactLayoutAssignment>None</compactLayoutAssignment>', 'Thing__c has no compact layout None'],
    [
      '<listViews><fullName>All</fullName><label>All</label><columns>No__c</columns><filterScope>Everything</filterScope></listViews>',
      'List view All: Thing__c has no column No__c'
    ],
    [
      "<listViews><fullName>All</fullName><label>All</label><filterScope>Everything</filterScope><booleanFilter>1 OR Name != 'x'</booleanFilter><filters><field>NAME</field><operation>equals</operation></filters></listViews>",
      'List view All: booleanFilter must combine its filters by number, as in 1 AND (2 OR 3)'
    ],
    [
      '<listViews><fullName>All</fullName><label>All</label><filterScope>Queue</filterScope><queue>Nobody</queue></listViews>',
      'Queue Nobody does not exist'
    ],
    [
      '<validationRules><fullName>R</fullName><active>true</active><errorConditionFormula>TRUE</errorConditionFormula><errorDisplayField>No__c</errorDisplayField><errorMessage>m</errorMessage></validationRules>',
      'Validation rule R shows its error at field Thing__c.No__c, which does not exist'
    ],
    [
      '<recordTypes><fullName>R</fullName><active>true</active><label>R</label><picklistValues><picklist>No__c</picklist></picklistValues></recordTypes>',
      'Thing__c has no picklist field No__c'
    ],
    [
      '<actionOverrides><actionName>View</actionName><content>None</content><formFactor>Large</formFactor><type>Flexipage</type></actionOverrides>',
      'FlexiPage None does not exist'
    ]
  ])('must exist: %s', (content, message) => {
    expect(messagesOf(thing(content))).toEqual([message]);
  });
});
