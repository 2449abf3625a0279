import { buildComponents } from '../components.ts';
import { memoryOrg } from '../memoryOrg.ts';
import { orgPackages } from '../orgSettings.ts';
import { convertProject } from '../package.ts';
import { packageFolders } from '../packages.ts';
import { checkSoql } from './soql.ts';

/**
 * Faults of the package's queries, checked against the schema that the package itself makes when it is deployed to an org that is
 * set up: some are for objects that not every org has.
 */
export async function checkPackageSoql(): Promise<string[]> {
  const folders = await packageFolders();
  await buildComponents(folders);
  const { org } = await memoryOrg(...(await orgPackages()), await convertProject(folders));
  const problems = await checkSoql(folders, org.schema);
  org.store.close();
  return problems.map(({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`);
}
