import type { Page } from 'playwright-core';

/** What moved on a page after it was painted, and how much: the score of the Layout Instability API. */
export interface Shift {
  readonly score: number;
  /** Of each node: its place and height in px, before and after, and how its markup begins. */
  readonly moved: readonly string[];
}

/** Notes from the next address on what moves on a page, for {@link shiftsOf}. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Source {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }
    const shifts: Shift[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: readonly Source[] };
        const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const place = `${from.y.toFixed()} to ${to.y.toFixed()}, ${from.height.toFixed()} to ${to.height.toFixed()} high`;
          return `${place}: ${element?.outerHTML.slice(0, 150) ?? 'gone'}`;
        });
        shifts.push({ score: value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { shifts });
  });
}

/** What has moved since the page was loaded. @throws Error when the page was not watched */
export async function shiftsOf(page: Page): Promise<readonly Shift[]> {
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as readonly Shift[] | undefined);
  if (shifts === undefined) throw new Error('Watch the page before its address is opened: watchShifts(page)');
  return shifts;
}

/** The sum over all that moved: 0 is a page on which nothing moves. */
export function scoreOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { score }) => sum + score, 0);
}

/** Counts the answers that a page gets from the server, not what the browser has kept. */
export async function countAnswers(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const kept = new Set<string>();
  let answers = 0;
  session.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.startsWith('http') && response.fromDiskCache !== true && !kept.has(requestId)) answers++;
  });
  return () => answers;
}
