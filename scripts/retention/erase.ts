import type { Connection } from 'jsforce';
import { z } from 'zod';
import { runAction } from '../lib/actions.ts';

/** `report` says as JSON what was done; `more`: it has to be asked for again. */
const answer = z.object({ report: z.string(), more: z.boolean() });
const counts = z.record(z.string(), z.number());
const purgeReport = z.object({ interactions: counts, facts: z.number(), pins: z.number() });
const erasureReport = z.object({
  replaced: counts,
  deleted: counts,
  refused: counts,
  reasons: z.record(z.string(), z.string())
});

type Counts = Record<string, number>;

export interface PurgeReport {
  /** Interactions by channel. */
  readonly interactions: Readonly<Counts>;
  readonly facts: number;
  readonly pins: number;
  /** Whether a dry run stopped counting. */
  readonly more: boolean;
}

export interface ErasureReport {
  readonly replaced: Readonly<Counts>;
  readonly deleted: Readonly<Counts>;
  readonly refused: Readonly<Counts>;
  /** Why records were refused, the first reason of each object. */
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * Purges what is older than the policy of its channel allows, some at a time until nothing is left; a dry run counts only.
 *
 * @param onProgress told how many interactions are gone
 */
export async function purge(
  connection: Connection,
  dryRun: boolean,
  onProgress: (interactions: number) => void = () => undefined
): Promise<PurgeReport> {
  const interactions: Counts = {};
  let [facts, pins, more] = [0, 0, true];
  while (more) {
    const outcome = answer.parse(await runAction(connection, 'YetiRetentionAction', { dryRun }));
    const report = purgeReport.parse(JSON.parse(outcome.report));
    addTo(interactions, report.interactions);
    facts += report.facts;
    pins += report.pins;
    more = outcome.more;
    onProgress(totalOf(interactions));
    if (dryRun) break;
  }
  return { interactions, facts, pins, more };
}

/** Anonymizes a customer, some records at a time until all are done. What was refused is counted as the last time saw it. */
export async function anonymize(connection: Connection, contactId: string, reason: string): Promise<ErasureReport> {
  const replaced: Counts = {};
  const deleted: Counts = {};
  for (;;) {
    const outcome = answer.parse(await runAction(connection, 'YetiErasureAction', { contactId, reason }));
    const report = erasureReport.parse(JSON.parse(outcome.report));
    addTo(replaced, report.replaced);
    addTo(deleted, report.deleted);
    if (!outcome.more) return { replaced, deleted, refused: report.refused, reasons: report.reasons };
  }
}

/** The report of a purge as lines for people. */
export function purgeLines(report: PurgeReport, dryRun: boolean): readonly string[] {
  const verb = dryRun ? 'would be purged' : 'purged';
  const total = totalOf(report.interactions);
  const lines = Object.entries(report.interactions).map(([channel, count]) => `  ${channel}: ${numberOf(count)}`);
  const rest = dryRun ? '' : `, with ${numberOf(report.facts)} facts and ${numberOf(report.pins)} pins`;
  const atLeast = report.more ? 'At least ' : '';
  return [`${atLeast}${numberOf(total)} interactions ${verb}${rest}.`, ...lines];
}

/** The report of an erasure as lines for people. */
export function erasureLines(report: ErasureReport): readonly string[] {
  const lines = (heading: string, counted: Readonly<Counts>) =>
    Object.entries(counted).map(([object, count]) => `  ${heading} ${object}: ${numberOf(count)}`);
  const refused = Object.entries(report.refused).map(
    ([object, count]) => `  not done ${object}: ${numberOf(count)} (${report.reasons[object] ?? 'no reason given'})`
  );
  const heading =
    refused.length === 0
      ? 'The customer is anonymized.'
      : 'The customer is anonymized, except for what the org refused.';
  return [heading, ...lines('replaced', report.replaced), ...lines('deleted', report.deleted), ...refused];
}

function addTo(sum: Counts, more: Readonly<Counts>): void {
  for (const [key, count] of Object.entries(more)) sum[key] = (sum[key] ?? 0) + count;
}

function totalOf(counted: Readonly<Counts>): number {
  return Object.values(counted).reduce((sum, count) => sum + count, 0);
}

function numberOf(count: number): string {
  return count.toLocaleString('en-US');
}
