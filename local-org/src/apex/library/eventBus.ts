import type { ApexList } from '../runtime/index.ts';
import { NullPointerException, SObject, TypeException } from '../runtime/index.ts';
import { resultList, save } from '../runtime/dml.ts';
import { apexClass } from './declare.ts';

function checked(event: unknown): void {
  if (event === null) throw new NullPointerException('Argument 1 cannot be null');
  if (event instanceof SObject && event.object.kind !== 'platformEvent')
    throw new TypeException(`${event.object.name} is no platform event`);
}

export const eventBusType = apexClass('EventBus', {
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
