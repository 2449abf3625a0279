import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Requirement } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { quoted } from '../../lib/ensure.ts';

/** What happened to a case on its way to somebody. */
export interface Step {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
  readonly by?: string | undefined;
}

/** One decision about where a case goes. */
export interface Decision {
  readonly id: string;
  readonly decidedAt: string;
  readonly status: string;
  readonly version: number | null;
  readonly shadow: boolean;
  readonly matched: readonly string[];
  readonly summary: string;
  readonly requirement: Requirement;
  readonly values: Readonly<Record<string, unknown>>;
  readonly agent: string | null;
  readonly nextStepAt: string | null;
  readonly problem: string | null;
  readonly steps: readonly Step[];
}

interface DecisionRow {
  readonly Id: string;
  readonly Decided_At__c: string;
  readonly Status__c: string;
  readonly Version__c: number | null;
  readonly Shadow__c: boolean;
  readonly Matched__c: string | null;
  readonly Summary__c: string | null;
  readonly Requirement__c: string | null;
  readonly Values__c: string | null;
  readonly Agent__r: { readonly Name: string } | null;
  readonly Next_Step_At__c: string | null;
  readonly Problem__c: string | null;
  readonly Steps__c: string | null;
}

const step = z.object({ at: z.string(), kind: z.string(), text: z.string(), by: z.string().nullish() });

/** What was decided about a case, the newest first. */
export async function decisionsOf(connection: Connection, caseId: string): Promise<Decision[]> {
  const { records } = await connection.query<DecisionRow>(
    `SELECT Id, Decided_At__c, Status__c, Version__c, Shadow__c, Matched__c, Summary__c, Requirement__c, Values__c, Agent__r.Name, Next_Step_At__c, Problem__c, Steps__c FROM Yeti_Routing_Decision__c WHERE Case__c = ${quoted(caseId)} ORDER BY Decided_At__c DESC`,
    { autoFetch: true }
  );
  return records.map((row) => ({
    id: row.Id,
    decidedAt: row.Decided_At__c,
    status: row.Status__c,
    version: row.Version__c,
    shadow: row.Shadow__c,
    matched: z.array(z.string()).parse(jsonOr(row.Matched__c, [])),
    summary: row.Summary__c ?? '',
    requirement: z.record(z.string(), z.unknown()).parse(jsonOr(row.Requirement__c, {})) as Requirement,
    values: z.record(z.string(), z.unknown()).parse(jsonOr(row.Values__c, {})),
    agent: row.Agent__r?.Name ?? null,
    nextStepAt: row.Next_Step_At__c,
    problem: row.Problem__c,
    steps: z
      .array(step)
      .parse(jsonOr(row.Steps__c, []))
      .map(({ by, ...rest }) => (by === undefined || by === null ? rest : { ...rest, by }))
  }));
}

function jsonOr(text: string | null, otherwise: unknown): unknown {
  return text === null || text === '' ? otherwise : JSON.parse(text);
}
