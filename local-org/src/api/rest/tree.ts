import { OrgError } from '../../errors.ts';
import type { SaveResult } from '../../records/types.ts';
import type { ObjectDef } from '../../schema/types.ts';
import { collectionSize } from '../limits.ts';
import { objectNamed, rowFromJson, typeOf } from './body.ts';
import type { Answer, Call, Places, Route } from './call.ts';
import { bodyObject, inTransaction, isObject, route } from './call.ts';
import { saveResultJson } from './results.ts';
import { candidate, save } from './saving.ts';

/** Records with the records below them, all or none. */
export const treeRoutes: readonly Route[] = [route('POST composite/tree/:object', createTree)];

interface Branch {
  readonly referenceId: string;
  readonly object: ObjectDef;
  readonly fields: Record<string, unknown>;
  readonly parent?: { readonly branch: Branch; readonly field: string };
  readonly depth: number;
}

/** Thrown to take the whole tree back. */
class TreeFailed extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('The tree was not saved.');
    this.answer = answer;
  }
}

function createTree(call: Call, { object: name = '' }: Places): Answer {
  try {
    return inTransaction(call, (transaction) => {
      const object = objectNamed(call.org, name, transaction.access());
      const branches = readTree(call, object);
      const ids = new Map<Branch, string>();
      const depth = Math.max(0, ...branches.map((branch) => branch.depth));
      for (let level = 0; level <= depth; level++)
        saveLevel(
          call,
          branches.filter((branch) => branch.depth === level),
          ids
        );
      const results = branches.map((branch) => ({ referenceId: branch.referenceId, id: ids.get(branch) }));
      return { status: 201, body: { hasErrors: false, results } };
    });
  } catch (error) {
    if (error instanceof TreeFailed) return error.answer;
    throw error;
  }
}

function saveLevel(call: Call, branches: readonly Branch[], ids: Map<Branch, string>): void {
  const results = save(call, {
    operation: 'insert',
    allOrNone: true,
    candidates: (transaction) =>
      branches.map((branch) =>
        candidate(() => {
          const row = rowFromJson(call.org, branch.object, branch.fields, transaction.access());
          const parentId = branch.parent && ids.get(branch.parent.branch);
          if (!branch.parent || parentId === undefined) return row;
          return { type: row.type, values: { ...row.values, [branch.parent.field]: parentId } };
        })
      )
  });
  if (results.some((result) => !result.success)) throw new TreeFailed(failedAnswer(branches, results));
  for (const [index, branch] of branches.entries()) {
    const id = results[index]?.id;
    if (id !== undefined) ids.set(branch, id);
  }
}

function failedAnswer(branches: readonly Branch[], results: readonly SaveResult[]): Answer {
  const failed = branches.flatMap(({ referenceId }, index) => {
    const result = results[index];
    const isOwn = result?.errors.some((error) => error.code !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
    return result && isOwn ? [{ referenceId, errors: saveResultJson(result)['errors'] }] : [];
  });
  return { status: 400, body: { hasErrors: true, results: failed } };
}

function readTree(call: Call, object: ObjectDef): Branch[] {
  const branches: Branch[] = [];
  readBranches(call, object, bodyObject(call), undefined, 0, branches);
  if (branches.length > collectionSize) {
    throw new OrgError(
      'EXCEEDED_ID_LIMIT',
      `A tree may hold ${String(collectionSize)} records; this one holds ${String(branches.length)}.`
    );
  }
  const seen = new Set<string>();
  for (const { referenceId } of branches) {
    if (seen.has(referenceId)) throw new OrgError('INVALID_INPUT', `Duplicate reference id: ${referenceId}`);
    seen.add(referenceId);
  }
  return branches;
}

function readBranches(
  call: Call,
  object: ObjectDef,
  body: Record<string, unknown>,
  parent: Branch['parent'],
  depth: number,
  branches: Branch[]
): void {
  const records = body['records'];
  if (!Array.isArray(records))
    throw new OrgError('JSON_PARSER_ERROR', 'A tree needs a list of records: { "records": [ … ] }');
  for (const record of records) {
    if (!isObject(record)) throw new OrgError('JSON_PARSER_ERROR', 'Each record of a tree must be a JSON object.');
    if (typeOf(record).toLowerCase() !== object.name.toLowerCase()) {
      throw new OrgError(
        'INVALID_INPUT',
        `Include an sObject type of ${object.name} in the attributes: ${typeOf(record)}`
      );
    }
    const attributes = record['attributes'];
    const referenceId = isObject(attributes) ? attributes['referenceId'] : undefined;
    if (typeof referenceId !== 'string')
      throw new OrgError('INVALID_INPUT', 'Include a reference ID for each record in the request.');
    const children = Object.entries(record).filter(([, value]) => isObject(value) && 'records' in value);
    const childNames = new Set(children.map(([name]) => name));
    const fields = Object.fromEntries(Object.entries(record).filter(([name]) => !childNames.has(name)));
    const branch: Branch = { referenceId, object, fields, depth, ...(parent && { parent }) };
    branches.push(branch);
    for (const [name, value] of children) {
      const relationship = object.childRelationships.find(
        (child) => child.relationshipName?.toLowerCase() === name.toLowerCase()
      );
      const child = relationship && call.org.schema.object(relationship.childObject);
      if (!child || !isObject(value))
        throw new OrgError('INVALID_FIELD', `No such relationship '${name}' on sobject of type ${object.name}`, [name]);
      readBranches(call, child, value, { branch, field: relationship.field }, depth + 1, branches);
    }
  }
}
