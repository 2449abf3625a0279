import { qualifies, type Agent } from 'c/yetiMatcher';

/** A skill at the level it is needed at. */
export interface Need {
  readonly skill: string;
  readonly level: number;
}

/** Who could take what needs these skills. */
export interface Staff {
  readonly qualified: readonly Agent[];
  /** Those of them who take work at this moment. */
  readonly present: readonly Agent[];
}

/** Who has all the skills at their levels, and who of them is there now. */
export function staffFor(needs: readonly Need[], agents: readonly Agent[], now: number): Staff {
  const qualified = agents.filter((agent) => qualifies(agent, needs, now));
  return { qualified, present: qualified.filter(({ presence }) => presence === 'Available') };
}

/** Agents by what they need: the same question is asked of many rules, and answered once. */
export function staffDesk(agents: readonly Agent[], now: number): (needs: readonly Need[]) => Staff {
  const known = new Map<string, Staff>();
  return (needs) => {
    const key = needs.map(({ skill, level }) => `${skill} ${String(level)}`).join();
    const staff = known.get(key) ?? staffFor(needs, agents, now);
    known.set(key, staff);
    return staff;
  };
}
