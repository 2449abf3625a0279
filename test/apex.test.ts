import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { connectLocal } from '../scripts/lib/connection.ts';
import { filesBelow } from '../scripts/lib/files.ts';

const answer = z.object({
  numTestsRun: z.number(),
  failures: z.array(
    z.object({
      name: z.string(),
      methodName: z.string(),
      message: z.string().nullable(),
      stackTrace: z.string().nullable()
    })
  ),
  codeCoverage: z.array(z.object({ name: z.string(), numLocations: z.number(), numLocationsNotCovered: z.number() }))
});

let result: z.output<typeof answer>;
let testFiles: { readonly name: string; readonly text: string }[];

beforeAll(async () => {
  const files = [...(await filesBelow('force-app')), ...(await filesBelow('test/org'))].filter((file) =>
    file.endsWith('.cls')
  );
  const classes = await Promise.all(
    files.map(async (file) => ({ name: basename(file, '.cls'), text: await readFile(file, 'utf8') }))
  );
  testFiles = classes.filter(({ text }) => /@IsTest\s+(private|public)/i.test(text));
  const connection = await connectLocal(inject('orgFolder'));
  result = answer.parse(
    await connection.request({
      method: 'POST',
      url: '/services/data/v65.0/tooling/runTestsSynchronous',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tests: testFiles.map(({ name }) => ({ className: name })) })
    })
  );
});

describe("the package's Apex tests, run by the local org", () => {
  it('all pass', () => {
    expect(
      result.failures.map(
        ({ name, methodName, message, stackTrace }) =>
          `${name}.${methodName}: ${String(message)}\n${String(stackTrace)}`
      )
    ).toEqual([]);
    expect(result.numTestsRun).toBeGreaterThan(20);
  });

  it('cover 90 % of the lines', () => {
    const ours = result.codeCoverage.filter(({ numLocations }) => numLocations > 0);
    const lines = ours.reduce((sum, { numLocations }) => sum + numLocations, 0);
    const missed = ours.reduce((sum, { numLocationsNotCovered }) => sum + numLocationsNotCovered, 0);
    expect((lines - missed) / lines).toBeGreaterThanOrEqual(0.9);
  });

  it('say with every assertion what is wrong if it fails', () => {
    const parameters = {
      isTrue: 2,
      isFalse: 2,
      isNull: 2,
      isNotNull: 2,
      areEqual: 3,
      areNotEqual: 3,
      isInstanceOfType: 3,
      fail: 1
    };
    const bare = testFiles.flatMap(({ name, text }) =>
      [...text.matchAll(/Assert\.(\w+)\(/g)].flatMap((call) => {
        const wanted = parameters[call[1] as keyof typeof parameters];
        const given = argumentsAt(text, call.index + call[0].length);
        return given < wanted ? [`${name}: ${call[0]} has ${String(given)} arguments`] : [];
      })
    );
    expect(bare).toEqual([]);
  });
});

/** How many arguments stand between an opening parenthesis and its closing one. */
function argumentsAt(text: string, start: number): number {
  let depth = 0;
  let count = 1;
  let quoted = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === "'") quoted = false;
    } else if (character === "'") quoted = true;
    else if ('([{'.includes(character ?? '')) depth++;
    else if (')]}'.includes(character ?? '')) {
      if (depth === 0) return text.slice(start, index).trim() === '' ? 0 : count;
      depth--;
    } else if (character === ',' && depth === 0) count++;
  }
  return count;
}
