import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { compile } from '../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import {
  type Fault,
  type Outcome,
  stagesOf,
  summaryOf,
  validate
} from '../../../force-app/routing/lwc/yetiRuleSet/yetiRuleSet.ts';
import { memoryOrg, type MemoryOrg } from '../memoryOrg.ts';
import { convertProject } from '../package.ts';
import { packageOf } from '../smallPackage.ts';
import { cases, ruleSets } from './arbitrary.ts';
import { brokenDocuments } from './broken.ts';

/** Rule sets that one call of Apex is asked about, each of one case: enough that the calls do not count. 10,000 in all. */
const ruleSetsACall = 100;
const calls = 100;
const documentsACall = 25;
const validations = 40;

/** What Apex makes of rule sets and cases, as JSON of the same shape as TypeScript's. */
const decider = `public class Decider {
  @AuraEnabled
  public static String decide(String asked) {
    List<Object> answers = new List<Object>();
    for (Object one : (List<Object>) JSON.deserializeUntyped(asked)) {
      List<Object> pair = (List<Object>) one;
      YetiRuleEvaluator evaluator = new YetiRuleEvaluator(YetiRuleSet.ofStored((String) pair[0]));
      Map<String, Object> values = (Map<String, Object>) pair[1];
      YetiRuleOutcome outcome = evaluator.evaluate(values);
      answers.add(new Map<String, Object>{
        'matched' => outcome.matched,
        'requirement' => JSON.deserializeUntyped(outcome.requirement.toJson()),
        'summary' => outcome.requirement.summary(),
        'trace' => evaluator.trace(values),
        'stages' => YetiRoutingStages.forRequirement(outcome.requirement, true)
      });
    }
    return JSON.serialize(answers, true);
  }

  @AuraEnabled
  public static String validate(String documents) {
    List<Object> faults = new List<Object>();
    for (Object document : (List<Object>) JSON.deserializeUntyped(documents)) {
      faults.add(YetiRuleSetValidator.validate(document, null));
    }
    return JSON.serialize(faults);
  }
}
`;
const meta =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';
/** A stage in Apex carries needs that relax no further. */
const answers = z.array(
  z.object({
    matched: z.array(z.string()),
    requirement: z.record(z.string(), z.unknown()),
    summary: z.string(),
    trace: z.array(z.record(z.string(), z.string())),
    stages: z.array(
      z.object({
        after: z.number(),
        skills: z.array(z.object({ skill: z.string(), level: z.number() })),
        queue: z.string().optional(),
        preferredOnly: z.boolean()
      })
    )
  })
);

const faultLists = z.array(
  z.array(
    z.object({
      path: z.string(),
      code: z.string(),
      args: z.array(z.string()),
      severity: z.enum(['error', 'warning']),
      message: z.string()
    })
  )
);

let memory: MemoryOrg;

beforeAll(async () => {
  memory = await memoryOrg(
    await convertProject(['force-app']),
    packageOf({ ApexClass: ['Decider'] }, { 'classes/Decider.cls': decider, 'classes/Decider.cls-meta.xml': meta })
  );
}, 300_000);

afterAll(() => {
  memory.org.store.close();
});

it('is decided in Apex as in TypeScript, whatever the rule set and the case', async () => {
  const asked = fc.array(fc.tuple(ruleSets, cases), { minLength: ruleSetsACall, maxLength: ruleSetsACall });
  await fc.assert(
    fc.asyncProperty(asked, async (pairs) => {
      const expected = pairs.map(([ruleSet, values]) => {
        const engine = compile(ruleSet);
        const outcome = engine.evaluate(values);
        const { requirement } = outcome;
        return {
          ...plain(outcome),
          summary: summaryOf(requirement),
          trace: engine.trace(values),
          stages: stagesOf(requirement, true)
        };
      });
      const documents = pairs.map(([ruleSet, values]) => [JSON.stringify(ruleSet), values]);
      expect(answers.parse(await inApex('decide', { asked: JSON.stringify(documents) }))).toEqual(expected);
    }),
    { numRuns: calls }
  );
}, 300_000);

it('has the same faults in Apex as in TypeScript, in the same words, whatever is broken', async () => {
  const documents = fc.oneof({ weight: 4, arbitrary: brokenDocuments }, { weight: 1, arbitrary: ruleSets });
  const asked = fc.array<unknown>(documents, { minLength: documentsACall, maxLength: documentsACall });
  await fc.assert(
    fc.asyncProperty(asked, async (documents) => {
      const found = faultLists.parse(await inApex('validate', { documents: JSON.stringify(documents) }));
      expect(found.map(sorted)).toEqual(documents.map((document) => sorted(validate(document))));
    }),
    { numRuns: validations }
  );
}, 300_000);

/** In which order faults are found is no promise. */
function sorted(faults: readonly Fault[]): readonly string[] {
  return faults.map((fault) => JSON.stringify(fault, ['path', 'code', 'args', 'severity', 'message'])).sort();
}

/** An empty list of relaxations says nothing: Apex leaves it out. */
function plain(outcome: Outcome): Outcome {
  return JSON.parse(JSON.stringify(outcome).replaceAll(',"relax":[]', '')) as Outcome;
}

async function inApex(method: string, parameters: Readonly<Record<string, string>>): Promise<unknown> {
  // The org is synchronous: without a pause the test's reporter would wait too long.
  await setImmediate();
  const said = await memory.org.apex.callAura(memory.adminId, 'Decider', method, parameters);
  return JSON.parse(z.string().parse(said));
}
