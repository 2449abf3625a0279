import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import labelAdd from '@salesforce/label/c.Yeti_Rules_Add';
import labelCount from '@salesforce/label/c.Yeti_Rules_Count';
import labelFound from '@salesforce/label/c.Yeti_Rules_Found';
import labelMoveHere from '@salesforce/label/c.Yeti_Rules_Move_Here';
import labelPosition from '@salesforce/label/c.Yeti_Rules_Position';
import labelSearch from '@salesforce/label/c.Yeti_Rules_Search';

/** Above the rules: adds one, finds some, moves one to a place. Fires `add`, `search` with the words, `moveto` with the place or nothing. */
export default class YetiRuleBar extends LightningElement {
  @api searched = '';
  /** How many rules there are. */
  @api total = 0;
  /** How many of them fit what was searched for; none: nothing was. */
  @api found: number | undefined;
  /** Where the rule stands that is to be moved, counted from 1; none: no rule is. */
  @api get moving(): number | undefined {
    return this._moving;
  }
  set moving(moving: number | undefined) {
    this.mustFocus = moving !== undefined && this._moving === undefined;
    this._moving = moving;
  }
  @api canEdit = false;

  readonly label = {
    add: labelAdd,
    moveHere: labelMoveHere,
    position: labelPosition,
    search: labelSearch
  };

  private _moving: number | undefined;
  private mustFocus = false;

  get countText(): string {
    const total = String(this.total);
    return this.found === undefined ? format(labelCount, total) : format(labelFound, String(this.found), total);
  }

  override renderedCallback(): void {
    if (!this.mustFocus) return;
    this.mustFocus = false;
    const input = this.template?.querySelector<HTMLInputElement>('[data-position]');
    input?.focus();
    input?.select();
  }

  handleAdd(): void {
    this.dispatchEvent(new CustomEvent('add'));
  }

  handleSearch(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent<string>('search', { detail: event.detail.value }));
  }

  handleMove(event: Event): void {
    event.preventDefault();
    const place = this.template?.querySelector<HTMLInputElement>('[data-position]')?.valueAsNumber ?? Number.NaN;
    this.tellPlace(Number.isNaN(place) ? undefined : place);
  }

  handleMoveKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.tellPlace(undefined);
  }

  private tellPlace(place: number | undefined): void {
    this.dispatchEvent(new CustomEvent<number | undefined>('moveto', { detail: place }));
  }
}
