import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useLiveConsole } from '../support/console.ts';
import { insert, stored } from '../support/things.ts';

const DIALOG = {
  js: `
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
export default class Dialog extends LightningModal {
  @api content;
  handleOk() { this.close('okay ' + this.content); }
}`,
  html: `<template><lightning-modal-header label="My dialog"></lightning-modal-header>
    <lightning-modal-body>{content}</lightning-modal-body>
    <lightning-modal-footer><lightning-button label="OK" onclick={handleOk}></lightning-button></lightning-modal-footer></template>`
};

const OPENER = {
  js: `
import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import LightningConfirm from 'lightning/confirm';
import LightningAlert from 'lightning/alert';
import Toast from 'lightning/toast';
import Dialog from 'c/dialog';
export default class Opener extends NavigationMixin(LightningElement) {
  result = '';
  async openModal() { this.result = await Dialog.open({ size: 'small', content: 'then' }); }
  async openConfirm() { this.result = String(await LightningConfirm.open({ message: 'Sure?', label: 'Please confirm', theme: 'warning' })); }
  async openAlert() { await LightningAlert.open({ message: 'Look', label: 'An alert' }); this.result = 'alerted'; }
  openToast() { Toast.show({ label: 'Toast label', message: 'Toast message', mode: 'sticky', variant: 'success' }, this); }
  compose({ target: { name } }) {
    this[NavigationMixin.Navigate]({
      type: 'standard__quickAction',
      attributes: { apiName: 'Global.SendEmail' },
      state: { recordId: name, defaultFieldValues: encodeDefaultFieldValues({ Subject: 'Re: a, b = c', HtmlBody: '<p>Dear you,<br>hi</p><p>bye</p>' }) }
    });
  }
  get recordId() { return new URLSearchParams(location.search).get('c__record'); }
}`,
  html: `<template><p class="result">{result}</p>
    <lightning-button label="Modal" onclick={openModal}></lightning-button>
    <lightning-button label="Confirm" onclick={openConfirm}></lightning-button>
    <lightning-button label="Alert" onclick={openAlert}></lightning-button>
    <lightning-button label="Toast" onclick={openToast}></lightning-button>
    <lightning-button label="Compose" name={recordId} onclick={compose}></lightning-button></template>`
};

const console = useLiveConsole({}, { dialog: DIALOG, opener: OPENER });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const result = (page: Page) => page.locator('.result').innerText();

describe('overlays opened by a component', () => {
  it('a modal returns what it is closed with, nothing when it is dismissed, and the focus', async () => {
    const page = await console.open('/lightning/cmp/c__opener');
    await press(page, 'Modal');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'My dialog' }).waitFor();
    await press(page, 'OK');
    await expect.poll(() => result(page)).toBe('okay then');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await press(page, 'Modal');
    await dialog.getByRole('heading', { name: 'My dialog' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => result(page)).toBe('');
  });

  it('a confirmation and an alert wait for their answer, and a toast shows', async () => {
    const page = await console.open('/lightning/cmp/c__opener');
    await press(page, 'Confirm');
    await page.getByText('Sure?').waitFor();
    await press(page, 'Cancel');
    await expect.poll(() => result(page)).toBe('false');
    await press(page, 'Confirm');
    await page.getByText('Sure?').waitFor();
    await press(page, 'OK');
    await expect.poll(() => result(page)).toBe('true');
    await press(page, 'Alert');
    await page.getByText('Look').waitFor();
    await press(page, 'OK');
    await expect.poll(() => result(page)).toBe('alerted');
    await press(page, 'Toast');
    await page.getByText('Toast label').waitFor();
    await page.getByText('Toast message').waitFor();
  });
});

describe('the e-mail composer', () => {
  async function begin(): Promise<{ page: Page; help: string; contact: string }> {
    const { org } = console;
    const contact = insert(org, 'Contact', { LastName: 'Nowak', Email: 'nowak@example.com' });
    const help = insert(org, 'Case', { Subject: 'Help', ContactId: contact });
    const page = await console.open(`/lightning/cmp/c__opener?c__record=${help}`);
    await press(page, 'Compose');
    return { page, help, contact };
  }

  it('opens filled, sends by keyboard, and keeps the e-mail with the case and the contact', async () => {
    const { page, help, contact } = await begin();
    const { org } = console;
    const composer = page.getByRole('dialog', { name: 'Re: a, b = c' });
    await expect.poll(() => composer.getByLabel('To').inputValue()).toBe('nowak@example.com');
    expect(await composer.getByLabel('Message').inputValue()).toBe('Dear you,\nhi\nbye');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await composer.getByLabel('Message').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Email was sent.').waitFor();
    await expect.poll(() => composer.count()).toBe(0);
    const email = org.store.get('SELECT * FROM "EmailMessage" WHERE "ParentId" = ?', [help]);
    expect(email).toMatchObject({
      Incoming: 0,
      Status: '3',
      Subject: 'Re: a, b = c',
      ToAddress: 'nowak@example.com',
      RelatedToId: help,
      TextBody: 'Dear you,\nhi\nbye',
      HtmlBody: '<p>Dear you,<br>hi<br>bye</p>'
    });
    const { Email } = stored(org, 'User', org.adminId) ?? {};
    expect(email?.['FromAddress']).toBe(Email);
    const related = `SELECT "RelationId" AS id FROM "EmailMessageRelation" WHERE "EmailMessageId" = ? AND "RelationType" = 'ToAddress'`;
    await expect.poll(() => org.store.all(related, [String(email?.['Id'])])).toEqual([{ id: contact }]);
  });

  it('says what is missing, minimizes by Escape, and closes', async () => {
    const { page, help } = await begin();
    const composer = page.getByRole('dialog');
    const to = composer.getByLabel('To');
    await expect.poll(() => to.inputValue()).toBe('nowak@example.com');
    await to.fill('nobody at all');
    await press(page, 'Send');
    await composer.getByText('This is no email address: nobody at all').waitFor();
    await to.fill('');
    await press(page, 'Send');
    await composer.getByText('Enter an address to send to.').waitFor();
    await page.keyboard.press('Escape');
    expect(await to.isVisible()).toBe(false);
    await press(page, 'Minimize');
    expect(await to.isVisible()).toBe(true);
    await composer.getByRole('button', { name: 'Close' }).click();
    expect(await composer.count()).toBe(0);
    expect(console.org.store.all('SELECT "Id" FROM "EmailMessage" WHERE "ParentId" = ?', [help])).toEqual([]);
  });
});
