import type { ApexDatetime } from '../runtime/index.ts';
import { FinalException, NullPointerException, TypeException } from '../runtime/index.ts';
import { makeStub } from '../runtime/stubs.ts';
import type { ApexType } from '../runtime/tokens.ts';
import { apex } from '../runtime/transaction.ts';
import type { TestState } from '../runtime/testing.ts';
import { plainType } from '../runtime/typing.ts';
import { apexClass, apexInterface } from './declare.ts';

function testState(method: string): TestState {
  const { test } = apex();
  if (test === undefined) throw new TypeException(`Test.${method} is allowed in tests only`);
  return test;
}

/** Limits begin anew; what the code under test uses is not what its preparation used. */
function startTest(): void {
  const test = testState('startTest');
  if (test.phase !== 'before') throw new FinalException('Testing already started');
  test.phase = 'started';
  test.outer = apex().freshLimits(false);
}

/** Runs what waits for a commit, then goes back to the limits of the test itself. */
function stopTest(): void {
  const context = apex();
  const test = testState('stopTest');
  if (test.phase !== 'started' || test.outer === undefined)
    throw new FinalException('stopTest called without startTest');
  context.org.events.drain();
  test.phase = 'stopped';
  context.restoreLimits(test.outer);
}

class EventBusOfTest {
  readonly apexType = 'Test.EventBus';
}

const testType = apexClass('Test', {
  'static void startTest()': startTest,
  'static void stopTest()': stopTest,
  'static Boolean isRunningTest()': () => apex().test !== undefined,
  'static void setMock(Type interfaceType, Object mock)': (type: ApexType, mock: object | null) => {
    if (mock === null) throw new NullPointerException('Argument 2 cannot be null');
    testState('setMock').mocks.set(plainType(type.name), mock);
  },
  'static Object createStub(Type stubbed, StubProvider provider)': (type: ApexType, provider: object) => {
    testState('createStub');
    return makeStub(type, provider);
  },
  'static Test.EventBus getEventBus()': () => new EventBusOfTest(),
  'static void setCreatedDate(Id id, Datetime created)': (id: string, created: ApexDatetime) => {
    testState('setCreatedDate');
    const { org } = apex();
    const object = org.schema.objectOfId(id);
    if (object === undefined) throw new TypeException(`Invalid id: ${id}`);
    org.store.run(`UPDATE "${object.name}" SET "CreatedDate" = ? WHERE "Id" = ?`, [created.milliseconds, id]);
  },
  // Rights are computed when they are asked for: there is nothing to bring up to date.
  'static void calculatePermissionSetGroup(Id group)': () => {
    testState('calculatePermissionSetGroup');
  },
  'static void calculatePermissionSetGroup(List<Id> groups)': () => {
    testState('calculatePermissionSetGroup');
  },
  'static Id getStandardPricebookId()': () => {
    const { rows } = apex().org.soql.query('SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE LIMIT 1', {
      access: 'system'
    });
    const id = rows[0]?.values.Id;
    if (typeof id !== 'string') throw new TypeException('The org has no standard price book');
    return id;
  }
});

const eventBusOfTest = apexClass('Test.EventBus', {
  'void deliver()': () => {
    apex().org.events.drain();
  }
});

export const testTypes = [
  testType,
  eventBusOfTest,
  apexInterface('StubProvider', [
    'Object handleMethodCall(Object stubbed, String method, Type returnType, List<Type> parameterTypes, List<String> parameterNames, List<Object> values)'
  ])
];
