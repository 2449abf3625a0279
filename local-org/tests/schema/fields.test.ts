import { describe, expect, it } from 'vitest';
import { customObject, fields, schemaOf } from '../support/schema.ts';
import { messagesOf } from './problems.ts';

const thing = (content: string): Record<string, string> => ({
  'objects/Thing__c.object': customObject('Thing', content)
});
const fieldOf = (content: string) => schemaOf(thing(content)).field('Thing__c', 'F__c');
const field = (type: string, more = ''): string =>
  `<fields><fullName>F__c</fullName><label>F</label><type>${type}</type>${more}</fields>`;
const values =
  '<valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>true</default></value></valueSetDefinition>';

describe('a field is on the platform what its type says', () => {
  it.each([
    [fields.text('F__c', 80), { type: 'string', length: 80, filterable: true, groupable: true }],
    [
      fields.longText('F__c', 131072),
      { type: 'textarea', length: 131072, longText: true, filterable: false, sortable: false }
    ],
    [
      field('Html', '<length>1000</length><visibleLines>10</visibleLines>'),
      { richText: true, longText: true, filterable: false }
    ],
    [field('TextArea'), { type: 'textarea', length: 255, filterable: true }],
    [fields.number('F__c', 8, 2), { type: 'double', precision: 8, scale: 2, groupable: false }],
    [fields.currency('F__c'), { type: 'currency', precision: 18, scale: 2 }],
    [fields.percent('F__c'), { type: 'percent' }],
    [
      fields.checkbox('F__c', true),
      { type: 'boolean', nillable: false, defaultFormula: 'true', defaultedOnCreate: true }
    ],
    [fields.date('F__c'), { type: 'date', groupable: true }],
    [fields.datetime('F__c'), { type: 'datetime', groupable: false }],
    [fields.time('F__c'), { type: 'time' }],
    [fields.email('F__c'), { type: 'email', length: 80 }],
    [fields.phone('F__c'), { type: 'phone', length: 40 }],
    [fields.url('F__c'), { type: 'url', length: 255 }],
    [fields.picklist('F__c', ['A', 'B']), { type: 'picklist', length: 255 }],
    [
      fields.multipicklist('F__c', ['A', 'B']),
      { type: 'multipicklist', length: 4099, sortable: false, filterable: true }
    ],
    [fields.autoNumber('F__c', 'N-{0}'), { type: 'string', createable: false, autoNumber: { format: 'N-{0}' } }],
    [
      fields.formula('F__c', 'Text', 'Name & "<"'),
      { type: 'string', createable: false, formula: { text: 'Name & "<"', blankAsZero: true } }
    ],
    [fields.formula('F__c', 'Number', '1 + 1'), { type: 'double', updateable: false, scale: 2 }],
    [
      field('EncryptedText', '<length>10</length><maskChar>asterisk</maskChar><maskType>all</maskType>'),
      { type: 'encryptedstring', filterable: false }
    ],
    [
      fields.lookup(
        'F__c',
        'Case',
        undefined,
        '<required>true</required><deleteConstraint>Restrict</deleteConstraint>'
      ),
      { nillable: false, reference: { onDelete: 'Restrict' } }
    ],
    [
      fields.text('F__c', 10, '<defaultValue>"x"</defaultValue><required>true</required>'),
      { nillable: false, defaultFormula: '"x"', defaultedOnCreate: true }
    ]
  ])('%s', (text, expected) => expect(fieldOf(text)).toMatchObject(expected));
});

describe('a picklist', () => {
  it('takes the values of a global value set, whichever file comes first', () => {
    const set = {
      'globalValueSets/Colours.globalValueSet': `<GlobalValueSet><masterLabel>Colours</masterLabel><sorted>true</sorted>
        <customValue><fullName>r</fullName><label>Red</label><default>true</default></customValue>
        <customValue><fullName>b</fullName><label>Blue</label><default>false</default><isActive>false</isActive></customValue></GlobalValueSet>`
    };
    const object = thing(field('Picklist', '<valueSet><valueSetName>Colours</valueSetName></valueSet>'));
    const expected = {
      restricted: true,
      globalValueSet: 'Colours',
      values: [
        { value: 'b', label: 'Blue', active: false, default: false },
        { value: 'r', label: 'Red', active: true, default: true }
      ]
    };
    expect(schemaOf({ ...set, ...object }).field('Thing__c', 'F__c')?.picklist).toEqual(expected);
    expect(schemaOf({ ...object, ...set }).field('Thing__c', 'F__c')).toMatchObject({
      picklist: expected,
      defaultedOnCreate: true
    });
    expect(messagesOf(object)).toEqual(['Global value set Colours does not exist']);
  });

  it.each([
    ['', 'valueSet needs valueSetName or valueSetDefinition'],
    [`<valueSetName>X</valueSetName>${values}`, 'valueSet has both valueSetName and valueSetDefinition'],
    [
      '<valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>false</default></value><value><fullName>A</fullName><default>false</default></value></valueSetDefinition>',
      'Value "A" stands twice'
    ],
    [
      '<valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>true</default></value><value><fullName>B</fullName><default>true</default></value></valueSetDefinition>',
      'Only one value can be the default'
    ]
  ])('must make sense: %s', (set, message) => {
    expect(messagesOf(thing(field('Picklist', `<valueSet>${set}</valueSet>`)))).toEqual([message]);
  });
});

describe('a field is refused', () => {
  it.each([
    [field('Colour'), 'Unknown field type Colour'],
    [
      field('AutoNumber', '<displayFormat>{0}</displayFormat><startingNumber>100</startingNumber>'),
      'The local org does not support a startingNumber other than 0 and 1'
    ],
    [field('constructor'), 'Unknown field type constructor'],
    [field('Summary'), 'The local org does not support fields of type Summary'],
    ['<fields><fullName>F__c</fullName></fields>', 'Required element type is missing in field F__c'],
    ['<fields><label>F</label></fields>', 'Required element fullName is missing in fields'],
    [field('Text'), 'length is required for a field of type Text'],
    [fields.text('F__c', 256), 'length must be from 1 to 255 for a field of type Text, not 256'],
    [field('Text', '<length>0</length>'), 'length must be a whole number from 1 to 131072, not "0"'],
    [field('Text', '<length>x</length>'), 'length must be a whole number from 1 to 131072, not "x"'],
    [fields.longText('F__c', 255), 'length must be from 256 to 131072 for a field of type LongTextArea, not 255'],
    [fields.number('F__c', 19, 0), 'precision must be a whole number from 1 to 18, not "19"'],
    [fields.number('F__c', 2, 3), 'scale 3 is greater than precision 2'],
    [field('Checkbox'), 'defaultValue is required for a field of type Checkbox'],
    [field('Date', '<length>3</length>'), 'length is not allowed for a field of type Date'],
    [field('Email', '<formula>1</formula>'), 'A field of type Email cannot have a formula'],
    [
      fields.lookup('F__c', 'Case', undefined, '<required>true</required>'),
      'A required lookup needs deleteConstraint Restrict or Cascade'
    ],
    [
      fields.lookup('F__c', 'Case', 'Bad Name'),
      'relationshipName "Bad Name" must be letters, digits and single underscores'
    ],
    [fields.text('F'), "Thing__c has no standard field F; a custom field's name ends in __c"],
    [fields.text('F__c') + fields.text('F__c'), 'Field F__c stands twice'],
    [fields.text('F__c', 5, '<lookupFilter/>'), 'The local org does not support lookupFilter in fields']
  ])('%s → %s', (text, message) => expect(messagesOf(thing(text))).toEqual([message]));
});
