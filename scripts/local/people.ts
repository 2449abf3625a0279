import type { Connection } from 'jsforce';
import { colleagues, type Colleague } from '../../sample/company/people.ts';
import { quoted } from '../lib/ensure.ts';

/** Makes sure that the colleagues are users of the org and have their permission sets. */
export async function ensureColleagues(connection: Connection): Promise<void> {
  for (const colleague of colleagues) await ensureUser(connection, colleague);
}

/** Makes sure that somebody is a user with their permission sets. @returns the user's id */
export async function ensureUser(connection: Connection, colleague: Colleague): Promise<string> {
  const userId =
    (await idOf(connection, `SELECT Id FROM User WHERE Username = ${quoted(colleague.username)}`)) ??
    (await createUser(connection, colleague));
  for (const name of colleague.permissionSets) await assign(connection, userId, name);
  return userId;
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
