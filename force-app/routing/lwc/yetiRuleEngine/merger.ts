import type { Outcome, Requirement, RuleSet, SkillNeed } from '../yetiRuleSet/types';

type Writable = { -readonly [Key in keyof Requirement]: Requirement[Key] };

const plainKeys = ['priority', 'queue', 'preferred', 'preferredFor', 'capacityWeight', 'fallback'] as const;

/** A bit for each plain key. */
const everyKey = (1 << plainKeys.length) - 1;

/** Makes of the rules that matched what they ask for together. What each rule asks for is put in order once, beforehand. */
export class Merger {
  private readonly rules: readonly Asked[];
  private readonly defaults: Asked;
  /** Where a skill stands among those found, by the number of the skill: valid where its run is the present one. */
  private readonly places: Int32Array;
  private readonly runs: Int32Array;
  private run = 0;

  constructor({ rules, defaults }: RuleSet) {
    const skills = new Map<string, number>();
    this.rules = rules.map(({ id, then: requirement }) => askedOf(id, requirement, skills));
    this.defaults = askedOf('', defaults ?? {}, skills);
    this.places = new Int32Array(skills.size);
    this.runs = new Int32Array(skills.size);
  }

  /** @param found indexes of the rules that matched, of which the first `count` count */
  outcomeOf(found: Int32Array, count: number): Outcome {
    const matched: string[] = [];
    const skills: SkillNeed[] = [];
    const requirement: Writable = {};
    let missing = everyKey;
    this.run++;
    for (let index = 0; index < count; index++) {
      const asked = this.rules[found[index] ?? 0];
      if (!asked) continue;
      matched.push(asked.id);
      missing = complete(requirement, asked, missing);
      this.addSkills(asked, skills);
    }
    complete(requirement, this.defaults, missing);
    if (skills.length === 0) this.addSkills(this.defaults, skills);
    if (skills.length > 0) requirement.skills = skills;
    return { matched, requirement };
  }

  /** Each skill once, at its highest level; of equal ones the first. */
  private addSkills({ needs, numbers }: Asked, skills: SkillNeed[]): void {
    for (let index = 0; index < needs.length; index++) {
      const need = needs[index];
      const number = numbers[index];
      if (!need || number === undefined) continue;
      if (this.runs[number] === this.run) {
        const place = this.places[number] ?? 0;
        const known = skills[place];
        if (known && need.level > known.level) skills[place] = need;
      } else {
        this.runs[number] = this.run;
        this.places[number] = skills.push(need) - 1;
      }
    }
  }
}

/** What a rule asks for. */
interface Asked {
  readonly id: string;
  readonly requirement: Requirement;
  /** A bit for each of the plain keys that it sets. */
  readonly keys: number;
  readonly needs: readonly SkillNeed[];
  /** The numbers of the needs' skills. */
  readonly numbers: readonly number[];
}

function askedOf(id: string, requirement: Requirement, skills: Map<string, number>): Asked {
  const needs = requirement.skills ?? [];
  let keys = 0;
  plainKeys.forEach((key, place) => {
    if (requirement[key] !== undefined) keys |= 1 << place;
  });
  const numbers = needs.map(({ skill }) => {
    const known = skills.get(skill) ?? skills.size;
    skills.set(skill, known);
    return known;
  });
  return { id, requirement, keys, needs, numbers };
}

/** Takes over the keys that are missing, and says which still are. */
function complete(to: Writable, { requirement, keys }: Asked, missing: number): number {
  const taken = keys & missing;
  if (taken !== 0) {
    plainKeys.forEach((key, place) => {
      if ((taken & (1 << place)) !== 0) copy(requirement, to, key);
    });
  }
  return missing & ~taken;
}

function copy<Key extends keyof Requirement>(from: Requirement, to: Writable, key: Key): void {
  to[key] = from[key];
}
