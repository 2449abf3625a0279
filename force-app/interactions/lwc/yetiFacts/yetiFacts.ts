import { keyLabel } from 'c/yetiFactModel';
import { format } from 'c/yetiMessages';
import YetiRecordPart from 'c/yetiRecordPart';
import { dayAndTime, relative } from 'c/yetiMoments';
import type { TextPart } from 'c/yetiSensitive';
import forget from '@salesforce/apex/YetiFactController.forget';
import getFacts, { type Fact } from '@salesforce/apex/YetiFactController.getFacts';
import restore from '@salesforce/apex/YetiFactController.restore';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAgent from '@salesforce/label/c.Yeti_Fact_Agent';
import labelAll from '@salesforce/label/c.Yeti_Facts_All';
import labelBefore from '@salesforce/label/c.Yeti_Fact_Before';
import labelEmpty from '@salesforce/label/c.Yeti_Facts_Empty';
import labelForget from '@salesforce/label/c.Yeti_Fact_Forget';
import labelForgotten from '@salesforce/label/c.Yeti_Fact_Forgotten';
import labelHeading from '@salesforce/label/c.Yeti_Facts';
import labelOfCase from '@salesforce/label/c.Yeti_Fact_Of_Case';
import labelTitle from '@salesforce/label/c.Yeti_Facts_Title';
import labelUndo from '@salesforce/label/c.Yeti_Undo';
import labelUndoName from '@salesforce/label/c.Yeti_Fact_Undo';

const FIRST_ROWS = 5;
const numbers = new Intl.NumberFormat(locale);

interface Row {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly TextPart[];
  readonly channel: string;
  readonly when: string;
  readonly moment: string;
  readonly contactName: string | undefined;
  readonly isOfCase: boolean;
  readonly before: string | undefined;
  readonly forgetName: string;
  readonly isForgotten: boolean;
  readonly forgotten: string;
  readonly undoName: string;
}

/** What the customer already told, on any channel, so that nobody asks again. */
export default class YetiFacts extends YetiRecordPart<readonly Fact[] | null> {
  readonly label = { empty: labelEmpty, ofCase: labelOfCase, undo: labelUndo };
  facts: readonly Fact[] | null | undefined;
  /** Forgotten a moment ago: they keep their place, to be restored. */
  forgotten: ReadonlySet<string> = new Set();
  showsAll = false;
  protected override readonly placeholderRows = 3;

  get isReady(): boolean {
    return Array.isArray(this.facts);
  }

  get heading(): string {
    const count = (this.facts ?? []).filter(({ id }) => !this.forgotten.has(id)).length;
    return this.isReady ? format(labelHeading, numbers.format(count)) : labelTitle;
  }

  get rows(): readonly Row[] {
    const now = new Date();
    const facts = this.facts ?? [];
    return (this.showsAll ? facts : facts.slice(0, FIRST_ROWS)).map((fact) => this.rowOf(fact, now));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get allLabel(): string | undefined {
    const count = this.facts?.length ?? 0;
    return count > this.rows.length ? format(labelAll, numbers.format(count)) : undefined;
  }

  handleAll(): void {
    this.showsAll = true;
  }

  async handleForget(event: Event): Promise<void> {
    const factId = factIdOf(event);
    await this.change(async () => {
      await forget({ factId });
      this.forgotten = new Set(this.forgotten).add(factId);
    });
  }

  async handleUndo(event: Event): Promise<void> {
    const factId = factIdOf(event);
    await this.change(async () => {
      await restore({ factId });
      this.forgotten = new Set([...this.forgotten].filter((id) => id !== factId));
    });
  }

  protected override ask(recordId: string): Promise<readonly Fact[] | null> {
    return getFacts({ recordId });
  }

  protected override show(answer: readonly Fact[] | null): void {
    this.facts = withForgotten(answer, this.facts, this.forgotten);
  }

  private rowOf(fact: Fact, now: Date): Row {
    const label = keyLabel(fact.key);
    const told = new Date(fact.toldAt);
    const older = otherValues(fact);
    return {
      id: fact.id,
      label,
      parts: fact.parts,
      channel: fact.channel ?? labelAgent,
      when: relative(language, timeZone, told, now),
      moment: dayAndTime(locale, timeZone, told),
      contactName: fact.contactName ?? undefined,
      isOfCase: fact.ofCase && this.objectApiName === 'Case',
      before: older.length > 0 ? format(labelBefore, older.join(', ')) : undefined,
      forgetName: format(labelForget, label),
      isForgotten: this.forgotten.has(fact.id),
      forgotten: format(labelForgotten, label),
      undoName: format(labelUndoName, label)
    };
  }
}

/** What was told before and was something else; what was only repeated says nothing new. */
function otherValues(fact: Fact): readonly string[] {
  const textOf = ({ parts }: Fact): string => parts.map(({ text }) => text).join('');
  return [...new Set(fact.older.map(textOf))].filter((text) => text !== textOf(fact));
}

/** What was loaded, with what was just forgotten at its former place: nothing moves under the pointer. */
function withForgotten(
  loaded: readonly Fact[] | null,
  before: readonly Fact[] | null | undefined,
  forgotten: ReadonlySet<string>
): readonly Fact[] | null {
  if (loaded === null) return null;
  const facts = [...loaded];
  before?.forEach((fact, place) => {
    const isAway = forgotten.has(fact.id) && !facts.some(({ id }) => id === fact.id);
    if (isAway) facts.splice(Math.min(place, facts.length), 0, fact);
  });
  return facts;
}

function factIdOf(event: Event): string {
  return (event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.factId : undefined) ?? '';
}
