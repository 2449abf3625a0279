import { describe, expect, it } from 'vitest';
import { english, rows, timeline, useConsole } from '../support/console.ts';

const org = useConsole();

const visits = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <deploymentStatus>Deployed</deploymentStatus>
  <label>Showroom Visit</label>
  <pluralLabel>Showroom Visits</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField>
  <sharingModel>ReadWrite</sharingModel>
  <fields>
    <fullName>Began__c</fullName><label>Began</label><type>DateTime</type><required>true</required>
  </fields>
  <fields>
    <fullName>Ended__c</fullName><label>Ended</label><type>DateTime</type><required>true</required>
  </fields>
  <fields>
    <fullName>Visitor__c</fullName><label>Visitor</label><type>Lookup</type>
    <referenceTo>Contact</referenceTo><relationshipName>Showroom_Visits</relationshipName>
  </fields>
</CustomObject>`;

const rights = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>Showroom</label>
  <fieldPermissions>
    <editable>true</editable><field>Showroom_Visit__c.Visitor__c</field><readable>true</readable>
  </fieldPermissions>
  <objectPermissions>
    <allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>
    <modifyAllRecords>false</modifyAllRecords><object>Showroom_Visit__c</object><viewAllRecords>false</viewAllRecords>
  </objectPermissions>
</PermissionSet>`;

/** A source that puts a visit where that field says. */
const sourceBy = (dateField: string) => `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <label>Showroom Visits</label>
  <protected>false</protected>
  ${[
    ['Object__c', 'Showroom_Visit__c'],
    ['Date_Field__c', dateField],
    ['Title_Field__c', 'Name'],
    ['Contact_Path__c', 'Visitor__c'],
    ['Channel__c', 'Store'],
    ['Direction__c', 'Inbound'],
    ['Customer_Path__c', 'Visitor__r.Name']
  ]
    .map(([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`)
    .join('')}
  <values><field>Active__c</field><value xsi:type="xsd:boolean">true</value></values>
</CustomMetadata>`;

/** What an admin deploys and grants to see an object of their own on every timeline: no code. */
async function addSource(): Promise<void> {
  await org.deploy(
    {
      CustomObject: ['Showroom_Visit__c'],
      PermissionSet: ['Showroom'],
      CustomMetadata: ['Yeti_Timeline_Source.Showroom_Arrival', 'Yeti_Timeline_Source.Showroom_Leaving']
    },
    {
      'objects/Showroom_Visit__c.object': visits,
      'permissionsets/Showroom.permissionset': rights,
      'customMetadata/Yeti_Timeline_Source.Showroom_Arrival.md': sourceBy('Began__c'),
      'customMetadata/Yeti_Timeline_Source.Showroom_Leaving.md': sourceBy('Ended__c')
    }
  );
  const permissionSet = await org.one<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = 'Showroom'`);
  const admin = await org.connection.identity();
  const agent = await org.one<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${english}'`);
  await org.connection
    .sobject('PermissionSetAssignment')
    .create([admin.user_id, agent.Id].map((AssigneeId) => ({ AssigneeId, PermissionSetId: permissionSet.Id })));
}

describe("an admin's own object", () => {
  it('stands on the timeline by metadata only, at each of its two dates', async () => {
    // A customer whom no other test makes, merges or deletes meanwhile.
    const { ContactId } = await org.one<{ ContactId: string }>(
      "SELECT ContactId FROM Case WHERE Sample_Key__c = 'ordinary-case-001'"
    );
    await addSource();
    const ended = Date.now() - 60_000;
    await org.connection.sobject('Showroom_Visit__c').create({
      Name: 'Tried on the Mist 3',
      Visitor__c: ContactId,
      Began__c: new Date(ended - 30 * 60_000).toISOString(),
      Ended__c: new Date(ended).toISOString()
    });

    const page = await org.signIn(english);
    await org.open(page, 'Contact', ContactId);

    const visit = rows(timeline(page)).filter({ hasText: 'Tried on the Mist 3' });
    await expect.poll(() => visit.count()).toBe(2);
    const names = await visit.evaluateAll((articles) => articles.map((article) => article.getAttribute('aria-label')));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toContain('Shop, Inbound');
    expect(await timeline(page).innerText()).not.toContain('Showroom Visits');

    await visit.last().getByRole('button').first().click();
    await visit.last().getByRole('button', { name: 'Open record' }).waitFor();
    expect(await visit.first().getByRole('button').first().getAttribute('aria-expanded')).toBe('false');
  });
});
