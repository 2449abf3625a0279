import { Bits } from './bits';

/** Who has one skill, and at which level: for each level that occurs, the set of those who have at least that. */
export class SkillLevels {
  /** Ascending. */
  private readonly steps: { readonly level: number; readonly atLeast: Bits }[] = [];

  add(agent: number, level: number): void {
    const above = this.placeOf(level);
    if (this.steps[above]?.level !== level) {
      this.steps.splice(above, 0, { level, atLeast: this.steps[above]?.atLeast.copy() ?? new Bits() });
    }
    for (const step of this.steps) if (step.level <= level) step.atLeast.add(agent);
  }

  delete(agent: number): void {
    for (const { atLeast } of this.steps) atLeast.delete(agent);
  }

  /** Who has the skill at that level or a higher one; none: nobody. */
  atLeast(level: number): Bits | undefined {
    return this.steps[this.placeOf(level)]?.atLeast;
  }

  private placeOf(level: number): number {
    const place = this.steps.findIndex((step) => step.level >= level);
    return place === -1 ? this.steps.length : place;
  }
}
