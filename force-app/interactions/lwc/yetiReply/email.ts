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
  return {
    type: 'standard__quickAction',
    attributes: { apiName: 'Global.SendEmail' },
    state: { recordId, defaultFieldValues: encode(fields) }
  };
}

/** As `lightning/pageReferenceUtils` encodes default values. */
function encode(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
    .join(',');
}

function htmlOf(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.trim() === '' ? '' : `<p>${escaped.replace(/\n/g, '<br>')}</p>`;
}
