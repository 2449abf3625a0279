import { randomUUID } from 'node:crypto';
import { OrgError } from '../errors.ts';
import { EventDelivery, keepMessages } from '../events/index.ts';
import type { FieldValue } from '../row.ts';
import { defaultsOf } from './defaults.ts';
import type { Draft } from './draft.ts';
import { FormulaReader } from './formulas.ts';
import { checkGiven } from './given.ts';
import { idOf } from './ids.ts';
import { planOf } from './plan.ts';
import type { Chunk } from './saving.ts';
import type { Batch } from './records.ts';
import { validate } from './validation.ts';

/** Inserting a platform event publishes it: now, or with the commit. It is never stored. */
export function publishEvents({ org, counters, object, operation, options }: Batch, drafts: readonly Draft[]): void {
  if (operation !== 'insert') {
    throw new OrgError('INVALID_TYPE_FOR_OPERATION', `The platform event ${object.name} can only be inserted.`);
  }
  const now = Math.floor(org.clock.now() / 1000) * 1000;
  const chunk: Chunk = {
    org,
    counters,
    plan: planOf(object),
    operation,
    options,
    now,
    formulas: new FormulaReader(org)
  };
  const defaults = defaultsOf(chunk);
  for (const draft of drafts) {
    if (draft.failed) continue;
    checkGiven(chunk, draft);
    draft.row = { type: object.name, values: { ...chunk.plan.blank, ...defaults, ...draft.given.values } };
  }
  validate(
    chunk,
    drafts.filter((draft) => !draft.failed)
  );
  const good = drafts.filter((draft) => !draft.failed);
  if (good.length === 0 || (options.allOrNone && good.length < drafts.length)) return;
  for (const draft of good) stamp(chunk, draft);
  const messages = good.map(({ id, row }) => ({ id: id ?? '', row }));
  const delivery = new EventDelivery(org, object.name, messages);
  if (object.publishBehavior === 'PublishImmediately' && !org.transaction.isolated) {
    org.events.enqueue([delivery]);
    return;
  }
  keepMessages(org.store, messages);
  org.transaction.afterCommit(delivery);
}

function stamp({ org, counters, plan, now }: Chunk, draft: Draft): void {
  draft.id = idOf(plan.object.keyPrefix, counters.next(plan.object.keyPrefix));
  const stamps: Record<string, FieldValue> = {
    ReplayId: String(counters.next('ReplayId')),
    EventUuid: randomUUID(),
    CreatedDate: now,
    CreatedById: org.transaction.userId
  };
  for (const [name, value] of Object.entries(stamps)) {
    if (plan.has(name)) draft.row.values[name] = value;
  }
}
