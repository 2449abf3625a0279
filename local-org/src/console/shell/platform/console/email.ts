import { me } from './context.ts';
import { parameters } from './fields.ts';
import { request } from './http.ts';
import { createRecord, getFieldValue, updateRecord, type RecordRepresentation } from '../lightning/uiRecordApi.ts';

/** The person a record is about, and where they are reached. */
export interface Recipient {
  readonly contactId: string | undefined;
  readonly address: string;
}

/** An e-mail ready to go. */
export interface Email {
  readonly recordId: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

const ADDRESS = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/;
const DATA = '/services/data/v65.0';
const SENT = '3';

/** Whom an e-mail about a record goes to, as far as the record tells. */
export async function recipientOf(recordId: string): Promise<Recipient> {
  const asked = ['Case.ContactId', 'Case.Contact.Email', 'Case.SuppliedEmail', 'Contact.Email'];
  const address = `${DATA}/ui-api/records/${recordId}${parameters({ optionalFields: asked })}`;
  const record = await request<RecordRepresentation>('GET', address);
  const text = (field: string): string => String(getFieldValue(record, field) ?? '');
  if (record.apiName === 'Contact') return { contactId: recordId, address: text('Contact.Email') };
  if (record.apiName !== 'Case') return { contactId: undefined, address: '' };
  return {
    contactId: text('Case.ContactId') || undefined,
    address: text('Case.Contact.Email') || text('Case.SuppliedEmail')
  };
}

/** The addresses that can be none. */
export function wrongAddresses(to: string): string[] {
  return addressesIn(to).filter((address) => !ADDRESS.test(address));
}

/** The addresses of a line, between commas or semicolons. */
export function addressesIn(to: string): string[] {
  return to
    .split(/[;,]/)
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

/** Keeps an e-mail as one that was sent: nothing leaves the local org. */
export async function sendEmail({ recordId, to, subject, body }: Email, recipient: Recipient): Promise<void> {
  const isContact = recordId === recipient.contactId;
  const sent = await createRecord({
    apiName: 'EmailMessage',
    fields: {
      Incoming: false,
      Status: SENT,
      MessageDate: new Date().toISOString(),
      FromName: me.user.name,
      FromAddress: me.user.email,
      ToAddress: addressesIn(to).join('; '),
      Subject: subject,
      TextBody: body,
      HtmlBody: htmlOf(body),
      ...(isContact ? {} : { RelatedToId: recordId })
    }
  });
  const { contactId, address } = recipient;
  const isAddressed = addressesIn(to).some((one) => one.toLowerCase() === address.toLowerCase());
  if (contactId !== undefined && isAddressed) await relate(sent.id, address, contactId);
}

/** The address of an e-mail is that of a contact. */
async function relate(emailId: string, address: string, contactId: string): Promise<void> {
  const text = (value: string): string => `'${value.replace(/['\\]/g, '\\$&')}'`;
  const q = `SELECT Id FROM EmailMessageRelation WHERE EmailMessageId = ${text(emailId)} AND RelationType = 'ToAddress' AND RelationAddress = ${text(address)}`;
  const { records } = await request<{ records: readonly { readonly Id: string }[] }>(
    'GET',
    `${DATA}/query${parameters({ q })}`
  );
  for (const { Id } of records) await updateRecord({ fields: { Id, RelationId: contactId } });
}

/** Plain text as a page shows it. */
function htmlOf(body: string): string {
  const escaped = body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<p>${escaped.replace(/\n/g, '<br>')}</p>`;
}

/** What a person would type for a body in HTML. */
export function textOf(html: string): string {
  const broken = html.replace(/<br\s*\/?>/gi, '\n').replace(/<\/(p|div|li|h\d)>\s*(?=<)/gi, '\n');
  return (new DOMParser().parseFromString(broken, 'text/html').body.textContent ?? '').trim();
}
