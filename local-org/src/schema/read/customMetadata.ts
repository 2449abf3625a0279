import type { Source } from '../draft.ts';
import type { FieldValue } from '../../row.ts';
import { flag, ignored, many, mark, record, required, withDefault, word, element, type Read } from '../shape.ts';
import type { FieldDef } from '../types.ts';

export const customMetadata = record({
  label: required(word),
  protected: withDefault(flag, false),
  description: ignored,
  values: many(record({ field: required(mark), value: required(element) }))
});

/** A value as it travels in a row, or undefined if the text is none of the field's type. */
export function fieldValue(field: FieldDef, given: string): FieldValue | undefined {
  if (given === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      return given === 'true' || given === 'false' ? given === 'true' : undefined;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return Number.isFinite(Number(given)) ? Number(given) : undefined;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(given) ? given : undefined;
    case 'datetime': {
      const time = Date.parse(given);
      return Number.isNaN(time) ? undefined : time;
    }
    case 'picklist': {
      const known = field.picklist?.values.some((value) => value.value === given) ?? false;
      return known || field.picklist?.restricted === false ? given : undefined;
    }
    default:
      return field.length > 0 && given.length > field.length ? undefined : given;
  }
}

/** Takes `customMetadata/<type>.<record>.md`. */
export function takeCustomMetadata(read: Read<typeof customMetadata>, source: Source): void {
  const { draft } = source;
  const [typeName = '', name = ''] = source.file.fullName.split('.');
  const type = `${typeName}__mdt`;
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name)) {
    source.report(read, `Custom metadata record ${source.file.fullName} must be named <type>.<record>`);
  }
  draft.later(() => {
    const object = draft.objects.get(type);
    if (object?.kind !== 'customMetadata') {
      source.report(read, `Custom metadata type ${type} does not exist`);
      return;
    }
    const values: Record<string, FieldValue> = {};
    for (const { field: place, value } of read.values) {
      const field = object.fields.get(place.text.toLowerCase());
      if (!field?.custom) {
        source.report(place, `${type} has no field ${place.text}`);
        continue;
      }
      const isNull = value.attributes['xsi:nil'] === 'true';
      const converted = isNull ? null : fieldValue(field, value.text);
      if (converted === undefined) {
        source.report(value, `"${value.text}" is not a value of ${type}.${field.name}`);
      } else values[field.name] = converted;
    }
    for (const field of object.fields.values()) {
      if (!field.custom) continue;
      if (field.type === 'boolean') values[field.name] ??= field.defaultFormula === 'true';
      if (!field.nillable && field.type !== 'boolean' && (values[field.name] ?? null) === null) {
        source.report(read, `Required field missing: ${field.name}`);
      }
    }
    draft.customMetadata.push({ type: object.name, name, label: read.label, values });
  });
}
