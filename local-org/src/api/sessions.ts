import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { OrgError } from '../errors.ts';
import type { Store } from '../store/index.ts';

/** Who asks. */
export interface Session {
  readonly userId: string;
  /** `<orgId>!<secret>` */
  readonly token: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set when the request carries a valid token or cookie; `sessionOf` refuses where it is missing. */
    session: Session | undefined;
  }
  interface FastifyInstance {
    sessions: Sessions;
  }
}

/** Tokens and whose they are. Only their hashes rest in the database. */
export interface Sessions {
  create(userId: string): Session;
  /** The session of a token, or undefined if there is none or its user is not active. */
  find(token: string): Session | undefined;
  end(token: string): void;
}

/** The sessions of an org. */
export function createSessions(store: Store, organizationId: string): Sessions {
  store.exec('CREATE TABLE IF NOT EXISTS session_token (hash TEXT PRIMARY KEY, user TEXT NOT NULL) WITHOUT ROWID');
  const known = new Map<string, Session>();
  return {
    create(userId) {
      const token = `${organizationId}!${randomBytes(48).toString('base64url')}`;
      store.run('INSERT INTO session_token (hash, user) VALUES (?, ?)', [hashOf(token), userId]);
      return { userId, token };
    },
    find(token) {
      const hash = hashOf(token);
      const session = known.get(hash) ?? load(hash, token);
      if (!session || !isActive(store, session.userId)) return undefined;
      known.set(hash, session);
      return session;
    },
    end(token) {
      const hash = hashOf(token);
      known.delete(hash);
      store.run('DELETE FROM session_token WHERE hash = ?', [hash]);
    }
  };

  function load(hash: string, token: string): Session | undefined {
    const row = store.get('SELECT user FROM session_token WHERE hash = ?', [hash]);
    return typeof row?.['user'] === 'string' ? { userId: row['user'], token } : undefined;
  }
}

function isActive(store: Store, userId: string): boolean {
  return store.get('SELECT "IsActive" AS active FROM "User" WHERE "Id" = ?', [userId])?.['active'] === 1;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The session of a request. @throws OrgError INVALID_SESSION_ID */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session) return request.session;
  throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid');
}
