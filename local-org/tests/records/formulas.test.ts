import { expect, it } from 'vitest';
import { FakeTriggers } from '../support/triggers.ts';
import { start } from '../support/org.ts';
import type { TestOrg } from '../support/org.ts';
import { codes, insert, save, stored, thing, thingOrg } from '../support/things.ts';

const rules = `${thing}
  <fields><fullName>Due__c</fullName><label>Due</label><type>Date</type><defaultValue>TODAY() + 7</defaultValue></fields>
  <fields><fullName>Loud__c</fullName><label>Loud</label><type>Text</type><formula>UPPER(Name) &amp; IF(ISBLANK(Parent__r.Name), "", "/" &amp; Parent__r.Name)</formula></fields>
  <validationRules><fullName>No_zero</fullName><active>true</active><errorConditionFormula>Amount__c = 0</errorConditionFormula><errorDisplayField>Amount__c</errorDisplayField><errorMessage>Zero is nothing</errorMessage></validationRules>
  <validationRules><fullName>Off</fullName><active>false</active><errorConditionFormula>true</errorConditionFormula><errorMessage>Never</errorMessage></validationRules>
  <validationRules><fullName>Keep_blue</fullName><active>true</active><errorConditionFormula>AND(NOT(ISNEW()), ISPICKVAL(PRIORVALUE(Kind__c), "Blue"), ISCHANGED(Kind__c))</errorConditionFormula><errorMessage>Blue stays blue</errorMessage></validationRules>`;

const files = { 'objects/Thing__c.object': rules };

it('evaluates defaults where nothing was given', () => {
  const org = thingOrg({ files });
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  expect(stored(org, 'Thing__c', insert(org, 'Thing__c', { Name: 'x' }))).toMatchObject({
    Due__c: day(start + 7 * 86_400_000),
    Done__c: 0
  });
  expect(stored(org, 'Thing__c', insert(org, 'Thing__c', { Name: 'x', Due__c: null }))).toMatchObject({ Due__c: null });
});

it('refuses what a validation rule refuses, in its words', () => {
  const org = thingOrg({ files });
  const [result] = save(org, 'insert', [{ Name: 'x', Amount__c: 0 }]);
  expect(result?.errors).toEqual([
    { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Zero is nothing', fields: ['Amount__c'] }
  ]);
  const Id = insert(org, 'Thing__c', { Name: 'x', Kind__c: 'Blue' });
  expect(codes(save(org, 'update', [{ Id, Kind__c: 'Red' }]))).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION']);
  expect(codes(save(org, 'update', [{ Id, Name: 'y' }]))).toEqual([undefined]);
});

it('sees in rules what a before trigger changed in a parent', () => {
  const needsBlue = rules.replace(
    '</validationRules>',
    '</validationRules><validationRules><fullName>Parent</fullName><active>true</active><errorConditionFormula>ISPICKVAL(Parent__r.Kind__c, "Red")</errorConditionFormula><errorMessage>Red parent</errorMessage></validationRules>'
  );
  const paintParent = new FakeTriggers().on('Thing__c', 'before insert', ({ newRows }) => {
    const id = newRows?.[0]?.values['Parent__c'] ?? null;
    if (typeof id === 'string') org.store.run(`UPDATE "Thing__c" SET "Kind__c" = 'Blue' WHERE "Id" = ?`, [id]);
  });
  const org: TestOrg = thingOrg({ files: { 'objects/Thing__c.object': needsBlue }, rooms: paintParent.rooms });
  const parent = insert(org, 'Thing__c', { Name: 'up' });
  expect(codes(save(org, 'insert', [{ Name: 'down', Parent__c: parent }]))).toEqual([undefined]);
});

it('shows formula fields to triggers', () => {
  const seen: unknown[] = [];
  const triggers = new FakeTriggers().on('Thing__c', 'after insert', ({ newRows }) =>
    seen.push(newRows?.[0]?.values['Loud__c'])
  );
  const org = thingOrg({ files, rooms: triggers.rooms });
  const parent = insert(org, 'Thing__c', { Name: 'up' });
  insert(org, 'Thing__c', { Name: 'down', Parent__c: parent });
  expect(seen).toEqual(['UP', 'DOWN/up']);
});
