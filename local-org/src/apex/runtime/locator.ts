import type { ApexList } from './collections.ts';
import { queryRows, type ApexAccess } from './data.ts';
import type { ApexBinds } from './scope.ts';

/** `Database.QueryLocator`: a query that a batch runs. */
export class QueryLocator {
  readonly apexType = 'Database.QueryLocator';
  readonly query: string;
  readonly #rows: () => ApexList;

  constructor(
    query: string,
    binds: ApexBinds,
    access: ApexAccess,
    rows = (): ApexList => queryRows(query, binds, access)
  ) {
    this.query = query;
    this.#rows = rows;
  }

  /** Of a query written in brackets: it has run already. */
  static ofRows(rows: ApexList): QueryLocator {
    return new QueryLocator(
      '',
      () => undefined,
      undefined,
      () => rows
    );
  }

  /** The rows. They don't count against the limit of queried rows of the job that works on them. */
  rows(): ApexList {
    return this.#rows();
  }
}
