import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import labelMore from '@salesforce/label/c.Yeti_Picker_More';
import labelNone from '@salesforce/label/c.Yeti_Picker_None';

const MOST_SHOWN = 60;

/** Something that can be picked. */
export interface PickerOption {
  readonly value: string;
  readonly label: string;
  /** A second, quieter name that is searched too. */
  readonly detail?: string;
  /** Heading under which it stands. Options of one group follow each other. */
  readonly group?: string;
}

interface Row extends PickerOption {
  readonly key: string;
  readonly heading: string | undefined;
  readonly selected: 'true' | 'false';
  readonly className: string;
}

/** A field in which one of many is found by typing. Fires `pick` with what was picked. */
export default class YetiPicker extends LightningElement {
  @api label = '';
  @api options: readonly PickerOption[] = [];
  @api value = '';
  @api placeholder = '';
  @api disabled = false;
  /** A sentence that says what is wrong with the value. */
  @api problem = '';
  /** Whether a text that is no option may be picked. */
  @api free = false;
  /** Whether it is empty again once something was picked, to pick the next. */
  @api clears = false;

  isOpen = false;
  /** What was typed since it opened; none: nothing yet, so everything is offered. */
  typed: string | undefined;
  active = 0;

  /** Puts the cursor in. */
  @api focus(): void {
    this.input?.focus();
  }

  get text(): string {
    if (this.typed !== undefined) return this.typed;
    return this.options.find(({ value }) => value === this.value)?.label ?? this.value;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get invalid(): 'true' | undefined {
    return this.problem === '' ? undefined : 'true';
  }

  get inputClass(): string {
    return this.problem === '' ? 'slds-input input' : 'slds-input input wrong';
  }

  get listClass(): string {
    return this.isOpen ? 'list' : 'list slds-hide';
  }

  get rows(): readonly Row[] {
    if (!this.isOpen) return [];
    let group: string | undefined;
    return this.matches.slice(0, MOST_SHOWN).map((option, index) => {
      const heading = option.group === group ? undefined : option.group;
      group = option.group;
      const isActive = index === this.active;
      return {
        ...option,
        key: `option-${String(index)}`,
        heading,
        selected: isActive ? 'true' : 'false',
        className: isActive ? 'option active' : 'option'
      };
    });
  }

  get activeKey(): string | undefined {
    return this.isOpen && this.matches.length > 0 ? `option-${String(this.active)}` : undefined;
  }

  get note(): string | undefined {
    if (!this.isOpen) return undefined;
    const { length } = this.matches;
    if (length === 0 && !this.free) return labelNone;
    return length > MOST_SHOWN ? format(labelMore, String(length - MOST_SHOWN)) : undefined;
  }

  handleOpen(): void {
    if (this.isOpen || this.disabled) return;
    this.isOpen = true;
    this.typed = undefined;
    this.active = Math.max(
      0,
      this.options.slice(0, MOST_SHOWN).findIndex(({ value }) => value === this.value)
    );
  }

  handleInput(event: Event): void {
    event.stopPropagation();
    this.isOpen = true;
    this.typed = event.target instanceof HTMLInputElement ? event.target.value : '';
    this.active = 0;
  }

  handleKey(event: KeyboardEvent): void {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (event.altKey) return;
        event.preventDefault();
        if (this.isOpen) this.move(event.key === 'ArrowDown' ? 1 : -1);
        else this.handleOpen();
        break;
      case 'Enter':
        if (!this.isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        this.take();
        break;
      case 'Escape':
        if (!this.isOpen) return;
        event.stopPropagation();
        this.close();
        break;
      default:
    }
  }

  /** Leaving with a text typed takes it where any text will do. */
  handleBlur(): void {
    if (this.isOpen && this.free && this.typed) this.pick(this.typed);
    else this.close();
  }

  /** Before the field loses the cursor. */
  handlePress(event: MouseEvent): void {
    event.preventDefault();
    const index = event.currentTarget instanceof HTMLElement ? Number(event.currentTarget.dataset.index) : -1;
    const option = this.matches[index];
    if (option) this.pick(option.value);
  }

  override renderedCallback(): void {
    if (this.isOpen) this.template?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }

  private get input(): HTMLInputElement | null | undefined {
    return this.template?.querySelector('input');
  }

  private get matches(): readonly PickerOption[] {
    const words = (this.typed ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return this.options;
    return this.options.filter(({ label, detail = '', group = '' }) => {
      const text = `${group} ${label} ${detail}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  private move(by: 1 | -1): void {
    const length = Math.min(this.matches.length, MOST_SHOWN);
    if (length > 0) this.active = (this.active + by + length) % length;
  }

  private take(): void {
    const option = this.matches[this.active];
    if (option && (this.typed || !this.free)) this.pick(option.value);
    else if (this.free && this.typed) this.pick(this.typed);
    else this.close();
  }

  private pick(value: string): void {
    this.close();
    if (this.clears && this.input) this.input.value = '';
    this.dispatchEvent(new CustomEvent<string>('pick', { detail: value }));
  }

  private close(): void {
    this.isOpen = false;
    this.typed = undefined;
    if (this.input) this.input.value = this.text;
  }
}
