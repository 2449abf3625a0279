import { createElement } from 'lwc';
import YetiHandoverForm from 'c/yetiHandoverForm';
import type { HandoverChoices } from 'c/yetiHandoverModel';
import type { Now } from 'c/yetiNowModel';
import getChoices from '@salesforce/apex/YetiHandoverController.getChoices';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import getFacts from '@salesforce/apex/YetiFactController.getFacts';
import getNow from '@salesforce/apex/YetiNowController.getNow';
import getPromises from '@salesforce/apex/YetiPromiseController.getPromises';
import handOver from '@salesforce/apex/YetiHandoverController.handOver';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiHandoverController.getChoices', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiHandoverController.handOver', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiTimelineController.getConfig', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiFactController.getFacts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiNowController.getNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiPromiseController.getPromises', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });
jest.mock('lightning/refresh', () => ({ RefreshEvent: class extends CustomEvent<undefined> {} }));

const choices: HandoverChoices = {
  people: [
    {
      id: '005000000000002AAA',
      name: 'Olha',
      presence: 'Available',
      channels: ['Case'],
      capacity: 5,
      used: 1,
      open: 1,
      lastWorkAt: 0,
      skills: [
        { skill: 'Complaints', level: 6 },
        { skill: 'Polish', level: 7 }
      ]
    }
  ],
  queues: [{ name: 'Duty', label: 'Duty' }],
  requirement: JSON.stringify({ skills: [{ skill: 'Complaints', level: 5 }] }),
  customerName: 'Oksana Malwa',
  asOf: '2026-11-21T09:30:00Z'
};
const now: Now = { accessible: true, capped: false, tried: [], turn: 'Ours' };

type Form = HTMLElement & Pick<YetiHandoverForm, 'recordId'>;
type Field = HTMLElement & { value: string; disabled: boolean };

function show(): Form {
  const element: Form = createElement('c-yeti-handover-form', { is: YetiHandoverForm }) as never;
  element.recordId = '500000000000001AAA';
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, selector: string) =>
  element.shadowRoot?.querySelector<Field>(selector) ?? undefined;

function change(element: HTMLElement, selector: string, value: string): void {
  find(element, selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

beforeEach(() => {
  sessionStorage.clear();
  jest.mocked(getChoices).mockResolvedValue(choices);
  jest.mocked(getConfig).mockResolvedValue({ channels: [] } as never);
  jest.mocked(getFacts).mockResolvedValue([]);
  jest.mocked(getNow).mockResolvedValue(now);
  jest.mocked(getPromises).mockResolvedValue([]);
  jest.mocked(handOver).mockResolvedValue(null);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-handover-form', () => {
  it('proposes whoever can, with a brief made of the thread', async () => {
    const element = show();
    await settle();

    expect(find(element, '[data-brief]')?.value).toContain('c.Yeti_Brief_Who: Oksana Malwa');
    expect(find(element, '[data-needs]')?.textContent).toContain('Complaints');
    expect(find(element, '[data-reasons]')?.textContent).toBe('c.Yeti_Why_Free_One');
    await expect(element).toBeAccessible();

    find(element, '[data-save]')?.click();
    await settle();
    expect(handOver).toHaveBeenCalledWith({
      caseId: '500000000000001AAA',
      target: { skills: [{ skill: 'Complaints', level: 5 }] },
      brief: expect.stringContaining('Oksana')
    });
  });

  it('warns who could get it back', async () => {
    const me = { ...(choices.people[0] as HandoverChoices['people'][number]), id: '005000000000001AAA' };
    jest.mocked(getChoices).mockResolvedValue({ ...choices, people: [...choices.people, me] });
    const element = show();
    await settle();

    expect(find(element, '[data-reasons]')?.textContent).toBe('c.Yeti_Why_Free_Onec.Yeti_Handover_May_Come_Back');
  });

  it('takes skills away, adds others, and changes levels', async () => {
    const element = show();
    await settle();
    find(element, '[data-remove]')?.click();
    await settle();
    expect(find(element, '[data-save]')?.disabled).toBe(true);

    find(element, '[data-add-skill]')?.dispatchEvent(new CustomEvent('pick', { detail: 'Polish' }));
    await settle();
    change(element, '[data-skill="Polish"]', '7');
    await settle();
    find(element, '[data-save]')?.click();
    await settle();
    expect(jest.mocked(handOver).mock.calls[0]?.[0].target).toEqual({ skills: [{ skill: 'Polish', level: 7 }] });
  });

  it('hands to a queue or a person', async () => {
    const element = show();
    await settle();
    change(element, 'lightning-radio-group', 'queue');
    await settle();
    expect(find(element, '[data-save]')?.disabled).toBe(true);
    change(element, '[data-queue]', 'Duty');
    await settle();
    find(element, '[data-save]')?.click();
    await settle();
    expect(jest.mocked(handOver).mock.calls[0]?.[0].target).toEqual({ queue: 'Duty' });

    const other = show();
    await settle();
    change(other, 'lightning-radio-group', 'person');
    await settle();
    find(other, '[data-person]')?.dispatchEvent(new CustomEvent('pick', { detail: '005000000000002AAA' }));
    await settle();
    find(other, '[data-save]')?.click();
    await settle();
    expect(jest.mocked(handOver).mock.calls[1]?.[0].target).toEqual({ userId: '005000000000002AAA' });
  });

  it('keeps what was written when saving fails, and when the form is closed', async () => {
    jest.mocked(handOver).mockRejectedValueOnce({ body: { message: 'Busy' } });
    const element = show();
    await settle();
    change(element, '[data-brief]', 'My own words');
    await settle();
    find(element, '[data-save]')?.click();
    await settle();
    expect(find(element, '[data-problem]')?.textContent).toBe('Busy');
    expect(find(element, '[data-brief]')?.value).toBe('My own words');

    element.remove();
    const again = show();
    await settle();
    expect(find(again, '[data-brief]')?.value).toBe('My own words');
    expect(getNow).toHaveBeenCalledTimes(1);

    find(again, '[data-anew]')?.click();
    await settle();
    expect(find(again, '[data-brief]')?.value).toContain('Oksana');
  });

  it('leaves the brief to the agent where the thread cannot be read', async () => {
    jest.mocked(getNow).mockRejectedValueOnce({ body: { message: 'Down' } });
    const element = show();
    await settle();

    expect(find(element, '[data-brief]')?.value).toBe('');
    expect(find(element, '[data-problem]')?.textContent).toBe('');
  });

  it('says what could not be read', async () => {
    jest.mocked(getChoices).mockRejectedValueOnce({ body: { message: 'Gone' } });
    const element = show();
    await settle();

    expect(find(element, '[data-problem]')?.textContent).toBe('Gone');
  });

  it('closes with Escape and saves with Ctrl and Enter', async () => {
    const element = show();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    await settle();
    const form = find(element, '.form');
    form?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    await settle();
    expect(handOver).toHaveBeenCalledTimes(1);
    form?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(closed).toHaveBeenCalledTimes(2);
  });
});
