import { format } from 'c/yetiMessages';
import { keyLabel } from 'c/yetiFactModel';
import { dayAndTime, shortDay } from 'c/yetiMoments';
import { nameOf, outcomes, promiseText, type Now, type PromiseView } from 'c/yetiNowModel';
import type { Fact } from '@salesforce/apex/YetiFactController.getFacts';
import type { Config } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAnswer from '@salesforce/label/c.Yeti_Brief_Answer';
import labelCallBack from '@salesforce/label/c.Yeti_Brief_Call_Back';
import labelKeep from '@salesforce/label/c.Yeti_Brief_Keep';
import labelKnown from '@salesforce/label/c.Yeti_Brief_Known';
import labelNext from '@salesforce/label/c.Yeti_Brief_Next';
import labelNotVerified from '@salesforce/label/c.Yeti_Brief_Not_Verified';
import labelPromised from '@salesforce/label/c.Yeti_Brief_Promised';
import labelTried from '@salesforce/label/c.Yeti_Brief_Tried';
import labelUntil from '@salesforce/label/c.Yeti_Brief_Until';
import labelVerified from '@salesforce/label/c.Yeti_Brief_Verified';
import labelWait from '@salesforce/label/c.Yeti_Brief_Wait';
import labelWhat from '@salesforce/label/c.Yeti_Brief_What';
import labelWho from '@salesforce/label/c.Yeti_Brief_Who';

/** What is known of a case that somebody hands over. What is sensitive is masked already. */
export interface Thread {
  readonly customerName: string | undefined;
  readonly now: Now;
  readonly facts: readonly Fact[];
  readonly promises: readonly PromiseView[];
  readonly channels: Config['channels'];
}

/** What a colleague needs to go on: who, what, what they told, what was tried and promised, what comes next. Lines without content stay away. */
export function briefOf(thread: Thread): string {
  const lines = [
    [labelWho, who(thread)],
    [labelWhat, what(thread)],
    [labelKnown, thread.facts.map(({ key, parts }) => `${keyLabel(key)} ${textOf(parts)}`).join(', ')],
    [labelTried, tried(thread)],
    [labelPromised, promised(thread)],
    [labelNext, next(thread)]
  ] as const;
  return lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('\n');
}

function who({ customerName, now, channels }: Thread): string {
  const { message } = now;
  const name = customerName ?? message?.who ?? '';
  if (!message) return name;
  const on = message.authenticatedOn.map((channel) => nameOf(channels, channel)).join(', ');
  const sure = message.authentication === 'Verified' ? format(labelVerified, on) : labelNotVerified;
  return [name, sure].filter(Boolean).join(', ');
}

function what({ now, channels }: Thread): string {
  const { message } = now;
  if (!message) return now.subject ?? '';
  const when = dayAndTime(locale, timeZone, new Date(message.occurredAt));
  return `“${textOf(message.parts).trim()}” (${nameOf(channels, message.channel)}, ${when})`;
}

function tried({ now, channels }: Thread): string {
  return now.tried
    .map(({ channel, title, outcome }) => {
      const result = outcomes.find(({ value }) => value === outcome)?.label;
      return [nameOf(channels, channel), title, result].filter(Boolean).join(' ');
    })
    .join(' · ');
}

function promised({ promises }: Thread): string {
  return promises
    .filter(({ status }) => status === 'Open')
    .map(({ what: text, policy, dueAt }) =>
      format(labelUntil, promiseText(text, policy), shortDay(locale, timeZone, new Date(dueAt)))
    )
    .join(' · ');
}

/** What the receiver would do first. The agent knows better and writes it. */
function next({ now }: Thread): string {
  if (now.callback) return labelCallBack;
  if (now.turn === 'Ours') return labelAnswer;
  if (now.promise) return format(labelKeep, promiseText(now.promise.what, now.promise.policy));
  return now.turn === 'Customer' ? labelWait : '';
}

function textOf(parts: readonly { readonly text: string }[]): string {
  return parts.map(({ text }) => text).join('');
}
