import type { FastifyReply } from 'fastify';
import { ApexFault } from '../../apex/fault.ts';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';

/** What a controller says to a component on purpose; it comes without a trace of the code. */
const handled = 'System.AuraHandledException';

/** A fault as a component receives it. */
function faultJson({ message, exceptionType, apexStack, isUserDefined }: ApexFault): object {
  return {
    message,
    exceptionType,
    stackTrace: exceptionType === handled ? '(System Code)' : apexStack,
    isUserDefinedException: isUserDefined
  };
}

/** Calls a method for a component: `{ params }` → `{ returnValue }`, or status 500 and the fault. */
export function callApex(
  org: LiveOrg,
  userId: string,
  method: { readonly className: string; readonly method: string },
  body: unknown,
  reply: FastifyReply
): FastifyReply {
  const params: unknown = typeof body === 'object' && body !== null && 'params' in body ? body.params : {};
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new OrgError('JSON_PARSER_ERROR', 'params must be an object of values by parameter name.');
  }
  try {
    const returnValue = org.apex.callAura(userId, method.className, method.method, { ...params });
    return reply.send({ returnValue: returnValue ?? null });
  } catch (error) {
    if (error instanceof ApexFault) return reply.code(500).send(faultJson(error));
    throw error;
  }
}
