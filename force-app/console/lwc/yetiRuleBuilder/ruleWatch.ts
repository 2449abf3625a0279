import { changesBetween, type Change } from 'c/yetiRuleCompare';
import { canBeSaved, Problems, RuleChecker, type Desk } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';

const WAIT_BEFORE_CHECKING = 250;
const WAIT_BEFORE_LINTING = 400;
/** Looking for what is odd in many rules takes a moment: it waits for a longer pause. */
const MANY_RULES = 200;
const LONG_WAIT_BEFORE_LINTING = 1000;

/** What is wrong, odd and different in rules while they are written: never looked for while somebody types. */
export class RuleWatch {
  problems = new Problems([]);
  changes: readonly Change[] = [];
  /** Whether the rules are complete enough to run. */
  isSound = true;

  private readonly checker: RuleChecker;
  private readonly active: RuleSet;
  private readonly onChange: () => void;
  private checking: ReturnType<typeof setTimeout> | undefined;
  private linting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param active what decides now
   * @param onChange told when there is something new to say
   */
  constructor(desk: Desk, active: RuleSet, onChange: () => void) {
    this.checker = new RuleChecker(desk);
    this.active = active;
    this.onChange = onChange;
  }

  /** These rules are open now: of a few it is said at once what is wrong, many are shown first. */
  begin(document: RuleSet): void {
    if (document.rules.length > MANY_RULES) this.follow(document);
    else this.check(document);
  }

  /** The rules have changed. */
  follow(document: RuleSet): void {
    this.stop();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- after a pause in typing
    this.checking = setTimeout(() => this.check(document), WAIT_BEFORE_CHECKING);
  }

  /** Looks no more. */
  stop(): void {
    clearTimeout(this.checking);
    clearTimeout(this.linting);
  }

  /** Looks at once, but for what takes long. */
  private check(document: RuleSet): void {
    this.stop();
    const faults = this.checker.faults(document);
    this.problems = new Problems(faults);
    this.isSound = this.problems.errors === 0 || canBeSaved(document);
    this.changes = changesBetween(this.active, document);
    this.onChange();
    if (!this.isSound) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- after a pause in typing
    this.linting = setTimeout(
      () => {
        this.problems = new Problems([...faults, ...this.checker.oddities(document, Date.now())]);
        this.onChange();
      },
      document.rules.length > MANY_RULES ? LONG_WAIT_BEFORE_LINTING : WAIT_BEFORE_LINTING
    );
  }
}
