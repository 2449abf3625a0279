import type { Outcome, Requirement, RuleSet } from '../yetiRuleSet/types';
import { lowestBit } from './bits';
import { SkillMerger } from './skillMerger';

type Writable = { -readonly [Key in keyof Requirement]: Requirement[Key] };

const plainKeys = ['priority', 'queue', 'preferred', 'preferredFor', 'capacityWeight', 'fallback'] as const;

/** Makes of the rules that matched what they ask for together. What each rule asks for is put in order once, beforehand. */
export class Merger {
  private readonly ids: readonly string[];
  /** Of each rule, and behind them the defaults. */
  private readonly requirements: readonly Requirement[];
  /** A bit for each plain key that a requirement sets. */
  private readonly keys: Uint8Array;
  /** Those that any sets. */
  private readonly anyKeys: number;
  private readonly skills: SkillMerger;
  private readonly defaults: Int32Array;

  constructor({ rules, defaults = {} }: RuleSet) {
    this.ids = rules.map(({ id }) => id);
    this.requirements = [...rules.map(({ then: requirement }) => requirement), defaults];
    this.keys = Uint8Array.from(this.requirements, keysOf);
    this.anyKeys = this.keys.reduce((keys, ofOne) => keys | ofOne, 0);
    this.skills = new SkillMerger(this.requirements.map(({ skills }) => skills ?? []));
    this.defaults = Int32Array.of(rules.length);
  }

  /** @param found indexes of the rules that matched, of which the first `count` count */
  outcomeOf(found: Int32Array, count: number): Outcome {
    const matched = new Array<string>(count);
    for (let index = 0; index < count; index++) matched[index] = this.ids[found[index] ?? 0] ?? '';
    const requirement: Writable = {};
    const missing = this.complete(requirement, this.anyKeys, found, count);
    this.complete(requirement, missing, this.defaults, 1);
    const skills = this.skills.merge(found, count) ?? this.skills.merge(this.defaults, 1);
    if (skills) requirement.skills = skills;
    return { matched, requirement };
  }

  /** Takes over the keys that are missing, each of the first that sets it, and says which still are. */
  private complete(to: Writable, keys: number, found: Int32Array, count: number): number {
    let missing = keys;
    for (let index = 0; index < count && missing !== 0; index++) {
      const one = found[index] ?? 0;
      const taken = missing & (this.keys[one] ?? 0);
      missing &= ~taken;
      for (let left = taken; left !== 0; left &= left - 1)
        copy(this.requirements[one] ?? {}, to, plainKeys[lowestBit(left)] ?? 'priority');
    }
    return missing;
  }
}

function keysOf(requirement: Requirement): number {
  return plainKeys.reduce((keys, key, place) => (requirement[key] === undefined ? keys : keys | (1 << place)), 0);
}

function copy<Key extends keyof Requirement>(from: Requirement, to: Writable, key: Key): void {
  to[key] = from[key];
}
