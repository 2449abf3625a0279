import { describe, expect, it } from 'vitest';
import { start, testOrg } from '../support/org.ts';
import type { TestOrg } from '../support/org.ts';
import { codes, insert, save, stored } from '../support/things.ts';
import type { Values } from '../support/things.ts';

function people(org: TestOrg): { account: string; contact: string } {
  const account = insert(org, 'Account', { Name: 'Acme' });
  return { account, contact: insert(org, 'Contact', { LastName: 'Nowak', AccountId: account }) };
}

describe('cases', () => {
  it('take the account of their contact unless told another one', () => {
    const org = testOrg();
    const { account, contact } = people(org);
    const other = insert(org, 'Account', { Name: 'Other' });
    expect(stored(org, 'Case', insert(org, 'Case', { ContactId: contact }))).toMatchObject({ AccountId: account });
    expect(stored(org, 'Case', insert(org, 'Case', { ContactId: contact, AccountId: other }))).toMatchObject({
      AccountId: other
    });
    const Id = insert(org, 'Case', {});
    save(org, 'update', [{ Id, ContactId: contact }], {}, 'Case');
    expect(stored(org, 'Case', Id)).toMatchObject({ AccountId: account });
  });

  it('know when they were closed', () => {
    const org = testOrg();
    const Id = insert(org, 'Case', {});
    expect(stored(org, 'Case', Id)).toMatchObject({ ClosedDate: null });
    org.clock.advance(5000);
    save(org, 'update', [{ Id, Status: 'Closed' }], {}, 'Case');
    expect(stored(org, 'Case', Id)).toMatchObject({ ClosedDate: start + 5000, IsClosedOnCreate: 0 });
    save(org, 'update', [{ Id, Status: 'Working' }], {}, 'Case');
    expect(stored(org, 'Case', Id)).toMatchObject({ ClosedDate: null });
    expect(stored(org, 'Case', insert(org, 'Case', { Status: 'Closed' }))).toMatchObject({ IsClosedOnCreate: 1 });
  });
});

describe('activities', () => {
  it('have a relation row for whom and for what, kept in step', () => {
    const org = testOrg();
    const { account, contact } = people(org);
    const help = insert(org, 'Case', {});
    const Id = insert(org, 'Task', { Subject: 'Call', WhoId: contact, WhatId: help });
    const relations = () =>
      org.store.all(
        'SELECT "RelationId" AS id, "IsWhat" AS what FROM "TaskRelation" WHERE "IsDeleted" = 0 ORDER BY "IsWhat"'
      );
    expect(relations()).toEqual([
      { id: contact, what: 0 },
      { id: help, what: 1 }
    ]);
    expect(stored(org, 'Task', Id)).toMatchObject({ AccountId: account });
    save(org, 'update', [{ Id, WhatId: account, WhoId: null }], {}, 'Task');
    expect(relations()).toEqual([{ id: account, what: 1 }]);
    save(org, 'delete', [{ Id }], {}, 'Task');
    expect(relations()).toEqual([]);
  });

  it('know when they were completed', () => {
    const org = testOrg();
    const Id = insert(org, 'Task', { Subject: 'Call' });
    expect(stored(org, 'Task', Id)).toMatchObject({ Status: 'Not Started', CompletedDateTime: null });
    save(org, 'update', [{ Id, Status: 'Completed' }], {}, 'Task');
    expect(stored(org, 'Task', Id)).toMatchObject({ CompletedDateTime: start });
  });

  it('with a start have an end, a duration and a day', () => {
    const org = testOrg();
    const Id = insert(org, 'Event', { Subject: 'Visit', StartDateTime: start, DurationInMinutes: 30 });
    expect(stored(org, 'Event', Id)).toMatchObject({ EndDateTime: start + 1_800_000, ActivityDate: '2026-11-21' });
    save(org, 'update', [{ Id, EndDateTime: start + 3_600_000 }], {}, 'Event');
    expect(stored(org, 'Event', Id)).toMatchObject({ DurationInMinutes: 60 });
    const missing: Values[] = [
      { Subject: 'x' },
      { Subject: 'x', StartDateTime: start },
      { Subject: 'x', StartDateTime: start, EndDateTime: start - 60_000 }
    ];
    expect(codes(save(org, 'insert', missing, {}, 'Event'))).toEqual([
      'REQUIRED_FIELD_MISSING',
      'REQUIRED_FIELD_MISSING',
      'FIELD_INTEGRITY_EXCEPTION'
    ]);
  });
});

describe('e-mails', () => {
  it('have a date, their case both ways, and a relation row an address', () => {
    const org = testOrg();
    const { contact } = people(org);
    const help = insert(org, 'Case', {});
    const id = insert(org, 'EmailMessage', {
      ParentId: help,
      FromId: contact,
      FromAddress: 'nowak@example.com',
      ToAddress: 'help@example.com; boss@example.com',
      Subject: 'x'
    });
    expect(stored(org, 'EmailMessage', id)).toMatchObject({ MessageDate: start, RelatedToId: help, Status: '0' });
    expect(
      org.store.all(
        'SELECT "RelationType" AS type, "RelationAddress" AS address, "RelationId" AS person FROM "EmailMessageRelation" ORDER BY "Id"'
      )
    ).toEqual([
      { type: 'FromAddress', address: 'nowak@example.com', person: contact },
      { type: 'ToAddress', address: 'help@example.com', person: null },
      { type: 'ToAddress', address: 'boss@example.com', person: null }
    ]);
  });
});

describe('orders', () => {
  it('know what their products cost, through changes, deletion and return', () => {
    const org = testOrg();
    const { account } = people(org);
    const product = insert(org, 'Product2', { Name: 'Lamp', StockKeepingUnit: 'L-1' });
    const book = insert(org, 'Pricebook2', { Name: 'All' });
    const entry = insert(org, 'PricebookEntry', { Product2Id: product, Pricebook2Id: book, UnitPrice: 10 });
    const order = insert(org, 'Order', { AccountId: account, EffectiveDate: '2026-01-01', Status: 'Draft' });
    const total = () => stored(org, 'Order', order)?.['TotalAmount'];
    expect(total()).toBe(0);
    const item = { OrderId: order, PricebookEntryId: entry };
    const Id = insert(org, 'OrderItem', { ...item, Quantity: 3, UnitPrice: 19.99 });
    insert(org, 'OrderItem', { ...item, Quantity: 1, UnitPrice: 0.1 });
    expect(total()).toBe(60.07);
    save(org, 'update', [{ Id, Quantity: 1 }], {}, 'OrderItem');
    expect(total()).toBe(20.09);
    save(org, 'delete', [{ Id }], {}, 'OrderItem');
    expect(total()).toBe(0.1);
    save(org, 'undelete', [{ Id }], {}, 'OrderItem');
    expect(total()).toBe(20.09);
  });
});

describe('assets', () => {
  it('belong to a customer and tell the code of their product', () => {
    const org = testOrg();
    const { account, contact } = people(org);
    const product = insert(org, 'Product2', { Name: 'Lamp', ProductCode: 'LAMP', StockKeepingUnit: 'L-1' });
    const Id = insert(org, 'Asset', { Name: 'Lamp', AccountId: account, ContactId: contact, Product2Id: product });
    insert(org, 'Case', { AssetId: Id });
    const { rows } = org.transact(org.adminId, () =>
      org.soql.query('SELECT ProductCode, StockKeepingUnit, (SELECT Id FROM Cases) FROM Asset', { access: 'system' })
    );
    expect(rows[0]?.values).toMatchObject({ ProductCode: 'LAMP', StockKeepingUnit: 'L-1', Cases: { totalSize: 1 } });
  });
});
