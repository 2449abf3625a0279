import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveOrg } from '../org.ts';
import type { Sessions } from './sessions.ts';

/** How clients on this machine get in. */
export interface SessionFile {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly organizationId: string;
  readonly userId: string;
  readonly username: string;
}

/** Writes `session.json` for the admin, readable by its owner alone. A token that is still good is kept: clients remember it. */
export function writeSessionFile(org: LiveOrg, sessions: Sessions, folder: string, port: number): SessionFile {
  const admin = administrator(org);
  const path = join(folder, 'session.json');
  const isStored = folder !== ':memory:';
  const token = isStored ? tokenIn(path) : undefined;
  const kept = token === undefined ? undefined : sessions.find(token);
  const { userId, token: accessToken } = kept?.userId === admin.userId ? kept : sessions.create(admin.userId);
  const session: SessionFile = {
    instanceUrl: `http://localhost:${String(port)}`,
    accessToken,
    organizationId: org.organization.id,
    userId,
    username: admin.username
  };
  if (isStored) writeFileSync(path, `${JSON.stringify(session, undefined, 2)}\n`, { mode: 0o600 });
  return session;
}

/** The org's first active system administrator. */
export function administrator(org: LiveOrg): { readonly userId: string; readonly username: string } {
  const user = org.store.get(
    `SELECT u."Id" AS id, u."Username" AS username FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
     WHERE p."Name" = 'System Administrator' AND u."IsActive" = 1 ORDER BY u."Id" LIMIT 1`
  );
  if (typeof user?.['id'] !== 'string') throw new Error('The org has no active administrator.');
  return { userId: user['id'], username: String(user['username']) };
}

function tokenIn(path: string): string | undefined {
  try {
    const session: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof session === 'object' && session !== null && 'accessToken' in session) return String(session.accessToken);
  } catch {
    // Missing or damaged: a new one is written.
  }
  return undefined;
}
