import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { fail } from '../lib/fail.ts';
import { buildProject } from './build.ts';

interface Suite {
  readonly name: string;
  readonly command: string;
  readonly parameters: (report: string) => readonly string[];
}

const vitest = (name: string, project: string): Suite => ({
  name,
  command: 'vitest',
  parameters: (report) => [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`
  ]
});

const suites: readonly Suite[] = [
  {
    name: 'components in Jest',
    command: 'sfdx-lwc-jest',
    parameters: (report) => ['--', '--json', `--outputFile=${report}`]
  },
  vitest('parts', 'parts'),
  vitest('whole: the package in a running local org, in a real browser', 'whole')
];

/** Both runners write their result in this shape. */
const counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });

/** `npm test`: every suite, one after the other, and one line that counts all. `npm test -- parts` runs those whose name contains it. */
async function main(): Promise<void> {
  const wanted = process.argv[2] ?? '';
  await buildProject();
  const folder = await mkdtemp(join(tmpdir(), 'tests-'));
  const sum = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const [index, suite] of suites.filter(({ name }) => name.includes(wanted)).entries()) {
      console.log(`\n${suite.name}\n`);
      const report = join(folder, `${String(index)}.json`);
      const code = await run(suite.command, suite.parameters(report));
      const result = counts.parse(
        JSON.parse(
          await readFile(report, 'utf8').catch(() => '{"numPassedTests":0,"numFailedTests":0,"numPendingTests":0}')
        )
      );
      sum.passed += result.numPassedTests;
      sum.skipped += result.numPendingTests;
      // A suite that could not even start has no failed test to count.
      sum.failed += code === 0 ? 0 : Math.max(1, result.numFailedTests);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed, ${String(sum.skipped)} skipped`);
  if (sum.failed > 0 || sum.passed === 0) process.exitCode = 1;
}

function run(command: string, parameters: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', command), [...parameters], {
      stdio: 'inherit',
      shell: process.platform === 'win32'
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

main().catch(fail);
