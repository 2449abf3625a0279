import type { Agent } from '../yetiMatcher/types';
import type { Skills } from './types';

/** Who can do what. Sets of agents are numbers with a bit for each, so that thousands of combinations take no time. */
export class Staff {
  readonly size: number;
  private readonly agents: readonly Agent[];
  private readonly now: number;
  private readonly sets = new Map<string, Uint32Array>();

  constructor(agents: readonly Agent[], now: number) {
    this.agents = agents;
    this.now = now;
    this.size = agents.length;
  }

  /** Everybody who has all the skills at their levels now. */
  able(skills: Skills): Uint32Array {
    const able = this.everybody().slice();
    for (const { skill, level } of skills) {
      const holders = this.holders(skill, level);
      for (const [index, word] of holders.entries()) able[index] = (able[index] ?? 0) & word;
    }
    return able;
  }

  names(able: Uint32Array): readonly Agent[] {
    return this.agents.filter((_agent, index) => ((able[index >>> 5] ?? 0) >>> (index & 31)) & 1);
  }

  /** The highest level at which anybody has the skill, whenever; undefined: nobody has it. */
  highest(skill: string): number | undefined {
    const levels = this.agents.flatMap(({ skills }) => skills.flatMap((own) => (own.skill === skill ? own.level : [])));
    return levels.length === 0 ? undefined : Math.max(...levels);
  }

  private everybody(): Uint32Array {
    return this.setOf('', () => true);
  }

  private holders(skill: string, level: number): Uint32Array {
    return this.setOf(`${skill} ${String(level)}`, ({ skills }) =>
      skills.some(
        (own) =>
          own.skill === skill &&
          own.level >= level &&
          (own.from ?? -Infinity) <= this.now &&
          this.now < (own.until ?? Infinity)
      )
    );
  }

  private setOf(key: string, belongs: (agent: Agent) => boolean): Uint32Array {
    const known = this.sets.get(key);
    if (known) return known;
    const set = new Uint32Array(Math.ceil(this.size / 32));
    this.agents.forEach((agent, index) => {
      if (belongs(agent)) set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
    });
    this.sets.set(key, set);
    return set;
  }
}

/** Whether two sets of agents have nobody in common. */
export function haveNobody(one: Uint32Array, other = one): boolean {
  for (let index = 0; index < one.length; index++) if (((one[index] ?? 0) & (other[index] ?? 0)) !== 0) return false;
  return true;
}
