import { decodeDefaultFieldValues } from '../lightning/pageReferenceUtils.ts';
import type { PageReference } from './pages.ts';

/** A component wants to write an e-mail; `detail` is an `EmailRequest`. */
export const COMPOSE_EVENT = 'console__compose';

/** An e-mail to be written: about which record, and what is known of it. */
export interface EmailRequest {
  readonly recordId: string;
  /** By the names of the fields of EmailMessage. */
  readonly values: Readonly<Record<string, string>>;
}

/** Opens what a quick action opens. @throws Error if the console does not have the action */
export function openQuickAction({ attributes, state = {} }: PageReference): void {
  const { apiName = '' } = attributes;
  if (!/^(Global|Case|Contact)\.SendEmail$/.test(apiName)) {
    throw new Error(`The local org does not support the quick action ${apiName}`);
  }
  const { recordId } = state;
  if (!recordId) throw new Error(`The quick action ${apiName} needs the recordId in its state`);
  const detail: EmailRequest = { recordId, values: decodeDefaultFieldValues(state.defaultFieldValues) };
  window.dispatchEvent(new CustomEvent(COMPOSE_EVENT, { detail }));
}
