import '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrgError } from '../errors.ts';
import type { LiveOrg } from '../org.ts';
import { administrator } from './sessionFile.ts';
import { sessionOf } from './sessions.ts';

const cookieName = 'sid';

export interface SignInOptions {
  /** Who is signed in at `/` without a password: this org lives on one machine and listens to nobody else. Absent: the admin. */
  readonly demoUser: string | undefined;
  /** Where the browser goes after signing in. */
  readonly home: string;
}

/** Finds out who asks, and lets browsers and clients in. */
export function signIn(server: FastifyInstance, org: LiveOrg, options: SignInOptions): void {
  server.decorateRequest('session', undefined);
  server.addHook('onRequest', (request, _reply, done) => {
    refuseForeignHost(request);
    request.session = bearerSession(server, request) ?? cookieSession(server, request);
    done();
  });

  server.get<{ Querystring: { retURL?: string } }>('/', (request, reply) => {
    if (!request.session) {
      const userId = options.demoUser === undefined ? administrator(org).userId : userNamed(org, options.demoUser);
      setCookie(reply, server.sessions.create(userId).token);
    }
    return reply.redirect(localPath(request.query.retURL) ?? options.home);
  });

  server.get<{ Querystring: { sid?: string; retURL?: string; startURL?: string } }>(
    '/secur/frontdoor.jsp',
    (request, reply) => {
      const session = server.sessions.find(request.query.sid ?? '');
      if (!session) throw new OrgError('INVALID_SESSION_ID', 'The session of this link has expired: sign in again.');
      // A session of the browser's own: signing out there leaves the client's token alone.
      setCookie(reply, server.sessions.create(session.userId).token);
      return reply.redirect(localPath(request.query.retURL ?? request.query.startURL) ?? options.home);
    }
  );

  server.get('/secur/logout.jsp', (request, reply) => {
    const token = request.cookies[cookieName];
    if (token !== undefined) server.sessions.end(token);
    return reply.clearCookie(cookieName, { path: '/' }).type('text/html').send(signedOutPage);
  });

  server.post<{ Body: { username?: unknown } | undefined }>('/console/api/switch-user', (request, reply) => {
    sessionOf(request);
    const { username } = request.body ?? {};
    if (typeof username !== 'string')
      throw new OrgError('INVALID_ARGUMENT', 'Send { "username": … } to switch to that user.');
    const userId = userNamed(org, username);
    setCookie(reply, server.sessions.create(userId).token);
    return { userId, username };
  });

  server.post<{ Body: { language?: unknown } | undefined }>('/console/api/language', (request) => {
    const { userId } = sessionOf(request);
    const language = offeredLanguage(org, request.body?.language);
    changeLanguage(org, userId, language);
    return { language };
  });

  server.get('/services/oauth2/userinfo', (request) => identity(org, request, sessionOf(request).userId));
  server.get<{ Params: { userId: string } }>('/id/:organizationId/:userId', (request) => {
    const { userId } = sessionOf(request);
    if (request.params.userId !== userId) throw new OrgError('FORBIDDEN', 'Only the own identity can be read.');
    return identity(org, request, userId);
  });

  server.get('/services/oauth2/singleaccess', (request) => {
    const { token } = server.sessions.create(sessionOf(request).userId);
    return { frontdoor_uri: `${baseUrl(request)}/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}` };
  });
}

function identity(org: LiveOrg, request: FastifyRequest, userId: string): Record<string, unknown> {
  const user = org.store.get(
    `SELECT "Username" AS username, "FirstName" AS first, "LastName" AS last, "Email" AS email,
            "LanguageLocaleKey" AS language, "LocaleSidKey" AS locale, "TimeZoneSidKey" AS zone FROM "User" WHERE "Id" = ?`,
    [userId]
  );
  const id = `${baseUrl(request)}/id/${org.organization.id}/${userId}`;
  return {
    id,
    sub: id,
    user_id: userId,
    organization_id: org.organization.id,
    username: user?.['username'],
    preferred_username: user?.['username'],
    display_name: [user?.['first'], user?.['last']].filter((part) => part != null).join(' '),
    email: user?.['email'],
    email_verified: true,
    language: user?.['language'],
    locale: user?.['locale'],
    timezone: user?.['zone'],
    zoneinfo: user?.['zone'],
    user_type: 'STANDARD',
    active: true
  };
}

/** The address under which the client reached this org. */
export function baseUrl(request: FastifyRequest): string {
  return `http://${request.host}`;
}

function bearerSession(server: FastifyInstance, request: FastifyRequest): FastifyRequest['session'] {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const token = /^(?:Bearer|OAuth) (.+)$/i.exec(header)?.[1];
  const session = token === undefined ? undefined : server.sessions.find(token);
  if (!session) throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid');
  return session;
}

function cookieSession(server: FastifyInstance, request: FastifyRequest): FastifyRequest['session'] {
  const token = request.cookies[cookieName];
  const session = token === undefined ? undefined : server.sessions.find(token);
  if (session && request.method !== 'GET' && request.method !== 'HEAD') refuseForeignOrigin(request);
  return session;
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A name that only leads here (DNS rebinding) is not ours. */
function refuseForeignHost(request: FastifyRequest): void {
  const name = request.host.replace(/:\d+$/, '').toLowerCase();
  if (!loopbackNames.has(name)) {
    throw new OrgError('FORBIDDEN', `The local org answers only as localhost or 127.0.0.1, not as ${name}.`);
  }
}

/** A cookie comes along with requests that other pages start. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== baseUrl(request)) {
    throw new OrgError('FORBIDDEN', `Requests from ${origin} are not accepted.`);
  }
}

function setCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax' });
}

function localPath(text: string | undefined): string | undefined {
  return text !== undefined && /^\/(?![/\\])/.test(text) ? text : undefined;
}

/** @throws OrgError if there is no such active user */
function userNamed(org: LiveOrg, username: string): string {
  const user = org.store.get('SELECT "Id" AS id FROM "User" WHERE fold("Username") = fold(?) AND "IsActive" = 1', [
    username
  ]);
  if (typeof user?.['id'] !== 'string')
    throw new OrgError('NOT_FOUND', `There is no active user ${username} in this org.`);
  return user['id'];
}

/** The console speaks its own English and every language with translations. @throws OrgError for any other */
function offeredLanguage(org: LiveOrg, language: unknown): string {
  const offered = ['en_US', ...org.schema.translations.keys()];
  if (typeof language === 'string' && offered.includes(language)) return language;
  throw new OrgError('INVALID_ARGUMENT', `Send { "language": … } with one of ${offered.join(', ')}.`);
}

/** Everybody chooses their own language, whatever their rights on users. @throws OrgError if the user can't be saved */
function changeLanguage(org: LiveOrg, userId: string, language: string): void {
  org.transact(userId, () => {
    const row = { type: 'User', values: { Id: userId, LanguageLocaleKey: language } };
    const [result] = org.records.save('update', [row], { access: 'system', allOrNone: true });
    const error = result?.errors[0];
    if (error) throw new OrgError(error.code, error.message, error.fields);
  });
}

const signedOutPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Signed out</title>
<body style="font-family: sans-serif; margin: 4rem auto; max-width: 30rem"><h1>Signed out</h1><p><a href="/">Sign in again</a></p></body></html>`;
