import type { Schema } from '../schema/types.ts';
import { valuesOf } from './ast.ts';
import type { Query } from './ast.ts';
import { lift } from './lift.ts';
import type { Lifted } from './lift.ts';
import { parseQuery } from './parse.ts';
import { planQuery } from './plan.ts';
import type { QueryText } from './planning.ts';
import type { QueryShape } from './types.ts';

/** Parses and checks a query against a schema, without an org. @throws OrgError */
export function checkQuery(text: string, schema: Schema): QueryShape {
  return shapeOfQuery(parseQuery(text), plainText(schema, text, lift(text)));
}

/** Checks a parsed query and tells what it returns. */
export function shapeOfQuery(query: Query, text: QueryText): QueryShape {
  const plan = planQuery(query, text);
  const columns = plan.kind === 'aggregate' ? plan.columns : [];
  return {
    object: plan.object,
    kind: plan.kind,
    binds: bindsOf(query),
    aliases: columns.map(({ alias }) => alias),
    columns
  };
}

/** The bind expressions of a query in the order of the text. */
export function bindsOf(query: Query): string[] {
  return [...valuesOf(query)].flatMap((value) => (value.kind === 'bind' ? [value.expression] : []));
}

/** A text as it is planned when it is only checked. */
export function plainText(schema: Schema, text: string, lifted: Lifted): QueryText {
  return {
    schema,
    text,
    literals: new Map(lifted.offsets.map((offset, index) => [offset, index])),
    shapes: undefined,
    allRows: false,
    isIsolated: false,
    adviseIndex: undefined,
    readable: undefined
  };
}
