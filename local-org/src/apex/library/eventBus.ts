import type { Delivery } from '../../records/types.ts';
import type { ApexList } from '../runtime/index.ts';
import { NullPointerException, SObject, TypeException } from '../runtime/index.ts';
import { resultList, save } from '../runtime/dml.ts';
import { apex } from '../runtime/transaction.ts';
import { apexClass } from './declare.ts';

function checked(event: unknown): void {
  if (event === null) throw new NullPointerException('Argument 1 cannot be null');
  if (event instanceof SObject && event.object.kind !== 'platformEvent')
    throw new TypeException(`${event.object.name} is no platform event`);
}

/** `EventBus.TriggerContext`: the delivery that a trigger of platform events runs for. */
class EventTriggerContext {
  readonly apexType = 'EventBus.TriggerContext';
  readonly delivery: Delivery;

  constructor(delivery: Delivery) {
    this.delivery = delivery;
  }
}

const eventBusType = apexClass('EventBus', {
  'static Database.SaveResult publish(SObject event)': (event: SObject | null) => {
    checked(event);
    return save('insert', event, { allOrNone: false, userMode: false })[0];
  },
  'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList | null) => {
    if (events === null) throw new NullPointerException('Argument 1 cannot be null');
    events.items.forEach(checked);
    return resultList('insert', save('insert', events, { allOrNone: false, userMode: false }));
  }
});

const triggerContextType = apexClass('EventBus.TriggerContext', {
  'static EventBus.TriggerContext currentContext()': () => {
    const delivery = apex().triggers.at(-1)?.delivery;
    return delivery === undefined ? null : new EventTriggerContext(delivery);
  },
  'Integer retries': (self: EventTriggerContext) => self.delivery.retries,
  'String lastError': (self: EventTriggerContext) => self.delivery.lastError,
  'String getResumeCheckpoint()': (self: EventTriggerContext) => self.delivery.checkpoint,
  'void setResumeCheckpoint(String replayId)': (self: EventTriggerContext, replayId: string | null) => {
    self.delivery.checkpoint = replayId;
  }
});

export const eventBusTypes = [eventBusType, triggerContextType];
