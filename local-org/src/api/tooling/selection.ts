import { z } from 'zod';
import { apexId, testClasses } from '../../deploy/index.ts';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';

/** A test class and which of its methods to run; absent: all. */
export interface Chosen {
  readonly className: string;
  readonly methods: readonly string[];
}

const testRequest = z.object({
  tests: z
    .array(
      z.object({
        className: z.string().optional(),
        classId: z.string().optional(),
        namespace: z.string().optional(),
        testMethods: z.array(z.string()).optional()
      })
    )
    .optional(),
  classNames: z.string().optional(),
  classids: z.string().optional(),
  testLevel: z.enum(['RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg']).optional(),
  skipCodeCoverage: z.boolean().optional(),
  maxFailedTests: z.number().optional()
});

export interface TestRequest {
  readonly chosen: readonly Chosen[];
  readonly all: boolean;
  readonly coverage: boolean;
}

/** Reads which tests a request asks for. @throws OrgError if it names a class or method that is no test */
export function readTestRequest(org: LiveOrg, body: unknown): TestRequest {
  const parsed = testRequest.safeParse(body);
  if (!parsed.success)
    throw new OrgError('INVALID_INPUT', `The test request is not understood: ${z.prettifyError(parsed.error)}`);
  const { tests, classNames, classids, testLevel, skipCodeCoverage } = parsed.data;
  const names = [...list(classNames), ...list(classids).map((id) => nameOf(org, id))];
  const all = testLevel === 'RunLocalTests' || testLevel === 'RunAllTestsInOrg';
  const asked = all
    ? testClasses(org.apex.image).map(({ className }) => ({ className, testMethods: undefined }))
    : [
        ...names.map((className) => ({ className, testMethods: undefined })),
        ...(tests ?? []).map(({ className, classId, testMethods }) => ({
          className: className ?? nameOf(org, classId ?? ''),
          testMethods
        }))
      ];
  if (asked.length === 0)
    throw new OrgError('INVALID_INPUT', 'No tests to run: the request names none, or the org has none');
  return {
    chosen: asked.map((test) => choose(org, test.className, test.testMethods)),
    all,
    coverage: skipCodeCoverage !== true
  };
}

function choose(org: LiveOrg, className: string, methods: readonly string[] | undefined): Chosen {
  const unit = org.apex.image.units.find(
    ({ name, kind }) => kind === 'class' && name.toLowerCase() === className.toLowerCase()
  );
  if (!unit?.isTest) throw new OrgError('INVALID_INPUT', `${className} is not a test class of this org`);
  const chosen = (methods ?? unit.testMethods).map((wanted) => {
    const method = unit.testMethods.find((name) => name.toLowerCase() === wanted.toLowerCase());
    if (method === undefined) throw new OrgError('INVALID_INPUT', `${unit.name} has no test method ${wanted}`);
    return method;
  });
  return { className: unit.name, methods: chosen };
}

function nameOf(org: LiveOrg, id: string): string {
  const unit = org.apex.image.units.find(
    ({ name, kind }) => kind === 'class' && apexId('class', name).slice(0, 15) === id.slice(0, 15)
  );
  if (!unit) throw new OrgError('INVALID_INPUT', `There is no class with the id ${id}`);
  return unit.name;
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
