import type { SavedRows } from '../records/types.ts';
import type { Schema } from '../schema/types.ts';

/** What was saved and may concern Omni-Channel, until it is looked at again. */
export class Changes {
  readonly routings = new Set<string>();
  readonly works = new Set<string>();
  readonly workItems = new Set<string>();
  readonly agents = new Set<string>();
  /** Those of the agents who came, went or changed their status. */
  readonly presences = new Set<string>();
  /** Something that may concern every agent. */
  everybody = false;

  /** Notes saved rows. */
  note(schema: Schema, { object, operation, rows }: SavedRows): void {
    for (const { row, old } of rows) {
      const id = String(row.values['Id']);
      const text = (field: string): string => String(row.values[field] ?? '');
      const changed = (field: string): boolean => row.values[field] !== old?.values[field];
      switch (object) {
        case 'PendingServiceRouting':
          this.routings.add(id);
          break;
        case 'AgentWork':
          this.works.add(id);
          this.agents.add(text('UserId'));
          break;
        case 'UserServicePresence':
          this.agents.add(text('UserId'));
          this.presences.add(text('UserId'));
          break;
        case 'ServiceResource':
          this.agents.add(text('RelatedRecordId'));
          if (old) this.agents.add(String(old.values['RelatedRecordId'] ?? ''));
          break;
        case 'User':
          if (old && changed('IsActive')) this.agents.add(id);
          break;
        case 'ServiceResourceSkill':
        case 'GroupMember':
          this.everybody = true;
          break;
        default:
          if (!isChannelObject(schema, object)) break;
          if (operation !== 'update' || changed('OwnerId') || changed('ClosedDate')) this.workItems.add(id);
      }
    }
  }

  /** Takes over what others noted. */
  add(other: Changes): void {
    for (const key of ['routings', 'works', 'workItems', 'agents', 'presences'] as const)
      for (const id of other[key]) this[key].add(id);
    this.everybody ||= other.everybody;
  }

  get isEmpty(): boolean {
    return !this.everybody && [this.routings, this.works, this.workItems, this.agents].every((ids) => ids.size === 0);
  }
}

const watched = new Set([
  'PendingServiceRouting',
  'AgentWork',
  'UserServicePresence',
  'ServiceResource',
  'ServiceResourceSkill',
  'GroupMember',
  'User'
]);

/** Whether Omni-Channel wants to know when records of an object are saved. */
export function concerns(schema: Schema, object: string): boolean {
  return watched.has(object) || isChannelObject(schema, object);
}

function isChannelObject({ omni }: Schema, object: string): boolean {
  return [...(omni?.channels.values() ?? [])].some((channel) => channel.object === object);
}
