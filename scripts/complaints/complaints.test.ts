import { beforeAll, describe, expect, it } from 'vitest';
import { peopleOf } from './people.ts';
import { readComplaints, type Complaint } from './read.ts';
import { caseOf, commentsOf, emailsOf, interactionsOf, tasksOf } from './thread.ts';

const ids = { caseId: 'case', contactId: 'contact', accountId: 'account' };
let complaints: Complaint[];

beforeAll(async () => {
  complaints = await readComplaints();
});

describe('the published complaints', () => {
  it('are 3,186, each with a key of its own, also the eleven exact doubles', () => {
    expect(complaints).toHaveLength(3186);
    expect(new Set(complaints.map(({ key }) => key)).size).toBe(3186);
    expect(complaints.filter(({ key }) => !key.endsWith('-1'))).toHaveLength(11);
  });

  it('keep their keys from reading to reading, and copies have others', async () => {
    const again = await readComplaints(2);
    expect(again.slice(0, 3186).map(({ key }) => key)).toEqual(complaints.map(({ key }) => key));
    expect(new Set(again.map(({ key }) => key)).size).toBe(2 * 3186);
  });

  it('have ISO days', () => {
    expect(complaints[0]).toMatchObject({
      received: '2013-07-29',
      sentToCompany: '2013-07-30',
      submittedVia: 'Phone',
      state: 'VA'
    });
  });
});

describe('the people made for them', () => {
  it('are the same each time, live in the state of their complaints, and many have several', () => {
    const people = peopleOf(complaints);
    expect(peopleOf(complaints)).toEqual(people);
    const perPerson = new Map<string, number>();
    for (const { key, state } of complaints) {
      const person = people.get(key);
      expect(person?.state).toBe(state);
      perPerson.set(person?.key ?? '', (perPerson.get(person?.key ?? '') ?? 0) + 1);
    }
    expect([...perPerson.values()].filter((count) => count > 1).length).toBeGreaterThan(500);
  });

  it('stay the same when more copies are loaded, and copies have others', async () => {
    const people = peopleOf(complaints);
    const more = peopleOf(await readComplaints(2));
    for (const { key } of complaints) {
      expect(more.get(key)).toEqual(people.get(key));
      expect(more.get(`${key}x1`)?.key).toMatch(/x1$/);
    }
  });

  it('write from addresses that nobody owns', () => {
    for (const { email, phone } of peopleOf(complaints).values()) {
      expect(email).toMatch(/@example\.com$/);
      expect(phone).toMatch(/ 555 01\d\d$/);
    }
  });
});

describe('the thread of a complaint', () => {
  const made = (changes: Partial<Complaint>) => ({ ...(complaints[0] as Complaint), ...changes });
  const person = () => peopleOf(complaints).values().next().value ?? expect.fail('nobody');

  it.each([
    ['Web', 'WebForm'],
    ['Phone', 'Phone'],
    ['Postal mail', 'Letter'],
    ['Fax', 'Fax']
  ] as const)('begins with the submission: %s is the channel %s', (submittedVia, channel) => {
    expect(interactionsOf(made({ submittedVia }), ids)[0]).toMatchObject({
      Channel__c: channel,
      Direction__c: 'Inbound'
    });
  });

  it('has no submission when another agency referred it: that is the origin of the case', () => {
    const referral = made({ submittedVia: 'Referral' });
    expect(interactionsOf(referral, ids)).toEqual([]);
    expect(caseOf(referral, 'c', 'a')).toMatchObject({ Origin: 'Referral' });
  });

  it.each([
    ['Web', 'email'],
    ['Referral', 'email'],
    ['Phone', 'call'],
    ['Postal mail', 'letter'],
    ['Fax', 'letter']
  ] as const)('answers %s by %s, once', (submittedVia, how) => {
    const complaint = made({ submittedVia, response: 'Closed with explanation' });
    const answers = {
      email: emailsOf(complaint, person(), ids).length,
      call: tasksOf(complaint, ids).filter(({ TaskSubtype }) => TaskSubtype === 'Call').length,
      letter: interactionsOf(complaint, ids).filter(({ Direction__c }) => Direction__c === 'Outbound').length
    };
    expect(answers).toEqual({ email: 0, call: 0, letter: 0, [how]: 1 });
  });

  it('has no answer while the company works on it', () => {
    const complaint = made({ submittedVia: 'Web', response: 'In progress' });
    expect(emailsOf(complaint, person(), ids)).toEqual([]);
    expect(caseOf(complaint, 'c', 'a')).toMatchObject({ Status: 'Working' });
  });

  it('stays open where the answer is disputed, and says so', () => {
    const complaint = made({ disputed: true });
    expect(caseOf(complaint, 'c', 'a')).toMatchObject({ Status: 'Escalated' });
    expect(commentsOf(complaint, ids)).toHaveLength(1);
  });

  it('escapes what stands in HTML', () => {
    const [mail] = emailsOf(made({ submittedVia: 'Web', company: 'A <b>& Sons', response: 'Closed' }), person(), ids);
    expect(mail?.['HtmlBody']).toContain('A &lt;b&gt;&amp; Sons');
  });
});
