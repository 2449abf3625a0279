import { describe, expect, inject, it } from 'vitest';
import { routings } from '../sample/company/routing.ts';
import { connectLocal } from '../scripts/lib/connection.ts';
import { quoted } from '../scripts/lib/ensure.ts';
import { loadSample } from '../scripts/sample/load.ts';
import { Moments } from '../scripts/sample/moments.ts';

describe('the sample company in an org', () => {
  it.each(['en', 'pl'] as const)('is there after a start: loading it again in %s adds nothing', async (language) => {
    const connection = await connectLocal(inject('orgFolder'));
    const { created } = await loadSample(connection, { moments: Moments.read(), seed: 1, language, scale: false });
    expect(created).toBe(0);
  });
});

// Here, not with what was routed: while a loader runs it has switched routing off.
describe('the loaders', () => {
  it('had nothing routed but the stories, and left no switch behind', async () => {
    const connection = await connectLocal(inject('orgFolder'));
    const decisions = await connection.query(
      `SELECT COUNT() FROM Yeti_Routing_Decision__c WHERE Shadow__c = FALSE AND Case__r.Sample_Key__c IN (${routings.map((routing) => quoted(routing.case)).join(',')})`
    );
    expect(decisions.totalSize).toBe(routings.length);
    const complaints = await connection.query(
      'SELECT COUNT() FROM Yeti_Routing_Decision__c WHERE Case__r.Complaint_Key__c != NULL'
    );
    expect(complaints.totalSize).toBe(0);
    const switches = await connection.query('SELECT COUNT() FROM Yeti_Settings__c WHERE Skip_Routing__c = TRUE');
    expect(switches.totalSize).toBe(0);
  });
});
