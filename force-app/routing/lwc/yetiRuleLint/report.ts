import { afterText, filled, texts, type Kind } from './texts';
import type { Finding } from './types';

/** A finding with its sentences. */
export function finding(
  ruleId: string | undefined,
  kind: Kind,
  severity: Finding['severity'],
  args: readonly string[],
  after?: number
): Finding {
  const { reason, mend } = texts[kind];
  const later = after === undefined ? '' : ` ${filled(afterText, [`${String(after)} s`])}`;
  return {
    ruleId,
    kind,
    severity,
    args,
    ...(after !== undefined && { after }),
    message: filled(reason, args) + later,
    mend: filled(mend, args)
  };
}

/** More names than these are only hinted at. */
export const mostNamed = 3;

/** Names of rules or people in quotes; of many the first few. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => `'${name}'`);
  return shown.join(', ') + (names.length > mostNamed ? ', …' : '');
}
