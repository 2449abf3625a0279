import { parameters, UI_API } from './fields.ts';
import { request } from './http.ts';
import { wireAdapter } from './wire.ts';

/** A page layout or compact layout as the UI API gives it. */
export interface Layout {
  readonly sections: readonly LayoutSection[];
}

export interface LayoutSection {
  readonly id?: string;
  readonly heading: string | null;
  readonly useHeading: boolean;
  readonly columns: number;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
}

export interface LayoutItem {
  readonly label: string;
  readonly layoutComponents: readonly {
    readonly apiName: string | null;
    readonly label?: string;
    readonly componentType: string;
  }[];
}

/** Wire: the layout of an object, `Full` or `Compact`. */
export const getLayout = wireAdapter((config: { readonly objectApiName?: string; readonly layoutType?: string }) => {
  if (!config.objectApiName) return undefined;
  const query = parameters({ layoutType: config.layoutType ?? 'Full', mode: 'View' });
  const address = `${UI_API}/layout/${config.objectApiName}${query}`;
  return { key: address, load: () => request<Layout>('GET', address) };
});

/** The places of a layout, in reading order. */
export function itemsOf({ sections }: Layout): readonly LayoutItem[] {
  return sections.flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems));
}

/** The fields of one place in a layout; several for a name or an address, none for a blank. */
export function fieldsOfItem({ layoutComponents }: LayoutItem): readonly string[] {
  return layoutComponents.flatMap(({ apiName, componentType }) =>
    apiName && componentType === 'Field' ? [apiName] : []
  );
}
