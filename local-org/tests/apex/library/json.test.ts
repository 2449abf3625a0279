import { expect, test } from 'vitest';
import { apexOrg, run } from '../compiler/support.ts';
import { expectValues } from './support.ts';

const org = apexOrg();

const order = `public class Order2 {
  public enum Size { SMALL, LARGE }
  public class Line { public String sku; public Decimal price; public List<Integer> counts; }
  public String name;
  public Size size;
  public Map<String, Line> lines;
  public transient String secret = 'x';
  public static String shared = 'y';
  public Date due { get; set; }
}`;

test('serialize', () => {
  expectValues(org, {
    "JSON.serialize(new List<Object>{ 1, 2L, 1.50, 1.5d, true, null, 'a\"b' })": '[1,2,1.50,1.5,true,null,"a\\"b"]',
    'JSON.serialize(Date.newInstance(2026, 3, 1))': '"2026-03-01"',
    'JSON.serialize(Datetime.newInstanceGmt(2026, 3, 1, 1, 2, 3))': '"2026-03-01T01:02:03.000Z"',
    "JSON.serialize(new Account(Name = 'x', Id = '001000000000001AAA'))":
      '{"attributes":{"type":"Account","url":"/services/data/v65.0/sobjects/Account/001000000000001AAA"},"Name":"x","Id":"001000000000001AAA"}',
    "JSON.serializePretty(new Map<String, Object>{ 'a' => new List<Integer>{ 1, 2 }, 'b' => null })":
      '{\n  "a" : [ 1, 2 ],\n  "b" : null\n}',
    "JSON.serialize(Blob.valueOf('hi'))": '"aGk="',
    'JSON.serialize(new NullPointerException())':
      'System.JSONException: Apex Type unsupported in JSON: System.NullPointerException'
  });
});

test('a class with inner classes, enums, generics and dates survives the round trip', () => {
  const body = `
    Order2 o = (Order2) JSON.deserialize(
      '{"name":"n","size":"LARGE","due":"2026-03-01","unknown":1,"lines":{"a":{"sku":"s","price":1.50,"counts":[1,2]}}}', Order2.class);
    return o.lines.get('a').price + ' ' + o.lines.get('a').counts[1] + ' ' + o.secret + ' ' + JSON.serialize(o, true);`;
  expect(run(org, body, order).value).toBe(
    '1.50 2 null {"name":"n","size":"LARGE","lines":{"a":{"sku":"s","price":1.50,"counts":[1,2]}},"due":"2026-03-01"}'
  );
});

test('deserialize refuses what does not fit', () => {
  const attempt = (text: string, type: string, strict = ''): string =>
    run(org, `return JSON.deserialize${strict}('${text}', ${type}.class);`, order).exception;
  expect(attempt('{"name":"n","x":1}', 'Order2', 'Strict')).toContain("System.JSONException: No such property 'x'");
  expect(attempt('{"lines":[]}', 'Order2')).toContain("Expected '{'");
  expect(attempt('"abc"', 'Integer')).toContain('Illegal value for primitive Integer: abc');
  expect(attempt('[1,', 'List<Integer>')).toContain('Unexpected end-of-input at [line:1, column:4]');
  expect(attempt('{"Nope__c":1}', 'Account')).toContain("No such column 'Nope__c' on sobject of type Account");
});

test('records come with parents and child rows', () => {
  const body = `
    Contact c = (Contact) JSON.deserialize('{"attributes":{"type":"Contact"},"LastName":"L","Account":{"Name":"A"}}', Contact.class);
    Account a = (Account) JSON.deserialize('{"Name":"A","Contacts":{"totalSize":1,"done":true,"records":[{"LastName":"L"}]}}', Account.class);
    return c.Account.Name + a.Contacts[0].LastName;`;
  expect(run(org, body).value).toBe('AL');
});

test('untyped', () => {
  expectValues(org, {
    'JSON.deserializeUntyped(\'{"a":[1,2.5,9999999999,null,true]}\')': '{a=(1, 2.5, 9999999999, null, true)}',
    "((Map<String, Object>) JSON.deserializeUntyped('{\"a\":1}')).get('a') instanceof Integer": 'true'
  });
});

test('JSONGenerator and JSONParser', () => {
  const body = `
    JSONGenerator g = JSON.createGenerator(false);
    g.writeStartObject(); g.writeStringField('a', 'x'); g.writeFieldName('b'); g.writeStartArray(); g.writeNumber(1); g.writeEndArray(); g.writeEndObject();
    JSONParser p = JSON.createParser(g.getAsString());
    String seen = '';
    while (p.nextToken() != null) { if (p.getCurrentToken() == JSONToken.VALUE_NUMBER_INT) seen += p.getIntegerValue(); else seen += p.getText(); }
    return g.getAsString() + seen;`;
  expect(run(org, body).value).toBe('{"a":"x","b":[1]}{axb[1]}');
});
