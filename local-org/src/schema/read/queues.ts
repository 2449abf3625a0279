import type { Source } from '../draft.ts';
import {
  flag,
  ignored,
  invalid,
  many,
  mark,
  optional,
  record,
  required,
  text,
  unsupported,
  withDefault,
  word
} from '../shape.ts';
import type { XmlElement } from '../xml.ts';

const queue = record({
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
  queueRoutingConfig: unsupported
});

/** Reads `queues/*.queue`. */
export function readQueue(root: XmlElement, source: Source): void {
  const read = queue(root, source);
  if (read === invalid) return;
  const name = source.file.fullName;
  for (const { sobjectType: object } of read.queueSobject) {
    source.expect(
      object,
      () => source.draft.field(object.text, 'OwnerId')?.reference?.to.includes('Group') ?? false,
      `Object ${object.text} does not exist or cannot be owned by a queue`
    );
  }
  source.draft.queues.set(name, {
    name,
    label: read.name,
    ...(read.email === undefined ? {} : { email: read.email }),
    sendsEmailToMembers: read.doesSendEmailToMembers,
    users: read.queueMembers?.users?.user.map((user) => user.text) ?? [],
    objects: read.queueSobject.map((each) => each.sobjectType.text)
  });
}

const messageChannel = record({
  masterLabel: required(word),
  description: ignored,
  isExposed: ignored,
  lightningMessageFields: many(record({ fieldName: required(word), description: ignored }))
});

/** Reads `messageChannels/*.messageChannel`. */
export function readMessageChannel(root: XmlElement, source: Source): void {
  const read = messageChannel(root, source);
  if (read === invalid) return;
  const name = source.file.fullName;
  source.draft.messageChannels.set(name, { name, label: read.masterLabel });
}
