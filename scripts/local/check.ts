import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fail } from '../lib/fail.ts';
import { checkApexTypes } from './checks/apexLs.ts';
import { checkHouse } from './checks/house.ts';
import { checkPackageSoql } from './checks/packageSoql.ts';
import { checkStandardObjects } from './checks/standardObjects.ts';

interface Gate {
  readonly name: string;
  /** @returns faults, each one line */
  readonly run: () => Promise<readonly string[]>;
}

const gates: readonly Gate[] = [
  { name: 'TypeScript', run: () => tool('tsc', '--project', '.', '--pretty', 'false') },
  { name: 'TypeScript of the components', run: () => tool('tsc', '--project', 'force-app', '--pretty', 'false') },
  { name: 'ESLint', run: () => tool('eslint', '--max-warnings', '0', '.') },
  { name: 'Prettier, and jorje for Apex', run: () => tool('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'house rules', run: checkHouse },
  { name: 'standard objects', run: checkStandardObjects },
  { name: 'SOQL', run: checkPackageSoql },
  { name: 'apex-ls', run: checkApexTypes }
];

/** `npm run check`: every gate, and all faults of each; fails if there is one. */
async function main(): Promise<void> {
  let faulty = 0;
  for (const { name, run } of gates) {
    const start = Date.now();
    const faults = await run();
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    for (const fault of faults) console.log(`     ${fault}`);
    if (faults.length > 0) faulty++;
  }
  if (faulty > 0) throw new Error(`${String(faulty)} of ${String(gates.length)} gates found faults.`);
}

/** Runs a command of the project's own dependencies; its output is the list of faults. */
function tool(command: string, ...parameters: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', command), parameters, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32'
    });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = chunks
        .join('')
        .split('\n')
        .filter((line) => line.trim() !== '');
      resolve(code === 0 ? [] : lines.length > 0 ? lines : [`${command} ended with code ${String(code)}`]);
    });
  });
}

main().catch(fail);
