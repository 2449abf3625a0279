import { z } from 'zod';
import type { Comparison, RuleSet } from '../force-app/routing/lwc/yetiRuleSet/types.ts';
import { memoryOrg, type MemoryOrg } from '../scripts/local/memoryOrg.ts';
import { orgPackages } from '../scripts/local/orgSettings.ts';
import { convertProject } from '../scripts/local/package.ts';
import { packageOf } from '../scripts/local/smallPackage.ts';
import { atMost, type Measurement } from './measurement.ts';

const few = 100;
const many = 1000;
const cases = 200;

/** Everything is counted in the org, around the routing alone. */
const measuring = `public class RoutingBench {
  @AuraEnabled
  public static void becomeAdmin() {
    Id permissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Yeti_Admin'].Id;
    insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = permissionSetId);
  }

  @AuraEnabled
  public static void makeCases() {
    List<Case> cases = new List<Case>();
    for (Integer i = 0; i < ${String(cases)}; i++) {
      cases.add(new Case(
        Subject = 'Word' + Math.mod(i, 20) + ' of the bench',
        Origin = i < 10 ? 'Web' : 'v' + Math.mod(i, 20),
        Type = 'v' + Math.mod(i * 3, 20),
        Reason = 'v' + Math.mod(i * 7, 20),
        SuppliedName = 'v' + Math.mod(i * 11, 20)
      ));
    }
    insert cases;
  }

  @AuraEnabled
  public static void useRules(String document) {
    YetiRuleSets.makeActive(YetiRuleSets.saveDraft(null, 'Bench', document, null), null);
  }

  @AuraEnabled
  public static Map<String, Integer> route() {
    Set<Id> ids = new Map<Id, Case>([SELECT Id FROM Case ORDER BY CreatedDate DESC, Id DESC LIMIT ${String(cases)}]).keySet();
    Integer queries = Limits.getQueries();
    Integer statements = Limits.getDmlStatements();
    Integer time = Limits.getCpuTime();
    YetiRoutingService.route(ids, 'asked');
    return new Map<String, Integer>{
      'queries' => Limits.getQueries() - queries,
      'dml' => Limits.getDmlStatements() - statements,
      'time' => Limits.getCpuTime() - time,
      'dispatched' => [
        SELECT COUNT()
        FROM Yeti_Routing_Decision__c
        WHERE Case__c IN :ids AND Status__c = 'Dispatched' AND Current_Key__c != NULL
      ]
    };
  }
}
`;
const meta =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';

const cost = z.object({
  queries: z.number(),
  dml: z.number(),
  /** The local org's CPU time counts executed statements, not time: 5,000 are a millisecond. */
  time: z.number(),
  dispatched: z.number()
});

/** 200 cases routed in the org, by 100 rules and by 1,000. */
export async function measureRouting(): Promise<readonly Measurement[]> {
  const packages = [
    ...(await orgPackages()),
    await convertProject(['force-app']),
    packageOf(
      { ApexClass: ['RoutingBench'] },
      { 'classes/RoutingBench.cls': measuring, 'classes/RoutingBench.cls-meta.xml': meta }
    )
  ];
  const byFew = await costOf(few, packages);
  const byMany = await costOf(many, packages);
  return [
    atMost('queries to route 200 cases by 1,000 rules', byMany.queries, 10, ''),
    atMost('DML to route 200 cases by 1,000 rules', byMany.dml, 6, ''),
    atMost('Apex statements to route 200 cases, 1,000 rules ÷ 100', byMany.time / byFew.time, 10, '')
  ];
}

async function costOf(rules: number, packages: readonly Uint8Array[]): Promise<z.infer<typeof cost>> {
  const memory = await memoryOrg(...packages);
  call(memory, 'becomeAdmin');
  call(memory, 'makeCases');
  // With no rules yet, the cases' events route nothing.
  await memory.org.events.idle();
  call(memory, 'useRules', { document: JSON.stringify(ruleSetOf(rules)) });
  const found = cost.parse(call(memory, 'route'));
  memory.org.store.close();
  if (found.dispatched !== cases)
    throw new Error(`${String(found.dispatched)} of ${String(cases)} cases were dispatched by ${String(rules)} rules`);
  return found;
}

function call({ org, adminId }: MemoryOrg, method: string, parameters: Record<string, unknown> = {}): unknown {
  return org.apex.callAura(adminId, 'RoutingBench', method, parameters);
}

/** Rules of two to four conditions over five fields; two of three need a field to have a value, each of many matches few. */
function ruleSetOf(count: number): RuleSet {
  return {
    schema: 1,
    name: 'Bench',
    object: 'Case',
    rules: Array.from({ length: count }, (_, index) => ({
      id: `rule-${String(index)}`,
      label: `Rule ${String(index)}`,
      active: true,
      when: { all: Array.from({ length: 2 + (index % 3) }, (_, place) => comparisonOf(index, place)) },
      then: { skills: [{ skill: ['Complaints', 'Payments', 'Electronics'][index % 3] ?? '', level: 1 + (index % 9) }] }
    })),
    defaults: { skills: [{ skill: 'Polish', level: 1 }], priority: 6, queue: 'FrontDesk' }
  };
}

function comparisonOf(index: number, place: number): Comparison {
  const field = ['Origin', 'Type', 'Reason', 'SuppliedName', 'Subject'][(index + place) % 5] ?? '';
  const value = (step: number): string => `v${String((Math.floor(index / 5) + place + step) % 20)}`;
  if (field === 'Subject') return { field, op: 'contains', value: `word${String(index % 20)}` };
  if (field === 'SuppliedName') return { field, op: 'notEquals', value: value(0) };
  if (index % 4 === 0) return { field, op: 'in', value: [value(0), value(1), value(2)] };
  return { field, op: 'equals', value: value(0) };
}
