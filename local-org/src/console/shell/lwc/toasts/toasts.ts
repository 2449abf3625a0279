import { LightningElement } from 'lwc';
import { text } from '../../platform/console/texts/shell.ts';
import { ShowToastEventName, type ToastConfig } from '../../platform/lightning/platformShowToastEvent.ts';

const SHOWN_MS = 5_000;

interface Toast {
  readonly id: string;
  readonly title: string;
  readonly variant: string;
  readonly icon: string;
  readonly role: string;
  readonly className: string;
  readonly parts: readonly { readonly key: string; readonly text: string; readonly url?: string }[];
}

/** Short messages above everything: errors interrupt a screen reader, the rest waits its turn. */
export default class Toasts extends LightningElement {
  toasts: readonly Toast[] = [];
  readonly closeLabel = text('close');
  #count = 0;
  readonly #show = (event: Event) => {
    if (event instanceof CustomEvent) this.show(event.detail.toastAttributes);
  };

  connectedCallback(): void {
    window.addEventListener(ShowToastEventName, this.#show);
  }

  disconnectedCallback(): void {
    window.removeEventListener(ShowToastEventName, this.#show);
  }

  handleClose(event: Event): void {
    if (event.currentTarget instanceof HTMLElement) this.remove(event.currentTarget.dataset.id);
  }

  show({ title = '', message = '', variant = 'info', mode = 'dismissible', messageData = [] }: ToastConfig): void {
    const id = String((this.#count += 1));
    const toast: Toast = {
      id,
      title,
      variant,
      icon: `utility:${variant}`,
      role: variant === 'error' || variant === 'warning' ? 'alert' : 'status',
      className: `slds-notify slds-notify_toast slds-theme_${variant}`,
      parts: messageParts(message, messageData)
    };
    this.toasts = [...this.toasts, toast];
    if (mode !== 'sticky') setTimeout(() => this.remove(id), SHOWN_MS);
  }

  private remove(id: string | undefined): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

function messageParts(message: string, data: NonNullable<ToastConfig['messageData']>): Toast['parts'] {
  return message.split(/(\{\d+\})/).flatMap((part, index) => {
    const key = String(index);
    const place = /^\{(\d+)\}$/.exec(part)?.[1];
    const value = place === undefined ? part : data[Number(place)];
    if (value === undefined || value === '') return [];
    return typeof value === 'string'
      ? [{ key, text: value }]
      : [{ key, text: value.label ?? value.url ?? '', ...(value.url && { url: value.url }) }];
  });
}
