import { beforeEach, describe, expect, it } from 'vitest';
import type { TestOrg } from '../../support/org.ts';
import { insert, stored } from '../../support/things.ts';
import { apexOrg, run } from '../compiler/support.ts';

/** Writes down which triggers ran, and what the losers knew. */
const triggers = [
  `trigger Contacts on Contact (before delete, after delete, before update, after update) {
    Log.add(Trigger.operationType + ' ' + (Trigger.isDelete ? Trigger.old.size() : Trigger.new.size())
      + (Trigger.isDelete ? ' ' + (Trigger.old[0].MasterRecordId != null) : ''));
  }`,
  `trigger Cases on Case (before update, after update) { Log.add('case'); }`,
  `public class Log {
    public static List<String> lines = new List<String>();
    public static void add(String line) { lines.add(line); }
  }`
];

let org: TestOrg;
let account: string;
let master: string;
let loser: string;
let other: string;

beforeEach(() => {
  org = apexOrg();
  account = insert(org, 'Account', { Name: 'Acme' });
  master = insert(org, 'Contact', { LastName: 'Kept', AccountId: account, ReportsToId: null });
  loser = insert(org, 'Contact', { LastName: 'Lost', AccountId: account });
  other = insert(org, 'Contact', { LastName: 'Other', ReportsToId: loser });
});

const names = (): string =>
  `Contact master = new Contact(Id = '${master}', Title = 'Boss'); Contact loser = new Contact(Id = '${loser}');`;

describe('merge', () => {
  it('deletes the losers, names their master, and takes what referred to them along', () => {
    const help = insert(org, 'Case', { ContactId: loser });
    const task = insert(org, 'Task', { Subject: 'Call', WhoId: loser });
    const ran = run(
      org,
      `${names()} merge master loser;
      Contact gone = [SELECT IsDeleted, MasterRecordId FROM Contact WHERE Id = '${loser}' ALL ROWS];
      return gone.IsDeleted + ' ' + (gone.MasterRecordId == master.Id) + ' ' + [SELECT Title FROM Contact WHERE Id = :master.Id].Title;`
    );
    expect(ran.exception).toBe('');
    expect(ran.value).toBe('true true Boss');
    expect(stored(org, 'Case', help)).toMatchObject({ ContactId: master });
    expect(stored(org, 'Task', task)).toMatchObject({ WhoId: master });
    expect(stored(org, 'Contact', other)).toMatchObject({ ReportsToId: master });
    expect(org.store.all('SELECT "RelationId" AS id FROM "TaskRelation"')).toEqual([{ id: master }]);
  });

  it('runs delete triggers for the losers, then update triggers for the master, and none for what moved', () => {
    insert(org, 'Case', { ContactId: loser });
    const ran = run(
      org,
      `${names()} merge master new List<Contact>{ loser, new Contact(Id = '${other}') }; return String.join(Log.lines, ', ');`,
      ...triggers
    );
    expect(ran.value).toBe('BEFORE_DELETE 2 false, AFTER_DELETE 2 true, BEFORE_UPDATE 1, AFTER_UPDATE 1');
  });

  it('tells what it did, and what is wrong, through Database.merge', () => {
    const help = insert(org, 'Case', { ContactId: loser });
    expect(
      run(
        org,
        `${names()} Database.MergeResult r = Database.merge(master, loser.Id);
        return r.isSuccess() + ' ' + (r.getId() == master.Id) + (r.getMergedRecordIds()[0] == loser.Id) + r.getUpdatedRelatedIds().contains('${help}');`
      ).value
    ).toBe('true truetruetrue');
    expect(
      run(
        org,
        `${names()} List<Database.MergeResult> all = Database.merge(master, new List<Contact>{ loser }, false);
        return all.size() + ' ' + all[0].isSuccess() + all[0].getErrors()[0].getStatusCode();`
      ).value
    ).toBe('1 falseENTITY_IS_DELETED');
  });

  it('leaves all as it was if anything fails', () => {
    const help = insert(org, 'Case', { ContactId: loser });
    const ran = run(
      org,
      `${names()} merge master loser; return 'merged';`,
      `trigger Contacts on Contact (after update) { Trigger.new[0].addError('No'); }`
    );
    expect(ran.exception).toContain('Merge failed. First exception on row 0');
    expect(stored(org, 'Contact', loser)).toMatchObject({ IsDeleted: 0, MasterRecordId: null });
    expect(stored(org, 'Case', help)).toMatchObject({ ContactId: loser });
  });

  it('is refused for itself, for more than two, for other types, and by user mode without rights', () => {
    const failure = (body: string): string => run(org, `${names()} ${body} return 'merged';`).exception;
    expect(failure('merge master master;')).toContain('cannot be merged into itself');
    expect(failure(`merge master new List<Contact>{ loser, new Contact(Id = '${other}'), loser };`)).toContain(
      'One or two records'
    );
    expect(failure(`Database.merge(master, '${account}');`)).toContain('same type');
    expect(failure(`Thing__c a = new Thing__c(Name = 'a'); insert a; merge a a;`)).toContain('does not support merge');
  });

  it('moves contacts and cases of an account, and a loser can be the master’s parent', () => {
    const child = insert(org, 'Account', { Name: 'Child', ParentId: account });
    const ran = run(org, `merge new Account(Id = '${child}') new Account(Id = '${account}'); return 'merged';`);
    expect(ran.value).toBe('merged');
    expect(stored(org, 'Contact', master)).toMatchObject({ AccountId: child, IsDeleted: 0 });
    expect(stored(org, 'Account', child)).toMatchObject({ ParentId: null, IsDeleted: 0 });
    expect(stored(org, 'Account', account)).toMatchObject({ MasterRecordId: child, IsDeleted: 1 });
  });
});

describe('the recycle bin', () => {
  it('can be emptied of what was deleted, with what went along', () => {
    const help = insert(org, 'Case', { ContactId: loser });
    const comment = insert(org, 'CaseComment', { ParentId: help, CommentBody: 'hi' });
    const ran = run(
      org,
      `Case help = new Case(Id = '${help}'); delete help;
      List<Database.EmptyRecycleBinResult> all = Database.emptyRecycleBin(new List<Case>{ help, new Case(Id = '${help}') });
      return all[0].isSuccess() + ' ' + (all[0].getId() == help.Id) + all[1].isSuccess() + all[1].getErrors()[0].getStatusCode()
        + Database.emptyRecycleBin('${master}').isSuccess() + [SELECT COUNT() FROM CaseComment ALL ROWS];`
    );
    expect(ran.value).toBe('true truefalseDELETE_FAILEDfalse0');
    expect(stored(org, 'Case', help)).toBeUndefined();
    expect(stored(org, 'CaseComment', comment)).toBeUndefined();
    expect(stored(org, 'Contact', master)).toMatchObject({ IsDeleted: 0 });
  });
});
