import type { AnonymousDecl, Block, Member, Modifiers, TriggerDecl, TypeDecl } from './ast.ts';

const NOTHING: Modifiers = { words: new Set(['public', 'static']), annotations: [] };

/** A trigger as a class whose static method `run` is the trigger's body. */
export function triggerClass(decl: TriggerDecl): TypeDecl {
  return unitClass(decl.name, decl.members, decl.body);
}

/** Anonymous Apex as a class whose static method `run` is its body. */
export function anonymousClass(decl: AnonymousDecl): TypeDecl {
  return unitClass('AnonymousBlock', decl.members, decl.body);
}

function unitClass(name: string, members: readonly Member[], body: Block): TypeDecl {
  const { line, column } = body;
  const run: Member = {
    kind: 'method',
    name: 'run',
    modifiers: NOTHING,
    type: undefined,
    parameters: [],
    body,
    line,
    column
  };
  const own = members.map((member) =>
    member.kind === 'method' ? { ...member, modifiers: asStatic(member.modifiers) } : member
  );
  return {
    kind: 'class',
    name,
    modifiers: NOTHING,
    superclass: undefined,
    interfaces: [],
    // Functions stand at their lines, so the source's order is kept.
    members: [...own, run].sort((a, b) => a.line - b.line || a.column - b.column),
    values: [],
    line,
    column
  };
}

/** Methods of a unit without instances can be called from its body. */
function asStatic(modifiers: Modifiers): Modifiers {
  return { ...modifiers, words: new Set([...modifiers.words, 'static']) };
}
