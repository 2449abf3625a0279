import type { TestRunResult } from '../../apex/types.ts';
import { apexId } from '../../deploy/index.ts';
import type { LiveOrg } from '../../org.ts';
import { addRow, removeRows } from './rows.ts';

/** The lines of a class or trigger, as the Tooling API tells them. */
interface Lines {
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}

/** Notes which lines one test method covered, in place of what it covered before. */
export function recordCoverage(
  org: LiveOrg,
  className: string,
  methodName: string,
  coverage: TestRunResult['coverage']
): void {
  const testClass = apexId('class', className);
  org.store.run('DELETE FROM "ApexCodeCoverage" WHERE "ApexTestClassId" = ? AND "TestMethodName" = ?', [
    testClass,
    methodName
  ]);
  for (const { name, kind, covered, uncovered } of coverage) {
    if (covered.length === 0) continue;
    addRow(org, 'ApexCodeCoverage', {
      ApexTestClassId: testClass,
      TestMethodName: methodName,
      ApexClassOrTriggerId: apexId(kind, name),
      ...linesRow({ coveredLines: covered, uncoveredLines: uncovered })
    });
  }
}

/** Forgets what tests covered in code that has changed since. */
export function forgetCoverage(org: LiveOrg, kind: 'class' | 'trigger', name: string): void {
  removeRows(org, 'ApexCodeCoverage', 'ApexClassOrTriggerId', apexId(kind, name));
  removeRows(org, 'ApexCodeCoverage', 'ApexTestClassId', apexId(kind, name));
}

/** Adds up, for every class and trigger, what all test methods covered. */
export function aggregateCoverage(org: LiveOrg): void {
  const covered = new Map<string, Set<number>>();
  for (const { unit, lines } of org.store.all(
    'SELECT "ApexClassOrTriggerId" AS unit, "Coverage" AS lines FROM "ApexCodeCoverage"'
  )) {
    const known = covered.get(String(unit)) ?? new Set<number>();
    const { coveredLines }: Lines = JSON.parse(String(lines));
    for (const line of coveredLines) known.add(line);
    covered.set(String(unit), known);
  }
  removeRows(org, 'ApexCodeCoverageAggregate');
  removeRows(org, 'ApexOrgWideCoverage');
  let all = 0;
  let reached = 0;
  for (const { name, kind, isTest, statementLines } of org.apex.image.units) {
    if (isTest) continue;
    const id = apexId(kind, name);
    const lines = covered.get(id) ?? new Set<number>();
    const coveredLines = statementLines.filter((line) => lines.has(line));
    const uncoveredLines = statementLines.filter((line) => !lines.has(line));
    all += statementLines.length;
    reached += coveredLines.length;
    addRow(org, 'ApexCodeCoverageAggregate', {
      ApexClassOrTriggerId: id,
      ...linesRow({ coveredLines, uncoveredLines })
    });
  }
  addRow(org, 'ApexOrgWideCoverage', { PercentCovered: all === 0 ? 0 : Math.floor((reached / all) * 100) });
}

function linesRow(lines: Lines) {
  return {
    NumLinesCovered: lines.coveredLines.length,
    NumLinesUncovered: lines.uncoveredLines.length,
    Coverage: JSON.stringify(lines)
  };
}
