declare module '@salesforce/apex' {
  import type { ConfigValue, WireAdapterConstructor } from 'lwc';

  /** An `@AuraEnabled` method: called, it asks the org; given to `@wire`, it is an adapter. */
  export type ApexMethod<Parameters, Result> = ((parameters: Parameters) => Promise<Result>) & {
    adapter: WireAdapterConstructor<ConfigValue & Parameters, { data?: Result; error?: unknown }>;
  };
}
