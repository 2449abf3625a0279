import { format } from 'c/yetiMessages';
import { relative } from 'c/yetiMoments';
import type { Item } from 'c/yetiTimelineModel';
import language from '@salesforce/i18n/lang';
import timeZone from '@salesforce/i18n/timeZone';
import labelCallback from '@salesforce/label/c.Yeti_Mark_Callback';
import labelClaimed from '@salesforce/label/c.Yeti_Mark_Claimed';
import labelDeliveryFailed from '@salesforce/label/c.Yeti_Mark_Delivery_Failed';
import labelPinned from '@salesforce/label/c.Yeti_Mark_Pinned';
import labelSuggested from '@salesforce/label/c.Yeti_Mark_Suggested';
import labelUnmatched from '@salesforce/label/c.Yeti_Mark_Unmatched';
import labelVerified from '@salesforce/label/c.Yeti_Mark_Verified';
import labelVerifiedAgo from '@salesforce/label/c.Yeti_Mark_Verified_Ago';

/** Something that is worth seeing before the item is opened. */
export interface Mark {
  readonly key: string;
  readonly icon: string;
  /** The icon in words. */
  readonly text: string;
  /** Whether the words stand beside the icon. */
  readonly isLoud: boolean;
  readonly variant: 'warning' | 'error' | 'success' | undefined;
}

/** The marks of an item, the most urgent first. */
export function marksOf(item: Item, now: Date): readonly Mark[] {
  const marks: (Mark | undefined)[] = [
    item.callback === 'Needed' ? mark('callback', 'utility:call', labelCallback, 'warning', true) : undefined,
    item.deliveryStatus === 'Failed'
      ? mark('delivery', 'utility:error', labelDeliveryFailed, 'error', true)
      : undefined,
    identityMark(item),
    authenticationMark(item, now),
    item.pinned === true ? mark('pinned', 'utility:pinned', labelPinned) : undefined
  ];
  return marks.filter((one) => one !== undefined);
}

/** How sure it is that the customer is who they say, with its age; nothing where nobody asked. */
export function authenticationText({ authentication, authenticatedAt }: Item, now: Date): string | undefined {
  if (authentication === 'Claimed') return labelClaimed;
  if (authentication !== 'Verified') return undefined;
  return authenticatedAt
    ? format(labelVerifiedAgo, relative(language, timeZone, new Date(authenticatedAt), now))
    : labelVerified;
}

/** A match needs no mark; what is not sure does. */
function identityMark({ identity }: Item): Mark | undefined {
  if (identity?.status === 'Suggested')
    return mark('identity', 'utility:question_mark', labelSuggested, 'warning', true);
  if (identity?.status === 'Unmatched') return mark('identity', 'utility:user_role', labelUnmatched, undefined, true);
  return undefined;
}

function authenticationMark(item: Item, now: Date): Mark | undefined {
  const text = authenticationText(item, now);
  if (text === undefined) return undefined;
  return item.authentication === 'Verified'
    ? mark('authentication', 'utility:shield', text, 'success')
    : mark('authentication', 'utility:identity', text);
}

function mark(key: string, icon: string, text: string, variant?: Mark['variant'], isLoud = false): Mark {
  return { key, icon, text, variant, isLoud };
}
