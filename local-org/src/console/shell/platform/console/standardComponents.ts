import type { ComponentConstructor } from './components.ts';
import DetailPanel from '../../lwc/detailPanel/detailPanel.ts';
import HighlightsPanel from '../../lwc/highlightsPanel/highlightsPanel.ts';
import PageTabset from '../../lwc/pageTabset/pageTabset.ts';
import RelatedList from '../../lwc/relatedList/relatedList.ts';
import RelatedLists from '../../lwc/relatedLists/relatedLists.ts';
import RichText from '../../lwc/richText/richText.ts';

/** The platform's own components for pages, by the names that page metadata uses. */
export const standardComponents: Readonly<Record<string, ComponentConstructor | undefined>> = {
  'flexipage:richText': RichText,
  'flexipage:tabset': PageTabset,
  'force:detailPanel': DetailPanel,
  'force:highlightsPanel': HighlightsPanel,
  'force:relatedListContainer': RelatedLists,
  'force:relatedListSingleContainer': RelatedList
};
