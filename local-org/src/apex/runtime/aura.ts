import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { ApexFault } from '../fault.ts';
import type { LoadedCode } from '../image/types.ts';
import { toAura, toNode } from './auraValues.ts';
import type { MethodInfo } from './classes.ts';
import { ApexException, AuraHandledException, isStackOverflow, JsonException, LimitException } from './exceptions.ts';
import { typed } from './jsonRead.ts';
import { staticMethod } from './members.ts';
import { asApexFault } from './opsTypes.ts';
import { runApex } from './transaction.ts';

/** A component's call of an `@AuraEnabled` static method, in a transaction of its own. @throws ApexFault, OrgError */
export function callAura(
  org: Org,
  code: LoadedCode,
  userId: string,
  className: string,
  methodName: string,
  parameters: Readonly<Record<string, unknown>>
): unknown {
  const info = code.find(className);
  const method = info && staticMethod(info, methodName);
  const annotation = method?.annotations.find((text) => /^auraenabled\b/.test(text));
  if (info === undefined || method === undefined || annotation === undefined) {
    throw new OrgError('NOT_FOUND', `No @AuraEnabled method ${className}.${methodName} is deployed`);
  }
  if (!org.accessOf(userId).classEnabled(info.name)) {
    throw new OrgError('INSUFFICIENT_ACCESS', `You do not have access to the Apex class named '${info.name}'.`);
  }
  try {
    return org.transact(userId, (transaction) =>
      runApex(transaction, code, (context) => {
        context.quiddity = 'AURA';
        context.readOnly = annotation.includes('cacheable=true');
        return toAura(code.callStatic(info.name, method.property, valuesOf(method, parameters)));
      })
    );
  } catch (thrown) {
    throw faultOf(code, thrown);
  }
}

/** JSON parameters by name, in any order, as the declared types; a missing one is null. */
function valuesOf(method: MethodInfo, parameters: Readonly<Record<string, unknown>>): unknown[] {
  const given = new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]));
  return method.parameters.map(({ name, type }) => {
    try {
      return typed(toNode(given.get(name.toLowerCase())), type, false);
    } catch (error) {
      if (!(error instanceof JsonException)) throw error;
      const value = JSON.stringify(given.get(name.toLowerCase()));
      throw new OrgError(
        'INVALID_FIELD',
        `Value provided is invalid for action parameter '${name}' of type '${type}': ${value.slice(0, 200)}`
      );
    }
  });
}

/** What left the code, as an ApexFault; what is no Apex exception stays as it is. */
export function faultOf(code: LoadedCode, thrown: unknown): unknown {
  const fault = isStackOverflow(thrown) ? new LimitException('Maximum stack depth reached: 1001') : asApexFault(thrown);
  if (!(fault instanceof ApexException)) return fault;
  // The text of an AuraHandledException is meant for the component, though Apex itself does not see it.
  const message = fault instanceof AuraHandledException ? fault.message : fault.getMessage();
  return new ApexFault(fault.typeName, message, fault.apexStack, code.find(fault.typeName) !== undefined);
}
