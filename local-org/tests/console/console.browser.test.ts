import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildVendor, type ComponentBundle } from '../../src/console/index.ts';
import { buildFolder } from '../support/buildFolder.ts';
import { launchBrowser } from '../support/browser.ts';
import { bundleOf, fakeOrg, recordId, type FakeOrgContent } from './fakeOrg.ts';

const PROBE = bundleOf('probe', {
  'probe.js': `
import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { NavigationMixin, CurrentPageReference } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { EnclosingTabId, setTabLabel } from 'lightning/platformWorkspaceApi';
import { getRecord, getFieldValue, updateRecord } from 'lightning/uiRecordApi';
import { MessageContext, publish, subscribe } from 'lightning/messageService';
import CHANNEL from '@salesforce/messageChannel/News__c';
import NAME from '@salesforce/schema/Thing__c.Name';
import HELLO from '@salesforce/label/c.Hello';
import USER from '@salesforce/user/Id';
import CLOSE from '@salesforce/customPermission/Close_Things';
import OPEN from '@salesforce/customPermission/Open_Things';
import LOCALE from '@salesforce/i18n/locale';
import read from '@salesforce/apex/Things.read';
import fail from '@salesforce/apex/Things.fail';
export default class Probe extends NavigationMixin(LightningElement) {
  @api recordId; @api objectApiName; @api flexipageRegionWidth; @api size;
  @wire(read, { id: '$recordId' }) answer;
  @wire(fail) failure;
  @wire(getRecord, { recordId: '$recordId', fields: [NAME] }) record;
  @wire(CurrentPageReference) page;
  @wire(EnclosingTabId) tab;
  @wire(MessageContext) context;
  news = '';
  imperative = '';
  connectedCallback() { subscribe(this.context, CHANNEL, ({ text }) => { this.news = text; }); }
  get facts() {
    return JSON.stringify({
      recordId: this.recordId, object: this.objectApiName, width: this.flexipageRegionWidth, size: this.size,
      label: HELLO, user: USER, close: CLOSE, open: OPEN, locale: LOCALE, page: this.page?.attributes.recordId,
      answer: this.answer.data, failure: this.failure.error?.body.message, name: getFieldValue(this.record.data, NAME),
      news: this.news, imperative: this.imperative
    });
  }
  async act({ target: { label } }) {
    if (label === 'Refresh') await refreshApex(this.answer);
    if (label === 'Ask') this.imperative = (await fail({ why: 'asked' }).catch((error) => error)).body.message;
    if (label === 'Rename') await updateRecord({ fields: { Id: this.recordId, Name: 'Renamed' } });
    if (label === 'Empty') this.imperative = (await updateRecord({ fields: { Id: this.recordId, Name: '' } }).catch((error) => error)).body.output.errors[0].message;
    if (label === 'Next') this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId: '${recordId(42)}', objectApiName: 'Thing__c', actionName: 'view' } });
    if (label === 'Label') await setTabLabel(this.tab, 'Mine');
    if (label === 'Publish') publish(this.context, CHANNEL, { text: 'hot' });
    if (label === 'Toast') this.dispatchEvent(new ShowToastEvent({ title: 'Careful', message: 'See {0}', messageData: [{ url: '/lightning/r/${recordId(9)}/view', label: 'nine' }], variant: 'error', mode: 'sticky' }));
  }
}`,
  'probe.html': `<template><lightning-card title="Probe"><pre class="facts">{facts}</pre>${[
    'Refresh',
    'Ask',
    'Rename',
    'Empty',
    'Next',
    'Label',
    'Publish',
    'Toast'
  ]
    .map((label) => `<lightning-button label="${label}" onclick={act}></lightning-button>`)
    .join('')}</lightning-card></template>`,
  'probe.css': `.facts { white-space: pre-wrap; }`,
  'probe.js-meta.xml': `<?xml version="1.0"?><LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="size" type="Integer"/></targetConfig></targetConfigs></LightningComponentBundle>`
});

const BROKEN = bundleOf('broken', {
  'broken.js': `import { LightningElement } from 'lwc';\nexport default class Broken extends LightningElement { connectedCallback() { throw new Error('I am broken'); } }`
});

let browser: Browser;
let calls = 0;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await buildVendor(buildFolder);
  browser = await launchBrowser();
}, 180_000);

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

afterAll(() => browser?.close());

async function open(path: string, content: Partial<FakeOrgContent> = {}) {
  const bundles: ComponentBundle[] = [PROBE, BROKEN];
  const { server, deploy } = await fakeOrg(buildFolder, {
    bundles,
    labels: { Hello: 'Hello' },
    main: [['probe', { size: '7' }]],
    apex(_className, method, params) {
      if (method === 'fail') throw new Error(`No: ${JSON.stringify(params)}`);
      return { ...params, calls: (calls += 1) };
    },
    ...content
  });
  closing.push(() => server.close());
  const address = await server.listen({ port: 0 });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: address });
  closing.push(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(12_000);
  await page.goto(path);
  return { page, context, deploy, bundles };
}

async function facts(page: Page, index = 0): Promise<Record<string, unknown>> {
  return JSON.parse(await page.locator('.facts').nth(index).innerText());
}

/** A busy machine takes its time. */
function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 15_000 });
}

const view = (index: number) => `/lightning/r/Thing__c/${recordId(index)}/view`;

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('a component on a record page', () => {
  it('gets its context, its design properties and the values of its platform imports', async () => {
    const { page } = await open(view(7));
    await eventually(() => facts(page)).toMatchObject({
      recordId: recordId(7),
      object: 'Thing__c',
      width: 'LARGE',
      size: 7,
      label: 'Hello',
      user: '005000000000001AAA',
      close: true,
      locale: 'en-US',
      page: recordId(7),
      answer: { id: recordId(7) },
      failure: 'No: {}',
      name: 'Thing 7'
    });
    expect(await facts(page)).not.toHaveProperty('open');
  });

  it('asks Apex again, saves records and hears messages; a second one of its type follows', async () => {
    const { page } = await open(view(7), {
      main: [
        ['probe', {}],
        ['c:probe', {}]
      ]
    });
    await eventually(() => facts(page, 1)).toMatchObject({ answer: { id: recordId(7) }, name: 'Thing 7' });
    const before = (await facts(page)).answer;
    expect((await facts(page, 1)).answer).toEqual(before);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    await press('Refresh');
    await eventually(async () => (await facts(page, 1)).answer).not.toEqual(before);
    await press('Rename');
    await eventually(async () => (await facts(page, 1)).name).toBe('Renamed');
    await press('Empty');
    await eventually(async () => (await facts(page)).imperative).toContain('Required fields');
    await press('Ask');
    await eventually(async () => (await facts(page)).imperative).toBe('No: {"why":"asked"}');
    await press('Publish');
    await eventually(async () => (await facts(page, 1)).news).toBe('hot');
  });

  it('that breaks, or is unknown, leaves the rest of the page alone', async () => {
    const { page } = await open(view(7), {
      main: [
        ['broken', {}],
        ['runtime_sales:pathAssistant', {}],
        ['gone', {}],
        ['probe', {}]
      ]
    });
    await page.getByText('The component broken could not be shown').waitFor();
    await page.getByText('I am broken').waitFor();
    await page.getByText('Not supported by the local org: runtime_sales:pathAssistant').waitFor();
    await page.getByText('The component gone could not be shown').waitFor();
    await eventually(() => facts(page)).toMatchObject({ name: 'Thing 7' });
  });

  it('shows a toast with a link, told to screen readers', async () => {
    const { page } = await open(view(7));
    await page.getByRole('button', { name: 'Toast' }).click();
    const toast = page.getByRole('alert').filter({ hasText: 'Careful' });
    await toast.getByRole('link', { name: 'nine' }).click();
    await eventually(() => page.url()).toContain(recordId(9));
    await toast.getByRole('button', { name: 'Close' }).click();
    await toast.waitFor({ state: 'detached' });
  });
});

describe('what a page asks the server', () => {
  it('goes together, with an answer or an error for each, and little of it', async () => {
    const { page } = await open(`/lightning/r/Thing__c/${recordId(7)}/view`);
    await expect
      .poll(() => facts(page))
      .toMatchObject({ answer: { id: recordId(7) }, failure: 'No: {}', name: 'Thing 7' });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!/\/console\/(vendor|modules)\//.test(request.url())) asked.push(new URL(request.url()).pathname);
    });
    await page.reload();
    await expect
      .poll(() => facts(page))
      .toMatchObject({ answer: { id: recordId(7) }, failure: 'No: {}', name: 'Thing 7' });
    expect(asked.filter((path) => path.startsWith('/services/apex/'))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  it('is refused together when it leads elsewhere', async () => {
    const { page } = await open('/lightning/page/home');
    const ask = (address: string) =>
      page.evaluate(async (to) => {
        const body = JSON.stringify([{ method: 'GET', address: to }]);
        const answer = await fetch('/console/api/together', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body
        });
        return { status: answer.status, text: await answer.text() };
      }, address);
    expect((await ask('/secur/logout.jsp')).status).toBe(400);
    expect((await ask('/console/api/together')).status).toBe(400);
    expect(JSON.parse((await ask('/console/api/me')).text)).toMatchObject({ index: 0, status: 200 });
  });
});

describe('workspace tabs', () => {
  it('open from lists and records, keep hidden components alive and come back after a reload', async () => {
    const { page } = await open('/lightning/o/Thing__c/list');
    await page.getByRole('link', { name: 'Thing 3', exact: true }).click();
    await eventually(() => facts(page)).toMatchObject({ name: 'Thing 3' });
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Label' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await eventually(() => facts(page, 1)).toMatchObject({ name: 'Thing 42' });
    expect(page.url()).toContain(recordId(42));
    const tabs = page.getByRole('tablist', { name: 'Workspace tabs' });
    await eventually(() => page.title()).toBe('Thing 42 | Service Desk');

    await page.reload();
    await eventually(() => page.title()).toBe('Thing 42 | Service Desk');
    expect(await tabs.getByRole('tab').allInnerTexts()).toEqual(['Mine']);
    const subtabs = page.getByRole('tablist', { name: /Subtabs/ });
    expect(await subtabs.getByRole('tab', { selected: true }).innerText()).toBe('Thing 42');

    await subtabs.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('Delete');
    await subtabs.waitFor({ state: 'detached' });
    await eventually(() => page.url()).toContain(recordId(3));
    await page.goBack();
    await page.goBack();
    await eventually(() => page.url()).toContain('/lightning/o/Thing__c/list');
  });

  it('move by arrow keys', async () => {
    const { page } = await open(view(1));
    await eventually(() => page.title()).toBe('Thing 1 | Service Desk');
    await page.goto(view(2));
    const tabs = page.getByRole('tablist', { name: 'Workspace tabs' }).getByRole('tab');
    await eventually(() => tabs.count()).toBe(2);
    await tabs.nth(1).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => page.url()).toContain(recordId(1));
    await eventually(() =>
      tabs.nth(0).evaluate((tab) => tab === tab.ownerDocument.activeElement || tab.matches(':focus'))
    ).toBe(true);
  });
});

describe('an object home', () => {
  it('sorts, loads more rows while scrolling, and says when a list is empty', async () => {
    const { page } = await open('/lightning/o/Thing__c/list');
    await page.getByText('50+ items • Sorted by Thing Name').waitFor();
    await page
      .getByRole('columnheader', { name: /Thing Name/ })
      .getByRole('button', { name: /Thing Name/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Thing 120', exact: true }).waitFor();
    const rows = page.locator('lightning-datatable tbody tr');
    await page.mouse.move(600, 400);
    await eventually(async () => {
      await page.mouse.wheel(0, -40);
      await page.mouse.wheel(0, 5_000);
      return rows.count();
    }).toBe(120);
    await page.getByText('120 items').waitFor();
    await page.getByRole('button', { name: 'Select a list view' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Recent Things' }).click();
    await page.getByText('No items to display.').waitFor();
  });
});

describe('the console', () => {
  it('has no accessibility violation on a record page', async () => {
    const { page } = await open(view(7));
    await eventually(() => facts(page)).toMatchObject({ name: 'Thing 7' });
    await page.getByText('Thing 50').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('has no accessibility violation on a list', async () => {
    const { page } = await open('/lightning/o/Thing__c/list', { rows: 5 });
    await page.getByRole('link', { name: 'Thing 3', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('speaks the language of the user', async () => {
    const { page } = await open(view(7), { language: 'pl' });
    await page.getByRole('tab', { name: 'Szczegóły' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('pl');
    await eventually(() => facts(page)).toMatchObject({ locale: 'pl-PL' });
    await page.getByText('20.11.2026').first().waitFor();
  });

  it('shows a record that is not there as an error in its tab', async () => {
    const { page } = await open(view(0));
    await page.getByRole('alert').filter({ hasText: 'The requested resource does not exist' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('shows a component anew when it was deployed', async () => {
    const { page, bundles, deploy } = await open(view(7));
    await eventually(() => facts(page)).toMatchObject({ name: 'Thing 7' });
    const files = Object.fromEntries(PROBE.files);
    bundles[0] = bundleOf('probe', { ...files, 'probe.html': '<template><p>Edited</p></template>' });
    deploy();
    await page.getByText('Edited').waitFor();
  });

  it('runs no script that the server did not send', async () => {
    const { page } = await open(view(7));
    await eventually(() => facts(page)).toMatchObject({ name: 'Thing 7' });
    const ran = await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      window.ran === true;`);
    expect(ran).toBe(false);
  });
});
