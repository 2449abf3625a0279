import type { Row } from '../../row.ts';
import type { Delivery, TriggerEvent } from '../../records/types.ts';
import { ApexList, ApexMap } from './collections.ts';
import { sobjectOfRow, writeChanges } from './rows.ts';
import { enumConstant, type ApexEnumValue } from './objects.ts';
import type { SObject } from './sobject.ts';
import { apex } from './transaction.ts';

/** What `Trigger.new` and its siblings show. */
export interface TriggerContext {
  readonly timing: 'before' | 'after';
  readonly operation: TriggerEvent['operation'];
  readonly new: ApexList | null;
  readonly old: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  /** Of platform events only. */
  readonly delivery: Delivery | undefined;
}

/** Fires triggers for the rows of one event: before insert and update, what they change is written back. */
export function fireTriggers(event: TriggerEvent, run: () => void): void {
  const fresh = event.newRows && recordsOf(event, event.newRows, event.timing === 'after');
  const old = event.oldRows && recordsOf(event, event.oldRows, true);
  const context: TriggerContext = {
    timing: event.timing,
    operation: event.operation,
    new: fresh === undefined ? null : listOf(event.object, fresh),
    old: old === undefined ? null : listOf(event.object, old),
    newMap: fresh === undefined ? null : mapOf(event.object, fresh),
    oldMap: old === undefined ? null : mapOf(event.object, old),
    delivery: event.delivery
  };
  apex().inTrigger(context, run);
  if (event.timing === 'before' && fresh !== undefined) {
    event.newRows?.forEach((row, index) => {
      const record = fresh[index];
      if (record !== undefined) writeChanges(record, row);
    });
  }
}

function recordsOf(event: TriggerEvent, rows: readonly Row[], readonly: boolean): SObject[] {
  return rows.map((row, index) => {
    const record = sobjectOfRow(row);
    record.readonly = readonly;
    record.errorSink = (message, field) => {
      event.addError(index, message, field);
    };
    return record;
  });
}

function listOf(object: string, records: SObject[]): ApexList {
  const list = new ApexList(object, records);
  list.readonly = true;
  return list;
}

/** Before insert the records have no ids: the platform has no map then. */
function mapOf(object: string, records: readonly SObject[]): ApexMap | null {
  if (records.some((record) => record.id === null)) return null;
  return new ApexMap(
    'Id',
    object,
    records.map((record) => [record.id, record])
  );
}

/** `Trigger.operationType` */
export function operationType(context: TriggerContext): ApexEnumValue {
  return enumConstant('TriggerOperation', `${context.timing}_${context.operation}`.toUpperCase());
}
