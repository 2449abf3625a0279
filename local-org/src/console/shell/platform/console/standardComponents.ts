import type { ComponentConstructor } from './components.ts';
import DetailPanel from '../../components/detailPanel/detailPanel.ts';
import HighlightsPanel from '../../components/highlightsPanel/highlightsPanel.ts';
import PageTabset from '../../components/pageTabset/pageTabset.ts';
import RelatedList from '../../components/relatedList/relatedList.ts';
import RelatedLists from '../../components/relatedLists/relatedLists.ts';
import RichText from '../../components/richText/richText.ts';

/** The platform's own components for pages, by the names that page metadata uses. */
export const standardComponents: Readonly<Record<string, ComponentConstructor | undefined>> = {
  'flexipage:richText': RichText,
  'flexipage:tabset': PageTabset,
  'force:detailPanel': DetailPanel,
  'force:highlightsPanel': HighlightsPanel,
  'force:relatedListContainer': RelatedLists,
  'force:relatedListSingleContainer': RelatedList
};
