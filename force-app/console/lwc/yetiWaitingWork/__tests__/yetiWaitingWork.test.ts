import { createElement } from 'lwc';
import YetiWaitingWork from 'c/yetiWaitingWork';
import type { WaitingItem, WaitingWork } from 'c/yetiWaitingModel';
import type { PlainAgent } from 'c/yetiWhyModel';
import assign from '@salesforce/apex/YetiWaitingWorkController.assign';
import assignWithinCapacity from '@salesforce/apex/YetiWaitingWorkController.assignWithinCapacity';
import backToQueue from '@salesforce/apex/YetiWaitingWorkController.backToQueue';
import getWaiting from '@salesforce/apex/YetiWaitingWorkController.getWaiting';
import relaxNow from '@salesforce/apex/YetiWaitingWorkController.relaxNow';
import routeAgain from '@salesforce/apex/YetiWaitingWorkController.routeAgain';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiWaitingWorkController.assign', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiWaitingWorkController.assignWithinCapacity', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/YetiWaitingWorkController.backToQueue', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiWaitingWorkController.getWaiting', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiWaitingWorkController.relaxNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiWaitingWorkController.routeAgain', () => ({ default: jest.fn() }), { virtual: true });

const asOf = '2026-11-21T09:30:00.000Z';
const before = (minutes: number): string => new Date(Date.parse(asOf) - minutes * 60_000).toISOString();

const gniewko: PlainAgent = {
  id: '005000000000005AAA',
  name: 'Gniewko',
  presence: 'Available',
  channels: ['Case'],
  capacity: 5,
  used: 2,
  open: 2,
  lastWorkAt: 0,
  skills: [{ skill: 'German', level: 6 }]
};

function item(number: string, minutes: number, skills: object[], changes: Partial<WaitingItem> = {}): WaitingItem {
  return {
    decision: {
      id: `d${number}`,
      caseId: `500${number}`,
      caseNumber: number,
      status: 'Dispatched',
      step: 0,
      dispatchedAt: before(minutes),
      nextStepAt: before(-5),
      requirement: JSON.stringify({ skills })
    },
    subject: `Case ${number}`,
    ownerName: 'FrontDesk',
    isInRouting: true,
    declinedBy: [],
    ...changes
  };
}

const german = [
  {
    skill: 'German',
    level: 6,
    relax: [
      { after: 60, drop: true },
      { after: 90, drop: true }
    ]
  }
];
const both = [
  { skill: 'KeyAccounts', level: 6 },
  { skill: 'German', level: 6 }
];
const failedDecision = item('4', 1, german).decision;
const work: WaitingWork = {
  asOf,
  items: [
    item('1', 20, german, { declinedBy: ['Olha'], askedName: 'Mira' }),
    item('2', 700, both, { isInRouting: false }),
    item('3', 30, [...german]),
    item('4', 1, german, { decision: { ...failedDecision, status: 'Failed', problem: 'No such skill: French' } })
  ],
  capped: false,
  agents: [gniewko]
};

function show(): HTMLElement {
  const element: HTMLElement = createElement('c-yeti-waiting-work', { is: YetiWaitingWork }) as never;
  document.body.appendChild(element);
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement | undefined, selector: string) =>
  element?.shadowRoot?.querySelector<E>(selector) ?? undefined;
const all = (element: HTMLElement | undefined, selector: string): readonly HTMLElement[] =>
  Array.from(element?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []);

/** The row of a case of the nth group, which is opened. */
async function openGroup(element: HTMLElement, nth: number): Promise<HTMLElement | undefined> {
  const group = all(element, 'c-yeti-waiting-group')[nth];
  find(group, 'button')?.click();
  await settle();
  return group;
}

/** The actions of a group or a case. */
const actionsOf = (row: HTMLElement | undefined) => find(row, 'c-yeti-waiting-actions');

async function press(row: HTMLElement | undefined, kind: string): Promise<void> {
  find(actionsOf(row), `[data-action="${kind}"]`)?.click();
  await settle();
}

async function pick(row: HTMLElement | undefined, userId: string): Promise<void> {
  find(actionsOf(row), 'c-yeti-picker')?.dispatchEvent(new CustomEvent('pick', { detail: userId }));
  await settle();
}

async function confirm(row: HTMLElement | undefined): Promise<void> {
  find(actionsOf(row), '[data-confirm]')?.click();
  await settle();
}

beforeEach(() => {
  jest.mocked(getWaiting).mockResolvedValue(work);
  const oneDone = { done: 1, refused: [] };
  for (const action of [assign, assignWithinCapacity]) jest.mocked(action).mockResolvedValue(oneDone);
  for (const action of [backToQueue, relaxNow, routeAgain]) jest.mocked(action).mockResolvedValue(oneDone);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-waiting-work', () => {
  it('keeps apart what waits for one person before anybody else is asked', async () => {
    const preferring = { preferred: 'lastAgent', preferredFor: 7_200, skills: german };
    const { decision } = item('5', 1, german);
    const first = {
      ...decision,
      requirement: JSON.stringify(preferring),
      preferredId: 'u7',
      preferredName: 'Olha'
    };
    jest.mocked(getWaiting).mockResolvedValue({
      ...work,
      items: [item('1', 20, german), item('5', 1, german, { decision: first })]
    });
    const element = show();
    await settle();

    const groups = all(element, 'c-yeti-waiting-group');
    expect(groups.map((group) => find(group, '[data-needs]')?.textContent)).toEqual([
      'German ≥ 6',
      'c.Yeti_Waiting_First'
    ]);
    expect(groups[1]).toMatchObject({ group: { free: 0, busy: 0, away: 0 } });
  });

  it('groups what waits by skills, the longest wait first', async () => {
    const element = show();
    await settle();

    const groups = all(element, 'c-yeti-waiting-group');
    expect(groups.map((group) => find(group, '[data-needs]')?.textContent)).toEqual([
      'German ≥ 6 and KeyAccounts ≥ 6',
      'German ≥ 6'
    ]);
    expect(find(groups[0], '.line-nobody')).toBeDefined();
    expect(find(groups[1], '.line-nobody')).toBeUndefined();
    expect(all(element, '[data-facts] li')).toHaveLength(5);
    expect(find(element, '[data-as-of]')?.textContent).toBe('c.Yeti_Waiting_As_Of');
    await expect(element).toBeAccessible();
  });

  it('says why a group waits, and what Omni-Channel knows of each case', async () => {
    const element = show();
    await settle();
    const lonely = await openGroup(element, 0);
    expect(find(lonely, '[data-reasons]')?.textContent).toContain('c.Yeti_Why_Nobody_Has');
    expect(find(find(lonely, 'c-yeti-waiting-case'), '.facts')?.textContent).toContain('c.Yeti_Waiting_Not_In_Routing');

    const group = await openGroup(element, 1);
    const cases = all(group, 'c-yeti-waiting-case');
    expect(cases.map((row) => find(row, '[data-case]')?.dataset.case)).toEqual(['3', '1']);
    expect(find(cases[1], '.facts')?.textContent).toContain('c.Yeti_Waiting_Asked');
    expect(find(cases[1], '.facts')?.textContent).toContain('c.Yeti_Waiting_Declined');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['relax', relaxNow],
    ['back', backToQueue]
  ])('acts on a case: %s, says so and reads again', async (kind, action) => {
    const element = show();
    await settle();
    const row = find(await openGroup(element, 1), 'c-yeti-waiting-case');
    await press(row, kind);

    expect(action).toHaveBeenCalledWith({ caseIds: ['5003'] });
    expect(getWaiting).toHaveBeenCalledTimes(2);
    expect(find(element, '[data-outcome]')).toBeDefined();
  });

  it('has no step to take where none is left', async () => {
    const element = show();
    await settle();
    const row = find(await openGroup(element, 0), 'c-yeti-waiting-case');

    expect(find(actionsOf(row), '[data-action="relax"]')).toBeUndefined();
  });

  it('assigns a case to a person', async () => {
    const element = show();
    await settle();
    const row = find(await openGroup(element, 1), 'c-yeti-waiting-case');
    await press(row, 'assign');
    await pick(row, gniewko.id);

    expect(assign).toHaveBeenCalledWith({ caseIds: ['5003'], userId: gniewko.id });
  });

  it('shows what failed with its reason, and routes it again', async () => {
    const element = show();
    await settle();
    const row = find(element, '[data-unrouted] c-yeti-waiting-case');
    expect(find(element, '[data-reason]')?.textContent).toBe('No such skill: French');
    expect(find(element, '[data-reason] c-yeti-waiting-actions')).toBeUndefined();
    await press(row, 'route');

    expect(routeAgain).toHaveBeenCalledWith({ caseIds: ['5004'] });
  });

  it('says why something could not be done with a case', async () => {
    jest
      .mocked(relaxNow)
      .mockResolvedValueOnce({ done: 0, refused: [{ caseId: '5003', reason: 'Mira is being asked' }] });
    const element = show();
    await settle();
    const row = find(await openGroup(element, 1), 'c-yeti-waiting-case');
    await press(row, 'relax');

    expect(find(actionsOf(row), '[data-problem]')?.textContent).toBe('Mira is being asked');
    expect(getWaiting).toHaveBeenCalledTimes(1);
  });

  it('asks before it acts on a row, and leaves it alone where the answer is no', async () => {
    const element = show();
    await settle();
    const group = all(element, 'c-yeti-waiting-group')[1];
    await press(group, 'back');
    expect(find(actionsOf(group), '[data-question]')?.textContent).toContain('c.Yeti_Waiting_Ask');
    await expect(element).toBeAccessible();
    find(actionsOf(group), '[data-cancel]')?.click();
    await settle();

    expect(find(actionsOf(group), '[data-question]')).toBeUndefined();
    expect(backToQueue).not.toHaveBeenCalled();
  });

  it('acts on all cases of a row and says with which it could not', async () => {
    jest
      .mocked(relaxNow)
      .mockResolvedValueOnce({ done: 1, refused: [{ caseId: '5001', reason: 'Mira is being asked' }] });
    const element = show();
    await settle();
    const group = all(element, 'c-yeti-waiting-group')[1];
    await press(group, 'relax');
    await confirm(group);

    expect(relaxNow).toHaveBeenCalledWith({ caseIds: ['5003', '5001'] });
    expect(all(element, '[data-left]').map(({ textContent }) => textContent)).toEqual(['1: Mira is being asked']);
    expect(document.activeElement).toBe(element);
    await expect(element).toBeAccessible();
  });

  it('assigns of a row what the free capacity of a person takes, and says what is left', async () => {
    jest.mocked(getWaiting).mockResolvedValueOnce({ ...work, agents: [{ ...gniewko, used: 4 }] });
    const element = show();
    await settle();
    const group = all(element, 'c-yeti-waiting-group')[1];
    await press(group, 'assign');
    await pick(group, gniewko.id);
    await confirm(group);

    expect(assignWithinCapacity).toHaveBeenCalledWith({ caseIds: ['5003'], userId: gniewko.id });
    expect(all(element, '[data-left]').map(({ textContent }) => textContent)).toEqual(['1: c.Yeti_Routing_No_Room']);
  });

  it('gives a row to nobody who has no room', async () => {
    jest.mocked(getWaiting).mockResolvedValueOnce({ ...work, agents: [{ ...gniewko, used: 5 }] });
    const element = show();
    await settle();
    const group = all(element, 'c-yeti-waiting-group')[1];
    await press(group, 'assign');
    await pick(group, gniewko.id);

    expect(find(actionsOf(group), '[data-question]')?.textContent).toContain('c.Yeti_Routing_No_Room');
    expect(find(actionsOf(group), '[data-confirm]')).toBeUndefined();
  });

  it('acts on a long row some at a time, and stops where the org does not answer', async () => {
    const items = Array.from({ length: 120 }, (_, index) => item(String(1000 + index), 200 - index, german));
    jest.mocked(getWaiting).mockResolvedValue({ ...work, items });
    jest.mocked(backToQueue).mockResolvedValueOnce({ done: 50, refused: [] });
    jest.mocked(backToQueue).mockRejectedValueOnce({ body: { message: 'Down' } });
    const element = show();
    await settle();
    const group = find(element, 'c-yeti-waiting-group');
    await press(group, 'back');
    await confirm(group);

    expect(jest.mocked(backToQueue).mock.calls.map(([{ caseIds }]) => caseIds.length)).toEqual([50, 50]);
    expect(find(element, '[data-left]')?.textContent).toMatch(/^1050, .*, \+60: Down$/);
  });

  it('routes what failed for the same reason again as a row', async () => {
    const failed = ['4', '5'].map((number) => {
      const one = item(number, 1, german);
      return { ...one, decision: { ...one.decision, status: 'Failed', problem: 'Omni-Channel is off' } };
    });
    jest.mocked(getWaiting).mockResolvedValue({ ...work, items: failed });
    const element = show();
    await settle();
    const row = find(element, '[data-reason]');
    const actions = row?.querySelector<HTMLElement>('c-yeti-waiting-actions') ?? undefined;
    expect(row?.textContent).toContain('Omni-Channel is off');
    find(actions, '[data-action="route"]')?.click();
    await settle();
    find(actions, '[data-confirm]')?.click();
    await settle();

    expect(routeAgain).toHaveBeenCalledWith({ caseIds: ['5004', '5005'] });
  });

  it('keeps what it shows when reading again fails', async () => {
    const element = show();
    await settle();
    jest.mocked(getWaiting).mockRejectedValueOnce({ body: { message: 'Down' } });
    find(element, '[data-refresh]')?.click();
    await settle();

    expect(find(element, '[data-error]')?.textContent).toBe('Down');
    expect(all(element, 'c-yeti-waiting-group')).toHaveLength(2);
  });

  it('shows that nothing waits, that there is more, that Omni-Channel is off, or a failure', async () => {
    jest.mocked(getWaiting).mockResolvedValueOnce({ ...work, items: [], problem: 'Omni-Channel is off', capped: true });
    const empty = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(empty, 'c-yeti-state-panel')?.kind).toBe('empty');
    expect(find(empty, '[data-problem]')?.textContent).toBe('Omni-Channel is off');
    expect(find(empty, '[data-capped]')).toBeDefined();

    jest.mocked(getWaiting).mockRejectedValueOnce({ body: { message: 'No access' } });
    const broken = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(broken, 'c-yeti-state-panel')?.kind).toBe('error');
  });
});
