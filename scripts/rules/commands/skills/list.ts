import { skillsOf } from '../../api/catalogue.ts';
import { sound } from '../../api/document.ts';
import { rulesBySkill, skillUses, type SkillUse } from '../../api/skills.ts';
import { agentsOf } from '../../api/staff.ts';
import { documentOf, versions } from '../../api/versions.ts';
import { messagesOf, orgFlag, YetiCommand } from '../../command.ts';

const messages = messagesOf('skills.list');

/** Lists the skills of an org: who has them, and which rules ask for them. */
export default class SkillsList extends YetiCommand<SkillUse[]> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = { 'target-org': orgFlag };

  async run(): Promise<SkillUse[]> {
    const { flags } = await this.parse(SkillsList);
    const connection = await this.connection(flags['target-org']);
    const active = (await versions(connection)).find(({ status }) => status === 'Active');
    const rules = active && sound(await documentOf(connection, active), `v${String(active.version)}`);
    const uses = skillUses(
      await skillsOf(connection),
      await agentsOf(connection),
      rules === undefined ? new Map() : rulesBySkill(rules),
      Date.now()
    );
    this.table({
      data: uses.map(({ highest, ...use }) => ({ ...use, highest: highest ?? '' })),
      columns: ['skill', 'label', 'agents', 'present', 'highest', 'rules']
    });
    return uses;
  }
}
