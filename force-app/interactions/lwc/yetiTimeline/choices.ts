import { format } from 'c/yetiMessages';
import type { Choice, Counts, FilterChoice } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import labelCapped from '@salesforce/label/c.Yeti_Count_Capped';

const numbers = new Intl.NumberFormat(locale);

/** What can be chosen of a facet. Once counted, only what there is; a choice already made stays. */
export function choicesOf(
  all: readonly Choice[] | undefined,
  counts: Counts | undefined,
  facet: 'channels' | 'directions' | 'statuses',
  chosen: readonly string[]
): readonly FilterChoice[] {
  const choices = all ?? [];
  const counted = counts?.[facet];
  if (counted === undefined) return choices.map((choice) => ({ ...choice, count: undefined }));
  return choices
    .filter(({ value }) => value in counted || chosen.includes(value))
    .map((choice) => ({ ...choice, count: countText(counted[choice.value] ?? 0, counts?.capped === true) }));
}

function countText(count: number, capped: boolean): string {
  const text = numbers.format(count);
  return capped && count > 0 ? format(labelCapped, text) : text;
}
