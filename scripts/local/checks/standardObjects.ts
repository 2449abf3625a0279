import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { buildSchema, type FieldDef, type ObjectDef, type Schema } from '../../../local-org/src/schema/index.ts';
import { isLeftOut } from './leftOut.ts';
import { javaFields, type JavaField } from './classFile.ts';

const libraries = fileURLToPath(
  new URL('../../../node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib', import.meta.url)
);
const packagePath = 'com/nawforce/runforce';

/** Which of our field types an Apex type stands for. */
const apexTypes: Readonly<Record<FieldDef['type'], string>> = {
  id: 'Id',
  reference: 'Id',
  string: 'String',
  textarea: 'String',
  picklist: 'String',
  multipicklist: 'String',
  combobox: 'String',
  email: 'String',
  phone: 'String',
  url: 'String',
  encryptedstring: 'String',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
  address: 'Address'
};

/** The members of a standard object as apex-ls knows them. */
interface PlatformObject {
  readonly fields: ReadonlyMap<string, string>;
  /** Parents by relationship name, with the name of their object. */
  readonly parents: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, string>;
}

function platformObject(members: readonly JavaField[]): PlatformObject {
  const fields = new Map<string, string>();
  const parents = new Map<string, string>();
  const children = new Map<string, string>();
  for (const { name, type, isArray, isStatic } of members) {
    if (isStatic) continue;
    const simple = type.slice(type.lastIndexOf('/') + 1).replace(/\$$/, '');
    if (isArray) children.set(name, simple);
    else if (type.startsWith(`${packagePath}/SObjects/`) && simple !== 'Address') parents.set(name, simple);
    else if (simple === 'SObject') parents.set(name, simple);
    else fields.set(name, simple);
  }
  return { fields, parents, children };
}

async function platformObjects(names: readonly string[]): Promise<ReadonlyMap<string, PlatformObject>> {
  const jar = (await readdir(libraries)).find((name) => name.startsWith('sobject-types-'));
  if (jar === undefined) throw new Error(`No sobject-types-*.jar in ${libraries}: run npm ci`);
  const wanted = new Map(names.map((name) => [`${packagePath}/SObjects/${name}.class`, name]));
  const entries = unzipSync(await readFile(join(libraries, jar)), { filter: ({ name }) => wanted.has(name) });
  return new Map(
    Object.entries(entries).map(([path, bytes]) => [wanted.get(path) ?? path, platformObject(javaFields(bytes))])
  );
}

function* fieldFaults(object: ObjectDef, platform: PlatformObject): Generator<string> {
  for (const field of object.fields.values()) {
    const place = `${object.name}.${field.name}`;
    const type = platform.fields.get(field.name);
    if (type === undefined) {
      if (!isLeftOut(`+${place}`)) yield `${place} is not a field of the platform`;
    } else if (type !== apexTypes[field.type]) {
      yield `${place} is ${field.type}, the platform's ${type}`;
    }
    const { reference } = field;
    if (!reference?.relationshipName) continue;
    const parent = platform.parents.get(reference.relationshipName);
    if (parent === undefined) {
      if (!isLeftOut(`+${place}`)) yield `${place}: the platform has no relationship ${reference.relationshipName}`;
    } else if (!reference.to.includes(parent) && !['Name', 'SObject'].includes(parent)) {
      yield `${place} refers to ${reference.to.join(', ')}, the platform's to ${parent}`;
    }
  }
  for (const name of platform.fields.keys()) {
    const place = `${object.name}.${name}`;
    if (!object.fields.has(name.toLowerCase()) && !isLeftOut(place)) yield `${place} is missing`;
  }
}

function* childFaults(object: ObjectDef, platform: PlatformObject, schema: Schema): Generator<string> {
  const ours = new Map<string, string>();
  for (const { childObject, relationshipName, field } of object.childRelationships) {
    if (relationshipName === undefined) continue;
    ours.set(relationshipName, childObject);
    const theirs = platform.children.get(relationshipName);
    if (theirs !== childObject) {
      yield `${childObject}.${field}: the platform's ${object.name} has no ${relationshipName} of ${childObject}`;
    }
  }
  for (const [relationship, child] of platform.children) {
    if (!schema.object(child) || ours.has(relationship)) continue;
    const place = `${object.name}.${relationship}`;
    if (!isLeftOut(place)) yield `${place}, the ${child} rows below, is missing`;
  }
}

/** Compares the local org's standard objects with those that apex-ls ships, both ways. @returns what differs */
export async function checkStandardObjects(): Promise<string[]> {
  const built = buildSchema([]);
  if (!('schema' in built)) throw new Error('The standard objects do not build');
  const { schema } = built;
  const objects = schema.objects();
  const platform = await platformObjects(objects.map(({ name }) => name));
  return objects.flatMap((object) => {
    const known = platform.get(object.name);
    if (!known) return [`The platform has no object ${object.name}`];
    return [...fieldFaults(object, known), ...childFaults(object, known, schema)];
  });
}
