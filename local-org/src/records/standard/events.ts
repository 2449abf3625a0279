import type { FieldValue } from '../../row.ts';
import type { Draft } from '../draft.ts';
import { relate, takeAccounts } from './activities.ts';
import type { Behaviour } from './behaviour.ts';
import { isChanged } from './behaviour.ts';

const minute = 60_000;
const longest = 14 * 24 * 60;

/** An event's start, end, duration and day tell the same, whichever of them were given. */
export const eventBehaviour: Behaviour = {
  derive(chunk, drafts) {
    for (const draft of drafts) fitTimes(draft);
    takeAccounts(chunk, drafts);
  },
  follow: (chunk, drafts) =>
    relate(chunk, drafts, {
      name: 'EventRelation',
      parent: 'EventId',
      values: { IsParent: true, IsInvitee: false }
    })
};

function fitTimes(draft: Draft): void {
  const { values } = draft.row;
  const start = startOf(draft);
  if (start === undefined) {
    draft.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [ActivityDateTime]', ['ActivityDateTime']);
    return;
  }
  const minutes = minutesOf(draft, start);
  if (minutes === undefined) {
    draft.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [DurationInMinutes]', ['DurationInMinutes']);
    return;
  }
  if (minutes < 0 || minutes > longest) {
    draft.fail('FIELD_INTEGRITY_EXCEPTION', 'Event duration must be between 0 minutes and 14 days', [
      'DurationInMinutes'
    ]);
    return;
  }
  const end = start + minutes * minute;
  values['StartDateTime'] = start;
  values['ActivityDateTime'] = start;
  values['ActivityDate'] = dayOf(start);
  values['DurationInMinutes'] = minutes;
  values['EndDateTime'] = end;
  values['EndDate'] = dayOf(end);
}

function startOf(draft: Draft): number | undefined {
  const { values } = draft.row;
  const candidates = ['StartDateTime', 'ActivityDateTime'].filter((name) => isChanged(draft, name));
  const given =
    candidates.map((name) => values[name] ?? null).find((value) => value !== null) ?? values['StartDateTime'] ?? null;
  if (typeof given === 'number') return given;
  const day: FieldValue = values['ActivityDate'] ?? null;
  return values['IsAllDayEvent'] === true && typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) : undefined;
}

function minutesOf(draft: Draft, start: number): number | undefined {
  const { values } = draft.row;
  const end = values['EndDateTime'] ?? null;
  const minutes = values['DurationInMinutes'] ?? null;
  if (typeof end === 'number' && isChanged(draft, 'EndDateTime')) return Math.round((end - start) / minute);
  if (typeof minutes === 'number') return minutes;
  return values['IsAllDayEvent'] === true ? 24 * 60 : undefined;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
