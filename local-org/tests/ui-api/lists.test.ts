import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServer, type TestServer } from '../support/server.ts';
import { insert } from '../support/things.ts';

const files = {
  'objects/Case.object': `
    <listViews><fullName>Urgent</fullName><label>Urgent</label><columns>CASES.CASE_NUMBER</columns><columns>CASES.SUBJECT</columns>
      <columns>NAME</columns><columns>CORE.USERS.ALIAS</columns><filterScope>Everything</filterScope>
      <booleanFilter>1 AND (2 OR 3)</booleanFilter>
      <filters><field>CASES.PRIORITY</field><operation>equals</operation><value>High,Medium</value></filters>
      <filters><field>CASES.SUBJECT</field><operation>contains</operation><value>50% "off"</value></filters>
      <filters><field>CASES.CREATED_DATE</field><operation>lessThan</operation><value>LAST_N_DAYS:1</value></filters></listViews>
    <listViews><fullName>Other</fullName><label>Other</label><columns>CASES.SUBJECT</columns><filterScope>Everything</filterScope>
      <filters><field>CASES.SUBJECT</field><operation>notContain</operation><value>case</value></filters>
      <filters><field>CASES.CLOSED</field><operation>equals</operation><value>0</value></filters></listViews>`
};
const base = '/services/data/v65.0/ui-api';
let server: TestServer;
let contact: string;

const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const response = await server.request('GET', `${base}/${path}`);
  return { status: response.status, body: await response.json() };
};
const subjects = (body: unknown): unknown[] =>
  Object(body).records.map((record: { fields: { Subject: { value: unknown } } }) => record.fields.Subject.value);

beforeAll(async () => {
  server = await testServer({ files });
  contact = insert(server.org, 'Contact', { LastName: 'Lach' });
  for (let index = 0; index < 25; index++) {
    insert(server.org, 'Case', {
      Subject: `case ${String(index).padStart(2, '0')}`,
      ContactId: contact,
      Priority: 'Low'
    });
  }
  insert(server.org, 'Case', { Subject: 'now 50% "off"', Priority: 'High' });
  insert(server.org, 'Case', { Subject: 'now 50x "off"', Priority: 'High' });
});
afterAll(() => server.close());

describe('list views', () => {
  it('are those of the platform and those deployed, with columns as field paths', async () => {
    const { body } = await get('list-info/Case');
    expect(Object(body).lists.map((list: { apiName: string }) => list.apiName)).toEqual(
      expect.arrayContaining(['AllOpenCases', 'MyCases', 'Urgent', 'Other'])
    );
    expect((await get('list-info/Case/Urgent')).body).toMatchObject({
      label: 'Urgent',
      displayColumns: [
        { fieldApiName: 'CaseNumber', label: 'Case Number', sortable: true },
        { fieldApiName: 'Subject', label: 'Subject' },
        { fieldApiName: 'Contact.Name', label: 'Contact Name' },
        { fieldApiName: 'Owner.Alias', label: 'Case Owner Alias' }
      ],
      filterLogicString: '1 AND (2 OR 3)',
      orderedByInfo: [{ fieldApiName: 'CaseNumber', isAscending: true }]
    });
    expect(await get('list-info/Case/Nothing')).toMatchObject({ status: 404 });
  });

  it('filter as they say: lists of values, wildcards as plain characters, date words, logic', async () => {
    expect(subjects((await get('list-records/Case/Urgent')).body)).toEqual(['now 50% "off"']);
    expect(subjects((await get('list-records/Case/Other')).body)).toEqual(['now 50% "off"', 'now 50x "off"']);
  });

  it('show rows with the names of parents', async () => {
    const { body } = await get('list-records/Case/AllOpenCases?pageSize=1');
    expect(body).toMatchObject({
      count: 1,
      records: [
        {
          apiName: 'Case',
          fields: {
            CaseNumber: { value: '00001001' },
            Contact: { value: { id: contact, fields: { Name: { value: 'Lach' } } } },
            Owner: { value: { fields: { Alias: { value: 'admin' } } } }
          }
        }
      ]
    });
  });

  it('page without gaps or doubles, in the order asked for', async () => {
    const seen: unknown[] = [];
    for (let token: string | null = '0'; token !== null;) {
      const { body }: { body: unknown } = await get(
        `list-records/Case/AllOpenCases?pageSize=10&sortBy=-Subject&pageToken=${token}`
      );
      seen.push(...subjects(body));
      token = Object(body).nextPageToken;
    }
    expect(seen).toHaveLength(27);
    expect(new Set(seen).size).toBe(27);
    expect(seen.slice(2, 4)).toEqual(['case 24', 'case 23']);
  });

  it.each([
    'pageSize=0',
    'pageSize=x',
    'pageToken=-1',
    'sortBy=Description',
    'sortBy=Nothing__c',
    'sortBy=Subject,(SELECT Id FROM Cases)'
  ])('refuse %s', async (query) =>
    expect(await get(`list-records/Case/AllOpenCases?${query}`)).toMatchObject({ status: 400 })
  );
});

describe('related lists', () => {
  it('are known by the relationship', async () => {
    const { body } = await get('related-list-info/Contact');
    expect(Object(body).relatedLists.map((list: { relatedListId: string }) => list.relatedListId)).toContain('Cases');
    expect((await get('related-list-info/Contact/Cases')).body).toMatchObject({
      objectApiNames: ['Case'],
      displayColumns: expect.arrayContaining([expect.objectContaining({ fieldApiName: 'CaseNumber' })])
    });
  });

  it('page through the rows below a record and count them', async () => {
    const first = await get(`related-list-records/${contact}/Cases?fields=Case.Subject&pageSize=20&sortBy=Subject`);
    expect(first.body).toMatchObject({ count: 20, nextPageToken: '20', listReference: { relatedListId: 'Cases' } });
    const second = await get(
      `related-list-records/${contact}/Cases?fields=Case.Subject&pageSize=20&sortBy=Subject&pageToken=20`
    );
    expect(subjects(second.body)).toEqual(['case 20', 'case 21', 'case 22', 'case 23', 'case 24']);
    expect((await get(`related-list-count/${contact}/Cases`)).body).toMatchObject({ count: 25 });
  });

  it('are 404 without the record or the relationship', async () => {
    expect(await get(`related-list-records/${contact}/Nothing`)).toMatchObject({ status: 404 });
    expect(await get('related-list-records/003000000000999AAA/Cases')).toMatchObject({ status: 404 });
  });
});
