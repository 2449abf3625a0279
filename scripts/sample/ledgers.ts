import type { NewRecord } from '../lib/ensure.ts';
import { record, type Company } from './company.ts';
import type { AuditOf, FactOf, LegalNoteOf, PinOf, PromiseOf, SystemEventOf } from './story.ts';

export function promiseRow(company: Company, promise: PromiseOf): NewRecord {
  return record({
    External_Id__c: `sample|${promise.key}`,
    Contact__c: company.id('Contact', promise.contact),
    Case__c: company.maybe('Case', promise.case),
    What__c: company.text(promise.what),
    Whose_Turn__c: promise.whose,
    Due_At__c: company.moments.at(promise.due),
    Status__c: promise.status ?? 'Open',
    Settled_At__c: promise.settledAt && company.moments.at(promise.settledAt),
    CreatedDate: company.moments.at(promise.givenAt)
  });
}

export function factRow(company: Company, fact: FactOf): NewRecord {
  return record({
    External_Id__c: `sample|${fact.contact}|${fact.key}`,
    Contact__c: company.id('Contact', fact.contact),
    Case__c: company.maybe('Case', fact.case),
    Key__c: fact.key,
    Value__c: company.text(fact.value),
    Source__c: fact.source,
    Told_At__c: company.moments.at(fact.at)
  });
}

export function pinRow(company: Company, pin: PinOf): NewRecord {
  return record({
    Item_Id__c: company.id('Yeti_Interaction__c', pin.interaction),
    Source__c: 'Yeti_Interaction',
    Contact__c: company.id('Contact', pin.contact),
    Case__c: company.maybe('Case', pin.case),
    Expires_At__c: pin.expires && company.moments.at(pin.expires)
  });
}

export function auditRow(company: Company, audit: AuditOf): NewRecord {
  const at = company.moments.at(audit.at);
  return record({
    Contact__c: company.id('Contact', audit.contact),
    Case__c: company.maybe('Case', audit.case),
    Item_Id__c: company.maybe('Yeti_Interaction__c', audit.interaction),
    Action__c: audit.action,
    Subject__c: company.text(audit.subject),
    Reason__c: audit.reason && company.text(audit.reason),
    Undone__c: audit.undone ?? false,
    Occurred_At__c: at,
    CreatedById: company.userId(audit.by),
    CreatedDate: at
  });
}

export function systemEventRow(company: Company, event: SystemEventOf): NewRecord {
  return record({
    Sample_Key__c: event.key,
    Contact__c: company.id('Contact', event.contact),
    Case__c: company.maybe('Case', event.case),
    Subject__c: company.text(event.subject),
    Happened_At__c: company.moments.at(event.at)
  });
}

export function legalNoteRow(company: Company, note: LegalNoteOf): NewRecord {
  const at = company.moments.at(note.at);
  return record({
    Sample_Key__c: note.key,
    Contact__c: company.id('Contact', note.contact),
    Case__c: company.maybe('Case', note.case),
    Subject__c: company.text(note.subject),
    Text__c: company.text(note.text),
    Written_At__c: at,
    CreatedById: company.userId(note.by),
    CreatedDate: at
  });
}
