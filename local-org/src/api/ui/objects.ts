import { OrgError } from '../../errors.ts';
import {
  masterRecordTypeId,
  objectInfo,
  valueLabel,
  type FieldDef,
  type ObjectDef,
  type RecordTypeDef
} from '../../schema/index.ts';
import { readableObject, recordTypeIds, type Asking } from './asking.ts';

/** What the UI API tells of an object. @throws OrgError */
export function objectInfoJson(asking: Asking, name: string): object {
  const object = readableObject(asking, name);
  return objectInfo(asking.schema, object, {
    access: asking.access,
    language: asking.language,
    base: asking.base,
    recordTypeIds: recordTypeIds(asking.org, object)
  });
}

/** Several objects, each with a status of its own. */
export function objectInfos(asking: Asking, names: readonly string[]): object {
  const results = names.map((name) => {
    try {
      return { statusCode: 200, result: objectInfoJson(asking, name) };
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { statusCode: 400, result: [{ errorCode: error.code, message: error.message }] };
    }
  });
  return { results };
}

/** The record type behind an id; undefined for the master, which offers everything. @throws OrgError */
function recordTypeOf({ org }: Asking, object: ObjectDef, id: string): RecordTypeDef | undefined {
  if (id.slice(0, 15) === masterRecordTypeId.slice(0, 15)) return undefined;
  const name = [...recordTypeIds(org, object)].find(([, each]) => each.slice(0, 15) === id.slice(0, 15))?.[0];
  const type = object.recordTypes.find(({ developerName }) => developerName === name);
  if (type) return type;
  throw new OrgError('INVALID_PARAMETER', `${object.name} has no record type ${id}`);
}

function picklistJson(asking: Asking, object: ObjectDef, field: FieldDef, type: RecordTypeDef | undefined): object {
  const offered = type?.picklists.get(field.name.toLowerCase());
  const values = (field.picklist?.values ?? [])
    .filter(({ active, value }) => active && (offered === undefined || offered.some((each) => each.value === value)))
    .map((value) => ({
      isDefault: offered?.find((each) => each.value === value.value)?.default ?? value.default,
      json: {
        attributes: null,
        label: valueLabel(asking.schema, object.name, field, value, asking.language),
        validFor: [],
        value: value.value
      }
    }));
  return {
    controllerValues: {},
    defaultValue: values.find(({ isDefault }) => isDefault)?.json ?? null,
    url: `${asking.base}/ui-api/object-info/${object.name}/picklist-values/${masterRecordTypeId}/${field.name}`,
    values: values.map(({ json }) => json)
  };
}

/** The values of one picklist, or of all of an object. @throws OrgError */
export function picklistValues(
  asking: Asking,
  name: string,
  recordTypeId: string,
  fieldName: string | undefined
): object {
  const object = readableObject(asking, name);
  const type = recordTypeOf(asking, object, recordTypeId);
  const visible = (field: FieldDef): boolean =>
    field.picklist !== undefined && asking.access.fieldReadable(object.name, field.name);
  if (fieldName !== undefined) {
    const field = object.fields.get(fieldName.toLowerCase());
    if (field && visible(field)) return picklistJson(asking, object, field, type);
    throw new OrgError('INVALID_FIELD', `${object.name} has no picklist field ${fieldName}`, [fieldName]);
  }
  const picklists = [...object.fields.values()].filter(visible);
  return {
    picklistFieldValues: Object.fromEntries(
      picklists.map((field) => [field.name, picklistJson(asking, object, field, type)])
    )
  };
}
