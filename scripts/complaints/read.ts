import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** The published file in the repository: `sample/complaints/README.md` says where it comes from. */
export const complaintsFile = new URL('../../sample/complaints/complaints.csv', import.meta.url);

const usDate = z
  .string()
  .regex(/^\d{1,2}\/\d{1,2}\/\d{4}$/)
  .transform((text) => {
    const [month = '', day = '', year = ''] = text.split('/');
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });

const row = z
  .object({
    'Date received': usDate,
    Product: z.string(),
    'Sub-product': z.string(),
    Issue: z.string(),
    'Sub-issue': z.string(),
    Company: z.string(),
    State: z.string(),
    'ZIP code': z.string(),
    'Submitted via': z.enum(['Web', 'Referral', 'Phone', 'Postal mail', 'Fax']),
    'Date sent to company': usDate,
    'Company response to consumer': z.string(),
    'Timely response?': z.enum(['Yes', 'No']),
    'Consumer disputed?': z.enum(['Yes', 'No', ''])
  })
  .transform((cells) => ({
    received: cells['Date received'],
    product: cells.Product,
    subProduct: cells['Sub-product'],
    issue: cells.Issue,
    subIssue: cells['Sub-issue'],
    company: cells.Company,
    state: cells.State,
    zip: cells['ZIP code'],
    submittedVia: cells['Submitted via'],
    sentToCompany: cells['Date sent to company'],
    response: cells['Company response to consumer'],
    timely: cells['Timely response?'] === 'Yes',
    disputed: cells['Consumer disputed?'] === 'Yes'
  }));

/** One published complaint; days as "YYYY-MM-DD". */
export interface Complaint extends z.output<typeof row> {
  /** Hash of the row and the number of its occurrence: some rows are exact doubles. */
  readonly key: string;
  /** 0 for the file itself, from 1 for further copies of it. */
  readonly copy: number;
}

/**
 * Reads the complaints, each with its key.
 *
 * @param scale how often the whole file is taken; each copy has keys of its own
 * @throws Error naming the line that is not as published
 */
export async function readComplaints(scale = 1): Promise<Complaint[]> {
  const records: unknown[] = parse(await readFile(complaintsFile), { columns: true, bom: true });
  const occurrences = new Map<string, number>();
  const complaints = records.map((record, index) => {
    const cells = row.safeParse(record);
    if (!cells.success) throw new Error(`complaints.csv, line ${String(index + 2)}: ${z.prettifyError(cells.error)}`);
    const hash = createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16);
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    return { ...cells.data, copy: 0, key: `${hash}-${String(occurrence)}` };
  });
  return Array.from({ length: scale }, (_, copy) =>
    copy === 0
      ? complaints
      : complaints.map((complaint) => ({ ...complaint, copy, key: `${complaint.key}x${String(copy)}` }))
  ).flat();
}
