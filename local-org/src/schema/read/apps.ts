import type { Source } from '../draft.ts';
import {
  flag,
  ignored,
  many,
  mark,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  withDefault,
  word,
  type Read,
  type RecordOf
} from '../shape.ts';
import type { AppDef } from '../types.ts';
import { profileNames } from '../standard/profiles.ts';
import { expectTab } from './tabs.ts';

const override = {
  actionName: required(oneOf('View', 'Tab', 'New', 'Edit')),
  content: optional(mark),
  formFactor: withDefault(oneOf('Large', 'Small', 'Medium'), 'Large'),
  type: required(oneOf('Default', 'Flexipage', 'LightningComponent', 'Visualforce', 'Standard')),
  pageOrSobjectType: required(mark)
};

export const application = record({
  label: required(word),
  description: optional(text),
  navType: withDefault(oneOf('Standard', 'Console'), 'Standard'),
  uiType: required(oneOf('Lightning')),
  formFactors: many(oneOf('Large', 'Small', 'Medium')),
  tabs: many(mark),
  utilityBar: optional(mark),
  defaultLandingTab: optional(mark),
  brand: optional(
    record({
      headerColor: optional(word),
      footerColor: ignored,
      logo: ignored,
      logoVersion: ignored,
      shouldOverrideOrgTheme: withDefault(flag, false)
    })
  ),
  actionOverrides: many(record({ ...override, comment: ignored, skipRecordTypeSelect: ignored })),
  profileActionOverrides: many(record({ ...override, profile: required(mark), recordType: optional(mark) })),
  isNavAutoTempTabsDisabled: ignored,
  isNavPersonalizationDisabled: ignored,
  isNavTabPersistenceDisabled: ignored,
  isOmniPinnedViewEnabled: ignored,
  isServiceCloudConsole: ignored,
  setupExperience: ignored,
  workspaceConfig: optional(record({ mappings: many(record({ tab: required(mark), fieldName: optional(mark) })) })),
  consoleConfig: unsupported,
  logo: unsupported,
  preferences: unsupported,
  subscriberTabs: unsupported
});

type App = Read<typeof application>;
type Assignment = AppDef['pageAssignments'][number];

/** One page assignment, or undefined for what is no assignment or was reported. */
function assignment(each: RecordOf<typeof override>, source: Source): Assignment | undefined {
  const { draft } = source;
  if (each.type === 'Default') return undefined;
  const { content, pageOrSobjectType: object } = each;
  if (each.type !== 'Flexipage' || each.actionName !== 'View' || !content) {
    source.report(each, `The local org does not support an action override of ${each.actionName} by ${each.type}`);
    return undefined;
  }
  source.expect(object, () => draft.objects.has(object.text), `Object ${object.text} does not exist`);
  draft.later(() => {
    const page = draft.flexiPages.get(content.text);
    if (!page) source.report(content, `FlexiPage ${content.text} does not exist`);
    else if (page.object?.toLowerCase() !== object.text.toLowerCase()) {
      source.report(content, `FlexiPage ${content.text} is not a record page of ${object.text}`);
    }
  });
  return { actionName: each.actionName, content: content.text, object: object.text, formFactor: each.formFactor };
}

/** A page assignment for one profile, perhaps for one record type only. */
function profileAssignment(each: App['profileActionOverrides'][number], source: Source): Assignment | undefined {
  const assigned = assignment(each, source);
  if (!assigned) return undefined;
  const profile = profileNames.get(each.profile.text);
  if (profile === undefined) source.report(each.profile, `Profile ${each.profile.text} does not exist`);
  const place = each.recordType;
  const recordType = place?.text.split('.')[1];
  if (place) {
    const known = (): boolean =>
      source.draft.objects.get(assigned.object)?.recordTypes.some((type) => type.developerName === recordType) ?? false;
    source.expect(place, known, `Record type ${place.text} does not exist`);
  }
  return {
    ...assigned,
    ...(profile === undefined ? {} : { profile }),
    ...(recordType === undefined ? {} : { recordType })
  };
}

/** Takes `applications/*.app`. */
export function takeApplication(app: Read<typeof application>, source: Source): void {
  const { draft } = source;
  const name = source.file.fullName;
  for (const tab of app.tabs) expectTab(tab, source);
  for (const { tab } of app.workspaceConfig?.mappings ?? []) expectTab(tab, source);
  const bar = app.utilityBar;
  if (bar) {
    const known = (): boolean => draft.flexiPages.get(bar.text)?.type === 'UtilityBar';
    source.expect(bar, known, `Utility bar ${bar.text} does not exist`);
  }
  draft.apps.set(name, {
    name,
    label: app.label,
    ...(app.description === undefined ? {} : { description: app.description }),
    navType: app.navType,
    tabs: app.tabs.map((tab) => tab.text),
    ...(bar ? { utilityBar: bar.text } : {}),
    ...(app.brand?.headerColor === undefined ? {} : { headerColor: app.brand.headerColor }),
    pageAssignments: [
      ...app.actionOverrides.flatMap((each) => assignment(each, source) ?? []),
      ...app.profileActionOverrides.flatMap((each) => profileAssignment(each, source) ?? [])
    ]
  });
}
