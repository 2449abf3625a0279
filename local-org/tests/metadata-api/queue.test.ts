import { expect, test } from 'vitest';
import { DeployQueue } from '../../src/api/metadata/jobs.ts';
import { defaultDeployOptions, type DeployResult } from '../../src/deploy/index.ts';
import { manifest, objectFile, packageOf } from '../deploy/support.ts';
import { testOrg } from '../support/org.ts';

function packageWith(name: string): Uint8Array {
  return packageOf({
    'package.xml': manifest({ CustomObject: [name] }),
    [`objects/${name}.object`]: objectFile('', name.slice(0, -3))
  });
}

async function ended(queue: DeployQueue, id: string): Promise<DeployResult> {
  for (;;) {
    const result = queue.result(id);
    if (result.done) return result;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a waiting deployment is canceled and leaves nothing; those around it are deployed', async () => {
  const org = testOrg();
  const queue = new DeployQueue(org);
  const [first, second, third] = ['First__c', 'Second__c', 'Third__c'].map(
    (name) => queue.add(packageWith(name), defaultDeployOptions, org.adminId).id
  );
  expect(queue.cancel(second ?? '')).toMatchObject({ status: 'Canceling', done: false });
  expect(await ended(queue, third ?? '')).toMatchObject({ status: 'Succeeded' });
  expect(queue.result(first ?? '')).toMatchObject({
    status: 'Succeeded',
    startDate: expect.any(String),
    completedDate: expect.any(String)
  });
  expect(queue.result(second ?? '')).toMatchObject({ status: 'Canceled', success: false, canceledByName: 'Ada Admin' });
  expect(['First__c', 'Second__c', 'Third__c'].map((name) => org.schema.object(name)?.name)).toEqual([
    'First__c',
    undefined,
    'Third__c'
  ]);
});

test('a deployment that is done can no longer be canceled', async () => {
  const org = testOrg();
  const queue = new DeployQueue(org);
  const { id } = queue.add(packageWith('First__c'), defaultDeployOptions, org.adminId);
  await ended(queue, id);
  expect(queue.cancel(id.slice(0, 15))).toMatchObject({ status: 'Succeeded' });
});

test('a fault of the org itself fails the deployment and not the queue', async () => {
  const org = testOrg();
  const queue = new DeployQueue(org);
  const { replace } = org;
  let broken = true;
  org.replace = (schema, image) => {
    if (broken) {
      broken = false;
      throw new Error('disk full');
    }
    replace(schema, image);
  };
  const first = queue.add(packageWith('First__c'), defaultDeployOptions, org.adminId);
  const second = queue.add(packageWith('Second__c'), defaultDeployOptions, org.adminId);
  expect(await ended(queue, second.id)).toMatchObject({ status: 'Succeeded' });
  expect(queue.result(first.id)).toMatchObject({
    status: 'Failed',
    errorStatusCode: 'UNKNOWN_EXCEPTION',
    errorMessage: expect.stringMatching(/^The local org failed: disk full \(at /)
  });
  expect(org.schema.object('First__c')).toBeUndefined();
});
