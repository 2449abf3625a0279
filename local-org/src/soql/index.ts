export { checkQuery } from './check.ts';
export { createSoql } from './engine.ts';
export type { SoqlOrg } from './engine.ts';
export { parseQuery, queryFromParseTree } from './parse.ts';
export type * from './ast.ts';
export type { BindValue, Binds, QueryOptions, QueryShape, Soql } from './types.ts';
