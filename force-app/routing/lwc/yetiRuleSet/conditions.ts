import { at, isObject, type Findings } from './faults';
import { isOperator, operands, operators } from './operators';
import type { CatalogueField, Operator, Scalar } from './types';

/** How deep conditions may nest: an org's stack is short. */
const deepest = 10;
const groups = ['all', 'any', 'not', 'field'] as const;
/** Up to five relationships and a field, or a fact; what the facts of a customer are called is free. */
const fieldPath = /^([A-Za-z]\w*(\.[A-Za-z]\w*){0,5}|\$[A-Za-z]\w*(\.[\w-]+)+)$/;
const freeFacts = '$fact.';

const shapes: Readonly<Partial<Record<CatalogueField['type'], RegExp>>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  time: /^\d\d:\d\d$/
};

/** Finds the faults of a condition and of what is in it. */
export function checkCondition(condition: unknown, path: string, findings: Findings, depth = 1): void {
  if (!isObject(condition)) {
    findings.add(path, 'needsCondition');
    return;
  }
  const kinds = groups.filter((key) => Object.hasOwn(condition, key));
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) {
    findings.add(path, 'needsCondition');
  } else if (depth > deepest) {
    findings.add(path, 'tooDeep', deepest);
  } else if (kind === 'field') {
    checkComparison(condition, path, findings);
  } else {
    findings.object(condition, path, [kind]);
    const inside = at(path, kind);
    if (kind === 'not') {
      checkCondition(condition.not, inside, findings, depth + 1);
      return;
    }
    const parts = findings.list(condition[kind], inside);
    if (parts?.length === 0) findings.add(inside, 'emptyGroup', kind);
    parts?.forEach((part, index) => {
      checkCondition(part, `${inside}[${String(index)}]`, findings, depth + 1);
    });
  }
}

function checkComparison(comparison: Readonly<Record<string, unknown>>, path: string, findings: Findings): void {
  findings.object(comparison, path, ['field', 'op'], ['value']);
  const field = checkField(comparison.field, at(path, 'field'), findings);
  const op = comparison.op;
  if (op === undefined) return;
  if (!isOperator(op)) {
    findings.add(at(path, 'op'), 'unknownOperator', typeof op === 'string' ? op : JSON.stringify(op));
    return;
  }
  if (field && !operators[field.type].includes(op)) findings.add(at(path, 'op'), 'wrongOperator', op, field.type);
  else checkValue(op, comparison.value, at(path, 'value'), field, findings);
}

function checkField(field: unknown, path: string, findings: Findings): CatalogueField | undefined {
  if (typeof field !== 'string' || !fieldPath.test(field)) {
    findings.add(path, 'wrongField', typeof field === 'string' ? field : JSON.stringify(field));
    return undefined;
  }
  const known = findings.fields?.get(field.toLowerCase());
  if (findings.fields && !known && !field.startsWith(freeFacts)) findings.add(path, 'unknownField', field);
  return known;
}

function checkValue(
  op: Operator,
  value: unknown,
  path: string,
  field: CatalogueField | undefined,
  findings: Findings
): void {
  const operand = operands[op];
  if (operand === 'none') {
    if (value !== undefined) findings.add(path, 'needsNoValue', op);
    return;
  }
  if (operand === 'list' && (!Array.isArray(value) || value.length === 0)) {
    findings.add(path, 'needsValues', op);
    return;
  }
  const listed = Array.isArray(value) && (operand === 'list' || (operand === 'texts' && value.length > 0));
  const values: readonly unknown[] = listed ? value : [value];
  values.forEach((one: unknown, index) => {
    const place = listed ? `${path}[${String(index)}]` : path;
    if (operand === 'text' || operand === 'texts') {
      if (typeof one !== 'string' || one === '') findings.add(place, 'needsText', op);
      else checkFit(one, place, field, findings);
    } else if (!isScalar(one)) {
      findings.add(place, operand === 'order' ? 'needsOrder' : 'needsValue', op);
    } else if (operand === 'order' && typeof one === 'boolean') {
      findings.add(place, 'needsOrder', op);
    } else {
      checkFit(one, place, field, findings, operand !== 'order');
    }
  });
}

/** Whether a value can be one of the field's. */
function checkFit(
  value: Scalar,
  path: string,
  field: CatalogueField | undefined,
  findings: Findings,
  whole = false
): void {
  if (value === '') {
    findings.add(path, 'blankValue');
    return;
  }
  if (!field) return;
  const expected = field.type === 'number' || field.type === 'boolean' ? field.type : 'string';
  const shape = shapes[field.type];
  if (typeof value !== expected || (shape && !shape.test(String(value))))
    findings.add(path, 'wrongValue', String(value), field.type);
  else if (isUnknown(value, field) && (whole || field.type === 'multipicklist'))
    findings.add(path, 'unknownValue', String(value));
}

function isUnknown(value: Scalar, { values }: CatalogueField): boolean {
  return !!values && !values.some((known) => known.value.toLowerCase() === String(value).toLowerCase());
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && isFinite(value));
}
