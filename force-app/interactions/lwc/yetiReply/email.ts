import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';

/** The page reference of the platform's own mail composer, filled. */
export interface EmailPage {
  readonly type: 'standard__quickAction';
  readonly attributes: { readonly apiName: string };
  readonly state: { readonly recordId: string; readonly defaultFieldValues: string };
}

/** The composer of a record, with what is known of the mail. */
export function emailPage(
  recordId: string,
  address: string | undefined,
  subject: string | undefined,
  text: string
): EmailPage {
  const fields = { ToAddress: address, RelatedToId: recordId, Subject: subject, HtmlBody: htmlOf(text) };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => Boolean(value)));
  return {
    type: 'standard__quickAction',
    attributes: { apiName: 'Global.SendEmail' },
    state: { recordId, defaultFieldValues: encodeDefaultFieldValues(known) }
  };
}

function htmlOf(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.trim() === '' ? '' : `<p>${escaped.replace(/\n/g, '<br>')}</p>`;
}
