/** A record page as App Builder would save it, with these components in its main region and their properties. */
export function flexiPage(
  object: string,
  components: readonly (readonly [name: string, properties: Readonly<Record<string, string>>])[]
): string {
  const items = components.map(([name, properties], index) => {
    const set = Object.entries(properties).map(
      ([property, value]) =>
        `<componentInstanceProperties><name>${property}</name><value>${value}</value></componentInstanceProperties>`
    );
    return `<itemInstances><componentInstance>${set.join('')}<componentName>${name}</componentName><identifier>c_${name}${String(index)}</identifier></componentInstance></itemInstances>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
  <flexiPageRegions>${items.join('')}<name>main</name><type>Region</type></flexiPageRegions>
  <masterLabel>${object}</masterLabel>
  <sobjectType>${object}</sobjectType>
  <template><name>flexipage:recordHomeTemplateDesktop</name></template>
  <type>RecordPage</type>
</FlexiPage>`;
}

/** An object whose records open in that page, for every app. */
export function showsIn(page: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <actionOverrides><actionName>View</actionName><content>${page}</content><formFactor>Large</formFactor><skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type></actionOverrides>
</CustomObject>`;
}
