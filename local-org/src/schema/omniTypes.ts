export type RoutingModel = 'MostAvailable' | 'LeastActive' | 'ExternalRouting';

export interface ServiceChannelDef {
  readonly name: string;
  readonly label: string;
  /** The object whose records arrive through it. */
  readonly object: string;
  readonly capacityModel: 'TabBased' | 'StatusBased';
}

export interface RoutingConfigDef {
  readonly name: string;
  readonly label: string;
  readonly model: RoutingModel;
  readonly priority: number;
  readonly weight: number;
  /** Seconds. */
  readonly pushTimeout?: number;
  /** Seconds. */
  readonly dropTimeout?: number;
}

export interface PresenceStatusDef {
  readonly name: string;
  readonly label: string;
  /** Service channels it serves; none: busy. */
  readonly channels: readonly string[];
}

export interface PresenceConfigDef {
  readonly name: string;
  readonly label: string;
  readonly capacity: number;
  readonly autoAccept: boolean;
  readonly decline: boolean;
  readonly declineReason: boolean;
  readonly reasons: readonly string[];
  readonly statusOnDecline?: string;
  readonly statusOnPushTimeout?: string;
  /** User names. */
  readonly users: readonly string[];
  readonly profiles: readonly string[];
}

export interface SkillDef {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
}

/** What is deployed for Omni-Channel. */
export interface OmniDef {
  readonly skillsRouting: boolean;
  readonly channels: ReadonlyMap<string, ServiceChannelDef>;
  readonly routingConfigs: ReadonlyMap<string, RoutingConfigDef>;
  readonly presenceStatuses: ReadonlyMap<string, PresenceStatusDef>;
  readonly presenceConfigs: ReadonlyMap<string, PresenceConfigDef>;
  readonly declineReasons: ReadonlyMap<string, { readonly name: string; readonly label: string }>;
  readonly skills: ReadonlyMap<string, SkillDef>;
}
