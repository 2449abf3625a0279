import { at, isObject, type Findings } from './faults';

const mostSkills = 25;
const highestLevel = 10;
const highestPriority = 1000;
const greatestWeight = 100;
/** 30 days. */
const longestTime = 2_592_000;
const minute = 60;
const developerName = /^[A-Za-z]\w{0,79}$/;
const keys = ['skills', 'priority', 'queue', 'preferred', 'preferredFor', 'capacityWeight', 'fallback'];
const ways = ['to', 'drop', 'instead'] as const;

/** Finds the faults of a requirement; what it lacks is no fault. */
export function checkRequirement(requirement: unknown, path: string, findings: Findings): void {
  const found = findings.object(requirement, path, [], keys);
  if (!found) return;
  const { skills, priority, queue, preferred, preferredFor, capacityWeight, fallback } = found;
  if (skills !== undefined) checkSkills(skills, at(path, 'skills'), findings);
  if (priority !== undefined && !isWhole(priority, highestPriority))
    findings.add(at(path, 'priority'), 'wrongPriority', highestPriority);
  if (queue !== undefined) checkQueue(queue, at(path, 'queue'), findings);
  if (preferred !== undefined && preferred !== 'owner' && preferred !== 'lastAgent')
    findings.add(at(path, 'preferred'), 'wrongPreferred');
  if (preferredFor !== undefined) checkTime(preferredFor, at(path, 'preferredFor'), findings);
  if (capacityWeight !== undefined && !isWithin(capacityWeight, greatestWeight))
    findings.add(at(path, 'capacityWeight'), 'wrongWeight', greatestWeight);
  if (fallback !== undefined) checkFallback(fallback, at(path, 'fallback'), findings);
}

function checkSkills(skills: unknown, path: string, findings: Findings): void {
  const needs = findings.list(skills, path);
  if (!needs) return;
  if (needs.length > mostSkills) findings.add(path, 'tooManySkills', needs.length, mostSkills);
  const seen = new Set<unknown>();
  needs.forEach((need, index) => {
    const place = `${path}[${String(index)}]`;
    const found = findings.object(need, place, ['skill', 'level'], ['relax']);
    if (!found) return;
    const { skill, level, relax } = found;
    if (typeof skill === 'string' && seen.has(skill)) findings.add(at(place, 'skill'), 'duplicateSkill', skill);
    checkSkill(found, place, findings);
    seen.add(skill);
    if (relax !== undefined) checkRelaxations(relax, at(place, 'relax'), level, findings);
  });
}

/** The name and the level of a skill. */
function checkSkill(need: Readonly<Record<string, unknown>>, path: string, findings: Findings): void {
  const { skill, level } = need;
  if (skill !== undefined && isName(skill, at(path, 'skill'), findings) && findings.skills?.has(skill) === false)
    findings.add(at(path, 'skill'), 'unknownSkill', skill);
  if (level !== undefined) checkLevel(level, at(path, 'level'), findings);
}

function checkRelaxations(relax: unknown, path: string, level: unknown, findings: Findings): void {
  const steps = findings.list(relax, path);
  let before = level;
  let last: number | undefined;
  let dropped = false;
  steps?.forEach((step, index) => {
    const place = `${path}[${String(index)}]`;
    const found = findings.object(step, place, ['after'], ways);
    if (!found) return;
    const { after, to, drop, instead } = found;
    const chosen = ways.filter((way) => Object.hasOwn(found, way));
    if (dropped) findings.add(place, 'afterDrop');
    else if (chosen.length !== 1) findings.add(place, 'needsRelaxation');
    if (after !== undefined && checkTime(after, at(place, 'after'), findings)) {
      if (last !== undefined && after <= last) findings.add(at(place, 'after'), 'notLater', after, last);
      last = after;
    }
    if (drop !== undefined && drop !== true) findings.add(at(place, 'drop'), 'wrongDrop');
    if (to !== undefined && checkLevel(to, at(place, 'to'), findings)) {
      if (typeof before === 'number' && to >= before) findings.add(at(place, 'to'), 'notLower', to, before);
      before = to;
    }
    if (instead !== undefined) {
      const other = findings.object(instead, at(place, 'instead'), ['skill', 'level']);
      if (other) checkSkill(other, at(place, 'instead'), findings);
      before = other?.level;
    }
    dropped ||= drop === true;
  });
}

function checkFallback(fallback: unknown, path: string, findings: Findings): void {
  const found = findings.object(fallback, path, ['after', 'queue']);
  if (found?.after !== undefined) checkTime(found.after, at(path, 'after'), findings);
  if (found?.queue !== undefined) checkQueue(found.queue, at(path, 'queue'), findings);
}

function checkQueue(queue: unknown, path: string, findings: Findings): void {
  if (isName(queue, path, findings) && findings.queues?.has(queue) === false) findings.add(path, 'unknownQueue', queue);
}

function checkLevel(level: unknown, path: string, findings: Findings): level is number {
  if (!isWithin(level, highestLevel)) {
    findings.add(path, 'wrongLevel');
    return false;
  }
  if (!Number.isInteger(level)) findings.add(path, 'levelRounded', level);
  return true;
}

function checkTime(seconds: unknown, path: string, findings: Findings): seconds is number {
  if (!isWhole(seconds, longestTime)) {
    findings.add(path, 'wrongTime', longestTime);
    return false;
  }
  if (seconds % minute !== 0) findings.add(path, 'roundedToMinutes', seconds, Math.ceil(seconds / minute) * minute);
  return true;
}

function isName(name: unknown, path: string, findings: Findings): name is string {
  if (typeof name === 'string' && developerName.test(name)) return true;
  findings.add(path, 'wrongName', typeof name === 'string' ? name : JSON.stringify(name));
  return false;
}

function isWhole(value: unknown, highest: number): value is number {
  return isWithin(value, highest) && Number.isInteger(value);
}

function isWithin(value: unknown, highest: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= highest;
}

/** Whether a requirement asks for anything. */
export function asksNothing(requirement: unknown): boolean {
  return isObject(requirement) && Object.keys(requirement).length === 0;
}
