import type { Draft } from '../draft.ts';
import type { Chunk } from '../saving.ts';
import { isChanged, readTexts, type Behaviour } from './behaviour.ts';

/** The code of a refused change to what is being routed; the platform's documents name none. */
const alreadyRouted = 'INVALID_OPERATION';

/** What must be known of work before it is routed. */
const neededWhenReady = ['RoutingModel', 'RoutingPriority', 'CapacityWeight'];

/** Work waits on the channel of its object, complete, and stays as it is once it is ready. */
export const pendingRoutingBehaviour: Behaviour = {
  derive(chunk, drafts) {
    if (chunk.operation === 'insert') checkChannels(chunk, drafts);
    for (const draft of drafts) {
      if (draft.old?.values['IsReadyForRouting'] === true && !chunk.options.asOrg) refuseChange(chunk, draft);
      else if (draft.row.values['IsReadyForRouting'] === true) checkComplete(draft);
    }
  }
};

/** What work needs is told before it is ready. */
export const skillRequirementBehaviour: Behaviour = {
  derive(chunk, drafts) {
    const parents = drafts.map(({ row }) => row.values['RelatedRecordId'] ?? null);
    const ready = new Set(
      chunk.org.store
        .all(
          `SELECT "Id" AS id FROM "PendingServiceRouting" WHERE "IsReadyForRouting" = 1 AND "Id" IN (SELECT value FROM json_each(?))`,
          [JSON.stringify([...new Set(parents)])]
        )
        .map(({ id }) => id)
    );
    for (const draft of drafts) {
      if (!ready.has(String(draft.row.values['RelatedRecordId']))) continue;
      draft.fail(alreadyRouted, 'Skill requirements are set before the work is ready for routing');
    }
  }
};

function refuseChange({ plan }: Chunk, draft: Draft): void {
  const changed = plan.stored.filter(({ name, createable }) => createable && isChanged(draft, name));
  if (changed.length === 0) return;
  const names = changed.map(({ name }) => name);
  draft.fail(alreadyRouted, `Work that is ready for routing can't be edited: ${names.join(', ')}`, names);
}

function checkComplete(draft: Draft): void {
  const { values } = draft.row;
  if ((values['CapacityPercentage'] ?? null) !== null)
    draft.fail('UNSUPPORTED', 'The local org does not support CapacityPercentage: give a CapacityWeight', [
      'CapacityPercentage'
    ]);
  const missing = neededWhenReady.filter((name) => (values[name] ?? null) === null);
  if (missing.length > 0)
    draft.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

function checkChannels(chunk: Chunk, drafts: readonly Draft[]): void {
  const channels = drafts.map(({ row }) => row.values['ServiceChannelId'] ?? null);
  const objects = readTexts(chunk, 'ServiceChannel', 'RelatedEntity', channels);
  for (const draft of drafts) {
    const item = draft.row.values['WorkItemId'];
    const object = objects.get(String(draft.row.values['ServiceChannelId']));
    if (typeof item !== 'string' || object === undefined) continue;
    const given = chunk.org.schema.objectOfId(item);
    if (given?.name.toLowerCase() === object.toLowerCase()) continue;
    draft.fail('FIELD_INTEGRITY_EXCEPTION', `The service channel takes ${object}, not ${given?.name ?? item}`, [
      'ServiceChannelId'
    ]);
  }
}
