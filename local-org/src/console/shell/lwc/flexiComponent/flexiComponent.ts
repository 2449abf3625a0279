import { api, LightningElement } from 'lwc';
import { loadComponent, type ComponentConstructor } from '../../platform/console/components.ts';
import { messageOf } from '../../platform/console/http.ts';
import type { PageComponent, PageRegion } from '../../platform/console/protocol.ts';
import { text } from '../../platform/console/texts/shell.ts';

/** One component of a page: the platform's or the org's own, with its properties; one that fails leaves the others alone. */
export default class FlexiComponent extends LightningElement {
  @api definition: PageComponent = { identifier: '', component: '', properties: {} };
  @api regions: readonly PageRegion[] = [];
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api regionWidth: string | undefined;
  constructorOfComponent: ComponentConstructor | undefined;
  values: Readonly<Record<string, unknown>> = {};
  readonly loadingText = text('loading');
  variant: 'error' | 'warning' = 'error';
  problem = '';
  detail = '';

  async connectedCallback(): Promise<void> {
    const { component } = this.definition;
    try {
      const loaded = await loadComponent(this.definition, {
        regions: this.regions,
        recordId: this.recordId,
        objectApiName: this.objectApiName,
        flexipageRegionWidth: this.regionWidth
      });
      if (loaded) {
        this.values = loaded.values;
        this.constructorOfComponent = loaded.constructor;
      } else {
        this.variant = 'warning';
        this.problem = text('unsupportedComponent', component);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** What a component throws while it renders ends here. */
  errorCallback(error: unknown): void {
    this.constructorOfComponent = undefined;
    this.fail(error);
  }

  private fail(error: unknown): void {
    reportError(error);
    this.problem = text('componentFailed', this.definition.component);
    this.detail = messageOf(error);
  }
}
