import { keyLabel } from 'c/yetiFactModel';
import { format } from 'c/yetiMessages';
import { authenticationText } from 'c/yetiTimelineMarks';
import { itemKey, type Carried, type Item } from 'c/yetiTimelineModel';
import labelSwitchAccepted from '@salesforce/label/c.Yeti_Switch_Accepted';
import labelSwitchCustomer from '@salesforce/label/c.Yeti_Switch_Customer';
import labelSwitchDeclined from '@salesforce/label/c.Yeti_Switch_Declined';

/** One stage of a journey. */
export interface Hop {
  readonly key: string;
  readonly item: Item;
  /** Who started the change to this channel, and how sure it is who the customer is. */
  readonly notes: readonly string[];
  /** What it handed on. */
  readonly carried: readonly (Carried & { readonly label: string })[];
}

/** What a channel is called. */
type Naming = Readonly<Record<string, string>>;

const switches: Readonly<Record<NonNullable<Item['switchedBy']>, string>> = {
  Customer: labelSwitchCustomer,
  CompanyAccepted: labelSwitchAccepted,
  CompanyDeclined: labelSwitchDeclined
};

/** The stages in the order in which they happened. */
export function hopsOf(newestFirst: readonly Item[], channelLabels: Naming, now: Date): readonly Hop[] {
  return [...newestFirst].reverse().map((item) => ({
    key: itemKey(item),
    item,
    notes: [switchText(item, channelLabels), authenticationText(item, now)].filter((note) => note !== undefined),
    carried: (item.carried ?? []).map((fact) => ({ ...fact, label: keyLabel(fact.key) }))
  }));
}

function switchText(item: Item, channelLabels: Naming): string | undefined {
  return item.switchedBy
    ? format(switches[item.switchedBy], channelLabels[item.channel ?? ''] ?? item.channel ?? '')
    : undefined;
}
