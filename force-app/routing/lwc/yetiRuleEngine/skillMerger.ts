import type { SkillNeed } from '../yetiRuleSet/types';

/** Merges the skills that several ask for: each once, at its highest level; of equal ones the first. */
export class SkillMerger {
  private readonly needs: readonly SkillNeed[];
  /** Stands for a need that is none; comes after all others. */
  private readonly nothing: number;
  /** The number of each need's skill. */
  private readonly skills: Int32Array;
  private readonly levels: Float64Array;
  /** The need that each asks for first; behind these what they ask for besides. */
  private readonly asked: Int32Array;
  /** Where it goes on; 0: nowhere. */
  private readonly next: Int32Array;
  /** The skills found so far, in their order, and the strongest need of each. */
  private readonly order: Int32Array;
  private readonly strongest: Int32Array;

  /** @param asking what each asks for */
  constructor(asking: readonly (readonly SkillNeed[])[]) {
    const needs = new Map(asking.flat().map((need) => [JSON.stringify(need), need]));
    const numbers = numbered([...needs.keys()]);
    this.needs = [...needs.values()];
    this.nothing = needs.size;
    const names = numbered(this.needs.map(({ skill }) => skill));
    this.skills = Int32Array.from(this.needs, ({ skill }) => names.get(skill) ?? 0);
    this.levels = Float64Array.from([...this.needs.map(({ level }) => level), -Infinity]);
    const asked = asking.map(() => this.nothing);
    const next = asking.map(() => 0);
    for (const [index, ofOne] of asking.entries()) {
      let place = index;
      for (const need of ofOne) {
        if (asked[place] !== this.nothing) {
          next[place] = asked.length;
          place = asked.length;
          next.push(0);
        }
        asked[place] = numbers.get(JSON.stringify(need)) ?? 0;
      }
    }
    this.asked = Int32Array.from(asked);
    this.next = Int32Array.from(next);
    // The place behind the last is written to when all were found.
    this.order = new Int32Array(names.size + 1);
    this.strongest = new Int32Array(names.size).fill(this.nothing);
  }

  /**
   * @param found who asks: the first `count` of them
   * @returns undefined where they ask for none
   */
  merge(found: Int32Array, count: number): SkillNeed[] | undefined {
    const { asked, next, nothing, skills, levels, strongest, order } = this;
    let size = 0;
    for (let index = 0; index < count; index++) {
      let place = found[index] ?? 0;
      do {
        const need = asked[place] ?? 0;
        if (need === nothing) break;
        const skill = skills[need] ?? 0;
        const known = strongest[skill] ?? 0;
        // Without branches: a processor would guess half of them wrong.
        order[size] = skill;
        size += Number(known === nothing);
        strongest[skill] = known + (need - known) * Number((levels[need] ?? 0) > (levels[known] ?? 0));
        place = next[place] ?? 0;
      } while (place !== 0);
    }
    return size === 0 ? undefined : this.take(size);
  }

  private take(size: number): SkillNeed[] {
    const { needs, strongest, order, nothing } = this;
    const taken = new Array<SkillNeed>(size);
    for (let index = 0; index < size; index++) {
      const skill = order[index] ?? 0;
      const need = needs[strongest[skill] ?? 0];
      if (need) taken[index] = need;
      strongest[skill] = nothing;
    }
    return taken;
  }
}

/** A number for each name, in their order. */
function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, index) => [name, index]));
}
