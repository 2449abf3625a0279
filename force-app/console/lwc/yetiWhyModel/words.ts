import { format } from 'c/yetiMessages';
import { duration, relative } from 'c/yetiMoments';
import type { Stage } from 'c/yetiRuleSet';
import language from '@salesforce/i18n/lang';
import timeZone from '@salesforce/i18n/timeZone';
import labelNext from '@salesforce/label/c.Yeti_Why_Next';
import labelSoon from '@salesforce/label/c.Yeti_Why_Next_Soon';
import labelNobodyElse from '@salesforce/label/c.Yeti_Why_Preferred_Only';
import labelNoSkill from '@salesforce/label/c.Yeti_Why_No_Skill';
import labelQueue from '@salesforce/label/c.Yeti_Why_To_Queue';
import labelBy from '@salesforce/label/c.Yeti_Why_By';
import labelAssigned from '@salesforce/label/c.Yeti_Step_Assigned';
import labelDeclined from '@salesforce/label/c.Yeti_Step_Declined';
import labelDispatched from '@salesforce/label/c.Yeti_Step_Dispatched';
import labelFailed from '@salesforce/label/c.Yeti_Step_Failed';
import labelFallback from '@salesforce/label/c.Yeti_Step_Fallback';
import labelHandover from '@salesforce/label/c.Yeti_Step_Handover';
import labelRelaxed from '@salesforce/label/c.Yeti_Step_Relaxed';
import labelReplaced from '@salesforce/label/c.Yeti_Step_Replaced';
import labelSkipped from '@salesforce/label/c.Yeti_Step_Skipped';
import labelWithdrawn from '@salesforce/label/c.Yeti_Step_Withdrawn';
import type { Need, Step } from './decision';
import { skillName, skillsNamed } from './skillNames';

const MINUTE = 60_000;
const kinds: ReadonlyMap<string, string> = new Map([
  ['Assigned', labelAssigned],
  ['Declined', labelDeclined],
  ['Dispatched', labelDispatched],
  ['Failed', labelFailed],
  ['Fallback', labelFallback],
  ['Handover', labelHandover],
  ['Relaxed', labelRelaxed],
  ['Replaced', labelReplaced],
  ['Skipped', labelSkipped],
  ['Withdrawn', labelWithdrawn]
]);

/** A skill, as people call it, and its level: `Payments ≥ 5`. */
export function needText({ skill, level }: Need): string {
  return `${skillName(skill)} ≥ ${String(level)}`;
}

/** Skills as the end of a sentence: `Payments ≥ 5 and Polish ≥ 7`. */
export function needsText(needs: readonly Need[]): string {
  return needs.length === 0 ? labelNoSkill : listed(needs.map(needText));
}

/** What holds from a step on. */
export function stageText(stage: Stage): string {
  if (stage.queue !== undefined) return format(labelQueue, stage.queue);
  return stage.preferredOnly ? labelNobodyElse : needsText(stage.skills);
}

/** What was done, and who did it: `Relaxed: Complaints ≥ 3 (by Dobrawa Grzbiet)`. What a case needed at first stands elsewhere. */
export function stepText({ kind, text, by }: Step): string {
  const name = kinds.get(kind) ?? kind;
  const said = text && kind === 'Relaxed' ? skillsNamed(text) : text;
  const what = said && kind !== 'Dispatched' ? `${name}: ${said}` : name;
  return by && !what.includes(by) ? `${what} ${format(labelBy, by)}` : what;
}

/** What comes next and when, seen from a moment: what is due takes up to a minute. */
export function nextText(stage: Stage, at: Date, now: Date): string {
  return at.getTime() - now.getTime() < MINUTE
    ? format(labelSoon, stageText(stage))
    : format(labelNext, relative(language, timeZone, at, now), stageText(stage));
}

/** Words joined as the language does it. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}

/** How long it was, in one unit; below a minute in seconds. */
export function unitOfTime(from: Date, to: Date): string {
  const length = Math.max(0, to.getTime() - from.getTime());
  if (length >= MINUTE) return duration(language, from, to);
  const seconds = Math.floor(length / 1000);
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(seconds);
}
