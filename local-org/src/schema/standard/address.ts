import { address, double, part, readOnly, restrictedPicklist, text, textarea, type FieldSpec } from './notation.ts';
import type { Trait } from '../field.ts';

const accuracies = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown'
];

/** An address and its single fields: `addressFields('Billing')` gives BillingStreet, BillingCity … BillingAddress. */
export function addressFields(kind: string, ...traits: readonly Trait[]): Record<string, FieldSpec> {
  const label = (name: string): string => (kind === '' ? name : `${kind} ${name}`);
  const own = [part(`${kind}Address`), ...traits];
  return {
    [`${kind}Street`]: textarea(label('Street'), 255, ...own),
    [`${kind}City`]: text(label('City'), 40, ...own),
    [`${kind}State`]: text(label('State/Province'), 80, ...own),
    [`${kind}PostalCode`]: text(label('Zip/Postal Code'), 20, ...own),
    [`${kind}Country`]: text(label('Country'), 80, ...own),
    [`${kind}Latitude`]: double(label('Latitude'), 18, 15, ...own),
    [`${kind}Longitude`]: double(label('Longitude'), 18, 15, ...own),
    [`${kind}GeocodeAccuracy`]: restrictedPicklist(label('Geocode Accuracy'), accuracies, { length: 40 }, ...own),
    [`${kind}Address`]: address(label('Address'), readOnly)
  };
}
