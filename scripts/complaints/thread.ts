import type { NewRecord } from '../lib/ensure.ts';
import { numberOf, type Person } from './people.ts';
import type { Complaint } from './read.ts';

/** What a complaint becomes in the org once its contact is there. */
export function caseOf(complaint: Complaint, contactId: string, accountId: string): NewRecord {
  return {
    Complaint_Key__c: complaint.key,
    ContactId: contactId,
    AccountId: accountId,
    Subject: [complaint.issue, complaint.subIssue].filter(Boolean).join(': '),
    Description: [`${complaint.product} complaint about ${complaint.company}.`, submissionText(complaint)].join('\n\n'),
    Origin: complaint.submittedVia === 'Postal mail' ? 'Letter' : complaint.submittedVia,
    Status: statusOf(complaint),
    Priority: complaint.timely ? 'Medium' : 'High',
    CreatedDate: moment(complaint, complaint.received, 'received'),
    Complaint_Product__c: complaint.product,
    Complaint_Sub_Product__c: complaint.subProduct,
    Complaint_Issue__c: complaint.issue,
    Complaint_Sub_Issue__c: complaint.subIssue,
    Complaint_Company__c: complaint.company,
    Complaint_State__c: complaint.state,
    Complaint_Response__c: complaint.response,
    Complaint_Timely__c: complaint.timely,
    Complaint_Disputed__c: complaint.disputed
  };
}

/** A disputed answer is not the end of a case; an answer that never came is not either. */
function statusOf(complaint: Complaint): string {
  if (complaint.disputed || complaint.response === 'Untimely response') return 'Escalated';
  return complaint.response === 'In progress' ? 'Working' : 'Closed';
}

const submissionChannels = { Web: 'WebForm', Phone: 'Phone', 'Postal mail': 'Letter', Fax: 'Fax' } as const;

export interface CaseIds {
  readonly caseId: string;
  readonly contactId: string;
  readonly accountId: string;
}

/** What the customer sent; nothing of a referral: another agency sent that one. */
export function submissionOf(complaint: Complaint, ids: CaseIds): NewRecord | undefined {
  if (complaint.submittedVia === 'Referral') return undefined;
  const channel = submissionChannels[complaint.submittedVia];
  return {
    ...sharedOf(complaint, ids),
    External_Id__c: `${channel}|${complaint.key}-submission`,
    Channel__c: channel,
    Direction__c: 'Inbound',
    Occurred_At__c: moment(complaint, complaint.received, 'received'),
    Subject__c: complaint.issue,
    Body__c: submissionText(complaint)
  };
}

/** The submission, and an answer on paper. */
export function interactionsOf(complaint: Complaint, ids: CaseIds): NewRecord[] {
  const submission = submissionOf(complaint, ids);
  const interactions = submission === undefined ? [] : [submission];
  if (isAnswered(complaint) && answersOnPaper(complaint)) {
    interactions.push({
      ...sharedOf(complaint, ids),
      External_Id__c: `Letter|${complaint.key}-answer`,
      Channel__c: 'Letter',
      Direction__c: 'Outbound',
      Occurred_At__c: moment(complaint, complaint.sentToCompany, 'answered'),
      Subject__c: complaint.response,
      Body__c: answerText(complaint)
    });
  }
  return interactions;
}

function sharedOf({ key }: Complaint, { caseId, contactId, accountId }: CaseIds): NewRecord {
  return { Case__c: caseId, Contact__c: contactId, Account__c: accountId, Thread_Key__c: `complaint-${key}` };
}

/** The company's answer to those who wrote on the web or were referred. */
export function emailsOf(complaint: Complaint, person: Person, ids: CaseIds): NewRecord[] {
  if (!isAnswered(complaint) || answersOnPaper(complaint) || complaint.submittedVia === 'Phone') return [];
  return [
    {
      ParentId: ids.caseId,
      Subject: `${complaint.response}: ${complaint.issue}`,
      TextBody: answerText(complaint),
      HtmlBody: `<p>${escapeHtml(answerText(complaint)).replaceAll('\n\n', '</p><p>')}</p>`,
      FromAddress: `complaints@${complaint.company
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '')}.example`,
      FromName: complaint.company,
      ToAddress: person.email,
      Incoming: false,
      Status: '3',
      MessageDate: moment(complaint, complaint.sentToCompany, 'answered')
    }
  ];
}

/** The hand-over to the company, and the call with which it answers those who called. */
export function tasksOf(complaint: Complaint, ids: CaseIds): NewRecord[] {
  const common = { WhatId: ids.caseId, WhoId: ids.contactId, Status: 'Completed', Priority: 'Normal' };
  const tasks: NewRecord[] = [
    {
      ...common,
      Subject: complaint.submittedVia === 'Referral' ? 'Referral sent to the company' : 'Complaint sent to the company',
      TaskSubtype: 'Task',
      Description: `Sent to ${complaint.company}.`,
      ActivityDate: complaint.sentToCompany,
      CreatedDate: moment(complaint, complaint.sentToCompany, 'sent')
    }
  ];
  if (isAnswered(complaint) && complaint.submittedVia === 'Phone') {
    tasks.push({
      ...common,
      Subject: `Call: ${complaint.response}`,
      TaskSubtype: 'Call',
      CallType: 'Outbound',
      Description: answerText(complaint),
      ActivityDate: complaint.sentToCompany,
      CreatedDate: moment(complaint, complaint.sentToCompany, 'answered')
    });
  }
  return tasks;
}

export function commentsOf(complaint: Complaint, ids: CaseIds): NewRecord[] {
  if (!complaint.disputed) return [];
  return [
    {
      ParentId: ids.caseId,
      CommentBody: `The consumer disputes the answer "${complaint.response}".`,
      IsPublished: false,
      CreatedDate: moment(complaint, complaint.sentToCompany, 'disputed')
    }
  ];
}

function isAnswered(complaint: Complaint): boolean {
  return complaint.response !== 'In progress' && complaint.response !== 'Untimely response';
}

function answersOnPaper(complaint: Complaint): boolean {
  return complaint.submittedVia === 'Postal mail' || complaint.submittedVia === 'Fax';
}

function submissionText(complaint: Complaint): string {
  const about = [complaint.product, complaint.subProduct].filter(Boolean).join(', ');
  const what = [complaint.issue, complaint.subIssue].filter(Boolean).join(', ');
  return `Company: ${complaint.company}\nProduct: ${about}\nIssue: ${what}`;
}

function answerText(complaint: Complaint): string {
  const timely = complaint.timely ? 'The answer came in time.' : 'The answer came late.';
  return `${complaint.company} answered: ${complaint.response}.\n\n${timely}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const steps = { received: 0, sent: 1, answered: 2, disputed: 3 };

/** The published day with a made-up time in working hours, in the order in which the steps happen. ISO, UTC. */
function moment(complaint: Complaint, day: string, step: keyof typeof steps): string {
  const minutes = 14 * 60 + steps[step] * 110 + (numberOf(`${complaint.key} ${step}`) % 100);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${day}T${time}:00.000Z`;
}
