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
