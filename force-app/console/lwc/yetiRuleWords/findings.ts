import { format } from 'c/yetiMessages';
import type { Finding, Kind } from 'c/yetiRuleLint';
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

/** A finding in the reader's language: the reason, from when on it resolves itself, and the mend. */
export function findingText({ kind, args, after: seconds }: Finding): string {
  const words = args.map((arg) => keyWords.get(arg) ?? arg);
  const { reason, mend } = labels[kind];
  const later = seconds === undefined ? [] : [format(after, String(seconds))];
  return [format(reason, ...words), ...later, format(mend, ...words)].join(' ');
}
