import type { Agent } from 'c/yetiMatcher';
import { format } from 'c/yetiMessages';
import type { PickerOption } from 'c/yetiPicker';
import labelCan from '@salesforce/label/c.Yeti_Why_Choice_Can';
import labelOthers from '@salesforce/label/c.Yeti_Why_Choice_Others';
import labelRoom from '@salesforce/label/c.Yeti_Why_Choice_Room';
import { candidatesFor, lackingOf } from './candidates';
import type { Need } from './decision';
import { obstaclesText } from './reasons';

/** People to choose from: who has the skills first, of them who is free; each with what speaks for or against. */
export function choicesOf(needs: readonly Need[], agents: readonly Agent[], now: number): readonly PickerOption[] {
  const { free, busy, away } = candidatesFor(needs, agents, now);
  const able = [...free, ...busy, ...away];
  const ids = new Set(able.map(({ agent }) => agent.id));
  const others = agents.filter(({ id }) => !ids.has(id));
  return [
    ...able.map(({ agent, obstacles }) => ({
      value: agent.id,
      label: agent.name,
      detail:
        obstacles.length === 0
          ? format(labelRoom, String(agent.capacity - agent.used), String(agent.capacity))
          : obstaclesText(obstacles, now),
      group: labelCan
    })),
    ...others.map((agent) => ({
      value: agent.id,
      label: agent.name,
      detail: obstaclesText(lackingOf(agent, needs, now), now),
      group: labelOthers
    }))
  ];
}
