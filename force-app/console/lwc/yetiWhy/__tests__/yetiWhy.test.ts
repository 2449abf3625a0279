import { createElement } from 'lwc';
import YetiWhy from 'c/yetiWhy';
import type { DecisionAnswer, PlainAgent } from 'c/yetiWhyModel';
import getAgents from '@salesforce/apex/YetiDecisionController.getAgents';
import getDecision from '@salesforce/apex/YetiDecisionController.getDecision';
import getRules from '@salesforce/apex/YetiDecisionController.getRules';
import routeAgain from '@salesforce/apex/YetiDecisionController.routeAgain';
import { registerRefreshHandler } from 'lightning/refresh';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiDecisionController.getAgents', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiDecisionController.getDecision', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiDecisionController.getRules', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiDecisionController.routeAgain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });
jest.mock('lightning/refresh', () => ({
  RefreshEvent: class extends CustomEvent<undefined> {
    constructor() {
      super('refresh', { bubbles: true, composed: true });
    }
  },
  registerRefreshHandler: jest.fn(() => 'handler'),
  unregisterRefreshHandler: jest.fn()
}));

const MINUTE = 60_000;
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

const roza: PlainAgent = {
  id: '005000000000001AAA',
  name: 'Róża',
  presence: 'Available',
  channels: ['Case'],
  capacity: 6,
  used: 6,
  open: 6,
  lastWorkAt: 0,
  skills: [{ skill: 'Payments', level: 8 }]
};
const mine: DecisionAnswer = {
  canRoute: false,
  decision: {
    id: 'd1',
    caseId: '500000000000001AAA',
    status: 'Assigned',
    version: 3,
    requirement: JSON.stringify({ skills: [{ skill: 'Payments', level: 5, relax: [{ after: 600, to: 3 }] }] }),
    step: 0,
    steps: JSON.stringify([{ at: ago(5), kind: 'Dispatched' }]),
    agentId: '005000000000001AAA',
    agentName: 'Róża',
    agent: roza,
    dispatchedAt: ago(5),
    assignedAt: ago(3)
  }
};
const waiting: DecisionAnswer = {
  canRoute: true,
  decision: {
    ...(mine.decision as NonNullable<DecisionAnswer['decision']>),
    status: 'Dispatched',
    agentId: null,
    agent: null,
    assignedAt: null
  }
};
const rule = {
  id: 'payments',
  label: 'Money back',
  active: true,
  when: { field: 'Subject', op: 'contains', value: 'refund' },
  then: {}
};

function show(open = false): HTMLElement {
  const element: HTMLElement & Pick<YetiWhy, 'recordId' | 'open'> = createElement('c-yeti-why', {
    is: YetiWhy
  }) as never;
  Object.assign(element, { recordId: '500000000000001AAA', open });
  document.body.appendChild(element);
  return element;
}

const find = <E extends HTMLElement>(element: HTMLElement | undefined, selector: string) =>
  element?.shadowRoot?.querySelector<E>(selector) ?? undefined;

beforeEach(() => {
  jest.mocked(getDecision).mockResolvedValue(mine);
  jest.mocked(getAgents).mockResolvedValue([roza]);
  jest.mocked(getRules).mockResolvedValue({ matched: JSON.stringify([rule]) });
  jest.mocked(routeAgain).mockResolvedValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-why', () => {
  it('says why in one sentence and asks for no more than that', async () => {
    const element = show();
    await settle();

    expect(find(element, '[data-sentence]')?.textContent).toBe('c.Yeti_Why_Came_To_You');
    expect(find(element, 'h2')?.textContent).toBe('c.Yeti_Why_Title_You');
    expect(find(element, '[data-route]')).toBeUndefined();
    expect(getAgents).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('opens the whole explanation', async () => {
    const element = show();
    await settle();
    find(element, '[data-details]')?.click();
    await settle();

    const details = find(element, 'c-yeti-why-details');
    expect(getRules).toHaveBeenCalledWith({ decisionId: 'd1' });
    expect(find(details, '[data-rule="payments"]')?.textContent).toContain('Money back');
    expect(find(details, '[data-needs]')?.textContent).toContain('≥ 5');
    expect(find(details, '[data-needs]')?.textContent).toContain('8');
    expect(find(details, '[data-steps]')?.textContent).toContain('c.Yeti_Step_Dispatched');
    expect(find(details, '[data-candidate-group="busy"]')?.textContent).toContain('Róża');
    expect(find(details, '[data-next]')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('keeps the explanation while the page is refreshed, and asks anew who is there', async () => {
    const element = show(true);
    await settle();
    const details = find(element, 'c-yeti-why-details');
    jest.mocked(getAgents).mockReturnValue(new Promise(() => undefined));

    await jest.mocked(registerRefreshHandler).mock.lastCall?.[1]();
    await settle();

    expect(find(element, 'c-yeti-why-details')).toBe(details);
    expect(find(details, '[data-rule="payments"]')?.textContent).toContain('Money back');
    expect(find(details, '[data-candidate-group="busy"]')?.textContent).toContain('Róża');
    expect(getAgents).toHaveBeenCalledTimes(2);
    expect(getRules).toHaveBeenCalledTimes(1);
  });

  it('unfolds the rules that did not match, each with the first condition that failed', async () => {
    const other = {
      id: 'safety',
      label: 'Safety',
      active: true,
      when: { field: 'Type', op: 'equals', value: 'Safety' }
    };
    jest.mocked(getRules).mockResolvedValue({
      matched: JSON.stringify([rule]),
      others: JSON.stringify([other]),
      traces: [{ id: 'safety', state: 'failed', path: 'when' }],
      moreOthers: 3
    });
    const element = show(true);
    await settle();
    const details = find(element, 'c-yeti-why-details');
    expect(find(details, '[data-other]')).toBeUndefined();
    find(details, '[data-others]')?.click();
    await settle();

    expect(find(details, '[data-others]')?.getAttribute('aria-expanded')).toBe('true');
    expect(find(details, '[data-other="safety"]')?.textContent).toContain('Safety');
    expect(find(details, '[data-other="safety"]')?.textContent).toContain('c.Yeti_Rules_Trace_Is');
    expect(details?.shadowRoot?.textContent).toContain('c.Yeti_Why_Others_More');
    await expect(element).toBeAccessible();
  });

  it('says that nobody knows why others did not match once the values are erased', async () => {
    const element = show(true);
    await settle();

    expect(find(element, 'c-yeti-why-details')?.shadowRoot?.textContent).toContain('c.Yeti_Why_Others_Gone');
  });

  it('calls skills what the org calls them', async () => {
    jest.mocked(getDecision).mockResolvedValue({ ...mine, skillLabels: { Payments: 'Money matters' } });
    const element = show(true);
    await settle();

    expect(find(find(element, 'c-yeti-why-details'), '[data-needs]')?.textContent).toContain('Money matters');
  });

  it('does not say that something waited which did not', async () => {
    const decision = mine.decision as NonNullable<DecisionAnswer['decision']>;
    jest.mocked(getDecision).mockResolvedValue({ ...mine, decision: { ...decision, assignedAt: ago(5) } });
    const element = show();
    await settle();

    expect(find(element, '[data-sentence]')?.textContent).toBe('c.Yeti_Why_Came_To_You_At_Once');
  });

  it('says why it waits and what comes next, and routes again', async () => {
    jest.mocked(getDecision).mockResolvedValue(waiting);
    const element = show();
    await settle();
    expect(find(element, '[data-reasons]')?.textContent).toContain('c.Yeti_Why_Busy_One');

    find(element, '[data-details]')?.click();
    await settle();
    expect(find(find(element, 'c-yeti-why-details'), '[data-next]')?.textContent).toBe('c.Yeti_Why_Next');

    find(element, '[data-route]')?.click();
    await settle();
    expect(routeAgain).toHaveBeenCalledWith({ caseId: '500000000000001AAA' });
    expect(getDecision).toHaveBeenCalledTimes(2);
  });

  it('is open at once in the thread', async () => {
    const element = show(true);
    await settle();

    expect(find(element, 'c-yeti-why-details')).toBeDefined();
  });

  it('says why routing again was refused, and that agents could not be read', async () => {
    jest.mocked(getDecision).mockResolvedValue(waiting);
    jest.mocked(getAgents).mockRejectedValueOnce({ body: { message: 'Down' } });
    jest.mocked(routeAgain).mockRejectedValueOnce({ body: { message: 'Taken' } });
    const element = show();
    await settle();
    expect(find(element, '[data-problem]')?.textContent).toBe('Down');

    find(element, '[data-route]')?.click();
    await settle();
    expect(find(element, '[data-problem]')?.textContent).toBe('Taken');
  });

  it('shows that no rule looked, no access or a failure', async () => {
    jest.mocked(getDecision).mockResolvedValueOnce({ canRoute: true });
    const unrouted = show();
    await settle();
    expect(find(unrouted, '[data-sentence]')?.textContent).toBe('c.Yeti_Why_None');
    expect(find<HTMLElement & { label: string }>(unrouted, '[data-route]')?.label).toBe('c.Yeti_Why_Route');

    jest.mocked(getDecision).mockResolvedValueOnce(null);
    const without = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(without, 'c-yeti-state-panel')?.kind).toBe('noAccess');

    jest.mocked(getDecision).mockRejectedValueOnce({ body: { message: 'Down' } });
    const broken = show();
    await settle();
    expect(find<HTMLElement & { kind: string }>(broken, 'c-yeti-state-panel')?.kind).toBe('error');
  });
});
