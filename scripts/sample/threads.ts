import { nameOf } from '../../sample/company/people.ts';
import type { NewRecord } from '../lib/ensure.ts';
import { record, type Company } from './company.ts';
import type { CaseOf, CommentOf, EmailOf, EventOf, HandoverOf, InteractionOf, Story, TaskOf } from './story.ts';

/** Characters of a preview. */
const longestPreview = 255;

export function caseRow(company: Company, one: CaseOf, { account }: Story): NewRecord {
  return record({
    Sample_Key__c: one.key,
    ContactId: company.maybe('Contact', one.contact),
    AccountId: one.contact === undefined ? undefined : company.id('Account', account.key),
    Subject: company.text(one.subject),
    Description: one.description && company.text(one.description),
    Type: one.type,
    Origin: one.origin,
    Product_Group__c: one.group,
    Status: one.status ?? 'Working',
    Priority: one.priority ?? 'Medium',
    OwnerId: company.userId(one.owner),
    Language: one.language,
    SuppliedName: one.supplied?.name,
    SuppliedEmail: one.supplied?.email,
    SuppliedPhone: one.supplied?.phone,
    CreatedDate: company.moments.at(one.at)
  });
}

/** As an integration delivers it: with the handle, and without a customer where only the handle tells who it was. */
export function interactionRow(company: Company, one: InteractionOf): NewRecord {
  const at = company.moments.at(one.at);
  return record({
    External_Id__c: `${one.channel}|${one.key}`,
    Channel__c: one.channel,
    Direction__c: one.direction ?? 'Inbound',
    Occurred_At__c: at,
    Ended_At__c: one.until && company.moments.at(one.until),
    Contact__c: company.maybe('Contact', one.contact),
    Case__c: company.maybe('Case', one.case),
    Agent__c: company.userId(one.agent),
    Handle__c: one.handle,
    Subject__c: one.subject && company.text(one.subject),
    Body__c: one.body && company.text(one.body),
    Thread_Key__c: one.thread,
    Outcome__c: one.outcome,
    Authentication__c: one.authentication,
    Authenticated_At__c: one.authenticatedAt && company.moments.at(one.authenticatedAt),
    Switch__c: one.switchedBy,
    Carried_Data__c:
      one.carried && JSON.stringify(one.carried.map((fact) => ({ ...fact, value: company.text(fact.value) }))),
    Purpose__c: one.purpose,
    Delivery_Status__c: one.delivery,
    Callback__c: one.callback,
    CreatedDate: at
  });
}

export function emailRow(company: Company, email: EmailOf): NewRecord {
  const at = company.moments.at(email.at);
  return record({
    MessageIdentifier: `<${email.key}@mail.zbik.example>`,
    ParentId: company.id('Case', email.case),
    Subject: company.text(email.subject),
    TextBody: company.text(email.text),
    HtmlBody: email.html && company.text(email.html),
    FromName: email.from.name,
    FromAddress: email.from.address,
    ToAddress: email.to,
    Incoming: email.incoming,
    Status: email.incoming ? '1' : '3',
    MessageDate: at,
    CreatedDate: at
  });
}

export function taskRow(company: Company, task: TaskOf): NewRecord {
  return record({
    WhatId: company.id('Case', task.case),
    WhoId: company.maybe('Contact', task.contact),
    Subject: company.text(task.subject),
    Description: task.text && company.text(task.text),
    TaskSubtype: task.call === undefined ? 'Task' : 'Call',
    CallType: task.call,
    Status: task.done ? 'Completed' : 'Not Started',
    Priority: 'Normal',
    ActivityDate: task.due && company.moments.day(task.due),
    OwnerId: company.userId(task.owner),
    CreatedDate: company.moments.at(task.at)
  });
}

export function eventRow(company: Company, event: EventOf): NewRecord {
  return record({
    WhatId: company.id('Case', event.case),
    WhoId: company.maybe('Contact', event.contact),
    Subject: company.text(event.subject),
    Description: event.text && company.text(event.text),
    Location: event.place,
    StartDateTime: company.moments.at(event.at),
    DurationInMinutes: event.minutes,
    OwnerId: company.userId(event.owner)
  });
}

export function commentRow(company: Company, comment: CommentOf): NewRecord {
  return record({
    ParentId: company.id('Case', comment.case),
    CommentBody: company.text(comment.text),
    IsPublished: comment.published ?? false,
    CreatedById: company.userId(comment.by),
    CreatedDate: company.moments.at(comment.at)
  });
}

export function handoverRow(company: Company, one: HandoverOf): NewRecord {
  const [from, to] = [nameOf(one.from), nameOf(one.to)];
  const brief = company.text(one.brief);
  return record({
    External_Id__c: `sample|${one.key}`,
    Case__c: company.id('Case', one.case),
    From__c: company.userId(one.from),
    To_User__c: company.userId(one.to),
    To_Name__c: to,
    Subject__c: `${from} → ${to}`,
    Preview__c: brief.slice(0, longestPreview),
    Brief__c: brief,
    Status__c: one.acknowledgedAt === undefined ? 'Asked' : 'Acknowledged',
    Asked_At__c: company.moments.at(one.at),
    Acknowledged_At__c: one.acknowledgedAt && company.moments.at(one.acknowledgedAt),
    Acknowledged_By__c: one.acknowledgedAt && company.userId(one.to),
    CreatedDate: company.moments.at(one.at)
  });
}
