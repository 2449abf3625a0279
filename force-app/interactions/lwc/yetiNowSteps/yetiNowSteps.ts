import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import { dayAndTime, relative, shortDay } from 'c/yetiMoments';
import { nameOf, outcomes, promiseText, type Now } from 'c/yetiNowModel';
import type { Config } from 'c/yetiTimelineModel';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelCallback from '@salesforce/label/c.Yeti_Now_Callback';
import labelDue from '@salesforce/label/c.Yeti_Now_Due';
import labelLogTheCall from '@salesforce/label/c.Yeti_Log_The_Call';
import labelOverdue from '@salesforce/label/c.Yeti_Now_Overdue';
import labelTried from '@salesforce/label/c.Yeti_Now_Tried';
import labelTriedNothing from '@salesforce/label/c.Yeti_Now_Tried_Nothing';

interface StepText {
  readonly id: string;
  readonly text: string;
  readonly title: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** Nearer than this, a deadline stands here; others are told beside the thread. */
const SOON = 7 * DAY;

/** What was tried, and what waits to be done: a call back, a promise. Fires `callback` to log the call. */
export default class YetiNowSteps extends LightningElement {
  @api now!: Now;
  @api config: Config | undefined;
  /** The moment from which everything is counted. */
  @api moment = new Date();

  readonly label = { logTheCall: labelLogTheCall, tried: labelTried, triedNothing: labelTriedNothing };

  get steps(): readonly StepText[] {
    return this.now.tried.map(({ id, channel, title, outcome, occurredAt }) => {
      const at = new Date(occurredAt);
      const isLost = outcome === 'Abandoned' || outcome === 'NoAnswer';
      const heading = `${nameOf(this.config?.channels, channel)}, ${relative(language, timeZone, at, this.moment)}`;
      return {
        id,
        text: [heading, isLost ? nameOf(outcomes, outcome) : title].filter(Boolean).join(': '),
        title: [title, dayAndTime(locale, timeZone, at)].filter(Boolean).join(', ')
      };
    });
  }

  get hasSteps(): boolean {
    return this.now.tried.length > 0;
  }

  get callback(): string | undefined {
    const { callback } = this.now;
    if (!callback) return undefined;
    const when = relative(language, timeZone, new Date(callback.occurredAt), this.moment);
    return format(labelCallback, nameOf(this.config?.channels, callback.channel), when);
  }

  get promise(): string | undefined {
    const { promise } = this.now;
    if (!promise) return undefined;
    const due = new Date(promise.dueAt);
    const left = due.getTime() - this.moment.getTime();
    if (left > SOON) return undefined;
    const until = left > DAY ? shortDay(locale, timeZone, due) : relative(language, timeZone, due, this.moment);
    return format(promise.overdue ? labelOverdue : labelDue, until, promiseText(promise.what, promise.policy));
  }

  /** In full, with the moment: the line has little room. */
  get promiseTitle(): string {
    const { promise } = this.now;
    return promise ? `${this.promise ?? ''} (${dayAndTime(locale, timeZone, new Date(promise.dueAt))})` : '';
  }

  get isOverdue(): boolean {
    return this.now.promise?.overdue === true;
  }

  get promiseClass(): string {
    return this.isOverdue ? 'due overdue' : 'due';
  }

  handleCallback(): void {
    this.dispatchEvent(new CustomEvent('callback'));
  }
}
