import type { Problem } from '../errors.ts';
import type { FieldValue } from '../row.ts';
import { NameMap } from './nameMap.ts';
import type { Reporter } from './shape.ts';
import type { Place } from './xml.ts';
import type {
  AppDef,
  CompactLayoutDef,
  FieldDef,
  FlexiPageDef,
  LabelDef,
  LayoutDef,
  ListViewDef,
  LwcBundleDef,
  MetadataFile,
  ObjectDef,
  PermissionSetDef,
  PermissionSetGroupDef,
  PicklistValue,
  PresenceConfigDef,
  PresenceStatusDef,
  QueueDef,
  RecordTypeDef,
  RoutingConfigDef,
  ServiceChannelDef,
  SkillDef,
  TabDef,
  ValidationRule
} from './types.ts';

type Grown = 'fields' | 'validationRules' | 'recordTypes' | 'compactLayouts' | 'listViews';

/** An object while its parts are still being read. */
export interface ObjectDraft extends Omit<ObjectDef, Grown | 'compactLayoutAssignment' | 'recordPage'> {
  readonly fields: Map<string, FieldDef>;
  readonly validationRules: ValidationRule[];
  readonly recordTypes: RecordTypeDef[];
  readonly compactLayouts: CompactLayoutDef[];
  readonly listViews: ListViewDef[];
  compactLayoutAssignment?: string;
  recordPage?: string;
}

/** A custom metadata record with the values of its custom fields. */
export interface CustomMetadataRecord {
  /** `Some_Type__mdt` */
  readonly type: string;
  readonly name: string;
  readonly label: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** What is read for Omni-Channel, once its settings enable it. */
export class OmniDraft {
  readonly skillsRouting: boolean;
  readonly channels = new NameMap<ServiceChannelDef>();
  readonly routingConfigs = new NameMap<RoutingConfigDef>();
  readonly presenceStatuses = new NameMap<PresenceStatusDef>();
  readonly presenceConfigs = new NameMap<PresenceConfigDef>();
  readonly declineReasons = new NameMap<{ readonly name: string; readonly label: string }>();
  readonly skills = new NameMap<SkillDef>();

  constructor(skillsRouting: boolean) {
    this.skillsRouting = skillsRouting;
  }
}

/** Everything read so far. Readers fill it first; the checks they leave behind run once all files are read. */
export class Draft {
  readonly problems: Problem[] = [];
  readonly objects = new NameMap<ObjectDraft>();
  readonly labels = new NameMap<LabelDef>();
  readonly permissionSets = new NameMap<PermissionSetDef>();
  readonly permissionSetGroups = new NameMap<PermissionSetGroupDef>();
  readonly profiles = new NameMap<PermissionSetDef>();
  readonly customPermissions = new NameMap<{ readonly name: string; readonly label: string }>();
  readonly globalValueSets = new NameMap<readonly PicklistValue[]>();
  readonly apps = new NameMap<AppDef>();
  readonly tabs = new NameMap<TabDef>();
  readonly flexiPages = new NameMap<FlexiPageDef>();
  readonly layouts = new NameMap<LayoutDef>();
  readonly queues = new NameMap<QueueDef>();
  omni: OmniDraft | undefined;
  readonly messageChannels = new NameMap<{ readonly name: string; readonly label: string }>();
  readonly staticResources = new NameMap<{ readonly name: string; readonly contentType: string }>();
  readonly bundles = new NameMap<LwcBundleDef>();
  readonly translations = new NameMap<Map<string, string>>();
  readonly customMetadata: CustomMetadataRecord[] = [];
  /** Names of the Apex classes and triggers among the files. */
  readonly classes = new NameMap<true>();
  private readonly checks: (() => void)[] = [];

  addStandard(object: ObjectDef): void {
    this.objects.set(object.name, {
      ...object,
      fields: new Map(object.fields),
      validationRules: [],
      recordTypes: [],
      compactLayouts: [],
      listViews: [...object.listViews]
    });
  }

  /** Runs once all files are read and none has a fault of its own. */
  later(check: () => void): void {
    this.checks.push(check);
  }

  runChecks(): void {
    // A check may leave another one: fields of objects are complete only after value sets are.
    for (let next = this.checks.shift(); next; next = this.checks.shift()) next();
  }

  field(object: string, field: string): FieldDef | undefined {
    return this.objects.get(object)?.fields.get(field.toLowerCase());
  }
}

/** One file on its way into a draft. */
export class Source implements Reporter {
  readonly file: MetadataFile;
  readonly draft: Draft;

  constructor(file: MetadataFile, draft: Draft) {
    this.file = file;
    this.draft = draft;
  }

  report(place: Place, message: string): void {
    this.draft.problems.push({ file: this.file.file, line: place.line, column: place.column, message });
  }

  /** Reports, once everything is read, unless `holds`. */
  expect(place: Place, holds: () => boolean, message: string): void {
    this.draft.later(() => {
      if (!holds()) this.report(place, message);
    });
  }
}
