import type { Problem } from '../errors.ts';
import { checkFormula, type FormulaUse, type ValueType, valueTypeOf } from '../formula/index.ts';
import type { FieldDef, MetadataFile, ObjectDef, Schema } from '../schema/types.ts';
import { childText, parseXml, type XmlElement } from './xml.ts';

/** Checks the formulas of all deployed objects: a change of one object may break a formula of another. */
export function checkFormulas(files: readonly MetadataFile[], schema: Schema): Problem[] {
  return files.flatMap((file) => {
    const object = file.type === 'CustomObject' ? schema.object(file.fullName) : undefined;
    return object ? checkObject(file, object, schema) : [];
  });
}

function checkObject(file: MetadataFile, object: ObjectDef, schema: Schema): Problem[] {
  const text = new TextDecoder().decode(file.content);
  const problems: Problem[] = [];
  const check = (element: XmlElement | undefined, use: FormulaUse, expects?: ValueType): void => {
    if (!element) return;
    const fault = checkFormula(element.text, { schema, object, use }, expects);
    if (!fault) return;
    const begin = beginOf(element, text);
    problems.push({
      file: file.file,
      line: begin.line + fault.line - 1,
      column: fault.line === 1 ? begin.column + fault.column - 1 : fault.column,
      message: fault.message
    });
  };
  for (const part of parseXml(text, file.file).children) {
    const child = (name: string) => part.children.find((element) => element.name === name);
    if (part.name === 'validationRules') check(child('errorConditionFormula'), 'validation', 'boolean');
    const field = part.name === 'fields' ? schema.field(object.name, childText(part, 'fullName') ?? '') : undefined;
    if (!field) continue;
    check(child('formula'), 'field', valueTypeOf(field));
    if (field.defaultFormula !== undefined) check(child('defaultValue'), 'default', defaultType(field));
  }
  return problems;
}

/** The default of a picklist is a text. */
function defaultType(field: FieldDef): ValueType | undefined {
  const type = valueTypeOf(field);
  return type === 'picklist' || type === 'multipicklist' ? undefined : type;
}

/** Where the text of an element begins, behind its tag, blanks and the opening of a CDATA section. */
function beginOf(element: XmlElement, text: string): { line: number; column: number } {
  const source = text.slice(element.start, element.end);
  const [lead = ''] = /^<[^>]*>\s*(?:<!\[CDATA\[\s*)?/.exec(source) ?? [];
  const lines = lead.split('\n');
  const last = lines.at(-1) ?? '';
  return { line: element.line + lines.length - 1, column: (lines.length === 1 ? element.column : 1) + last.length };
}
