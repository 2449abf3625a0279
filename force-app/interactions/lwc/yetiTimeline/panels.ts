import labelClear from '@salesforce/label/c.Yeti_Clear_Filters';
import labelEmptyFilteredText from '@salesforce/label/c.Yeti_Empty_Filtered_Text';
import labelEmptyFilteredTitle from '@salesforce/label/c.Yeti_Empty_Filtered_Title';
import labelEmptyText from '@salesforce/label/c.Yeti_Empty_Text';
import labelEmptyTitle from '@salesforce/label/c.Yeti_Empty_Title';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelNoAccessText from '@salesforce/label/c.Yeti_No_Access_Text';
import labelNoAccessTitle from '@salesforce/label/c.Yeti_No_Access_Title';
import labelRetry from '@salesforce/label/c.Yeti_Retry';

/** How a timeline is doing. */
export type State = 'loading' | 'ready' | 'error' | 'noAccess';

/** What stands in the place of the items. */
export interface Panel {
  readonly kind: Exclude<State, 'ready'> | 'empty';
  readonly heading: string;
  readonly text: string;
  readonly action: string | undefined;
}

/** The panel for a state; `ready` without items is empty. */
export function panelOf(state: State, errorText: string, isFiltered: boolean): Panel {
  switch (state) {
    case 'loading':
      return { kind: 'loading', heading: '', text: '', action: undefined };
    case 'error':
      return { kind: 'error', heading: labelErrorTitle, text: errorText, action: labelRetry };
    case 'noAccess':
      return { kind: 'noAccess', heading: labelNoAccessTitle, text: labelNoAccessText, action: undefined };
    default:
      return isFiltered
        ? { kind: 'empty', heading: labelEmptyFilteredTitle, text: labelEmptyFilteredText, action: labelClear }
        : { kind: 'empty', heading: labelEmptyTitle, text: labelEmptyText, action: undefined };
  }
}
