import { OrgError } from '../../errors.ts';
import type { AppDef, FlexiPageComponent, FlexiPageDef, ObjectDef, Schema } from '../../schema/index.ts';
import { objectOfRecord, readableObject, recordTypeIds, type Asking } from './asking.ts';
import { objectIcon } from './icons.ts';
import { queryRecords } from './records.ts';
import { addPath, selectionOf } from './selection.ts';

/** A page as the console composes it. */
export interface PageJson {
  readonly name: string;
  readonly label: string;
  readonly template: string;
  readonly regions: FlexiPageDef['regions'];
}

/** Which page kinds a component's design properties are declared for. */
const targets: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  UtilityBar: 'lightning__UtilityBar'
};

/** What App Builder presets for a component of the org on a page of that kind. */
export function presets(schema: Schema, component: string, pageType: string): Record<string, string> {
  const bundle = schema.bundles.get(component.replace(/^c:/, ''));
  const target = targets[pageType] ?? '';
  const properties = (bundle?.targetConfigs ?? [])
    .filter((config) => config.targets.includes(target))
    .flatMap((config) => config.properties);
  return Object.fromEntries(
    properties.flatMap(({ name, default: preset }) => (preset === undefined ? [] : [[name, preset]]))
  );
}

function withPresets(schema: Schema, component: FlexiPageComponent, pageType: string): FlexiPageComponent {
  return { ...component, properties: { ...presets(schema, component.component, pageType), ...component.properties } };
}

/** A page with the values App Builder presets filled in. */
export function pageJson({ schema }: Asking, page: FlexiPageDef): PageJson {
  return {
    name: page.name,
    label: page.label,
    template: page.template,
    regions: page.regions.map((region) => ({
      ...region,
      components: region.components.map((component) => withPresets(schema, component, page.type))
    }))
  };
}

/** A page by its name. @throws OrgError NOT_FOUND */
export function namedPage(asking: Asking, name: string): PageJson {
  const page = asking.schema.flexiPages.get(name);
  if (page) return pageJson(asking, page);
  throw new OrgError('NOT_FOUND', `FlexiPage ${name} does not exist`);
}

function component(identifier: string, name: string, properties: Record<string, string> = {}): FlexiPageComponent {
  return { identifier, component: name, properties, decorators: {} };
}

/** The page of an object that nobody made one for: highlights, details, related lists. */
function systemPage(object: ObjectDef): PageJson {
  return {
    name: `${object.name}_Record_Page`,
    label: object.label,
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [
      { name: 'header', type: 'Region', components: [component('highlights', 'force:highlightsPanel')] },
      { name: 'main', type: 'Region', components: [component('details', 'force:detailPanel')] },
      { name: 'sidebar', type: 'Region', components: [component('related', 'force:relatedListContainer')] }
    ]
  };
}

function profileName({ org, userId }: Asking): string {
  const row = org.store.get(
    'SELECT "Profile"."Name" AS name FROM "User" JOIN "Profile" ON "Profile"."Id" = "User"."ProfileId" WHERE "User"."Id" = ?',
    [userId]
  );
  return String(row?.['name'] ?? '');
}

/** The assignment of an app for an object: for the user's profile and record type first, then for all. */
function assignedPage(
  asking: Asking,
  app: AppDef | undefined,
  object: ObjectDef,
  recordType: string | undefined
): string | undefined {
  const candidates = (app?.pageAssignments ?? []).filter(
    (each) => each.formFactor === 'Large' && each.object.toLowerCase() === object.name.toLowerCase()
  );
  const profile = profileName(asking);
  const forProfile = candidates.filter((each) => each.profile === profile);
  return (
    forProfile.find((each) => each.recordType !== undefined && each.recordType === recordType) ??
    forProfile.find((each) => each.recordType === undefined) ??
    candidates.find((each) => each.profile === undefined)
  )?.content;
}

/** The record page of an object: the app's assignment, else the org's default, else the platform's own. */
export function objectPage(
  asking: Asking,
  object: ObjectDef,
  appName: string | undefined,
  recordType?: string
): PageJson {
  const app = appName === undefined ? undefined : asking.schema.apps.get(appName);
  const name = assignedPage(asking, app, object, recordType) ?? object.recordPage;
  const page = name === undefined ? undefined : asking.schema.flexiPages.get(name);
  return page ? pageJson(asking, page) : systemPage(object);
}

/** The page of a record, with the record's name and object. @throws OrgError NOT_FOUND */
export function recordPage(asking: Asking, recordId: string, app: string | undefined): object {
  const object = objectOfRecord(asking, recordId);
  const selection = selectionOf(object);
  const nameField = object.nameField ?? 'Id';
  addPath(asking, selection, nameField);
  const [record] = queryRecords(asking, selection, 'WHERE Id = :id', { id: recordId });
  if (!record) throw new OrgError('NOT_FOUND', 'The requested resource does not exist');
  const recordType = [...recordTypeIds(asking.org, object)].find(([, id]) => id === record.recordTypeId)?.[0];
  return {
    ...objectPage(asking, object, app, recordType),
    objectApiName: object.name,
    recordName: String(record.fields[nameField]?.value ?? record.id),
    icon: objectIcon(asking.schema, object)
  };
}

/** The page for an object and an action. @throws OrgError */
export function pageOfObject(
  asking: Asking,
  name: string,
  app: string | undefined,
  action: string | undefined
): object {
  const object = readableObject(asking, name);
  if (action !== undefined && action.toLowerCase() !== 'view') {
    throw new OrgError('INVALID_PARAMETER', `The local org has pages for the action View only, not ${action}`);
  }
  return { ...objectPage(asking, object, app), objectApiName: object.name };
}
