import type { Connection } from 'jsforce';

/** What happened, for the end. */
export interface Summary {
  readonly cases: number;
  /** Seconds until a case was brought to somebody: half of them were faster, and 95 of 100. */
  readonly median: number;
  readonly slow: number;
  readonly byAgent: readonly (readonly [name: string, cases: number])[];
  readonly byRule: readonly (readonly [rule: string, cases: number])[];
}

interface WorkRow {
  readonly RequestDateTime: string | null;
  readonly AssignedDateTime: string | null;
  readonly User: { readonly Name: string };
}

const everything = { autoFetch: true, maxFetch: 50_000 };

const waiting = 'FROM PendingServiceRouting WHERE IsReadyForRouting = TRUE';

/** How many cases wait for somebody. */
export async function countWaiting(connection: Connection): Promise<number> {
  return (await connection.query(`SELECT COUNT() ${waiting}`)).totalSize;
}

/** What those who wait wait for, the most wanted first. */
export async function mostWanted(connection: Connection): Promise<(readonly [summary: string, cases: number])[]> {
  const pending = await connection.query<{ WorkItemId: string }>(`SELECT WorkItemId ${waiting}`, everything);
  const caseIds = new Set(pending.records.map(({ WorkItemId }) => WorkItemId));
  const { records } = await connection.query<{ Case__c: string; Summary__c: string | null }>(
    `SELECT Case__c, Summary__c FROM Yeti_Routing_Decision__c WHERE Status__c IN ('Dispatched', 'Relaxed') AND Current_Key__c != NULL`,
    everything
  );
  return counted(records.flatMap(({ Case__c, Summary__c }) => (caseIds.has(Case__c) ? (Summary__c ?? '') : [])));
}

/** @param since ISO; what was before is not told */
export async function summarize(connection: Connection, since: string): Promise<Summary> {
  const work = await connection.query<WorkRow>(
    `SELECT RequestDateTime, AssignedDateTime, User.Name FROM AgentWork WHERE CreatedDate >= ${since}`,
    everything
  );
  const decisions = await connection.query<{ Matched__c: string | null }>(
    `SELECT Matched__c FROM Yeti_Routing_Decision__c WHERE Shadow__c = FALSE AND CreatedDate >= ${since}`,
    everything
  );
  const waits = work.records
    .flatMap(({ RequestDateTime, AssignedDateTime }) =>
      RequestDateTime === null || AssignedDateTime === null
        ? []
        : [(Date.parse(AssignedDateTime) - Date.parse(RequestDateTime)) / 1000]
    )
    .sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return {
    cases: decisions.totalSize,
    median: at(0.5),
    slow: at(0.95),
    byAgent: counted(work.records.map(({ User }) => User.Name)),
    byRule: counted(decisions.records.flatMap(({ Matched__c }) => rulesIn(Matched__c)))
  };
}

function rulesIn(matched: string | null): string[] {
  const ids: unknown = JSON.parse(matched ?? '[]');
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** Each once with how often it is there, the most frequent first. */
function counted(items: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
