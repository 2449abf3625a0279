import { parseArgs } from 'node:util';
import { connect } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';
import { anonymize, erasureLines } from './erase.ts';

/** `npm run data:anonymize -- --contact ID --reason TEXT [--target-org ALIAS]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { contact: { type: 'string' }, reason: { type: 'string' }, 'target-org': { type: 'string' } }
  });
  const { contact, reason } = values;
  if (contact === undefined || !/^003[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/.test(contact))
    throw new Error('--contact takes the Id of a contact: 15 or 18 characters that begin with 003.');
  if (reason === undefined) throw new Error('--reason says why the customer is anonymized; it is kept.');
  const report = await anonymize(await connect(values['target-org']), contact, reason);
  for (const line of erasureLines(report)) console.log(line);
}

main().catch(fail);
