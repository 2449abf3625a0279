import { AssertException, looseEqual, textOf, typeOf } from '../runtime/index.ts';
import { isInstance } from '../runtime/instances.ts';
import type { ApexType } from '../runtime/tokens.ts';
import { apexClass, type Members } from './declare.ts';

function fail(what: string, message: unknown): never {
  throw new AssertException(message === undefined || message === null ? what : `${what}: ${textOf(message)}`);
}

function check(passed: boolean, what: string, message: unknown): void {
  if (!passed) fail(what, message);
}

const areEqual = (expected: unknown, actual: unknown, message?: unknown): void => {
  const same = looseEqual(expected, actual) && !differInCase(expected, actual);
  check(same, `Assertion Failed${said(message)}`, `Expected: ${textOf(expected)}, Actual: ${textOf(actual)}`);
};

/** `assertEquals` is exact for texts, unlike `==`. */
function differInCase(expected: unknown, actual: unknown): boolean {
  return typeof expected === 'string' && typeof actual === 'string' && expected !== actual;
}

const areNotEqual = (unexpected: unknown, actual: unknown, message?: unknown): void => {
  const same = looseEqual(unexpected, actual) && !differInCase(unexpected, actual);
  check(!same, `Assertion Failed${said(message)}`, `Same value: ${textOf(actual)}`);
};

const isTrue = (condition: boolean | null, message?: unknown): void => {
  check(condition === true, 'Assertion Failed', message);
};

function said(message: unknown): string {
  return message === undefined || message === null ? '' : `: ${textOf(message)}`;
}

/** The overloads with and without a message. */
function withMessage(signature: string, code: (...values: never[]) => void): Members {
  return {
    [`static void ${signature})`]: code,
    [`static void ${signature}, Object message)`]: code
  };
}

/** `System.assert…`, part of the class System. */
export const systemAssertions: Members = {
  ...withMessage('assert(Boolean condition', isTrue),
  ...withMessage('assertEquals(Object expected, Object actual', areEqual),
  ...withMessage('assertNotEquals(Object expected, Object actual', areNotEqual)
};

export const assertType = apexClass('Assert', {
  ...withMessage('areEqual(Object expected, Object actual', areEqual),
  ...withMessage('areNotEqual(Object notExpected, Object actual', areNotEqual),
  ...withMessage('isTrue(Boolean condition', isTrue),
  ...withMessage('isFalse(Boolean condition', (condition: boolean | null, message?: unknown) => {
    check(condition === false, 'Assertion Failed', message);
  }),
  ...withMessage('isNull(Object value', (value: unknown, message?: unknown) => {
    check(value === null, `Assertion Failed${said(message)}`, `Expected: null, Actual: ${textOf(value)}`);
  }),
  ...withMessage('isNotNull(Object value', (value: unknown, message?: unknown) => {
    check(value !== null, 'Assertion Failed', message ?? 'Value is null');
  }),
  ...withMessage(
    'isInstanceOfType(Object instance, Type expected',
    (value: unknown, type: ApexType, message?: unknown) => {
      const what = `Assertion Failed${said(message)}`;
      check(
        value !== null && isInstance(value, type.name),
        what,
        `Expected type: ${type.name}, Actual type: ${value === null ? 'null' : typeOf(value)}`
      );
    }
  ),
  ...withMessage(
    'isNotInstanceOfType(Object instance, Type notExpected',
    (value: unknown, type: ApexType, message?: unknown) => {
      check(
        value === null || !isInstance(value, type.name),
        `Assertion Failed${said(message)}`,
        `Instance of type: ${type.name}`
      );
    }
  ),
  'static void fail()': () => fail('Assertion Failed', null),
  'static void fail(String message)': (message: string | null) => fail('Assertion Failed', message)
});
