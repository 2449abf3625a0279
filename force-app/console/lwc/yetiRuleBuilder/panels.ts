import labelActivate from '@salesforce/label/c.Yeti_Rules_Panel_Activate';
import labelEdit from '@salesforce/label/c.Yeti_Rules_Panel_Edit';
import labelFindings from '@salesforce/label/c.Yeti_Rules_Panel_Findings';
import labelPreview from '@salesforce/label/c.Yeti_Rules_Panel_Preview';
import labelShadow from '@salesforce/label/c.Yeti_Rules_Panel_Shadow';
import labelTry from '@salesforce/label/c.Yeti_Rules_Panel_Try';
import labelVersions from '@salesforce/label/c.Yeti_Rules_Panel_Versions';

/** What may stand beside the rules. */
export type PanelName = 'edit' | 'try' | 'preview' | 'findings' | 'shadow' | 'versions' | 'activate';

/** In the order of their tabs. */
export const panels: readonly { readonly name: PanelName; readonly label: string }[] = [
  { name: 'edit', label: labelEdit },
  { name: 'findings', label: labelFindings },
  { name: 'try', label: labelTry },
  { name: 'preview', label: labelPreview },
  { name: 'shadow', label: labelShadow },
  { name: 'versions', label: labelVersions },
  { name: 'activate', label: labelActivate }
];
