import type { Stage } from '../../force-app/routing/lwc/yetiRuleSet/types.ts';
import type { Candidate, TrialStage } from './api/trial.ts';

/** "from 300 s Polish ≥ 7, Complaints ≥ 5" */
function stageWords({ after, skills, queue, preferredOnly }: Stage): string {
  const needs = skills.map(({ skill, level }) => `${skill} ≥ ${String(level)}`).join(', ') || 'no skill';
  return [
    after === 0 ? 'at once' : `from ${String(after)} s`,
    queue === undefined ? needs : `queue ${queue}`,
    preferredOnly ? '(only the preferred agent)' : ''
  ]
    .filter(Boolean)
    .join(' ');
}

/** "Olha Barwinek, Kalina Szyszkówna (capacity)" */
function candidateWords(candidates: readonly Candidate[]): string {
  return candidates
    .map(({ name, obstacles }) => (obstacles.length === 0 ? name : `${name} (${obstacles.join(', ')})`))
    .join(', ');
}

/** "at once Ukrainian ≥ 7: Olha Barwinek"; of a queue nobody is named. */
export function stageLine(stage: TrialStage, nobody: string): string {
  if (stage.queue !== undefined) return `  ${stageWords(stage)}`;
  return `  ${stageWords(stage)}: ${candidateWords(stage.candidates) || nobody}`;
}
