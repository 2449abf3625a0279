import { ApexList } from './collections.ts';
import type { ClassInfo } from './classes.ts';
import { userMethod } from './equality.ts';
import { TypeException } from './exceptions.ts';
import { lineage } from './members.ts';
import { ApexObject } from './objects.ts';
import { ApexType } from './tokens.ts';
import { apex } from './transaction.ts';
import { typeOf } from './typing.ts';

const HANDLER = 'handlemethodcall$object$string$type$list<type>$list<string>$list<object>';

/** `Test.createStub`: an instance of a class or interface whose methods all ask the provider. */
export function makeStub(type: ApexType, provider: object): object {
  const info = apex().code.find(type.name);
  if (info === undefined || info.kind === 'enum') throw new TypeException(`Type cannot be stubbed: ${type.name}`);
  const handler = userMethod(provider, HANDLER);
  if (handler === undefined) throw new TypeException(`${typeOf(provider)} is no StubProvider`);
  const stub = bareInstance(info);
  for (const one of lineage(info)) {
    for (const method of one.methods) {
      if (method.static || method.property in Object.getOwnPropertyDescriptors(stub)) continue;
      const types = method.parameters.map((parameter) => new ApexType(parameter.type));
      const names = method.parameters.map((parameter) => parameter.name);
      const answer = (...values: unknown[]): unknown =>
        handler.call(
          provider,
          stub,
          method.name,
          method.returnType === 'void' ? null : new ApexType(method.returnType),
          new ApexList('Type', types),
          new ApexList('String', names),
          new ApexList('Object', values)
        );
      Object.defineProperty(stub, method.property, { value: answer });
    }
  }
  return stub;
}

function bareInstance(info: ClassInfo): object {
  if (typeof info.javascript === 'function') return Object.create(info.javascript.prototype as object) as object;
  const described: ClassInfo = { ...info, kind: 'class', interfaces: [info.name] };
  const Stub = class extends ApexObject {
    static override readonly info = described;
  };
  return new Stub();
}
