import type { Source } from '../draft.ts';
import {
  flag,
  ignored,
  many,
  mark,
  optional,
  record,
  required,
  text,
  unsupported,
  withDefault,
  word,
  type Read
} from '../shape.ts';

export const queue = record({
  name: required(word),
  description: ignored,
  doesSendEmailToMembers: withDefault(flag, false),
  email: optional(text),
  queueSobject: many(record({ sobjectType: required(mark) })),
  queueMembers: optional(
    record({
      users: optional(record({ user: many(mark) })),
      publicGroups: unsupported,
      roleAndSubordinates: unsupported,
      roleAndSubordinatesInternal: unsupported,
      roles: unsupported
    })
  ),
  queueRoutingConfig: optional(mark)
});

/** Takes `queues/*.queue`. */
export function takeQueue(read: Read<typeof queue>, source: Source): void {
  const name = source.file.fullName;
  for (const { sobjectType: object } of read.queueSobject) {
    source.expect(
      object,
      () => source.draft.field(object.text, 'OwnerId')?.reference?.to.includes('Group') ?? false,
      `Object ${object.text} does not exist or cannot be owned by a queue`
    );
  }
  const routing = read.queueRoutingConfig;
  if (routing) {
    source.expect(
      routing,
      () => source.draft.omni?.routingConfigs.has(routing.text) ?? false,
      `Queue ${name} is routed by the configuration ${routing.text}, which does not exist`
    );
  }
  source.draft.queues.set(name, {
    name,
    label: read.name,
    ...(read.email === undefined ? {} : { email: read.email }),
    sendsEmailToMembers: read.doesSendEmailToMembers,
    users: read.queueMembers?.users?.user.map((user) => user.text) ?? [],
    objects: read.queueSobject.map((each) => each.sobjectType.text),
    ...(routing ? { routingConfig: routing.text } : {})
  });
}

export const messageChannel = record({
  masterLabel: required(word),
  description: ignored,
  isExposed: ignored,
  lightningMessageFields: many(record({ fieldName: required(word), description: ignored }))
});

/** Takes `messageChannels/*.messageChannel`. */
export function takeMessageChannel(read: Read<typeof messageChannel>, source: Source): void {
  const name = source.file.fullName;
  source.draft.messageChannels.set(name, { name, label: read.masterLabel });
}
