import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../apex/library/support.ts';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';

const withClasses = `public with sharing class Greeter {
  public class Input {
    @InvocableVariable(label='Who' description='The name' required=true) public String name;
    @InvocableVariable public List<Integer> numbers;
    public String inner;
  }
  public class Output {
    @InvocableVariable(label='Text') public String text;
    @InvocableVariable public List<Account> accounts;
    public String hidden = 'no';
  }
  @InvocableMethod(label='Greet people' description='Says hello' category='Talk')
  public static List<Output> greet(List<Input> inputs) {
    List<Output> outputs = new List<Output>();
    for (Input one : inputs) {
      if (one.name == 'nobody') throw new IllegalArgumentException('Nobody is there');
      Output made = new Output();
      made.text = 'Hello ' + one.name + ' ' + (one.numbers == null ? 0 : one.numbers.size()) + ' of ' + inputs.size();
      made.accounts = new List<Account>{ new Account(Name = one.name) };
      insert made.accounts;
      outputs.add(made);
    }
    return outputs;
  }
}`;
const withValues = `public with sharing class Doubler {
  @InvocableMethod public static List<Integer> run(List<Integer> numbers) {
    List<Integer> all = new List<Integer>();
    for (Integer number : numbers) all.add(number * 2);
    return all;
  }
}`;

let server: TestServer;
const base = '/services/data/v65.0/actions';
beforeAll(async () => {
  server = await testServer();
  load(server.org, withClasses, withValues, 'public class Plain {}');
});
afterAll(() => server.close());

async function invoke(name: string, inputs: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await server.request('POST', `${base}/custom/apex/${name}`, { inputs });
  return { status: answer.status, body: await answer.json() };
}

describe('invocable actions over REST', () => {
  it('are listed and described', async () => {
    const { actions } = await server.connection.request<{ actions: unknown }>(`${base}/custom/apex`);
    expect(actions).toEqual([
      { label: 'Greet people', name: 'Greeter', type: 'APEX', url: `${base}/custom/apex/Greeter` },
      { label: 'Doubler', name: 'Doubler', type: 'APEX', url: `${base}/custom/apex/Doubler` }
    ]);
    expect(await server.connection.request(`${base}/custom/apex/greeter`)).toMatchObject({
      name: 'Greeter',
      category: 'Talk',
      description: 'Says hello',
      inputs: [
        { name: 'name', label: 'Who', description: 'The name', required: true, type: 'STRING', maxOccurs: 1 },
        { name: 'numbers', required: false, type: 'INTEGER', maxOccurs: 2000 }
      ],
      outputs: [
        { name: 'text', label: 'Text', type: 'STRING' },
        { name: 'accounts', type: 'SOBJECT', sobjectType: 'Account' }
      ]
    });
  });

  it('run once for all inputs', async () => {
    const { status, body } = await invoke('Greeter', [{ name: 'Ada', numbers: [1, 2] }, { name: 'Bob' }]);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        actionName: 'Greeter',
        isSuccess: true,
        errors: null,
        outputValues: { text: 'Hello Ada 2 of 2', accounts: [{ Name: 'Ada' }] }
      },
      { actionName: 'Greeter', isSuccess: true, outputValues: { text: 'Hello Bob 0 of 2' } }
    ]);
    expect((await invoke('Doubler', [{ numbers: 4 }, { numbers: 5 }])).body).toMatchObject([
      { outputValues: { output: 8 } },
      { outputValues: { output: 10 } }
    ]);
  });

  it('tell of each input what is wrong with it', async () => {
    const { status, body } = await invoke('Greeter', [
      {},
      { name: 'Cy' },
      { name: 'Di', inner: 'x' },
      { name: 'E', numbers: 'x' }
    ]);
    expect(status).toBe(400);
    expect(body).toMatchObject([
      { isSuccess: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }], outputValues: null },
      { isSuccess: true, outputValues: { text: 'Hello Cy 0 of 1' } },
      { isSuccess: false, errors: [{ statusCode: 'INVALID_API_INPUT' }] },
      { isSuccess: false, errors: [{ statusCode: 'INVALID_API_INPUT' }] }
    ]);
  });

  it('leave nothing behind when they throw', async () => {
    const { status, body } = await invoke('Greeter', [{ name: 'Flo' }, { name: 'nobody' }]);
    expect(status).toBe(400);
    const error = {
      statusCode: 'UNKNOWN_EXCEPTION',
      message: 'An Apex error occurred: System.IllegalArgumentException: Nobody is there'
    };
    expect(body).toMatchObject([
      { isSuccess: false, errors: [error] },
      { isSuccess: false, errors: [error] }
    ]);
    expect((await server.connection.query(`SELECT Id FROM Account WHERE Name = 'Flo'`)).totalSize).toBe(0);
  });

  it('are not there for other classes and other users', async () => {
    expect((await invoke('Plain', [{}])).status).toBe(404);
    expect((await invoke('Greeter', 'x')).status).toBe(400);
    const profile = await server.connection.query<{ Id: string }>(
      `SELECT Id FROM Profile WHERE Name = 'Standard User'`
    );
    const user = await server.connection.sobject('User').create({
      Username: 'low@example.com',
      LastName: 'Low',
      IsActive: true,
      Alias: 'low',
      Email: 'low@example.com',
      ProfileId: profile.records[0]?.Id,
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US'
    });
    const answer = await server.request(
      'POST',
      `${base}/custom/apex/Greeter`,
      { inputs: [{ name: 'x' }] },
      {
        authorization: `Bearer ${server.tokenOf(user.id ?? '')}`
      }
    );
    expect(answer.status).toBe(404);
  });
});
