import { qualifies, type Agent, type Obstacle } from 'c/yetiMatcher';
import { format, plural, type PluralForms } from 'c/yetiMessages';
import { relative } from 'c/yetiMoments';
import language from '@salesforce/i18n/lang';
import timeZone from '@salesforce/i18n/timeZone';
import labelAlone from '@salesforce/label/c.Yeti_Why_Alone';
import labelAway from '@salesforce/label/c.Yeti_Why_Is_Away';
import labelAwayFew from '@salesforce/label/c.Yeti_Why_Away_Few';
import labelAwayMany from '@salesforce/label/c.Yeti_Why_Away_Many';
import labelAwayOne from '@salesforce/label/c.Yeti_Why_Away_One';
import labelAwayOther from '@salesforce/label/c.Yeti_Why_Away_Other';
import labelBusyFew from '@salesforce/label/c.Yeti_Why_Busy_Few';
import labelBusyMany from '@salesforce/label/c.Yeti_Why_Busy_Many';
import labelBusyOne from '@salesforce/label/c.Yeti_Why_Busy_One';
import labelBusyOther from '@salesforce/label/c.Yeti_Why_Busy_Other';
import labelChannel from '@salesforce/label/c.Yeti_Why_No_Channel';
import labelCombination from '@salesforce/label/c.Yeti_Why_No_Combination';
import labelDeclined from '@salesforce/label/c.Yeti_Why_Has_Declined';
import labelEnded from '@salesforce/label/c.Yeti_Why_Ended';
import labelFreeFew from '@salesforce/label/c.Yeti_Why_Free_Few';
import labelFreeMany from '@salesforce/label/c.Yeti_Why_Free_Many';
import labelFreeOne from '@salesforce/label/c.Yeti_Why_Free_One';
import labelFreeOther from '@salesforce/label/c.Yeti_Why_Free_Other';
import labelHighest from '@salesforce/label/c.Yeti_Why_Highest';
import labelLacksSkill from '@salesforce/label/c.Yeti_Why_Lacks_Skill';
import labelLow from '@salesforce/label/c.Yeti_Why_Low';
import labelNoCapacity from '@salesforce/label/c.Yeti_Why_No_Capacity';
import labelNobodyHas from '@salesforce/label/c.Yeti_Why_Nobody_Has';
import labelNotYet from '@salesforce/label/c.Yeti_Why_Not_Yet';
import labelOffline from '@salesforce/label/c.Yeti_Why_Is_Offline';
import labelPreferred from '@salesforce/label/c.Yeti_Why_Other_Preferred';
import labelRefusedFew from '@salesforce/label/c.Yeti_Why_Refused_Few';
import labelRefusedMany from '@salesforce/label/c.Yeti_Why_Refused_Many';
import labelRefusedOne from '@salesforce/label/c.Yeti_Why_Refused_One';
import labelRefusedOther from '@salesforce/label/c.Yeti_Why_Refused_Other';
import { candidatesFor, lackingOf, type Candidates, type Circumstances } from './candidates';
import type { Need } from './decision';
import { skillName } from './skillNames';
import { listed, needText } from './words';

const MAX_ENDED = 3;
const MOST_NAMED = 2;

const freeForms = { one: labelFreeOne, few: labelFreeFew, many: labelFreeMany, other: labelFreeOther };
const busyForms = { one: labelBusyOne, few: labelBusyFew, many: labelBusyMany, other: labelBusyOther };
const awayForms = { one: labelAwayOne, few: labelAwayFew, many: labelAwayMany, other: labelAwayOther };
const refusedForms = {
  one: labelRefusedOne,
  few: labelRefusedFew,
  many: labelRefusedMany,
  other: labelRefusedOther
};
const absences: Readonly<Record<Exclude<Obstacle['kind'], 'skill' | 'expired' | 'notYet' | 'capacity'>, string>> = {
  away: labelAway,
  offline: labelOffline,
  channel: labelChannel,
  declined: labelDeclined,
  preferred: labelPreferred
};

/** Why nobody took what needs these skills: one sentence each, what matters most first. */
export function reasonsFor(
  needs: readonly Need[],
  agents: readonly Agent[],
  now: number,
  circumstances?: Circumstances
): readonly string[] {
  const candidates = candidatesFor(needs, agents, now, circumstances);
  if (circumstances?.only !== undefined) return ofOnly(candidates, now);
  const { free, busy, away, refused } = candidates;
  const counts = [
    counted(free.length, freeForms),
    counted(busy.length, busyForms),
    counted(away.length, awayForms),
    counted(refused.length, refusedForms)
  ];
  const named = counts.filter((text) => text !== undefined);
  if (named.length > 0) return named;
  return [...missing(needs, agents, now), ...ended(needs, agents, now)];
}

/** What keeps the only one who is asked; nothing where they will be asked any moment. */
function ofOnly({ busy, away, refused, near }: Candidates, now: number): readonly string[] {
  return [...busy, ...away, ...refused, ...near].map(
    ({ agent, obstacles }) => `${agent.name}: ${obstaclesText(obstacles, now)}`
  );
}

function counted(count: number, forms: PluralForms): string | undefined {
  return count === 0 ? undefined : format(plural(language, count, forms), String(count));
}

function lackingText(agent: Agent, needs: readonly Need[], now: number): string {
  return obstaclesText(lackingOf(agent, needs, now), now);
}

/** What nobody has: a skill, a level, or all of them together. */
function missing(needs: readonly Need[], agents: readonly Agent[], now: number): readonly string[] {
  const holders = needs.map((need) => ({ need, who: agents.filter((agent) => qualifies(agent, [need], now)) }));
  const nobodys = holders.filter(({ who }) => who.length === 0);
  if (nobodys.length > 0) return nobodys.map(({ need }) => nobodyHas(need, agents, now));
  const rarest = [...holders].sort((one, other) => one.who.length - other.who.length)[0];
  if (!rarest) return [];
  const whatIsMissing = rarest.who
    .slice(0, MOST_NAMED)
    .map((agent) => format(labelAlone, skillName(rarest.need.skill), agent.name, lackingText(agent, needs, now)));
  return [labelCombination, ...whatIsMissing];
}

function nobodyHas(need: Need, agents: readonly Agent[], now: number): string {
  const levels = agents.flatMap(({ name, skills }) =>
    skills
      .filter(({ skill, from = now, until = Infinity }) => skill === need.skill && from <= now && until > now)
      .map(({ level }) => ({ level, name }))
  );
  const best = levels.sort((one, other) => other.level - one.level)[0];
  return best
    ? format(labelHighest, needText(need), String(best.level), best.name)
    : format(labelNobodyHas, needText(need));
}

/** What somebody had who would do, had it not ended or not begun yet. */
function ended(needs: readonly Need[], agents: readonly Agent[], now: number): readonly string[] {
  return agents
    .flatMap((agent) =>
      lackingOf(agent, needs, now)
        .filter(({ kind }) => kind === 'expired' || kind === 'notYet')
        .map((obstacle) => `${agent.name}: ${obstacleText(obstacle, now)}`)
    )
    .slice(0, MAX_ENDED);
}

/** All that keeps somebody from taking something. Who is offline has no capacity either: that says nothing more. */
export function obstaclesText(obstacles: readonly Obstacle[], now: number): string {
  const isOffline = obstacles.some(({ kind }) => kind === 'offline');
  const telling = obstacles.filter(({ kind }) => !(isOffline && kind === 'capacity'));
  return listed(telling.map((obstacle) => obstacleText(obstacle, now)));
}

/** What keeps somebody from taking something, in a few words. */
function obstacleText(obstacle: Obstacle, now: number): string {
  switch (obstacle.kind) {
    case 'skill':
      return obstacle.level === undefined
        ? format(labelLacksSkill, skillName(obstacle.skill))
        : format(labelLow, skillName(obstacle.skill), String(obstacle.level), String(obstacle.needed));
    case 'expired':
      return format(labelEnded, skillName(obstacle.skill), moment(obstacle.at, now));
    case 'notYet':
      return format(labelNotYet, skillName(obstacle.skill), moment(obstacle.at, now));
    case 'capacity':
      return labelNoCapacity;
    default:
      return absences[obstacle.kind];
  }
}

function moment(at: number, now: number): string {
  return relative(language, timeZone, new Date(at), new Date(now));
}
