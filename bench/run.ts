import { cpus, totalmem } from 'node:os';
import { fail } from '../scripts/lib/fail.ts';
import { measureApexLoops } from './apexLoops.ts';
import { measureComplaints } from './complaints.ts';
import { measureIdentities } from './identities.ts';
import { measureLargeOrg } from './largeOrg.ts';
import { measureMatcher } from './matcher.ts';
import type { Measurement } from './measurement.ts';
import { table } from './measurement.ts';
import { measureRouting } from './routing.ts';
import { measureRuleBuilder } from './ruleBuilder.ts';
import { measureRules } from './rules.ts';
import { measureSoql } from './soql.ts';
import { measureStart } from './start.ts';

const benches: readonly (() => Promise<readonly Measurement[]>)[] = [
  measureApexLoops,
  measureRules,
  measureMatcher,
  measureSoql,
  measureStart,
  measureLargeOrg,
  measureIdentities,
  measureRouting,
  measureRuleBuilder,
  measureComplaints
];

/** `npm run bench` prints a table, `npm run bench -- --json` an array; says what it does on the error stream. */
async function main(): Promise<void> {
  const measurements: Measurement[] = [];
  for (const bench of benches) measurements.push(...(await bench()));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(measurements, null, 2));
  } else {
    console.log(
      `\n${String(cpus().length)} × ${cpus()[0]?.model ?? 'CPU'}, ${String(Math.round(totalmem() / 2 ** 30))} GB, Node ${process.version}\n`
    );
    console.log(table(measurements));
  }
  if (measurements.some(({ ok }) => !ok)) process.exitCode = 1;
}

main().catch(fail);
