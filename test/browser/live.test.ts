import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { english, rows, timeline, useConsole } from '../support/console.ts';

const org = useConsole();
const controller = 'force-app/interactions/classes/YetiTimelineItem.cls';

it('a changed line of Apex, deployed, changes the page', async () => {
  const { id: caseId } = await org.connection.sobject('Case').create({ Subject: 'Live', Origin: 'Phone' });
  const { id: itemId } = await org.connection.sobject('Yeti_Interaction__c').create({
    Case__c: caseId,
    Channel__c: 'Phone',
    Direction__c: 'Inbound',
    Occurred_At__c: new Date().toISOString(),
    Subject__c: 'A call'
  });
  const source = await readFile(controller, 'utf8');
  const meta = await readFile(`${controller}-meta.xml`, 'utf8');
  const line = 'status = value == null ? null : source.status.valueLabels().get(value) ?? value;';
  expect(source).toContain(line);
  const deploy = (text: string) =>
    org.deploy(
      { ApexClass: ['YetiTimelineItem'] },
      {
        'classes/YetiTimelineItem.cls': text,
        'classes/YetiTimelineItem.cls-meta.xml': meta
      }
    );

  const page = await org.signIn(english);
  await org.open(page, 'Case', String(caseId));
  await rows(timeline(page)).first().waitFor();
  try {
    // Other tests look at other items meanwhile.
    const changed = `if (row.Id == '${String(itemId)}') { status = 'Seen by the new code'; } else { ${line} }`;
    await deploy(source.replace(line, changed));
    await timeline(page).getByRole('button', { name: 'Refresh' }).click();
    await rows(timeline(page)).getByText('Seen by the new code').first().waitFor();
  } finally {
    await deploy(source);
  }
});

it('a class that does not compile is refused with its place, and the page goes on', async () => {
  const meta = await readFile(`${controller}-meta.xml`, 'utf8');
  await expect(
    org.deploy(
      { ApexClass: ['Broken'] },
      {
        'classes/Broken.cls': 'public class Broken {\n  public Integer f() {\n    return x;\n  }\n}',
        'classes/Broken.cls-meta.xml': meta
      }
    )
  ).rejects.toThrow('classes/Broken.cls:3:12 Variable does not exist: x');
  const { Id } = await org.one<{ Id: string }>(`SELECT Id FROM Case WHERE Origin = 'Fax' LIMIT 1`);
  const page = await org.signIn(english);
  await org.open(page, 'Case', Id);
  await rows(timeline(page)).first().waitFor();
});
