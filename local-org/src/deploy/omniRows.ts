import type { FieldValue } from '../row.ts';
import type { OmniDef, PresenceConfigDef, Schema } from '../schema/types.ts';
import { gone } from './setup.ts';
import type { SetupRows } from './setupRows.ts';

interface Named {
  readonly name: string;
  readonly label: string;
}

/** Makes the rows of Omni-Channel's setup follow what is deployed. */
export function syncOmniRows(rows: SetupRows, before: Schema | undefined, { omni }: Schema): void {
  if (!omni) return;
  const old = before?.omni;
  sync(rows, 'QueueRoutingConfig', old?.routingConfigs, omni.routingConfigs, (config) => ({
    RoutingModel: config.model,
    RoutingPriority: config.priority,
    CapacityWeight: config.weight,
    PushTimeout: config.pushTimeout ?? null,
    DropAdditionalSkillsTimeout: config.dropTimeout ?? null
  }));
  sync(rows, 'ServiceChannel', old?.channels, omni.channels, ({ object, capacityModel }) => ({
    RelatedEntity: object,
    CapacityModel: capacityModel
  }));
  sync(rows, 'ServicePresenceStatus', old?.presenceStatuses, omni.presenceStatuses, () => ({}));
  for (const status of omni.presenceStatuses.values()) {
    replaceLinks(
      rows,
      'ServiceChannelStatus',
      ['ServicePresenceStatusId', idNamed(rows, 'ServicePresenceStatus', status.name)],
      ['ServiceChannelId', status.channels.map((channel) => idNamed(rows, 'ServiceChannel', channel))]
    );
  }
  sync(rows, 'PresenceDeclineReason', old?.declineReasons, omni.declineReasons, () => ({}));
  syncPresenceConfigs(rows, old, omni);
  if (omni.skillsRouting)
    sync(rows, 'Skill', old?.skills, omni.skills, ({ description }) => ({ Description: description ?? null }));
}

/** The id of a deployed component's row. */
export function idNamed(rows: SetupRows, object: string, name: string | undefined): string | null {
  return (name === undefined ? undefined : rows.find(object, { DeveloperName: name })) ?? null;
}

function sync<T extends Named>(
  rows: SetupRows,
  object: string,
  before: ReadonlyMap<string, T> | undefined,
  after: ReadonlyMap<string, T>,
  valuesOf: (definition: T) => Record<string, FieldValue>
): void {
  for (const definition of after.values()) {
    const { name, label } = definition;
    rows.put(object, { DeveloperName: name }, { MasterLabel: label, Language: 'en_US', ...valuesOf(definition) });
  }
  for (const { name } of gone(before, after)) rows.remove(object, { DeveloperName: name });
}

function syncPresenceConfigs(rows: SetupRows, before: OmniDef | undefined, omni: OmniDef): void {
  sync(rows, 'PresenceUserConfig', before?.presenceConfigs, omni.presenceConfigs, (config) => ({
    Capacity: config.capacity,
    OptionsIsAutoAcceptEnabled: config.autoAccept,
    OptionsIsDeclineEnabled: config.decline,
    OptionsIsDeclineReasonEnabled: config.declineReason,
    PresenceStatusOnDeclineId: idNamed(rows, 'ServicePresenceStatus', config.statusOnDecline),
    PresenceStatusOnPushTimeoutId: idNamed(rows, 'ServicePresenceStatus', config.statusOnPushTimeout)
  }));
  for (const config of omni.presenceConfigs.values()) assign(rows, config);
}

/** Assignments made in the org stay; the deployed ones are added. */
function assign(rows: SetupRows, config: PresenceConfigDef): void {
  const id = idNamed(rows, 'PresenceUserConfig', config.name);
  if (id === null) return;
  for (const username of config.users) {
    const user = rows.find('User', { Username: username });
    if (user !== undefined) rows.put('PresenceUserConfigUser', { UserId: user }, { PresenceUserConfigId: id });
  }
  for (const name of config.profiles) {
    const profile = rows.find('Profile', { Name: name });
    if (profile !== undefined)
      rows.put('PresenceUserConfigProfile', { ProfileId: profile }, { PresenceUserConfigId: id });
  }
  replaceLinks(
    rows,
    'PresenceConfigDeclineReason',
    ['PresenceUserConfigId', id],
    ['PresenceDeclineReasonId', config.reasons.map((reason) => idNamed(rows, 'PresenceDeclineReason', reason))]
  );
}

function replaceLinks(
  rows: SetupRows,
  object: string,
  [field, id]: readonly [string, string | null],
  [otherField, others]: readonly [string, readonly (string | null)[]]
): void {
  if (id === null) return;
  rows.remove(object, { [field]: id });
  for (const other of others) if (other !== null) rows.put(object, { [field]: id, [otherField]: other }, {});
}
