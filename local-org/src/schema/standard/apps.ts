import type { AppDef } from '../types.ts';

/** The app that the platform itself gives people who work with cases. */
export const standardApps: readonly AppDef[] = [
  {
    name: 'standard__LightningService',
    label: 'Service Console',
    navType: 'Console',
    tabs: ['standard-Case', 'standard-Contact', 'standard-Account', 'standard-Task'],
    pageAssignments: []
  }
];
