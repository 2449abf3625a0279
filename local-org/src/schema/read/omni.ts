import type { ObjectDef, RoutingModel } from '../types.ts';
import { OmniDraft, type Source } from '../draft.ts';
import {
  flag,
  ignored,
  many,
  mark,
  matching,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  whole,
  withDefault,
  word,
  type Read
} from '../shape.ts';
import { omniObjects, omniSkillObjects, queueRoutingConfigId } from '../standard/omni.ts';
import { profileNames, withObjects } from '../standard/profiles.ts';
import type { Place } from '../xml.ts';

const seconds = whole(0, 604_800);
const number = matching(/^\d+(\.\d+)?$/, 'a number');

export const omniSettings = record({
  enableOmniChannel: withDefault(flag, false),
  enableOmniSkillsRouting: withDefault(flag, false),
  enableOmniSecondaryRoutingPriority: ignored,
  enableOmniAutoLoginPrompt: ignored,
  enableOmniStatusCapModel: ignored
});

/** Takes `settings/OmniChannel.settings`: with it the org has the objects of Omni-Channel. */
export function takeOmniSettings(read: Read<typeof omniSettings>, { draft }: Source): void {
  if (!read.enableOmniChannel) return;
  const objects: readonly ObjectDef[] = [...omniObjects, ...(read.enableOmniSkillsRouting ? omniSkillObjects : [])];
  draft.omni = new OmniDraft(read.enableOmniSkillsRouting);
  for (const object of objects) draft.addStandard(object);
  draft.objects.get('Group')?.fields.set(queueRoutingConfigId.name.toLowerCase(), queueRoutingConfigId);
  for (const profile of [...draft.profiles.values()]) {
    const { fields, ...rest } = withObjects(profile, objects);
    const queues = { object: 'Group', field: queueRoutingConfigId.name, readable: true, editable: false };
    draft.profiles.set(profile.name, { ...rest, fields: [...fields, queues] });
  }
}

/** What belongs to Omni-Channel deploys only where it is enabled. */
function enabled(place: Place, source: Source): OmniDraft | undefined {
  const { omni } = source.draft;
  const what = `${source.file.type} needs Omni-Channel, which is not enabled in this org`;
  if (!omni) source.report(place, `${what}: deploy OmniChannelSettings first`);
  return omni;
}

export const serviceChannel = record({
  label: required(word),
  relatedEntityType: required(mark),
  capacityModel: withDefault(oneOf('TAB_BASED', 'STATUS_BASED'), 'TAB_BASED'),
  interactionComponent: ignored,
  doesMinimizeWidgetOnAccept: ignored,
  hasAutoAcceptEnabled: ignored,
  isInterruptible: ignored,
  secondaryRoutingPriorityField: unsupported,
  serviceChannelFieldPriorities: unsupported
});

/** Takes `serviceChannels/*.serviceChannel`. */
export function takeServiceChannel(read: Read<typeof serviceChannel>, source: Source): void {
  const omni = enabled(read, source);
  if (!omni) return;
  const { draft } = source;
  const name = source.file.fullName;
  const object = read.relatedEntityType.text;
  const other = [...omni.channels.values()].find((channel) => channel.object.toLowerCase() === object.toLowerCase());
  if (other) source.report(read.relatedEntityType, `${object} already has the service channel ${other.name}`);
  source.expect(read.relatedEntityType, () => draft.objects.has(object), `Object ${object} does not exist`);
  const capacityModel = read.capacityModel === 'STATUS_BASED' ? 'StatusBased' : 'TabBased';
  omni.channels.set(name, { name, label: read.label, object, capacityModel });
  for (const holder of ['PendingServiceRouting', 'AgentWork']) makeRoutable(source, holder, object);
}

/** Records of an object with a channel may be work items. */
function makeRoutable({ draft }: Source, holder: string, object: string): void {
  const field = draft.field(holder, 'WorkItemId');
  if (!field?.reference || field.reference.to.includes(object)) return;
  const reference = { ...field.reference, to: [...field.reference.to, object] };
  draft.objects.get(holder)?.fields.set('workitemid', { ...field, reference });
}

const models: Readonly<Record<string, RoutingModel>> = {
  MOST_AVAILABLE: 'MostAvailable',
  LEAST_ACTIVE: 'LeastActive',
  EXTERNAL_ROUTING: 'ExternalRouting'
};

export const routingConfig = record({
  label: required(word),
  routingModel: required(oneOf('MOST_AVAILABLE', 'LEAST_ACTIVE', 'EXTERNAL_ROUTING')),
  routingPriority: required(whole(0, 999_999_999)),
  capacityWeight: optional(number),
  capacityPercentage: unsupported,
  capacityType: ignored,
  pushTimeout: optional(seconds),
  dropAdditionalSkillsTimeout: optional(seconds),
  isAttributeBased: ignored,
  queueOverflowAssignee: unsupported,
  userOverflowAssignee: unsupported
});

/** Takes `queueRoutingConfigs/*.queueRoutingConfig`. */
export function takeRoutingConfig(read: Read<typeof routingConfig>, source: Source): void {
  const name = source.file.fullName;
  const { pushTimeout, dropAdditionalSkillsTimeout: dropTimeout } = read;
  enabled(read, source)?.routingConfigs.set(name, {
    name,
    label: read.label,
    model: models[read.routingModel] ?? 'MostAvailable',
    priority: read.routingPriority,
    weight: Number(read.capacityWeight ?? 1),
    ...(pushTimeout ? { pushTimeout } : {}),
    ...(dropTimeout ? { dropTimeout } : {})
  });
}

export const presenceStatus = record({
  label: required(word),
  channels: optional(record({ channel: many(mark) }))
});

/** Takes `servicePresenceStatuses/*.servicePresenceStatus`. */
export function takePresenceStatus(read: Read<typeof presenceStatus>, source: Source): void {
  const omni = enabled(read, source);
  const channels = read.channels?.channel ?? [];
  for (const channel of channels) {
    source.expect(
      channel,
      () => omni?.channels.has(channel.text) ?? false,
      `Service channel ${channel.text} does not exist`
    );
  }
  const name = source.file.fullName;
  omni?.presenceStatuses.set(name, { name, label: read.label, channels: channels.map((channel) => channel.text) });
}

export const declineReason = record({ label: required(word) });

/** Takes `presenceDeclineReasons/*.presenceDeclineReason`. */
export function takeDeclineReason(read: Read<typeof declineReason>, source: Source): void {
  const name = source.file.fullName;
  enabled(read, source)?.declineReasons.set(name, { name, label: read.label });
}

export const presenceConfig = record({
  label: required(word),
  capacity: required(whole(1, 1000)),
  assignments: optional(
    record({
      profiles: optional(record({ profile: many(word) })),
      users: optional(record({ user: many(word) }))
    })
  ),
  declineReasons: many(mark),
  enableAutoAccept: withDefault(flag, false),
  enableDecline: withDefault(flag, true),
  enableDeclineReason: withDefault(flag, false),
  enableDisconnectSound: ignored,
  enableRequestSound: ignored,
  interruptibleCapacity: unsupported,
  presenceStatusOnDecline: optional(mark),
  presenceStatusOnPushTimeout: optional(mark)
});

/** Takes `presenceUserConfigs/*.presenceUserConfig`. */
export function takePresenceConfig(read: Read<typeof presenceConfig>, source: Source): void {
  const omni = enabled(read, source);
  if (!omni) return;
  const { presenceStatusOnDecline: onDecline, presenceStatusOnPushTimeout: onTimeout } = read;
  for (const reason of read.declineReasons)
    source.expect(reason, () => omni.declineReasons.has(reason.text), `Decline reason ${reason.text} does not exist`);
  for (const status of [onDecline, onTimeout]) {
    if (!status) continue;
    source.expect(status, () => omni.presenceStatuses.has(status.text), `Status ${status.text} does not exist`);
  }
  const name = source.file.fullName;
  omni.presenceConfigs.set(name, {
    name,
    label: read.label,
    capacity: read.capacity,
    autoAccept: read.enableAutoAccept,
    decline: read.enableDecline,
    declineReason: read.enableDeclineReason,
    reasons: read.declineReasons.map((reason) => reason.text),
    ...(onDecline ? { statusOnDecline: onDecline.text } : {}),
    ...(onTimeout ? { statusOnPushTimeout: onTimeout.text } : {}),
    users: read.assignments?.users?.user ?? [],
    profiles: (read.assignments?.profiles?.profile ?? []).map((profile) => profileNames.get(profile) ?? profile)
  });
}

export const skill = record({
  label: required(word),
  description: optional(text),
  skillType: ignored,
  assignments: unsupported
});

/** Takes `skills/*.skill`. */
export function takeSkill(read: Read<typeof skill>, source: Source): void {
  const omni = enabled(read, source);
  if (omni?.skillsRouting === false) source.report(read, 'Skill needs enableOmniSkillsRouting in OmniChannelSettings');
  const name = source.file.fullName;
  const { description } = read;
  omni?.skills.set(name, { name, label: read.label, ...(description === undefined ? {} : { description }) });
}
