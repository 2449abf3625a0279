import { OrgError } from '../../../local-org/src/errors.ts';
import type { Problem } from '../../../local-org/src/errors.ts';
import type { Schema } from '../../../local-org/src/schema/index.ts';
import { parseXml } from '../../../local-org/src/schema/xml.ts';
import { checkQuery } from '../../../local-org/src/soql/index.ts';

/** A value of a custom metadata record, with its place. */
interface Value {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Settings whose paths stand in conditions: whose a row is, and what the filters ask for. */
const FILTERED = /^(Contact|Case|Account|Relation|Relation_Contact)_Path__c$|^(Channel|Direction)_Field__c$/;

/**
 * The faults of a record that names an object and its fields: `Object__c`, and `…_Field__c`, `…_Path__c`, `Filter__c` for it.
 * A setting `Relation_Object__c` names the object of the settings that begin with `Relation_`.
 * A record that is off may name an object that this org does not have: nothing of it can be looked up here.
 */
export function problemsInSources(file: string, text: string, schema: Schema): Problem[] {
  const values = valuesIn(text);
  const problems: Problem[] = [];
  if (values.get('Active__c')?.text === 'false' && !schema.object(values.get('Object__c')?.text ?? '')) return problems;
  const check = (query: string, { line, column }: Value, setting: string): void => {
    try {
      checkQuery(query, schema);
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      const message = error.message.replace(/^ERROR at Row:\d+:Column:\d+ /, '');
      problems.push({ file, line, column, message: `${setting}: ${message}` });
    }
  };
  for (const [setting, value] of values) {
    const object = objectOf(setting, values);
    if (!object || value.text === '') continue;
    if (setting.endsWith('Object__c')) check(`SELECT Id FROM ${value.text}`, value, setting);
    else if (setting === 'Filter__c') check(`SELECT Id FROM ${object} WHERE ${value.text}`, value, setting);
    else if (setting === 'Date_Field__c')
      check(`SELECT ${value.text} FROM ${object} ORDER BY ${value.text} DESC`, value, setting);
    else if (FILTERED.test(setting)) check(`SELECT Id FROM ${object} WHERE ${value.text} = null`, value, setting);
    else if (/_(Field|Path)__c$/.test(setting)) check(`SELECT ${value.text} FROM ${object}`, value, setting);
  }
  return problems;
}

/** The object that a setting's paths start from. */
function objectOf(setting: string, values: ReadonlyMap<string, Value>): string | undefined {
  const prefix = /^([A-Za-z]+_)/.exec(setting)?.[1] ?? '';
  return (values.get(`${prefix}Object__c`) ?? values.get('Object__c'))?.text;
}

function valuesIn(text: string): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const element of parseXml(text).children) {
    if (element.name !== 'values') continue;
    const setting = element.children.find((child) => child.name === 'field')?.text.trim();
    const value = element.children.find((child) => child.name === 'value');
    if (setting !== undefined && value)
      values.set(setting, { text: value.text.trim(), line: value.line, column: value.column });
  }
  return values;
}
