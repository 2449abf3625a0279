import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { keptFolder } from '../local-org/src/kept.ts';
import { launchBrowser } from '../local-org/tests/support/browser.ts';
import { startOrg } from '../scripts/local/running.ts';
import { atMost, type Measurement } from './measurement.ts';

/** From the command to the first page in a browser: in an empty folder, and again. */
export async function measureStart(): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const browser = await launchBrowser();
  // A newcomer's machine has compiled nothing before.
  await rm(keptFolder, { recursive: true, force: true });
  try {
    const first = await secondsToFirstPage(folder, browser);
    const second = await secondsToFirstPage(folder, browser);
    return [
      atMost('first page after npm start, first start', first, 60, 's'),
      atMost('first page after npm start, second start', second, 5, 's')
    ];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsToFirstPage(folder: string, browser: Browser): Promise<number> {
  const org = await startOrg({
    folder,
    parameters: ['--build-folder', folder],
    onLine: (line) => process.stderr.write(`  ${line}\n`)
  });
  const context = await browser.newContext();
  try {
    const begin = performance.now();
    const page = await context.newPage();
    await page.goto(org.url);
    await page.getByRole('navigation').first().waitFor();
    return (org.startTime + performance.now() - begin) / 1000;
  } finally {
    await context.close();
    await org.stop();
  }
}
