import { z } from 'zod';
import { defaultDeployOptions, type DeployOptions } from '../../deploy/index.ts';
import { OrgError } from '../../errors.ts';

/** SOAP sends text, REST sends values. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const deployOptions = z.object({
  checkOnly: flag.optional(),
  rollbackOnError: flag.optional(),
  ignoreWarnings: flag.optional(),
  singlePackage: flag.optional(),
  testLevel: z.enum(['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg']).optional(),
  runTests: z.union([z.array(z.string()), z.string().transform((name) => [name])]).optional(),
  allowMissingFiles: flag.optional(),
  autoUpdatePackage: flag.optional(),
  performRetrieve: flag.optional(),
  // What is deleted here is gone at once, purged or not.
  purgeOnDelete: flag.optional()
});

const entityContent = z.object({ deployOptions: z.unknown().optional() });
const cancellation = z.object({ deployResult: z.object({ status: z.literal('Canceling') }) });

/** Reads deploy options. @throws OrgError if one is unknown to the local org or does not fit */
export function readDeployOptions(given: unknown): DeployOptions {
  const result = deployOptions.strict().safeParse(given ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new OrgError(
      'INVALID_ARGUMENT',
      `Deploy option ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`
    );
  }
  const { allowMissingFiles, autoUpdatePackage, performRetrieve, ...options } = result.data;
  for (const [name, set] of Object.entries({ allowMissingFiles, autoUpdatePackage, performRetrieve })) {
    if (set) throw new OrgError('INVALID_ARGUMENT', `The local org does not support the deploy option ${name}`);
  }
  const defined = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...defaultDeployOptions, ...defined };
}

/** Reads `entity_content`: it comes as text, or parsed already if it says that it is JSON. @throws OrgError if it is neither */
export function readEntity(value: unknown): z.output<typeof entityContent> {
  try {
    const result = entityContent.safeParse(
      typeof value === 'string' || Buffer.isBuffer(value) ? JSON.parse(String(value)) : value
    );
    if (result.success) return result.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new OrgError('JSON_PARSER_ERROR', 'The part entity_content must be JSON: {"deployOptions": {…}}');
}

/** Whether a change of a deployment asks for its end. */
export function isCancellation(change: unknown): boolean {
  return cancellation.safeParse(change).success;
}
