import type { Comparison, Condition } from 'c/yetiRuleSet';

/** How a group joins what is in it. `none` and `notAll` are the negations of `any` and `all`. */
export type GroupMode = 'all' | 'any' | 'none' | 'notAll';

/** A condition as it is edited: groups of groups and comparisons, negation being a way of joining. */
export type Node = Group | Leaf;

export interface Group {
  readonly mode: GroupMode;
  readonly children: readonly Node[];
}

export interface Leaf {
  readonly comparison: Comparison;
}

/** The way to a node: the number of the child at each group. The root's is empty. */
export type TreePath = readonly number[];

/** A node on a line of its own, as it is shown. */
export interface Line {
  readonly path: TreePath;
  /** Where the document has it, within its rule: `when.not.any[1]`. */
  readonly place: string;
  readonly node: Node;
  /** The group around it; none: it is the root. */
  readonly parent: Group | undefined;
}

/** A comparison of no field yet. */
export function newComparison(): Comparison {
  return { field: '', op: 'equals', value: '' };
}

/** A condition as a group, a single comparison being a group of one. */
export function groupOf(condition: Condition): Group {
  const node = nodeOf(condition);
  return isGroup(node) ? node : { mode: 'all', children: [node] };
}

/** The condition that a group edits. */
export function conditionOf(group: Group): Condition {
  const children = group.children.map((child) => (isGroup(child) ? conditionOf(child) : child.comparison));
  switch (group.mode) {
    case 'all':
      return { all: children };
    case 'any':
      return { any: children };
    case 'none':
      return { not: { any: children } };
    default:
      return { not: { all: children } };
  }
}

/** Every node of a condition from top to bottom, with its place in the document. */
export function linesOf(condition: Condition): readonly Line[] {
  const root = groupOf(condition);
  const single = 'field' in condition;
  const lines: Line[] = [];
  const walk = (node: Node, path: TreePath, place: string, parent: Group | undefined, at: Condition): void => {
    lines.push({ path, place, node, parent });
    if (!isGroup(node)) return;
    const inside = single && parent === undefined ? [{ place, at }] : placesIn(at, place);
    node.children.forEach((child, index) => {
      const next = inside[index];
      if (next) walk(child, [...path, index], next.place, node, next.at);
    });
  };
  walk(root, [], 'when', undefined, condition);
  return lines;
}

/** The node at the end of a way. */
export function nodeAt(root: Group, path: TreePath): Node | undefined {
  return path.reduce<Node | undefined>(
    (node, index) => (node && isGroup(node) ? node.children[index] : undefined),
    root
  );
}

/** Puts a node in the place of another. */
export function replaceNode(root: Group, path: TreePath, node: Node): Group {
  const [index, ...rest] = path;
  if (index === undefined) return isGroup(node) ? node : { mode: 'all', children: [node] };
  const child = root.children[index];
  if (child === undefined) return root;
  const replaced = rest.length === 0 ? node : isGroup(child) ? replaceNode(child, rest, node) : child;
  return { ...root, children: root.children.with(index, replaced) };
}

/** Adds a node at the end of a group. */
export function addNode(root: Group, path: TreePath, node: Node): Group {
  const group = nodeAt(root, path);
  return group && isGroup(group) ? replaceNode(root, path, { ...group, children: [...group.children, node] }) : root;
}

/** Takes a node out; a group below the root that has nothing left goes with it. */
export function removeNode(root: Group, path: TreePath): Group {
  const above = path.slice(0, -1);
  const group = nodeAt(root, above);
  if (path.length === 0 || !group || !isGroup(group)) return root;
  const children = group.children.toSpliced(path.at(-1) ?? 0, 1);
  return children.length === 0 && above.length > 0
    ? removeNode(root, above)
    : replaceNode(root, above, { ...group, children });
}

/** Joins what is in a group in another way. */
export function setMode(root: Group, path: TreePath, mode: GroupMode): Group {
  const group = nodeAt(root, path);
  return group && isGroup(group) ? replaceNode(root, path, { ...group, mode }) : root;
}

/** Whether a node joins others. */
export function isGroup(node: Node): node is Group {
  return 'children' in node;
}

function nodeOf(condition: Condition): Node {
  if ('all' in condition) return { mode: 'all', children: condition.all.map(nodeOf) };
  if ('any' in condition) return { mode: 'any', children: condition.any.map(nodeOf) };
  if ('not' in condition) {
    const { not } = condition;
    if ('all' in not) return { mode: 'notAll', children: not.all.map(nodeOf) };
    if ('any' in not) return { mode: 'none', children: not.any.map(nodeOf) };
    return { mode: 'none', children: [nodeOf(not)] };
  }
  return { comparison: condition };
}

/** Where the document has the children of a group. */
function placesIn(condition: Condition, place: string): readonly { place: string; at: Condition }[] {
  const listed = (children: readonly Condition[], stem: string) =>
    children.map((at, index) => ({ place: `${stem}[${String(index)}]`, at }));
  if ('all' in condition) return listed(condition.all, `${place}.all`);
  if ('any' in condition) return listed(condition.any, `${place}.any`);
  if (!('not' in condition)) return [];
  const { not } = condition;
  return 'all' in not || 'any' in not ? placesIn(not, `${place}.not`) : [{ place: `${place}.not`, at: not }];
}
