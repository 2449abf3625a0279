/** The page templates the local org knows, with their regions. */
export const pageTemplates: ReadonlyMap<string, readonly string[]> = new Map([
  ['flexipage:recordHomeTemplateDesktop', ['header', 'main', 'sidebar']],
  ['flexipage:recordHomeLeftSidebarTemplateDesktop', ['header', 'sidebar', 'main']],
  ['flexipage:recordHomeWithSubheaderTemplateDesktop', ['header', 'subheader', 'main', 'sidebar']],
  ['flexipage:recordHomeThreeColTemplateDesktop', ['header', 'leftsidebar', 'main', 'rightsidebar']],
  ['flexipage:recordHomeTwoColEqualHeaderTemplateDesktop', ['header', 'leftcol', 'rightcol']],
  ['flexipage:recordHomeSingleColTemplateDesktop', ['header', 'main']],
  ['flexipage:recordHomeSingleColNoHeaderTemplateDesktop', ['main']],
  ['flexipage:defaultAppHomeTemplate', ['main']],
  ['flexipage:appHomeTemplateTwoColumns', ['left', 'right']],
  ['home:desktopTemplate', ['top', 'bottomLeft', 'bottomRight', 'sidebar']],
  ['one:utilityBarTemplateDesktop', ['utilityItems', 'backgroundComponents']]
]);

/** Components of the platform that may stand on a page, and which of their properties name a facet. */
export const pageComponents: ReadonlyMap<string, readonly string[]> = new Map([
  ['force:highlightsPanel', []],
  ['force:detailPanel', []],
  ['force:relatedListContainer', []],
  ['force:relatedListSingleContainer', []],
  ['force:relatedListQuickLinksContainer', []],
  ['lst:dynamicRelatedList', []],
  ['console:relatedRecord', []],
  ['runtime_sales_activities:activityPanel', []],
  ['forceChatter:recordFeedContainer', []],
  ['flexipage:richText', []],
  ['flexipage:filterListCard', []],
  ['flexipage:tabset', ['tabs']],
  ['flexipage:tab', ['body']],
  ['flexipage:accordion', ['sections']],
  ['flexipage:accordionSection', ['body']]
]);
