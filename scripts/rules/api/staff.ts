import type { Connection } from 'jsforce';
import type { Agent, AgentSkill } from '../../../force-app/routing/lwc/yetiMatcher/types.ts';
import { groupBy } from '../../lib/groupBy.ts';

interface SkillRow {
  readonly SkillLevel: number | null;
  readonly EffectiveStartDate: string | null;
  readonly EffectiveEndDate: string | null;
  readonly Skill: { readonly DeveloperName: string };
  readonly ServiceResource: {
    readonly RelatedRecordId: string;
    readonly RelatedRecord: { readonly Name: string } | null;
  };
}

interface PresenceRow {
  readonly UserId: string;
  readonly IsAway: boolean;
  readonly ConfiguredCapacity: number | null;
}

interface WorkRow {
  readonly UserId: string;
  readonly CapacityWeight: number | null;
  readonly AssignedDateTime: string | null;
}

const everything = { autoFetch: true, maxFetch: 50_000 };

/** Everybody with a skill, with presence and load as Omni-Channel has them now. */
export async function agentsOf(connection: Connection): Promise<Agent[]> {
  const skills = await connection.query<SkillRow>(
    'SELECT SkillLevel, EffectiveStartDate, EffectiveEndDate, Skill.DeveloperName, ServiceResource.RelatedRecordId, ServiceResource.RelatedRecord.Name FROM ServiceResourceSkill WHERE ServiceResource.IsActive = TRUE',
    everything
  );
  const presences = await connection.query<PresenceRow>(
    'SELECT UserId, IsAway, ConfiguredCapacity FROM UserServicePresence WHERE IsCurrentState = TRUE',
    everything
  );
  const work = await connection.query<WorkRow>(
    "SELECT UserId, CapacityWeight, AssignedDateTime FROM AgentWork WHERE Status IN ('Assigned', 'Opened')",
    everything
  );
  const byUser = groupBy(skills.records, ({ ServiceResource }) => ServiceResource.RelatedRecordId);
  const presenceOf = new Map(presences.records.map((row) => [row.UserId, row]));
  const workOf = groupBy(work.records, ({ UserId }) => UserId);
  return [...byUser].map(([id, rows]) => {
    const presence = presenceOf.get(id);
    const open = workOf.get(id) ?? [];
    return {
      id,
      name: rows[0]?.ServiceResource.RelatedRecord?.Name ?? id,
      presence: presence === undefined ? 'Offline' : presence.IsAway ? 'Away' : 'Available',
      channels: ['Case'],
      capacity: presence?.ConfiguredCapacity ?? 0,
      used: open.reduce((sum, { CapacityWeight }) => sum + (CapacityWeight ?? 0), 0),
      open: open.length,
      lastWorkAt: Math.max(0, ...open.map(({ AssignedDateTime }) => momentOf(AssignedDateTime) ?? 0)),
      skills: rows.map(skillOf)
    };
  });
}

function skillOf({ Skill, SkillLevel, EffectiveStartDate, EffectiveEndDate }: SkillRow): AgentSkill {
  const from = momentOf(EffectiveStartDate);
  const until = momentOf(EffectiveEndDate);
  return {
    skill: Skill.DeveloperName,
    level: SkillLevel ?? 0,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until })
  };
}

function momentOf(text: string | null): number | undefined {
  return text === null ? undefined : Date.parse(text);
}
