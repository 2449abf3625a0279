import { describeGlobal, describeSObject } from '../../schema/describe.ts';
import type { DescribeOptions } from '../../schema/describe.ts';
import type { Transaction } from '../../records/types.ts';
import { objectNamed } from './body.ts';
import type { Answer, Call, Places } from './call.ts';
import { inTransaction } from './call.ts';

/** Describes one object as the user sees it. */
export function describeObject(call: Call, { object: name = '' }: Places): Answer {
  return inTransaction(call, (transaction) => {
    const object = objectNamed(call.org, name, transaction.access());
    const recordTypes = call.org.store.all(
      'SELECT "DeveloperName" AS name, "Id" AS id FROM "RecordType" WHERE "SobjectType" = ?',
      [object.name]
    );
    const recordTypeIds = new Map(recordTypes.map((row) => [String(row['name']), String(row['id'])]));
    return {
      status: 200,
      body: describeSObject(call.org.schema, object, { ...options(call, transaction), recordTypeIds })
    };
  });
}

/** Describes all objects the user sees. */
export function describeOrg(call: Call): Answer {
  return inTransaction(call, (transaction) => ({
    status: 200,
    body: describeGlobal(call.org.schema, options(call, transaction))
  }));
}

function options(call: Call, transaction: Transaction): DescribeOptions {
  return { access: transaction.access(), language: transaction.language, base: call.base };
}
