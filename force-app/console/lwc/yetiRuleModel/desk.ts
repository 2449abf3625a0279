import type { Agent } from 'c/yetiMatcher';
import type { Hits } from 'c/yetiRuleLint';
import type { Catalogue, Requirement, RuleSet, Values } from 'c/yetiRuleSet';
import { staffDesk, type Need, type Staff } from 'c/yetiRuleStaff';
import { namesOf, type Names } from 'c/yetiRuleWords';

/** Stands for the line "otherwise" where a rule's id is expected. No rule has it: ids begin with a letter. */
export const DEFAULTS_ID = '$defaults';

/** A version of the rule set. */
export interface Version {
  readonly id: string;
  readonly version: number;
  readonly status: 'Draft' | 'Active' | 'Archived';
  readonly notes?: string;
  readonly shadow: boolean;
  readonly ruleCount: number;
  readonly basedOnId?: string;
  readonly activatedAt?: string;
  readonly activatedBy?: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
}

/** An agent as Apex says it, where `from` is a word of the language. */
export type AgentAnswer = Omit<Agent, 'skills'> & {
  readonly skills: readonly {
    readonly skill: string;
    readonly level: number;
    readonly since?: number | null;
    readonly until?: number | null;
  }[];
};

/** What the page asks for first. */
export interface Overview {
  readonly versions: readonly Version[];
  /** Skills are missing in an org without Omni-Channel. */
  readonly catalogue: Omit<Catalogue, 'skills'> & { readonly skills?: Catalogue['skills'] | null };
  readonly agents: readonly AgentAnswer[];
  readonly hits: HitsAnswer;
  readonly canEdit: boolean;
}

/** How rules were met by real cases, by their ids. */
export interface HitsAnswer {
  /** Number of cases in the last 7 days. */
  readonly counts: Readonly<Record<string, number>>;
  /** When each was met last. */
  readonly last: Readonly<Record<string, number>>;
  /** From when on that is known; none: nothing was decided yet. */
  readonly since?: number | null;
  /** What real cases asked for, as JSON. */
  readonly samples: readonly { readonly matched: string; readonly requirement: string; readonly count: number }[];
}

/** A version's text, or what came of saving it. */
export interface DocumentAnswer {
  readonly id: string;
  readonly version: number;
  /** None where the page has it. */
  readonly document?: string;
  /** Which state of it this is: saving says it again, so that nobody overwrites what they have not seen. */
  readonly state: string;
  /** Who saved meanwhile; then nothing was saved now. */
  readonly conflictWith?: string;
}

/** A case with what the rules look at. */
export interface CaseAnswer {
  readonly id: string;
  readonly caseNumber: string;
  readonly subject?: string;
  readonly values: Values;
}

/** What a draft in shadow would have decided otherwise. */
export interface Differences {
  /** Cases it has decided on. */
  readonly decided: number;
  readonly different: number;
  /** The newest of them. */
  readonly rows: readonly {
    readonly caseId: string;
    readonly caseNumber: string;
    readonly subject?: string;
    readonly decidedAt: string;
    /** A requirement as JSON; none where the active version decided nothing. */
    readonly active?: string;
    readonly draft?: string;
  }[];
}

/** What the page knows of the org, for all its parts. */
export interface Desk {
  readonly catalogue: Catalogue;
  /** Whether the org has told its skills: without Omni-Channel it has none to tell. */
  readonly knowsSkills: boolean;
  readonly names: Names;
  readonly agents: readonly Agent[];
  /** Who has these skills. */
  readonly staff: (needs: readonly Need[]) => Staff;
  readonly hits: Omit<Hits, 'since'> & { readonly since: number | undefined; readonly counts: HitsAnswer['counts'] };
  readonly canEdit: boolean;
}

/** Agents as the matcher knows them. */
export function agentsOf(answers: readonly AgentAnswer[]): readonly Agent[] {
  return answers.map((agent) => ({
    ...agent,
    skills: agent.skills.map(({ skill, level, since, until }) => ({
      skill,
      level,
      ...(typeof since === 'number' && { from: since }),
      ...(typeof until === 'number' && { until })
    }))
  }));
}

/** Puts together what the parts of the page need to know of the org at this moment. */
export function deskOf({ catalogue, agents, hits, canEdit }: Overview, now: number): Desk {
  const complete = { ...catalogue, skills: catalogue.skills ?? [] };
  const known = agentsOf(agents);
  return {
    catalogue: complete,
    knowsSkills: catalogue.skills !== undefined && catalogue.skills !== null,
    names: namesOf(complete),
    agents: known,
    staff: staffDesk(known, now),
    hits: {
      counts: hits.counts,
      last: hits.last,
      since: hits.since ?? undefined,
      samples: hits.samples.map(({ matched, requirement, count }) => ({
        matched: JSON.parse(matched) as string[],
        requirement: JSON.parse(requirement) as Requirement,
        count
      }))
    },
    canEdit
  };
}

/** A document without anything in it. */
export function emptyRuleSet(name: string): RuleSet {
  return { schema: 1, name, object: 'Case', rules: [] };
}
