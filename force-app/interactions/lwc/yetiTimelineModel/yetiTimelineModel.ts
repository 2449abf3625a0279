export type { Chosen } from './filters';
export type { Row } from './rows';
export type { Thread } from './thread';
export type {
  Body,
  Carried,
  Choice,
  Config,
  Counts,
  Filter,
  FilterChoice,
  Item,
  News,
  Notice,
  Page,
  Person,
  Scope,
  TextPart
} from './types';
export { keepChosen, readChosen } from './chosenStore';
export { dayKey } from './days';
export { cleared, filterOf, isFiltered, nothingChosen } from './filters';
export { channelIcon, directionIcon } from './icons';
export { rowsOf } from './rows';
export { itemKey } from './types';
export { append, emptyThread, needsPreview, refresh, withPin } from './thread';
