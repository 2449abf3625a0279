/** Somebody who takes work. Moments are milliseconds since 1970, as `Date.now()` counts. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly presence: 'Available' | 'Away' | 'Offline';
  /** Developer names of the channels that the presence serves. */
  readonly channels: readonly string[];
  readonly capacity: number;
  /** Weight of the work the agent has. */
  readonly used: number;
  /** Number of items the agent has. */
  readonly open: number;
  /** When work came to the agent last; 0: never. */
  readonly lastWorkAt: number;
  readonly skills: readonly AgentSkill[];
}

export interface AgentSkill {
  readonly skill: string;
  readonly level: number;
  readonly from?: number;
  /** The first moment at which the skill no longer counts. */
  readonly until?: number;
}

/** A piece of work that waits for an agent. */
export interface WorkItem {
  readonly id: string;
  readonly channel: string;
  readonly model: 'MostAvailable' | 'LeastActive';
  /** The lower comes first, then the lower secondary priority, then the longer wait. */
  readonly priority: number;
  readonly secondaryPriority: number;
  /** Since when it waits: age and the dropping of skills count from here. */
  readonly requestedAt: number;
  readonly weight: number;
  readonly skills: readonly SkillDemand[];
  /** Milliseconds before each set of additional skills is dropped; none: they are never dropped. */
  readonly dropAfter?: number;
  /** From when the dropping of skills counts where that is not `requestedAt`: it starts over once somebody declined. */
  readonly dropSince?: number;
  readonly preferred?: { readonly agentId: string; readonly required: boolean };
  /** Agents who declined it or let it pass: not offered to them again. */
  readonly excluded: readonly string[];
}

export interface SkillDemand {
  readonly skill: string;
  readonly level: number;
  /** May be dropped: of additional skills the highest number goes first, equal ones together. */
  readonly additional: boolean;
  readonly dropOrder: number;
}

/** One piece of work brought to one agent. */
export interface Assignment {
  readonly itemId: string;
  readonly agentId: string;
  /** Skills that were dropped before somebody was found. */
  readonly dropped: readonly string[];
}

/** Omni-Channel's decision, on plain data: who is there, what waits, who gets what. Answers are the same for the same calls. */
export interface Matcher {
  /** Adds an agent, or replaces what is known of one. */
  putAgent(agent: Agent): void;
  removeAgent(agentId: string): void;
  /** Adds work, or replaces what is known of it. */
  putItem(item: WorkItem): void;
  removeItem(itemId: string): void;
  /**
   * The next assignment at that moment, one item at a time. The item is taken out, the agent's load grows by it; call again until
   * nothing comes.
   */
  next(now: number): Assignment | undefined;
  /** When time alone may change an answer: a skill to drop, one that begins or ends; none: never. */
  nextMoment(now: number): number | undefined;
}

/** Why an agent cannot take an item now. */
export type Obstacle =
  | { readonly kind: 'skill'; readonly skill: string; readonly needed: number; readonly level: number | undefined }
  | { readonly kind: 'notYet' | 'expired'; readonly skill: string; readonly at: number }
  | { readonly kind: 'capacity'; readonly free: number; readonly needed: number }
  | { readonly kind: 'away' | 'offline' | 'channel' | 'declined' | 'preferred' };
