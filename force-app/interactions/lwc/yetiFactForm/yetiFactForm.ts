import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { keyChoices, keyLabel, proposalsIn, type Proposal } from 'c/yetiFactModel';
import { format, messageOf } from 'c/yetiMessages';
import type { Item } from 'c/yetiTimelineModel';
import forget from '@salesforce/apex/YetiFactController.forget';
import getBody from '@salesforce/apex/YetiTimelineController.getBody';
import keep from '@salesforce/apex/YetiFactController.keep';
import labelBlank from '@salesforce/label/c.Yeti_Fact_Blank';
import labelCancel from '@salesforce/label/c.Yeti_Cancel';
import labelFound from '@salesforce/label/c.Yeti_Fact_Found';
import labelKept from '@salesforce/label/c.Yeti_Fact_Kept';
import labelName from '@salesforce/label/c.Yeti_Fact_Name';
import labelOther from '@salesforce/label/c.Yeti_Fact_Other';
import labelRemember from '@salesforce/label/c.Yeti_Fact_Remember';
import labelSave from '@salesforce/label/c.Yeti_Save';
import labelUndo from '@salesforce/label/c.Yeti_Undo';
import labelValue from '@salesforce/label/c.Yeti_Fact_Value';
import labelWhat from '@salesforce/label/c.Yeti_Fact_What';

const OTHER = '';
const choices = [...keyChoices, { value: OTHER, label: labelOther }];

interface Found extends Proposal {
  readonly id: string;
  readonly label: string;
}

/** Keeps what a customer told in an item: proposes what stands in its text, the agent confirms or writes another. */
export default class YetiFactForm extends LightningElement {
  @api item!: Item;
  @api recordId: string | undefined;

  readonly label = {
    cancel: labelCancel,
    found: labelFound,
    name: labelName,
    remember: labelRemember,
    save: labelSave,
    undo: labelUndo,
    value: labelValue,
    what: labelWhat
  };
  readonly choices = choices;
  isOpen = false;
  isBusy = false;
  found: readonly Found[] = [];
  key = OTHER;
  name = '';
  value = '';
  problem = '';
  /** What was kept last, to be taken back. */
  kept: { readonly factId: string; readonly text: string } | undefined;

  private focusOn: string | undefined;

  get isOther(): boolean {
    return this.key === OTHER;
  }

  get hasFound(): boolean {
    return this.found.length > 0;
  }

  override renderedCallback(): void {
    if (this.focusOn === undefined) return;
    const target = this.template?.querySelector<HTMLElement>(this.focusOn);
    this.focusOn = undefined;
    target?.focus();
  }

  async handleOpen(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.kept = undefined;
    this.problem = '';
    this.found = foundIn(await this.textOf());
    this.isBusy = false;
    this.isOpen = true;
    const [first] = this.found;
    this.choose(first ?? { key: keyChoices[0]?.value ?? OTHER, value: '' });
  }

  handleFound(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.found : undefined;
    const chosen = this.found.find((one) => one.id === id);
    if (chosen) this.choose(chosen);
  }

  handleKeyChoice(event: CustomEvent<{ value: string }>): void {
    this.key = event.detail.value;
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.name = event.detail.value;
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.value = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLElement &&
      event.target.dataset.field !== undefined
    ) {
      event.preventDefault();
      this.handleSave();
    }
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(): Promise<void> {
    if (this.isBusy) return;
    const key = (this.isOther ? this.name : this.key).trim();
    const value = this.value.trim();
    if (key === '' || value === '') {
      this.problem = labelBlank;
      return;
    }
    await this.act(async () => {
      const factId = await keep({ itemId: this.item.id, key, value });
      this.kept = { factId, text: format(labelKept, this.isOther ? key : keyLabel(key), value) };
      this.close();
    });
  }

  async handleUndo(): Promise<void> {
    const factId = this.kept?.factId;
    if (factId === undefined || this.isBusy) return;
    await this.act(async () => {
      await forget({ factId });
      this.kept = undefined;
      this.focusOn = '[data-remember]';
    });
  }

  private async act(change: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.problem = '';
    try {
      await change();
      this.dispatchEvent(new RefreshEvent());
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  /** The title and the text of the item; the title alone, where the text can't be had. */
  private async textOf(): Promise<string> {
    const { title, source, id } = this.item;
    const body = await getBody({ source, itemId: id }).catch(() => null);
    return [title, body?.text ?? withoutTags(body?.html ?? '')].join('\n');
  }

  private choose({ key, value }: Proposal): void {
    this.key = key;
    this.value = value;
    this.focusOn = '[data-field="value"]';
  }

  private close(): void {
    this.isOpen = false;
    this.focusOn = this.kept ? '[data-undo]' : '[data-remember]';
  }
}

function foundIn(text: string): readonly Found[] {
  return proposalsIn(text).map(({ key, value }) => ({
    key,
    value,
    id: `${key}|${value}`,
    label: `${keyLabel(key)}: ${value}`
  }));
}

/** The words of HTML, for looking only: they are never shown as HTML. */
function withoutTags(html: string): string {
  return html.replace(/<[^>]{0,2000}>/g, ' ').replace(/&nbsp;/g, ' ');
}
