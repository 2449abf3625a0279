import type { ObjectDraft, Source } from '../draft.ts';
import type { FieldDef } from '../types.ts';
import { buildField } from './field.ts';
import { newObject } from './newObject.ts';
import type { ObjectRecord } from './objectShape.ts';
import { readCompactLayout, readListView } from './views.ts';

function addFields(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  const seen = new Set<string>();
  for (const field of object.fields) {
    const { text: name } = field.fullName;
    const key = name.toLowerCase();
    if (seen.has(key)) source.report(field.fullName, `Field ${name} stands twice`);
    seen.add(key);
    const standard = draft.fields.get(key);
    if (standard && !standard.custom) {
      customizeStandardField(field, standard, draft, source);
    } else if (!/^[A-Za-z](?:_?[A-Za-z0-9])*__c$/.test(name)) {
      source.report(field.fullName, `${draft.name} has no standard field ${name}; a custom field's name ends in __c`);
    } else {
      const built = buildField(field, draft, source);
      if (built) draft.fields.set(key, built);
    }
  }
}

/** What a package may say of a field the platform brings: that it is tracked, and its help. */
function customizeStandardField(
  field: ObjectRecord['fields'][number],
  standard: FieldDef,
  draft: ObjectDraft,
  source: Source
): void {
  const allowed = new Set([
    'fullName',
    'line',
    'column',
    'trackHistory',
    'inlineHelpText',
    'description',
    'type',
    'label'
  ]);
  for (const [element, value] of Object.entries(field)) {
    if (allowed.has(element) || value === undefined || value === false) continue;
    source.report(field, `The local org does not support ${element} of standard field ${draft.name}.${standard.name}`);
  }
  if (field.inlineHelpText !== undefined) {
    draft.fields.set(standard.name.toLowerCase(), { ...standard, helpText: field.inlineHelpText });
  }
}

function addRecordTypes(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  for (const type of object.recordTypes) {
    const picklists = new Map<string, { value: string; default: boolean }[]>();
    for (const { picklist, values } of type.picklistValues) {
      picklists.set(
        picklist.text.toLowerCase(),
        values.map((value) => ({ value: decodeURIComponent(value.fullName.text), default: value.default }))
      );
      source.draft.later(() => {
        const field = draft.fields.get(picklist.text.toLowerCase());
        if (!field?.picklist) {
          source.report(picklist, `${draft.name} has no picklist field ${picklist.text}`);
          return;
        }
        for (const { fullName } of values) {
          const value = decodeURIComponent(fullName.text);
          if (field.picklist.values.some((known) => known.value === value)) continue;
          source.report(fullName, `Picklist ${draft.name}.${field.name} has no value "${value}"`);
        }
      });
    }
    draft.recordTypes.push({
      developerName: type.fullName.text,
      label: type.label,
      active: type.active,
      picklists,
      ...(type.description === undefined ? {} : { description: type.description }),
      ...(type.compactLayoutAssignment ? { compactLayoutAssignment: type.compactLayoutAssignment.text } : {})
    });
  }
}

function addValidationRules(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  for (const rule of object.validationRules) {
    const field = rule.errorDisplayField;
    if (field) {
      source.expect(
        field,
        () => draft.fields.has(field.text.toLowerCase()),
        `Validation rule ${rule.fullName.text} shows its error at field ${draft.name}.${field.text}, which does not exist`
      );
    }
    draft.validationRules.push({
      name: rule.fullName.text,
      active: rule.active,
      condition: rule.errorConditionFormula,
      message: rule.errorMessage,
      ...(field ? { field: field.text } : {})
    });
  }
}

function addPages(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  const assigned = object.compactLayoutAssignment;
  if (assigned && assigned.text !== 'SYSTEM') {
    draft.compactLayoutAssignment = assigned.text;
    source.expect(
      assigned,
      () => draft.compactLayouts.some((layout) => layout.fullName === assigned.text),
      `${draft.name} has no compact layout ${assigned.text}`
    );
  }
  for (const override of object.actionOverrides) {
    if (override.type === 'Default') continue;
    const page = override.content;
    if (override.type !== 'Flexipage' || override.actionName !== 'View' || !page) {
      source.report(
        override,
        `The local org does not support an action override of ${override.actionName} by ${override.type}`
      );
      continue;
    }
    if (override.formFactor === 'Small') continue;
    draft.recordPage = page.text;
    source.expect(page, () => source.draft.flexiPages.has(page.text), `FlexiPage ${page.text} does not exist`);
  }
}

/** Tasks and events may be about records of such an object. */
function addActivities(object: ObjectDraft, source: Source): void {
  for (const name of ['Task', 'Event', 'TaskRelation', 'EventRelation']) {
    const activity = source.draft.objects.get(name);
    const key = name.endsWith('Relation') ? 'relationid' : 'whatid';
    const field = activity?.fields.get(key);
    if (!activity || !field?.reference) continue;
    const reference = { ...field.reference, to: [...field.reference.to, object.name] };
    activity.fields.set(key, { ...field, reference });
  }
}

/** Takes `objects/*.object`: a new object, or what is added to a standard one. */
export function takeObject(object: ObjectRecord, source: Source): void {
  const { draft } = source;
  const known = draft.objects.get(source.file.fullName);
  const target = known ?? newObject(object, source);
  if (!target) return;
  draft.objects.set(target.name, target);
  if (object.enableActivities && target.kind === 'custom') addActivities(target, source);
  addFields(object, target, source);
  addRecordTypes(object, target, source);
  addValidationRules(object, target, source);
  addPages(object, target, source);
  for (const view of object.listViews) readListView(view, target, source);
  for (const layout of object.compactLayouts) readCompactLayout(layout, target, source);
}
