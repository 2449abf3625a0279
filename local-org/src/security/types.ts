/**
 * What one user may do, from the profile and the assigned permission sets and groups.
 * Names are API names; look-ups ignore case. `'system'` stands for "no check" wherever an Access is taken.
 */
export interface Access {
  readonly userId: string;
  object(name: string): {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
  };
  fieldReadable(object: string, field: string): boolean;
  fieldEditable(object: string, field: string): boolean;
  classEnabled(name: string): boolean;
  customPermission(name: string): boolean;
  /** A system permission by its API name: `ApiEnabled`, `ModifyAllData`, `ViewSetup`, … */
  userPermission(name: string): boolean;
  tabVisible(name: string): boolean;
  appVisible(name: string): boolean;
}

export type AccessMode = Access | 'system';
