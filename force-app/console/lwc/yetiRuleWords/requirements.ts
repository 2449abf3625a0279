import { format } from 'c/yetiMessages';
import type { Relaxation, Requirement, SkillNeed } from 'c/yetiRuleSet';
import labelDrop from '@salesforce/label/c.Yeti_Rules_Relax_Drop';
import labelFallback from '@salesforce/label/c.Yeti_Rules_Says_Fallback';
import labelLastAgent from '@salesforce/label/c.Yeti_Rules_Says_Last_Agent';
import labelLastAgentFor from '@salesforce/label/c.Yeti_Rules_Says_Last_Agent_For';
import labelOwner from '@salesforce/label/c.Yeti_Rules_Says_Owner';
import labelOwnerFor from '@salesforce/label/c.Yeti_Rules_Says_Owner_For';
import labelPriority from '@salesforce/label/c.Yeti_Rules_Says_Priority';
import labelQueue from '@salesforce/label/c.Yeti_Rules_Says_Queue';
import labelWeight from '@salesforce/label/c.Yeti_Rules_Says_Weight';
import type { Names } from './names';

const MINUTE = 60;
const HOUR = 3600;

/** A time of waiting in its largest whole unit: `90 s`, `10 min`, `4 h`. */
export function durationText(seconds: number): string {
  if (seconds >= HOUR && seconds % HOUR === 0) return `${String(seconds / HOUR)} h`;
  if (seconds >= MINUTE && seconds % MINUTE === 0) return `${String(seconds / MINUTE)} min`;
  return `${String(seconds)} s`;
}

/** What becomes of a skill after a wait: `≥ 3`, `drop`, `Polish ≥ 7`. */
export function relaxText(step: Relaxation, names: Names): string {
  if ('to' in step) return `≥ ${String(step.to)}`;
  if ('instead' in step) return `${names.skill(step.instead.skill)} ≥ ${String(step.instead.level)}`;
  return labelDrop;
}

/** A skill with its waiting steps: `Complaints ≥ 5 ▸ 10 min ≥ 3`. */
export function needText({ skill, level, relax = [] }: SkillNeed, names: Names): string {
  const steps = relax.map((step) => `▸ ${durationText(step.after)} ${relaxText(step, names)}`);
  return [`${names.skill(skill)} ≥ ${String(level)}`, ...steps].join(' ');
}

/** What is asked for, a text for each thing: skills first, then priority, queue, who is asked first, weight, fallback. */
export function requirementTexts(requirement: Requirement, names: Names): readonly string[] {
  const { skills = [], priority, queue, preferred, preferredFor, capacityWeight, fallback } = requirement;
  const texts = skills.map((need) => needText(need, names));
  if (priority !== undefined) texts.push(format(labelPriority, String(priority)));
  if (queue !== undefined) texts.push(format(labelQueue, names.queue(queue)));
  if (preferred !== undefined) texts.push(preferredText(preferred, preferredFor));
  if (capacityWeight !== undefined) texts.push(format(labelWeight, String(capacityWeight)));
  if (fallback) texts.push(fallbackText(fallback, names));
  return texts;
}

/** What is asked for, on one line. */
export function requirementText(requirement: Requirement, names: Names): string {
  return requirementTexts(requirement, names).join(' · ');
}

/** When nobody has taken it, and where to then. */
export function fallbackText({ after, queue }: NonNullable<Requirement['fallback']>, names: Names): string {
  return format(labelFallback, durationText(after), names.queue(queue));
}

function preferredText(preferred: 'owner' | 'lastAgent', seconds: number | undefined): string {
  if (seconds === undefined) return preferred === 'owner' ? labelOwner : labelLastAgent;
  return format(preferred === 'owner' ? labelOwnerFor : labelLastAgentFor, durationText(seconds));
}
