import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { format, messageOf } from 'c/yetiMessages';
import type { TextPart } from 'c/yetiSensitive';
import reveal from '@salesforce/apex/YetiRevealController.reveal';
import canReveal from '@salesforce/customPermission/Yeti_Reveal_Masked_Values';
import labelCancel from '@salesforce/label/c.Yeti_Cancel';
import labelCard from '@salesforce/label/c.Yeti_Masked_Card';
import labelDocument from '@salesforce/label/c.Yeti_Masked_Document';
import labelHide from '@salesforce/label/c.Yeti_Reveal_Hide';
import labelIban from '@salesforce/label/c.Yeti_Masked_Iban';
import labelNip from '@salesforce/label/c.Yeti_Masked_Nip';
import labelPesel from '@salesforce/label/c.Yeti_Masked_Pesel';
import labelReason from '@salesforce/label/c.Yeti_Reveal_Reason';
import labelReasonTooShort from '@salesforce/label/c.Yeti_Reveal_Reason_Too_Short';
import labelReveal from '@salesforce/label/c.Yeti_Reveal';
import labelShow from '@salesforce/label/c.Yeti_Reveal_Show';
import labelValue from '@salesforce/label/c.Yeti_Masked_Value';

const kindLabels: Readonly<Record<string, string>> = {
  Card: labelCard,
  IBAN: labelIban,
  PESEL: labelPesel,
  NIP: labelNip,
  Document: labelDocument
};
const shortestReason = 5;
const shownMilliseconds = 30_000;

interface Piece {
  readonly key: number;
  readonly text: string;
  readonly masked: boolean;
  readonly index: number;
  readonly kind: string;
  readonly isShown: boolean;
  readonly isAsked: boolean;
  /** What the button does, and with which value, for who can't see where it stands. */
  readonly action: string;
  readonly icon: string;
}

/** A text whose sensitive values are chips. Who has the permission reveals one with a reason, until this closes or for 30 seconds. */
export default class YetiMaskedText extends LightningElement {
  @api parts: readonly TextPart[] = [];
  @api itemId: string | undefined;
  /** The field that holds the text, such as `Body__c`. */
  @api field = '';

  readonly label = { cancel: labelCancel, reason: labelReason, show: labelShow };
  /** The masked value whose reason is asked. */
  asked: number | undefined;
  reason = '';
  error: string | undefined;
  isLoading = false;
  revealed: ReadonlyMap<number, string> = new Map();

  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private focusOn: string | undefined;

  get pieces(): readonly Piece[] {
    return this.parts.map((part, key) => {
      const index = part.index ?? -1;
      const value = this.revealed.get(index);
      const kind = kindLabels[part.kind ?? ''] ?? labelValue;
      const isShown = value !== undefined;
      return {
        key,
        text: value ?? part.text,
        masked: part.masked,
        index,
        kind,
        isShown,
        isAsked: part.masked && this.asked === index,
        action: format(isShown ? labelHide : labelReveal, `${kind} ${part.text}`),
        icon: isShown ? 'utility:hide' : 'utility:preview'
      };
    });
  }

  get canReveal(): boolean {
    return canReveal === true;
  }

  override renderedCallback(): void {
    if (this.focusOn === undefined) return;
    const target = this.template?.querySelector<HTMLElement>(this.focusOn);
    this.focusOn = undefined;
    target?.focus();
  }

  override disconnectedCallback(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  handleButton(event: Event): void {
    const index = indexOf(event);
    if (this.revealed.has(index)) this.hide(index);
    else this.ask(index);
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
    this.error = undefined;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLElement &&
      event.target.dataset.reason !== undefined
    ) {
      event.preventDefault();
      this.handleShow();
    }
  }

  handleCancel(): void {
    this.close();
  }

  async handleShow(): Promise<void> {
    const index = this.asked;
    if (index === undefined || this.isLoading) return;
    if (this.reason.trim().length < shortestReason) {
      this.error = labelReasonTooShort;
      this.focusOn = '[data-reason]';
      return;
    }
    this.isLoading = true;
    try {
      this.show(index, await reveal({ itemId: this.itemId, field: this.field, index, reason: this.reason.trim() }));
      // The reveal is an event on the thread.
      this.dispatchEvent(new RefreshEvent());
    } catch (error) {
      this.error = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }

  private ask(index: number): void {
    this.asked = index;
    this.reason = '';
    this.error = undefined;
    this.focusOn = '[data-reason]';
  }

  private show(index: number, value: string): void {
    this.revealed = new Map(this.revealed).set(index, value);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- nothing stays shown for long; hiding and leaving clear it
    const timer = setTimeout(() => this.hide(index), shownMilliseconds);
    this.timers.set(index, timer);
    this.close();
  }

  private hide(index: number): void {
    clearTimeout(this.timers.get(index));
    this.timers.delete(index);
    this.revealed = new Map([...this.revealed].filter(([shown]) => shown !== index));
  }

  private close(): void {
    this.focusOn = `[data-button="${String(this.asked)}"]`;
    this.asked = undefined;
    this.error = undefined;
  }
}

function indexOf(event: Event): number {
  return event.currentTarget instanceof HTMLElement ? Number(event.currentTarget.dataset.button) : -1;
}
