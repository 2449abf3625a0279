export type { Group, GroupMode, Leaf, Line, Node, TreePath } from './conditions';
export type { History } from './history';
export { begin, current, canRedo, canUndo, redo, take, undo } from './history';
export {
  duplicateRule,
  freshId,
  insertRule,
  moveRule,
  newRule,
  removeRule,
  replaceRule,
  ruleIndex,
  ruleOf,
  setDefaults
} from './rules';
export {
  addNode,
  conditionOf,
  groupOf,
  isGroup,
  linesOf,
  newComparison,
  nodeAt,
  removeNode,
  replaceNode,
  setMode
} from './conditions';
