import { format } from 'c/yetiMessages';
import type { Finding, Kind } from 'c/yetiRuleLint';
import type { Requirement } from 'c/yetiRuleSet';
import { durationText, fallbackText } from './requirements';
import type { Names } from './names';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import aboveAll from '@salesforce/label/c.Yeti_Lint_AboveAll';
import aboveAllMend from '@salesforce/label/c.Yeti_Lint_AboveAll_Mend';
import after from '@salesforce/label/c.Yeti_Lint_After';
import alwaysFalse from '@salesforce/label/c.Yeti_Lint_AlwaysFalse';
import alwaysFalseMend from '@salesforce/label/c.Yeti_Lint_AlwaysFalse_Mend';
import combination from '@salesforce/label/c.Yeti_Lint_Combination';
import combinationMend from '@salesforce/label/c.Yeti_Lint_Combination_Mend';
import contradiction from '@salesforce/label/c.Yeti_Lint_Contradiction';
import contradictionMend from '@salesforce/label/c.Yeti_Lint_Contradiction_Mend';
import duplicate from '@salesforce/label/c.Yeti_Lint_Duplicate';
import duplicateMend from '@salesforce/label/c.Yeti_Lint_Duplicate_Mend';
import expired from '@salesforce/label/c.Yeti_Lint_Expired';
import expiredMend from '@salesforce/label/c.Yeti_Lint_Expired_Mend';
import nobodyHas from '@salesforce/label/c.Yeti_Lint_NobodyHas';
import nobodyHasMend from '@salesforce/label/c.Yeti_Lint_NobodyHas_Mend';
import onlyAway from '@salesforce/label/c.Yeti_Lint_OnlyAway';
import onlyAwayMend from '@salesforce/label/c.Yeti_Lint_OnlyAway_Mend';
import overruled from '@salesforce/label/c.Yeti_Lint_Overruled';
import overruledMend from '@salesforce/label/c.Yeti_Lint_Overruled_Mend';
import preferredAlone from '@salesforce/label/c.Yeti_Lint_PreferredAlone';
import preferredAloneMend from '@salesforce/label/c.Yeti_Lint_PreferredAlone_Mend';
import seen from '@salesforce/label/c.Yeti_Lint_Seen';
import seenMend from '@salesforce/label/c.Yeti_Lint_Seen_Mend';
import shadowed from '@salesforce/label/c.Yeti_Lint_Shadowed';
import shadowedMend from '@salesforce/label/c.Yeti_Lint_Shadowed_Mend';
import stale from '@salesforce/label/c.Yeti_Lint_Stale';
import staleMend from '@salesforce/label/c.Yeti_Lint_Stale_Mend';
import together from '@salesforce/label/c.Yeti_Lint_Together';
import togetherMend from '@salesforce/label/c.Yeti_Lint_Together_Mend';
import unreachable from '@salesforce/label/c.Yeti_Lint_Unreachable';
import unreachableMend from '@salesforce/label/c.Yeti_Lint_Unreachable_Mend';
import keyFallback from '@salesforce/label/c.Yeti_Rules_Key_Fallback';
import keyPreferred from '@salesforce/label/c.Yeti_Rules_Key_Preferred';
import keyPriority from '@salesforce/label/c.Yeti_Rules_Key_Priority';
import keyQueue from '@salesforce/label/c.Yeti_Rules_Key_Queue';
import labelLastAgent from '@salesforce/label/c.Yeti_Rules_Preferred_Last_Agent';
import labelOwner from '@salesforce/label/c.Yeti_Rules_Preferred_Owner';
import keyWeight from '@salesforce/label/c.Yeti_Rules_Key_Weight';

const labels: Readonly<Record<Kind, { readonly reason: string; readonly mend: string }>> = {
  aboveAll: { reason: aboveAll, mend: aboveAllMend },
  alwaysFalse: { reason: alwaysFalse, mend: alwaysFalseMend },
  combination: { reason: combination, mend: combinationMend },
  contradiction: { reason: contradiction, mend: contradictionMend },
  duplicate: { reason: duplicate, mend: duplicateMend },
  expired: { reason: expired, mend: expiredMend },
  nobodyHas: { reason: nobodyHas, mend: nobodyHasMend },
  onlyAway: { reason: onlyAway, mend: onlyAwayMend },
  overruled: { reason: overruled, mend: overruledMend },
  preferredAlone: { reason: preferredAlone, mend: preferredAloneMend },
  seen: { reason: seen, mend: seenMend },
  shadowed: { reason: shadowed, mend: shadowedMend },
  stale: { reason: stale, mend: staleMend },
  together: { reason: together, mend: togetherMend },
  unreachable: { reason: unreachable, mend: unreachableMend }
};

/** What people call the keys of a requirement. */
const keyWords: ReadonlyMap<string, string> = new Map([
  ['priority', keyPriority],
  ['queue', keyQueue],
  ['preferred', keyPreferred],
  ['preferredFor', keyPreferred],
  ['capacityWeight', keyWeight],
  ['fallback', keyFallback]
]);

/** Findings name what the rules name; people know it by other names. */
const spoken: Partial<Record<Kind, (args: readonly string[], names: Names) => readonly string[]>> = {
  aboveAll: skillFirst,
  nobodyHas: skillFirst,
  expired: skillFirst,
  combination: skillsFirst,
  seen: skillsFirst,
  contradiction: keyAndValues,
  overruled: keyAndValues,
  stale: ([day = '']) => [new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { timeZone, dateStyle: 'medium' })]
};

/** A finding in the reader's language: the reason, from when on it resolves itself, and the mend. */
export function findingText({ kind, args, after: seconds }: Finding, names: Names): string {
  const words = spoken[kind]?.(args, names) ?? args;
  const { reason, mend } = labels[kind];
  const later = seconds === undefined ? [] : [format(after, durationText(seconds))];
  return [format(reason, ...words), ...later, format(mend, ...words)].join(' ');
}

function skillFirst([skill = '', ...others]: readonly string[], names: Names): readonly string[] {
  return [names.skill(skill), ...others];
}

/** `German 6, KeyAccounts 6`: names of skills have no spaces. */
function skillsFirst([skills = '', ...others]: readonly string[], names: Names): readonly string[] {
  return [
    skills.replace(/(\w+) (\d+)/g, (_all, skill: string, level: string) => `${names.skill(skill)} ${level}`),
    ...others
  ];
}

function keyAndValues([label = '', key = '', ...values]: readonly string[], names: Names): readonly string[] {
  return [label, keyWords.get(key) ?? key, ...values.map((value) => valueText(key, value, names))];
}

function valueText(key: string, value: string, names: Names): string {
  if (key === 'queue') return names.queue(value);
  if (key === 'fallback') return fallbackText(JSON.parse(value) as NonNullable<Requirement['fallback']>, names);
  if (key === 'preferredFor') return durationText(Number(value));
  if (key === 'preferred') return value === 'owner' ? labelOwner : labelLastAgent;
  return value;
}
