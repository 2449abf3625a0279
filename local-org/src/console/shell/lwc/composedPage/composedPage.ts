import { api, LightningElement } from 'lwc';
import { allLoaded } from '../../platform/console/components.ts';
import type { Page, PageRegion } from '../../platform/console/protocol.ts';
import { text } from '../../platform/console/texts/shell.ts';

/** Regions that take the whole width; the others stand side by side. */
const FULL_WIDTH = /^(header|subheader|footer|top|bottom)$/i;
const NARROW = /(sidebar|^left|^right)/i;

/** A page of regions, laid out as its template names them. */
export default class ComposedPage extends LightningElement {
  @api page: Page = { name: '', label: '', template: '', regions: [] };
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  readonly emptyText = text('emptyPage');
  /** Whether the components are here: until then nothing is seen, so that none pushes another away. */
  complete = false;

  /** The components begin to load while the page is drawn for the first time, which is after this. */
  async connectedCallback(): Promise<void> {
    await Promise.resolve();
    await allLoaded();
    this.complete = true;
  }

  get pageClass(): string {
    return this.complete ? 'page' : 'page page_incomplete';
  }

  get empty(): boolean {
    return this.regions.length === 0;
  }

  get rows() {
    const rows: { key: string; className: string; columns: ReturnType<typeof columnOf>[] }[] = [];
    let beside: PageRegion[] = [];
    const closeRow = () => {
      const wide = beside.some(({ name }) => NARROW.test(name));
      if (beside.length > 0) rows.push(rowOf(beside, wide));
      beside = [];
    };
    for (const region of this.regions) {
      if (!FULL_WIDTH.test(region.name)) beside.push(region);
      else {
        closeRow();
        rows.push(rowOf([region], false));
      }
    }
    closeRow();
    return rows;
  }

  private get regions(): readonly PageRegion[] {
    return this.page.regions.filter(({ type, components }) => type === 'Region' && components.length > 0);
  }
}

function rowOf(regions: readonly PageRegion[], sidebars: boolean) {
  return {
    key: regions.map(({ name }) => name).join(' '),
    className: 'row',
    columns: regions.map((region) => columnOf(region, sidebars, regions.length))
  };
}

/** Components learn the width of their region in the platform's words. */
function columnOf({ name }: PageRegion, sidebars: boolean, count: number) {
  const wide = sidebars && !NARROW.test(name);
  const width =
    count === 1 || (wide && count < 3) ? 'LARGE' : wide ? 'MEDIUM' : count === 2 && !sidebars ? 'MEDIUM' : 'SMALL';
  return { name, width, className: wide ? 'column column_wide' : 'column' };
}
