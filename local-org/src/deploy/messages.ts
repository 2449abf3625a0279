import type { Problem } from '../errors.ts';
import { isManifest } from './manifest.ts';
import type { Change, Plan, Warning } from './plan.ts';
import { decodedName, typeOfFolder } from './registry.ts';
import type { DeployMessage } from './types.ts';

/** What a deployment that went well says of each component, with its warnings. */
export function successMessages(plan: Plan, warnings: readonly Warning[], date: string): DeployMessage[] {
  const told = plan.changes.map((change) => {
    const warning = warnings.find(({ type, fullName }) => type === change.type && fullName === change.fullName);
    return {
      ...messageOf(change, date),
      ...(warning && { problem: warning.message, problemType: 'Warning' as const })
    };
  });
  const known = new Set(plan.changes.map(({ type, fullName }) => `${type}:${fullName}`));
  const others = warnings
    .filter(({ type, fullName }) => !known.has(`${type}:${fullName}`))
    .map((warning) => ({
      ...messageOf({ ...warning, fate: 'unchanged' }, date),
      problem: warning.message,
      problemType: 'Warning' as const
    }));
  const manifest = messageOf({ type: '', fullName: 'package.xml', file: 'package.xml', fate: 'unchanged' }, date);
  return [manifest, ...told, ...others];
}

/** What a deployment that failed says of each fault: the component it concerns, the file and the place in it. */
export function failureMessages(
  problems: readonly Problem[],
  changes: readonly Change[],
  date: string
): DeployMessage[] {
  const told = new Set<string>();
  return problems.flatMap((problem) => {
    const key = `${problem.file}:${problem.line}:${problem.column}:${problem.message}`;
    if (told.has(key)) return [];
    told.add(key);
    const { type, fullName } = blame(problem, changes);
    // Clients read the place of a component's fault from the text.
    const place = type === 'LightningComponentBundle' ? `[Line: ${problem.line}, Col: ${problem.column}] ` : '';
    return {
      componentType: type,
      fullName,
      fileName: problem.file,
      success: false,
      changed: false,
      created: false,
      deleted: false,
      createdDate: date,
      problem: place + problem.message,
      problemType: 'Error' as const,
      lineNumber: problem.line,
      columnNumber: problem.column
    };
  });
}

/** The component a file of a package belongs to, told by its path alone. */
export function componentOfFile(file: string): { readonly type: string; readonly fullName: string } {
  const [folder = '', first = '', ...rest] = file.split('/');
  const type = isManifest(file) ? undefined : typeOfFolder(folder);
  if (!type) return { type: '', fullName: file };
  if (type.bundle) return { type: type.name, fullName: first };
  const path = [first, ...rest].join('/').replace(/-meta\.xml$/, '');
  const suffix = `.${type.suffix}`;
  return {
    type: type.name,
    fullName: decodedName(path.endsWith(suffix) ? path.slice(0, -suffix.length) : path)
  };
}

function blame(problem: Problem, changes: readonly Change[]): { readonly type: string; readonly fullName: string } {
  const part = changes.find(
    ({ file, lines }) =>
      file === problem.file && lines !== undefined && lines.first <= problem.line && problem.line <= lines.last
  );
  return part ?? componentOfFile(problem.file);
}

function messageOf({ type, fullName, file, fate }: Change, date: string): DeployMessage {
  return {
    componentType: type,
    fullName,
    fileName: file,
    success: true,
    changed: fate === 'changed' || fate === 'created',
    created: fate === 'created',
    deleted: fate === 'deleted',
    createdDate: date
  };
}
