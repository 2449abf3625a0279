import { LightningElement, api } from 'lwc';
import labelLoading from '@salesforce/label/c.Yeti_Loading';

const PLACEHOLDER_ROWS = 8;

const icons = {
  loading: undefined,
  empty: 'utility:comments',
  error: 'utility:error',
  noAccess: 'utility:lock'
} as const;

/** What stands in the place of content: it is loading, there is none, it failed, or it may not be seen. */
export default class YetiStatePanel extends LightningElement {
  @api kind: keyof typeof icons = 'loading';
  @api heading = '';
  @api text = '';
  /** Label of the button; without one there is none. It fires `action`. */
  @api actionLabel: string | undefined;
  /** Rows that hold the place of what is loading. */
  @api rows = PLACEHOLDER_ROWS;

  readonly label = { loading: labelLoading };

  get isLoading(): boolean {
    return this.kind === 'loading';
  }

  get iconName(): string | undefined {
    return icons[this.kind];
  }

  get placeholders(): readonly number[] {
    return Array.from({ length: this.rows }, (_, index) => index);
  }

  handleAction(): void {
    this.dispatchEvent(new CustomEvent('action'));
  }
}
