import { createElement } from 'lwc';
import YetiCustomerCard from 'c/yetiCustomerCard';
import getCard from '@salesforce/apex/YetiCustomerCardController.getCard';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';

jest.mock(
  '@salesforce/apex/YetiCustomerCardController.getCard',
  () => ({ default: jest.requireActual<WireJest>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
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
type TestWire = Record<'emit' | 'error', ReturnType<typeof jest.fn>>;
const cardWire = getCard as unknown as TestWire;
const configWire = getConfig as unknown as TestWire;

const card = {
  contact: {
    Id: '003000000000001AAA',
    Name: 'Zofia Wilczy-Szlak',
    Phone: '+48 500 000 000',
    Email: 'zofia@example.com',
    AccountId: '001000000000001AAA',
    Account: { Name: 'Żbik' }
  },
  openCases: [{ Id: '500000000000001AAA', CaseNumber: '00001027', Subject: 'Refund', Status: 'New' }],
  openCaseCount: 3,
  lastContact: {
    id: 'a00000000000001AAA',
    source: 'Yeti_Interaction',
    channel: 'Chat',
    occurredAt: '2026-11-21T09:19:00.000Z',
    title: 'Refund',
    noise: false
  }
};

function show(): HTMLElement {
  const element = createElement('c-yeti-customer-card', { is: YetiCustomerCard });
  Object.assign(element, { recordId: '500000000000001AAA' });
  document.body.appendChild(element);
  return element;
}

const text = (element: HTMLElement) => element.shadowRoot?.textContent ?? '';
const panel = (element: HTMLElement) => element.shadowRoot?.querySelector('c-yeti-state-panel');

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-customer-card', () => {
  it('holds the place while it loads', () => {
    expect(panel(show())).toMatchObject({ kind: 'loading' });
  });

  it('shows the customer, the open cases and the last contact', async () => {
    const element = show();

    cardWire.emit(card);
    configWire.emit({ channels: [{ value: 'Chat', label: 'Czat' }], directions: [], sources: [] });
    await Promise.resolve();

    const links = Array.from(element.shadowRoot?.querySelectorAll('lightning-button') ?? []);
    expect(links).toMatchObject([{ label: 'Zofia Wilczy-Szlak' }, { label: 'Żbik' }, { label: '00001027' }]);
    expect(text(element)).toContain('Refund');
    expect(element.shadowRoot?.querySelector('[data-last-contact] lightning-icon')).toMatchObject({
      alternativeText: 'Czat'
    });
    expect(element.shadowRoot?.querySelector('[data-more]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('leaves out what the user may not read', async () => {
    const element = show();

    cardWire.emit({
      ...card,
      contact: { Id: card.contact.Id, Name: 'Zofia' },
      openCases: [],
      openCaseCount: 0,
      lastContact: null
    });
    await Promise.resolve();

    expect(element.shadowRoot?.querySelectorAll('dt')).toHaveLength(0);
    expect(text(element)).toContain('c.Yeti_Card_No_Contact_Yet');
    expect(text(element)).toContain('c.Yeti_Card_No_Open_Cases');
    await expect(element).toBeAccessible();
  });

  it('opens what is clicked', async () => {
    const element = show();
    cardWire.emit(card);
    await Promise.resolve();

    element.shadowRoot?.querySelector<HTMLElement>('[data-case]')?.click();

    expect(mockNavigate.mock.lastCall?.[0].attributes.recordId).toBe('500000000000001AAA');
  });

  it('says that there is no customer', async () => {
    const element = show();

    cardWire.emit({ openCases: [], openCaseCount: 0 });
    await Promise.resolve();

    expect(panel(element)).toMatchObject({ kind: 'empty', heading: 'c.Yeti_Card_No_Customer_Title' });
  });

  it('says what failed', async () => {
    const element = show();

    cardWire.error({ message: 'Out of order' });
    await Promise.resolve();

    expect(panel(element)).toMatchObject({ kind: 'error', text: 'Out of order' });
    await expect(element).toBeAccessible();
  });
});
