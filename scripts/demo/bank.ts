import type { Connection } from 'jsforce';
import { bankAgents, type BankAgent } from '../../sample/complaints/agents.ts';
import { ensureUser } from '../local/people.ts';
import { readDocument, sound } from '../rules/api/document.ts';
import { activate, push } from '../rules/api/save.ts';
import { versions } from '../rules/api/versions.ts';
import { Moments } from '../sample/moments.ts';
import { ensureStaff, type Staff } from '../sample/routing.ts';

const rulesFile = 'sample/complaints/rules.json';

/** Makes the bank's agents users with skills. */
export async function ensureBankStaff(
  connection: Connection,
  agents: readonly BankAgent[] = bankAgents
): Promise<Staff[]> {
  const staff: Staff[] = [];
  for (const agent of agents) {
    const { key, username, firstName, lastName } = agent;
    const userId = await ensureUser(connection, {
      key,
      username,
      firstName,
      lastName,
      language: 'en_US',
      profile: 'Standard User',
      permissionSets: ['Yeti_Agent', 'Sample_Complaints']
    });
    staff.push({ agent, userId, name: `${firstName} ${lastName}` });
  }
  await ensureStaff(connection, staff, Moments.read());
  return staff;
}

/** Makes the bank's rules the active ones. */
export async function ensureBankRules(connection: Connection): Promise<void> {
  const rules = sound(await readDocument(rulesFile), rulesFile);
  const known = (await versions(connection)).find(({ name }) => name === rules.name);
  if (known?.status === 'Active') return;
  const { id } = known ?? (await push(connection, rules, { notes: 'The rules of the bank.' }));
  await activate(connection, id);
}
