import type { Connection } from 'jsforce';
import { quoted } from '../lib/ensure.ts';

/** Somebody who works at the sample company. */
export interface Colleague {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: 'en_US' | 'pl';
  readonly profile: string;
  readonly permissionSets: readonly string[];
}

/** The admin that a new org begins with. */
export const administrator = {
  username: 'zenon.kosodrzew@zbik.example',
  firstName: 'Zenon',
  lastName: 'Kosodrzew',
  email: 'zenon.kosodrzew@zbik.example'
};

/** Signs in at `/` unless told otherwise: an agent. */
export const demoAgent = 'mira.zefirska@zbik.example';

export const colleagues: readonly Colleague[] = [
  agent('Mira', 'Zefirska', demoAgent, 'en_US'),
  agent('Kalina', 'Szyszkówna', 'kalina.szyszkowna@zbik.example', 'pl'),
  {
    ...agent('Zenon', 'Kosodrzew', administrator.username, 'en_US'),
    profile: 'System Administrator',
    permissionSets: ['Yeti_Admin', 'Sample_Complaints']
  },
  // Shows what a user sees to whom nobody has given anything.
  { ...agent('Jagoda', 'Nowa', 'jagoda.nowa@zbik.example', 'en_US'), permissionSets: [] }
];

function agent(firstName: string, lastName: string, username: string, language: 'en_US' | 'pl'): Colleague {
  return {
    username,
    firstName,
    lastName,
    language,
    profile: 'Standard User',
    permissionSets: ['Yeti_Agent', 'Sample_Complaints']
  };
}

/** Makes sure that the colleagues are users of the org and have their permission sets. */
export async function ensureColleagues(connection: Connection): Promise<void> {
  for (const colleague of colleagues) {
    const userId =
      (await idOf(connection, `SELECT Id FROM User WHERE Username = ${quoted(colleague.username)}`)) ??
      (await createUser(connection, colleague));
    for (const name of colleague.permissionSets) await assign(connection, userId, name);
  }
}

async function createUser(
  connection: Connection,
  { username, firstName, lastName, language, profile }: Colleague
): Promise<string> {
  const profileId = await idOf(connection, `SELECT Id FROM Profile WHERE Name = ${quoted(profile)}`);
  if (profileId === undefined) throw new Error(`The org has no profile "${profile}".`);
  const result = await connection.sobject('User').create({
    Username: username,
    FirstName: firstName,
    LastName: lastName,
    Alias: `${firstName.slice(0, 1)}${lastName.slice(0, 7)}`,
    Email: username,
    ProfileId: profileId,
    LanguageLocaleKey: language,
    LocaleSidKey: language === 'pl' ? 'pl_PL' : 'en_US',
    TimeZoneSidKey: 'Europe/Warsaw',
    EmailEncodingKey: 'UTF-8',
    IsActive: true
  });
  if (!result.success)
    throw new Error(`User ${username} was refused: ${result.errors.map((error) => error.message).join('; ')}`);
  return result.id;
}

async function assign(connection: Connection, userId: string, name: string): Promise<void> {
  const permissionSetId = await idOf(connection, `SELECT Id FROM PermissionSet WHERE Name = ${quoted(name)}`);
  if (permissionSetId === undefined) throw new Error(`The org has no permission set "${name}".`);
  const held = await idOf(
    connection,
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${quoted(userId)} AND PermissionSetId = ${quoted(permissionSetId)}`
  );
  if (held !== undefined) return;
  const result = await connection
    .sobject('PermissionSetAssignment')
    .create({ AssigneeId: userId, PermissionSetId: permissionSetId });
  if (!result.success)
    throw new Error(`${name} could not be assigned: ${result.errors.map((error) => error.message).join('; ')}`);
}

async function idOf(connection: Connection, query: string): Promise<string | undefined> {
  const { records } = await connection.query<{ Id: string }>(query);
  return records[0]?.Id;
}
