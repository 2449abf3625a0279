import type * as G from '@apexdevtools/apex-parser';
import type {
  Accessor,
  AnonymousDecl,
  Block,
  Member,
  Modifiers,
  Parameter,
  Statement,
  TriggerDecl,
  TypeDecl
} from './ast.ts';
import { at, Fault, maybe, parseWith, tokenAt } from './parser.ts';
import { readExpression, readType } from './readExpressions.ts';
import { readModifiers } from './readModifiers.ts';
import { readBlock, readStatement } from './readStatements.ts';

/** Parses a class file. @throws Fault */
export function parseClass(text: string): TypeDecl {
  const node = parseWith(text, (parser) => parser.compilationUnit()).typeDeclaration();
  const modifiers = readModifiers(node.modifier_list());
  const declared = readTypeDeclaration(node, modifiers);
  if (declared === undefined) throw new Fault(at(node), 'A class, interface or enum was expected');
  return declared;
}

/** Parses a trigger file. @throws Fault */
export function parseTrigger(text: string): TriggerDecl {
  const node = parseWith(text, (parser) => parser.triggerUnit());
  const block = node.triggerBlock();
  const members: Member[] = [];
  const statements: Statement[] = [];
  for (const one of block.triggerBlockMember_list()) {
    const member = maybe(one.triggerMemberDeclaration());
    if (member === undefined) statements.push(readStatement(one.statement()));
    else readUnitMember(member, readModifiers(one.modifier_list()), members, statements);
  }
  return {
    ...at(node),
    name: node.id(0).getText(),
    object: { ...at(node.id(1)), text: node.id(1).getText() },
    events: node
      .triggerCase_list()
      .map((one) => (one.children ?? []).map((word) => word.getText().toLowerCase()).join(' ')),
    members,
    body: { kind: 'block', ...at(block), statements, end: tokenAt(block.RBRACE().symbol) }
  };
}

/** Parses anonymous Apex. @throws Fault */
export function parseAnonymous(text: string): AnonymousDecl {
  const node = parseWith(text, (parser) => parser.anonymousUnit()).anonymousBlock();
  const members: Member[] = [];
  const statements: Statement[] = [];
  for (const one of node.anonymousBlockMember_list()) {
    const member = maybe(one.anonymousMemberDeclaration());
    if (member === undefined) statements.push(readStatement(one.statement()));
    else readUnitMember(member, readModifiers(one.modifier_list()), members, statements);
  }
  const last = text.split('\n').length;
  const body: Block = { kind: 'block', line: 1, column: 1, statements, end: { line: last, column: 1 } };
  return { members, body };
}

/** In triggers and anonymous Apex a variable may parse as a field; there it is a local one. */
function readUnitMember(
  node: G.TriggerMemberDeclarationContext | G.AnonymousMemberDeclarationContext,
  modifiers: Modifiers,
  members: Member[],
  statements: Statement[]
): void {
  const field = maybe(node.fieldDeclaration());
  if (field === undefined) {
    members.push(...readMember(node, modifiers));
    return;
  }
  statements.push({
    kind: 'local',
    ...at(field),
    modifiers,
    type: readType(field.typeRef()),
    variables: field
      .variableDeclarators()
      .variableDeclarator_list()
      .map((one) => {
        const initial = maybe(one.expression());
        return { ...at(one), text: one.id().getText(), initial: initial && readExpression(initial) };
      })
  });
}

type TypeNode = Pick<G.MemberDeclarationContext, 'classDeclaration' | 'interfaceDeclaration' | 'enumDeclaration'>;

function readTypeDeclaration(node: TypeNode, modifiers: Modifiers): TypeDecl | undefined {
  const none = { modifiers, superclass: undefined, interfaces: [], members: [], values: [] };
  const declared = maybe(node.classDeclaration());
  if (declared !== undefined) {
    const superclass = maybe(declared.typeRef());
    return {
      ...none,
      kind: 'class',
      ...at(declared.id()),
      name: declared.id().getText(),
      superclass: superclass && readType(superclass),
      interfaces: maybe(declared.typeList())?.typeRef_list().map(readType) ?? [],
      members: declared.classBody().classBodyDeclaration_list().flatMap(readBodyMember)
    };
  }
  const contract = maybe(node.interfaceDeclaration());
  if (contract !== undefined) {
    return {
      ...none,
      kind: 'interface',
      ...at(contract.id()),
      name: contract.id().getText(),
      interfaces: maybe(contract.typeList())?.typeRef_list().map(readType) ?? [],
      members: contract.interfaceBody().interfaceMethodDeclaration_list().map(readInterfaceMethod)
    };
  }
  const list = maybe(node.enumDeclaration());
  if (list === undefined) return undefined;
  const values = maybe(list.enumConstants())?.id_list() ?? [];
  return {
    ...none,
    kind: 'enum',
    ...at(list.id()),
    name: list.id().getText(),
    values: values.map((id) => ({ ...at(id), text: id.getText() }))
  };
}

function readInterfaceMethod(node: G.InterfaceMethodDeclarationContext): Member {
  const type = maybe(node.typeRef());
  return {
    kind: 'method',
    ...at(node.id()),
    name: node.id().getText(),
    modifiers: { words: new Set(['abstract', 'public']), annotations: readModifiers(node.modifier_list()).annotations },
    type: type && readType(type),
    parameters: readParameters(node.formalParameters()),
    body: undefined
  };
}

function readBodyMember(node: G.ClassBodyDeclarationContext): Member[] {
  const block = maybe(node.block());
  if (block !== undefined) {
    return [{ kind: 'initializer', ...at(node), static: maybe(node.STATIC()) !== undefined, body: readBlock(block) }];
  }
  const member = maybe(node.memberDeclaration());
  return member === undefined ? [] : readMember(member, readModifiers(node.modifier_list()));
}

type MemberNode = G.MemberDeclarationContext | G.TriggerMemberDeclarationContext | G.AnonymousMemberDeclarationContext;

function readMember(node: MemberNode, modifiers: Modifiers): Member[] {
  const method = maybe(node.methodDeclaration());
  if (method !== undefined) {
    const type = maybe(method.typeRef());
    const body = maybe(method.block());
    return [
      {
        kind: 'method',
        ...at(method.id()),
        name: method.id().getText(),
        modifiers,
        type: type && readType(type),
        parameters: readParameters(method.formalParameters()),
        body: body && readBlock(body)
      }
    ];
  }
  const field = maybe(node.fieldDeclaration());
  if (field !== undefined) {
    const type = readType(field.typeRef());
    return field
      .variableDeclarators()
      .variableDeclarator_list()
      .map((one) => {
        const initial = maybe(one.expression());
        return {
          kind: 'field',
          ...at(one),
          name: one.id().getText(),
          modifiers,
          type,
          initial: initial && readExpression(initial)
        };
      });
  }
  const property = maybe(node.propertyDeclaration());
  if (property !== undefined) return [readProperty(property, modifiers)];
  const constructor = 'constructorDeclaration' in node ? maybe(node.constructorDeclaration()) : undefined;
  if (constructor !== undefined) {
    return [
      {
        kind: 'constructor',
        ...at(constructor),
        name: constructor.qualifiedName().getText(),
        modifiers,
        parameters: readParameters(constructor.formalParameters()),
        body: readBlock(constructor.block())
      }
    ];
  }
  const declared = readTypeDeclaration(node, modifiers);
  return declared === undefined ? [] : [declared];
}

function readProperty(node: G.PropertyDeclarationContext, modifiers: Modifiers): Member {
  let getter: Accessor | undefined;
  let setter: Accessor | undefined;
  for (const block of node.propertyBlock_list()) {
    const read = maybe(block.getter());
    const write = maybe(block.setter());
    const body = maybe((read ?? write)?.block());
    const accessor = { ...at(block), modifiers: readModifiers(block.modifier_list()), body: body && readBlock(body) };
    if (read !== undefined) getter = accessor;
    else setter = accessor;
  }
  return {
    kind: 'property',
    ...at(node.id()),
    name: node.id().getText(),
    modifiers,
    type: readType(node.typeRef()),
    getter,
    setter
  };
}

function readParameters(node: G.FormalParametersContext): Parameter[] {
  return (
    maybe(node.formalParameterList())
      ?.formalParameter_list()
      .map((one) => ({ ...at(one), name: one.id().getText(), type: readType(one.typeRef()) })) ?? []
  );
}
