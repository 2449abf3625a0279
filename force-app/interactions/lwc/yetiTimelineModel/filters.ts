import type { Filter, Scope } from './types';

/** What somebody chose to see of a timeline. */
export interface Chosen {
  readonly scope: Scope | undefined;
  readonly channels: readonly string[];
  readonly directions: readonly string[];
  readonly statuses: readonly string[];
  readonly query: string;
  readonly contactId: string | undefined;
  readonly dateFrom: string | undefined;
  readonly dateTo: string | undefined;
  readonly includeNoise: boolean;
}

/** Everything, as a timeline begins. */
export const nothingChosen: Chosen = {
  scope: undefined,
  channels: [],
  directions: [],
  statuses: [],
  query: '',
  contactId: undefined,
  dateFrom: undefined,
  dateTo: undefined,
  includeNoise: false
};

/** Whether less than everything of the scope is wanted. Folded system events are no filter. */
export function isFiltered({ channels, directions, statuses, query, contactId, dateFrom, dateTo }: Chosen): boolean {
  const lists = channels.length + directions.length + statuses.length;
  return lists > 0 || [query, contactId, dateFrom, dateTo].some(Boolean);
}

/** The same scope without any filter. */
export function cleared({ scope, includeNoise }: Chosen): Chosen {
  return { ...nothingChosen, scope, includeNoise };
}

/** What the org is asked for. */
export function filterOf(chosen: Chosen, scope: Scope, pageSize: number): Filter {
  const { channels, directions, statuses, query, contactId, dateFrom, dateTo, includeNoise } = chosen;
  return {
    scope,
    channels,
    directions,
    statuses,
    query,
    includeNoise,
    pageSize,
    ...(contactId && { contactId }),
    ...(dateFrom && { dateFrom }),
    ...(dateTo && { dateTo })
  };
}
