import type { DeployResult } from '../../local-org/src/deploy/types.ts';

/** Why a deployment failed: a line a fault, with file, line and column as editors take them. */
export function faultsOf(result: DeployResult): string[] {
  const faults = result.details.componentFailures.map(
    ({ fileName, lineNumber = 1, columnNumber = 1, problem = 'failed' }) =>
      `${fileName}:${String(lineNumber)}:${String(columnNumber)} ${problem}`
  );
  return result.errorMessage === undefined ? faults : [result.errorMessage, ...faults];
}

/** What a deployment that succeeded wants to be known. */
export function warningsOf(result: DeployResult): string[] {
  return result.details.componentSuccesses.flatMap(({ fileName, problem }) =>
    problem === undefined ? [] : [`${fileName}: ${problem}`]
  );
}
