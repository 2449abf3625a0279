import { LightningElement } from 'lwc';
import { COMPOSE_EVENT, type EmailRequest } from '../../platform/console/quickActions.ts';

interface Composer extends EmailRequest {
  readonly id: string;
}

/** The e-mails being written, side by side at the bottom: they stay while the agent looks at other tabs. */
export default class DockedComposers extends LightningElement {
  composers: readonly Composer[] = [];
  #opened = 0;
  readonly #compose = (event: Event) => {
    if (event instanceof CustomEvent) this.open(event.detail);
  };

  connectedCallback(): void {
    window.addEventListener(COMPOSE_EVENT, this.#compose);
  }

  disconnectedCallback(): void {
    window.removeEventListener(COMPOSE_EVENT, this.#compose);
  }

  handleClose(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    this.composers = this.composers.filter((composer) => composer.id !== id);
  }

  private open(request: EmailRequest): void {
    this.composers = [...this.composers, { ...request, id: String((this.#opened += 1)) }];
  }
}
