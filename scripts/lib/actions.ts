import type { Connection } from 'jsforce';
import { z } from 'zod';
import { apiVersion } from './connection.ts';

const answers = z
  .array(
    z.object({
      isSuccess: z.boolean(),
      errors: z.array(z.object({ message: z.string() })).nullish(),
      outputValues: z.record(z.string(), z.unknown()).nullish()
    })
  )
  .min(1);

type Answer = z.output<typeof answers>[number];

/** What the platform writes before the sentence of an exception. */
const apexPrefix = /^An Apex error occurred: \w+: /;

/**
 * Runs an invocable action of the package.
 *
 * @returns what it gives back
 * @throws Error with the org's reason, or with what to do where the org lacks the package
 */
export async function runAction(
  connection: Connection,
  action: string,
  inputs: Readonly<Record<string, unknown>>
): Promise<Readonly<Record<string, unknown>>> {
  const [outputs] = await runActions(connection, action, [inputs]);
  return outputs ?? {};
}

/** Runs an invocable action once for several inputs. @returns what it gives back, in their order */
export async function runActions(
  connection: Connection,
  action: string,
  inputs: readonly Readonly<Record<string, unknown>>[]
): Promise<Readonly<Record<string, unknown>>[]> {
  return (await answersOf(connection, action, inputs)).map((answer) => {
    if (answer.isSuccess) return answer.outputValues ?? {};
    const reasons = answer.errors?.map(({ message }) => message.replace(apexPrefix, ''));
    throw new Error(reasons?.join(' ') ?? `${action} gave no answer.`);
  });
}

async function answersOf(connection: Connection, action: string, inputs: readonly unknown[]): Promise<Answer[]> {
  try {
    return answers.parse(
      await connection.request<unknown>({
        method: 'POST',
        url: `/services/data/v${apiVersion}/actions/custom/apex/${action}`,
        body: JSON.stringify({ inputs }),
        headers: { 'Content-Type': 'application/json' }
      })
    );
  } catch (error) {
    const failed = answers.safeParse(jsonIn(error));
    if (failed.success) return failed.data;
    if (error instanceof Error && 'errorCode' in error && error.errorCode === 'NOT_FOUND')
      throw new Error(
        `The org has no action ${action}, or you may not run it: is Yeti installed, are you a Yeti Admin?`,
        { cause: error }
      );
    throw error;
  }
}

/** An action that failed answers with status 400 and an array of its own form: the client takes its text for the message. */
function jsonIn(error: unknown): unknown {
  try {
    return JSON.parse(error instanceof Error ? error.message : '');
  } catch {
    return undefined;
  }
}
