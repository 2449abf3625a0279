import DecisionsExplain from './commands/decisions/explain.ts';
import RulesActivate from './commands/rules/activate.ts';
import RulesDiff from './commands/rules/diff.ts';
import RulesLint from './commands/rules/lint.ts';
import RulesPull from './commands/rules/pull.ts';
import RulesPush from './commands/rules/push.ts';
import RulesRollback from './commands/rules/rollback.ts';
import RulesTry from './commands/rules/try.ts';
import RulesValidate from './commands/rules/validate.ts';
import SkillsList from './commands/skills/list.ts';

/** Every command by its id. */
export const commands = {
  'decisions:explain': DecisionsExplain,
  'rules:activate': RulesActivate,
  'rules:diff': RulesDiff,
  'rules:lint': RulesLint,
  'rules:pull': RulesPull,
  'rules:push': RulesPush,
  'rules:rollback': RulesRollback,
  'rules:try': RulesTry,
  'rules:validate': RulesValidate,
  'skills:list': SkillsList
};
