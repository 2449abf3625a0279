import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../local-org/tests/support/browser.ts';
import { administrator } from '../sample/company/people.ts';
import { connectLocal } from '../scripts/lib/connection.ts';
import { startOrg } from '../scripts/local/running.ts';
import { push } from '../scripts/rules/api/save.ts';
import { manyRules, ruleRow } from '../test/support/rules.ts';
import { atMost, type Measurement } from './measurement.ts';

const rules = 1000;
/** What is typed, key after key, with the pauses of a person: during some the rules are checked, during the longest looked over. */
const typed = 'who has written to us twice about the same order';
const pauses = [80, 120, 100, 90, 300, 110, 95, 260, 85, 450, 100, 90, 255, 110, 2700, 90, 100, 80, 120, 600];
const wheels = 60;

/** Notes in the page how long it takes from a key until what it changes is painted, and how long frames take. */
const watch = `
  window.keys = [];
  window.frames = [];
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => window.keys.push(performance.now() - timeStamp);
      painted.port2.postMessage(0);
    });
  }, true);
  let last = 0;
  const next = (moment) => {
    window.frames.push(moment - last);
    last = moment;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
`;

/** Writing a rule among 1,000, and scrolling through them, in a real browser. */
export async function measureRuleBuilder(): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-rules-'));
  const org = await startOrg({ folder, parameters: ['--no-data', '--no-watch', '--user', administrator.username] });
  const browser = await launchBrowser();
  try {
    await push(await connectLocal(folder), manyRules(rules));
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.addInitScript({ content: watch });
    await page.goto(new URL('/lightning/n/Yeti_Routing_Rules', org.url).href);
    await ruleRow(page, 5).dblclick();
    const keys = [...(await type(page, page.getByLabel('Name', { exact: true }))), ...(await type(page, value(page)))];
    const frames = await scroll(page);
    return [
      atMost('rule builder with 1,000 rules: key until it is painted, median', share(keys, 0.5), 50, 'ms'),
      atMost('rule builder with 1,000 rules: key until it is painted, 95 %', share(keys, 0.95), 100, 'ms'),
      atMost('rule builder with 1,000 rules: a frame while scrolling, 95 %', share(frames, 0.95), 50, 'ms')
    ];
  } finally {
    await browser.close();
    await org.stop();
    await rm(folder, { recursive: true });
  }
}

function value(page: Page): Locator {
  return page.locator('c-yeti-rule-comparison').getByRole('textbox', { name: 'Value' });
}

async function type(page: Page, input: Locator): Promise<readonly number[]> {
  await input.click();
  await page.evaluate('window.keys.length = 0');
  for (const [index, key] of [...typed].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(pauses[index % pauses.length] ?? 100);
  }
  return noted(page, 'keys');
}

async function scroll(page: Page): Promise<readonly number[]> {
  await ruleRow(page, 5).hover();
  await page.waitForTimeout(3000);
  await page.evaluate('window.frames.length = 0');
  for (let wheel = 0; wheel < wheels; wheel++) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(16);
  }
  return noted(page, 'frames');
}

async function noted(page: Page, name: 'keys' | 'frames'): Promise<readonly number[]> {
  const values: unknown = await page.evaluate(`window.${name}`);
  return Array.isArray(values) ? values.map(Number) : [];
}

/** The value below which that share of the values lies. */
function share(values: readonly number[], part: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * part)] ?? Number.NaN;
}
