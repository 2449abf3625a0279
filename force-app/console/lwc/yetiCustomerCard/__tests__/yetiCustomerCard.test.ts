import { createElement } from 'lwc';
import YetiCustomerCard from 'c/yetiCustomerCard';
import getCard from '@salesforce/apex/YetiCustomerCardController.getCard';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import link from '@salesforce/apex/YetiIdentityController.link';
import undo from '@salesforce/apex/YetiIdentityController.undo';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiCustomerCardController.getCard', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiIdentityController.link', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiIdentityController.undo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/YetiTimelineController.getConfig',
  () => ({ default: jest.requireActual<WireJest>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const mockNavigate = jest.fn((page: { attributes: { recordId: string } }) => page);
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (Base: new () => object) =>
    class extends Base {
      [Navigate](page: { attributes: { recordId: string } }): void {
        mockNavigate(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});

type WireJest = Record<'createApexTestWireAdapter', ReturnType<typeof jest.fn>>;
type Answers = Record<'mockResolvedValue' | 'mockRejectedValue' | 'mockReturnValue', (value: unknown) => void>;
const answers = (method: unknown) => method as Answers;
const configWire = getConfig as unknown as Record<'emit', ReturnType<typeof jest.fn>>;

const nothing = {
  people: [],
  handles: [],
  openCases: [],
  openCaseCount: 0,
  products: [],
  observedCount: 0,
  observedOf: 0,
  consents: [],
  purposes: [],
  consentEditable: false,
  noteEditable: false
};
const card = {
  ...nothing,
  contact: {
    Id: '003000000000001AAA',
    Name: 'Zofia Wilczy-Szlak',
    Phone: '+48 500 000 000',
    AccountId: '001000000000001AAA',
    Account: { Name: 'Żbik' }
  },
  sureness: {
    status: 'Matched',
    basis: 'Verified address',
    authentication: 'Verified',
    authenticatedAt: '2026-11-21T09:00:00.000Z'
  },
  language: 'Polski',
  handles: [
    { id: 'a03000000000001AAA', kind: 'Phone', value: '+48500000000', basis: 'contact', verified: true },
    { id: 'a03000000000002AAA', kind: 'Email', value: 'zofia@example.com', basis: 'contact', verified: false }
  ],
  openCases: [
    { Id: '500000000000001AAA', CaseNumber: '00001027', Subject: 'Refund', Yeti_Overdue__c: true },
    {
      Id: '500000000000002AAA',
      CaseNumber: '00001028',
      Subject: 'Price',
      Yeti_Next_Deadline__c: '2026-11-29T10:00:00.000Z'
    }
  ],
  openCaseCount: 3,
  value: { web: 1, shop: 2, other: 0, orders: 2 },
  statedChannel: 'Chat',
  observedChannel: 'SMS',
  observedCount: 3,
  observedOf: 5,
  note: 'Deaf',
  lastContact: {
    id: 'a00000000000001AAA',
    source: 'Yeti_Interaction',
    channel: 'Chat',
    occurredAt: '2026-11-21T09:19:00.000Z',
    title: 'Refund',
    noise: false
  }
};
const choice = {
  ...nothing,
  choice: {
    status: 'Suggested',
    handle: 'oksana@example.com',
    candidates: [
      { id: '003000000000001AAA', name: 'Oksana Malwa' },
      { id: '003000000000002AAA', name: 'Oksana Malwa' }
    ],
    hiddenCandidates: 0,
    editable: true
  }
};

async function show(): Promise<HTMLElement> {
  const element = createElement('c-yeti-customer-card', { is: YetiCustomerCard });
  Object.assign(element, { recordId: '500000000000001AAA', objectApiName: 'Case' });
  document.body.appendChild(element);
  configWire.emit({ channels: [{ value: 'Chat', label: 'Czat' }], directions: [], sources: [] });
  await settle();
  return element;
}

const text = (element: HTMLElement) => element.shadowRoot?.textContent ?? '';
const find = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
const panel = (element: HTMLElement) => find(element, 'c-yeti-state-panel');

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-yeti-customer-card', () => {
  it('holds the place while it loads', async () => {
    answers(getCard).mockReturnValue(new Promise(() => undefined));

    expect(panel(await show())).toMatchObject({ kind: 'loading' });
  });

  it('shows who it is and how sure that is', async () => {
    answers(getCard).mockResolvedValue(card);
    const element = await show();

    expect(find(element, 'lightning-button')).toMatchObject({ label: 'Zofia Wilczy-Szlak' });
    expect(find(element, '.account')?.textContent).toBe('Żbik');
    expect(find(element, '[data-sureness]')?.textContent).toContain('c.Yeti_Identity_Matched');
    expect(find(element, '[data-sureness]')?.textContent).toContain('Verified address');
    expect(find(element, '[data-verified]')).not.toBeNull();
    expect(find(element, '[data-last-contact] lightning-icon')).toMatchObject({ alternativeText: 'Czat' });
    expect(find(element, 'c-yeti-customer-note')).toMatchObject({ note: 'Deaf' });
    await expect(element).toBeAccessible();
  });

  it('shows the open cases with what is due and what is late', async () => {
    answers(getCard).mockResolvedValue(card);
    const element = await show();

    const cases = Array.from(element.shadowRoot?.querySelectorAll('.case') ?? []);
    expect(cases[0]?.querySelector('[data-overdue]')).not.toBeNull();
    expect(cases[1]?.textContent).toContain('c.Yeti_Card_Case_Due');
    expect(find(element, '[data-more]')).not.toBeNull();
  });

  it('shows addresses, channels, purchases and consents', async () => {
    answers(getCard).mockResolvedValue(card);
    const element = await show();

    const handles = Array.from(element.shadowRoot?.querySelectorAll('[data-handle]') ?? []);
    expect(handles).toHaveLength(2);
    expect(handles[0]?.textContent).toContain('c.Yeti_Card_Verified');
    expect(find(element, '[data-stated]')?.textContent).toBe('Czat');
    expect(find(element, '[data-observed]')?.textContent).toBe('c.Yeti_Card_Channel_Count');
    expect(find(element, 'c-yeti-customer-purchases')).toMatchObject({ value: card.value });
    expect(find(element, 'c-yeti-customer-consents')).toMatchObject({ contactId: card.contact.Id });
  });

  it('leaves out what the user may not read', async () => {
    answers(getCard).mockResolvedValue({ ...nothing, contact: { Id: card.contact.Id, Name: 'Zofia' } });
    const element = await show();

    expect(find(element, '[data-sureness]')).toBeNull();
    expect(text(element)).toContain('c.Yeti_Card_No_Contact_Yet');
    expect(text(element)).toContain('c.Yeti_Card_No_Open_Cases');
    await expect(element).toBeAccessible();
  });

  it('shows a company with its people', async () => {
    answers(getCard).mockResolvedValue({
      ...nothing,
      account: { Id: '001000000000001AAA', Name: 'Schronisko' },
      people: [{ Id: '003000000000001AAA', Name: 'Greta', Title: 'Owner' }]
    });
    const element = await show();

    expect(find(element, '[data-person] lightning-button')).toMatchObject({ label: 'Greta' });
    expect(find(element, '[data-section="channels"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('gives a case without a customer to whom the agent chooses', async () => {
    answers(getCard).mockResolvedValue(choice);
    answers(link).mockResolvedValue(null);
    const element = await show();
    expect(text(element)).toContain('c.Yeti_Card_Name_Unknown');
    await expect(element).toBeAccessible();

    find(element, 'c-yeti-identity-choice')?.dispatchEvent(
      new CustomEvent('choose', { detail: choice.choice.candidates[1] })
    );
    await settle();

    expect(link).toHaveBeenCalledWith({
      recordId: '500000000000001AAA',
      contactId: '003000000000002AAA',
      reason: 'Oksana Malwa'
    });
    expect(getCard).toHaveBeenCalledTimes(2);
  });

  it('takes that back', async () => {
    const undoable = { ...choice.choice, undoId: 'a01000000000001AAA', undoSubject: 'Case given to Oksana' };
    answers(getCard).mockResolvedValue({ ...card, choice: undoable });
    answers(undo).mockRejectedValue({ body: { message: 'Too late' } });
    const element = await show();

    find(element, '[data-undo]')?.click();
    await settle();

    expect(undo).toHaveBeenCalledWith({ auditId: 'a01000000000001AAA' });
    expect(find(element, '[role="alert"]')?.textContent).toBe('Too late');
  });

  it('says that nobody has the address', async () => {
    answers(getCard).mockResolvedValue({ ...nothing, choice: { ...choice.choice, candidates: [] } });

    expect(text(await show())).toContain('c.Yeti_Card_Nobody_Possible');
  });

  it('opens what is clicked', async () => {
    answers(getCard).mockResolvedValue(card);
    const element = await show();

    find(element, '[data-case]')?.click();

    expect(mockNavigate.mock.lastCall?.[0].attributes.recordId).toBe('500000000000001AAA');
  });

  it('says that there is no customer', async () => {
    answers(getCard).mockResolvedValue(nothing);

    expect(panel(await show())).toMatchObject({ kind: 'empty', heading: 'c.Yeti_Card_No_Customer_Title' });
  });

  it('says what failed', async () => {
    answers(getCard).mockRejectedValue({ message: 'Out of order' });
    const element = await show();

    expect(panel(element)).toMatchObject({ kind: 'error', text: 'Out of order' });
    await expect(element).toBeAccessible();
  });
});
