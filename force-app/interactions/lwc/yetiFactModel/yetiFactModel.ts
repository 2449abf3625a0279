// What components that show or keep facts share.
export { keyChoices, keyLabel } from './keys';
export { proposalsIn } from './proposals';
export type { Proposal } from './proposals';
