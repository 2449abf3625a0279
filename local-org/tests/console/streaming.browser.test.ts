import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useLiveConsole } from '../support/console.ts';

const event = `<label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
  <eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>
  <fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length></fields>`;

const LISTENER = {
  js: `
import { LightningElement } from 'lwc';
import { subscribe, unsubscribe, onError, isEmpEnabled } from 'lightning/empApi';
export default class Listener extends LightningElement {
  heard = []; problem = ''; subscriptions = []; enabled = false;
  get text() { return JSON.stringify({ enabled: this.enabled, problem: this.problem, heard: this.heard }); }
  async connectedCallback() {
    onError((error) => { this.problem = String(error); });
    this.enabled = await isEmpEnabled();
    this.subscriptions = await Promise.all([1, 2].map((number) =>
      subscribe('/event/Ping__e', -1, ({ channel, data }) => { this.heard = [...this.heard, number + channel + data.payload.Text__c]; })));
    await subscribe('/event/Nothing__e', -1, () => undefined).catch((error) => { this.problem = error.message; });
  }
  async stop() { for (const one of this.subscriptions) await unsubscribe(one); this.heard = ['stopped']; }
}`,
  html: `<template><pre class="heard">{text}</pre><lightning-button label="Stop" onclick={stop}></lightning-button></template>`
};

const console = useLiveConsole(
  {
    'objects/Ping__e.object': event,
    'permissionsets/Pings.permissionset': `<label>Pings</label><hasActivationRequired>false</hasActivationRequired>
      <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
      <modifyAllRecords>false</modifyAllRecords><object>Ping__e</object><viewAllRecords>false</viewAllRecords></objectPermissions>`
  },
  { listener: LISTENER }
);

function publish(text: string): void {
  const { org } = console;
  org.transact(org.adminId, () => {
    org.records.save('insert', [{ type: 'Ping__e', values: { Text__c: text } }], { access: 'system', allOrNone: true });
  });
}

async function heard(page: Page): Promise<{ heard: string[]; problem: string; enabled: boolean }> {
  return JSON.parse(await page.locator('.heard').innerText());
}

it('empApi hears events over one question that waits, and asks nothing once nobody listens', async () => {
  const { org } = console;
  const set = org.store.get(`SELECT "Id" AS id FROM "PermissionSet" WHERE "Name" = 'Pings'`);
  org.transact(org.adminId, () =>
    org.records.save(
      'insert',
      [{ type: 'PermissionSetAssignment', values: { PermissionSetId: String(set?.['id']), AssigneeId: org.adminId } }],
      { access: 'system', allOrNone: true }
    )
  );
  const page = await console.open('/lightning/cmp/c__listener');
  const open = new Set<string>();
  page.on('request', (request) => {
    if (request.postData()?.includes('/meta/connect')) open.add(request.postData() ?? '');
  });
  await expect
    .poll(() => heard(page))
    .toMatchObject({ enabled: true, problem: expect.stringContaining('does not exist') });
  publish('a');
  await expect.poll(async () => (await heard(page)).heard.sort()).toEqual(['1/event/Ping__ea', '2/event/Ping__ea']);
  publish('b');
  await expect.poll(async () => (await heard(page)).heard.length).toBe(4);
  expect(open.size).toBe(1);

  // A tab that is not seen asks nothing, and hears later what it missed.
  const see = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await see(true);
  publish('c');
  await org.events.idle();
  expect((await heard(page)).heard).toHaveLength(4);
  await see(false);
  await expect
    .poll(async () => (await heard(page)).heard.slice(4).sort())
    .toEqual(['1/event/Ping__ec', '2/event/Ping__ec']);

  const asked: string[] = [];
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(async () => (await heard(page)).heard).toEqual(['stopped']);
  page.on('request', (request) => asked.push(request.url()));
  publish('d');
  await org.events.idle();
  expect((await heard(page)).heard).toEqual(['stopped']);
  expect(asked).toEqual([]);
});
