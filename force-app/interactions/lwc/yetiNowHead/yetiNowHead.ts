import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import { dayAndTime, duration, relative, shortDay } from 'c/yetiMoments';
import { nameOf, ordinal, type Message, type Now } from 'c/yetiNowModel';
import { channelIcon, type Config } from 'c/yetiTimelineModel';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelClaimed from '@salesforce/label/c.Yeti_Now_Claimed';
import labelMatched from '@salesforce/label/c.Yeti_Now_Matched';
import labelMonth from '@salesforce/label/c.Yeti_Now_Month';
import labelNotVerified from '@salesforce/label/c.Yeti_Now_Not_Verified';
import labelNth from '@salesforce/label/c.Yeti_Now_Nth';
import labelNthOnly from '@salesforce/label/c.Yeti_Now_Nth_Only';
import labelOtherCase from '@salesforce/label/c.Yeti_Now_Other_Case';
import labelSuggested from '@salesforce/label/c.Yeti_Now_Suggested';
import labelTurnCustomer from '@salesforce/label/c.Yeti_Now_Turn_Customer';
import labelTurnNone from '@salesforce/label/c.Yeti_Now_Turn_None';
import labelTurnOurs from '@salesforce/label/c.Yeti_Now_Turn_Ours';
import labelUnmatched from '@salesforce/label/c.Yeti_Now_Unmatched';
import labelVerified from '@salesforce/label/c.Yeti_Now_Verified';
import labelVerifiedOn from '@salesforce/label/c.Yeti_Now_Verified_On';
import labelWaiting from '@salesforce/label/c.Yeti_Now_Waiting';

const identities: ReadonlyMap<string, string> = new Map([
  ['Matched', labelMatched],
  ['Suggested', labelSuggested],
  ['Unmatched', labelUnmatched]
]);
/** Shorter waits say the same as the turn. */
const WORTH_SAYING = 60 * 60 * 1000;

/** More ways of authentication are told on hover. */
const MAX_CHANNELS = 2;

/** Whose turn it is, and of whom, when and how surely the last message came. */
export default class YetiNowHead extends LightningElement {
  @api now!: Now;
  @api config: Config | undefined;
  /** The moment from which everything is counted. */
  @api moment = new Date();

  get message(): Message | undefined {
    return this.now.message ?? undefined;
  }

  get turn(): string {
    const { turn, turnSince } = this.now;
    if (!turn || !turnSince) return labelTurnNone;
    const length = duration(language, new Date(turnSince), this.moment);
    return format(turn === 'Ours' ? labelTurnOurs : labelTurnCustomer, length);
  }

  get turnClass(): string {
    return this.now.turn === 'Ours' ? 'turn turn-ours' : 'turn';
  }

  get channel(): string {
    return nameOf(this.config?.channels, this.message?.channel);
  }

  get channelIcon(): string {
    return channelIcon(this.message?.channel, undefined);
  }

  /** The turn already says how long ago it was, where it is ours. */
  get when(): string | undefined {
    const { turn } = this.now;
    return this.message && turn !== 'Ours'
      ? relative(language, timeZone, new Date(this.message.occurredAt), this.moment)
      : undefined;
  }

  get exactly(): string {
    return this.message ? dayAndTime(locale, timeZone, new Date(this.message.occurredAt)) : '';
  }

  get identity(): string | undefined {
    return identities.get(this.message?.identityStatus ?? '');
  }

  get identityTitle(): string {
    return [this.identity, this.message?.identityBasis].filter(Boolean).join(': ');
  }

  /** Certainty needs no words: the mark and its name do. */
  get isMatched(): boolean {
    return this.message?.identityStatus === 'Matched';
  }

  get authentication(): string | undefined {
    const channels = this.authenticatedOn;
    return this.authenticationBy(channels.slice(0, MAX_CHANNELS), channels.length > MAX_CHANNELS ? '…' : '');
  }

  get authenticationTitle(): string | undefined {
    return this.authenticationBy(this.authenticatedOn, '');
  }

  get waiting(): string | undefined {
    const { turnSince, waitingSince } = this.now;
    if (!turnSince || !waitingSince) return undefined;
    const since = new Date(waitingSince);
    const isLonger = new Date(turnSince).getTime() - since.getTime() > WORTH_SAYING;
    return isLonger ? format(labelWaiting, shortDay(locale, timeZone, since)) : undefined;
  }

  get waitingTitle(): string {
    return this.now.waitingSince ? dayAndTime(locale, timeZone, new Date(this.now.waitingSince)) : '';
  }

  get contacts(): string | undefined {
    const { capped, contactsOfCase, contactsOfMonth } = this.now;
    if (!contactsOfMonth && !contactsOfCase) return undefined;
    const month = `${new Intl.NumberFormat(locale).format(contactsOfMonth ?? 0)}${capped ? '+' : ''}`;
    if (!contactsOfCase) return format(labelMonth, month);
    const nth = ordinal(language, contactsOfCase);
    return contactsOfCase === contactsOfMonth ? format(labelNthOnly, nth) : format(labelNth, nth, month);
  }

  get otherCase(): string | undefined {
    return this.message?.otherCase ? format(labelOtherCase, this.message.otherCase) : undefined;
  }

  private get authenticatedOn(): readonly string[] {
    return (this.message?.authenticatedOn ?? []).map((channel) => nameOf(this.config?.channels, channel));
  }

  private authenticationBy(channels: readonly string[], rest: string): string | undefined {
    const { authentication, authenticatedAt } = this.message ?? {};
    if (authentication === 'Claimed') return labelClaimed;
    if (authentication !== 'Verified') return authentication === 'None' ? labelNotVerified : undefined;
    const age = authenticatedAt ? relative(language, timeZone, new Date(authenticatedAt), this.moment) : '';
    const shown = channels.join(' + ') + rest;
    return (shown ? format(labelVerifiedOn, age, shown) : format(labelVerified, age)).trim();
  }
}
