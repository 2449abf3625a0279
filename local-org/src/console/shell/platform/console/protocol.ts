/** What `/console/api/me` answers: who is signed in, what the user may do, and the apps they see. */
export interface Me {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly email: string | null;
    readonly language: string;
    readonly locale: string;
    readonly timeZone: string;
    readonly currency: string;
  };
  readonly organization: { readonly id: string; readonly name: string };
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly apps: readonly App[];
  /** The active users to switch to. */
  readonly users: readonly { readonly username: string; readonly name: string }[];
}

export interface App {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly navType: 'Standard' | 'Console';
  readonly default?: boolean;
  readonly tabs: readonly NavigationItem[];
  readonly utilityItems: readonly UtilityItem[];
}

/** An entry of the app's navigation: an object's home, a page or a component. */
export interface NavigationItem {
  readonly name: string;
  readonly label: string;
  readonly icon?: string;
  readonly object?: string;
  readonly flexiPage?: string;
  readonly component?: string;
}

/** An entry of the utility bar. */
export interface UtilityItem {
  readonly component: string;
  readonly label: string;
  readonly icon?: string;
  readonly height?: number;
  readonly width?: number;
  readonly properties: Readonly<Record<string, string>>;
}

export interface PageComponent {
  readonly identifier: string;
  readonly component: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface PageRegion {
  readonly name: string;
  readonly type: string;
  readonly components: readonly PageComponent[];
}

/** What `/console/api/page` answers: a composed page. */
export interface Page {
  readonly name: string;
  readonly label: string;
  readonly template: string;
  readonly regions: readonly PageRegion[];
}
