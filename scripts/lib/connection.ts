import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { z } from 'zod';

export const apiVersion = '65.0';

/** Where the local org writes how to reach it: address and the admin's token. */
export const localFolder = '.local-org';

const sessionFile = z.object({ instanceUrl: z.url(), accessToken: z.string().min(1) });

/**
 * Connects to an org of sf by its alias or user name, or without one to the running local org.
 *
 * @throws Error with one sentence that says what to do
 */
export async function connect(targetOrg?: string): Promise<Connection> {
  return targetOrg === undefined ? connectLocal(localFolder) : connectSf(targetOrg);
}

/** Connects to the local org whose folder is given. It must be running. */
export async function connectLocal(folder: string): Promise<Connection> {
  const path = join(folder, 'session.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(
      `No local org is running here (${path} is missing): start it with "npm start", or name an org with --target-org.`
    );
  });
  const { instanceUrl, accessToken } = sessionFile.parse(JSON.parse(text));
  const connection = await connectionWith({ instanceUrl, accessToken });
  await connection.identity().catch((error: unknown) => {
    throw new Error(`The local org at ${instanceUrl} does not answer: start it with "npm start".`, { cause: error });
  });
  return connection;
}

async function connectSf(targetOrg: string): Promise<Connection> {
  const { Org } = await import('@salesforce/core');
  const org = await Org.create({ aliasOrUsername: targetOrg });
  await org.refreshAuth();
  const { accessToken, instanceUrl } = org.getConnection(apiVersion);
  return connectionWith({ instanceUrl, accessToken: accessToken ?? undefined });
}

/** The client is loaded by who connects: it is heavy, and a start only wants to know where the local org lies. */
async function connectionWith(session: { instanceUrl: string; accessToken: string | undefined }): Promise<Connection> {
  const { Connection } = await import('jsforce');
  return new Connection({ ...session, version: apiVersion });
}
