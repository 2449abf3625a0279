import { createElement } from 'lwc';
import YetiOrders from 'c/yetiOrders';
import type { Purchases } from 'c/yetiStockModel';
import getPurchases from '@salesforce/apex/YetiOrdersController.getPurchases';
import getStock from '@salesforce/apex/YetiOrdersController.getStock';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiOrdersController.getPurchases', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiOrdersController.getStock', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/i18n/currency', () => ({ default: 'PLN' }), { virtual: true });

const purchases: Purchases = {
  accessible: true,
  hasMoreOrders: true,
  orders: [
    {
      id: '801000000000001AAA',
      orderNumber: '00000100',
      name: 'ZP-000147',
      orderedAt: '2026-11-09T10:00:00Z',
      status: 'Activated',
      channel: 'Web',
      lines: [{ id: 'l1', productId: 'p1', product: 'Mist 3', quantity: 1, unitPrice: 899 }]
    }
  ],
  owned: [
    { id: '02i000000000001AAA', name: 'Compass S', warrantyUntil: '2999-01-31' },
    { id: '02i000000000002AAA', name: 'Firefly', warrantyUntil: '2001-01-31' }
  ]
};

async function show(): Promise<HTMLElement> {
  const element = createElement('c-yeti-orders', { is: YetiOrders });
  Object.assign(element, { recordId: '003000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  return element;
}

const panel = (element: HTMLElement) =>
  element.shadowRoot?.querySelector<HTMLElement & { kind: string }>('c-yeti-state-panel');

beforeEach(() => {
  jest.mocked(getPurchases).mockResolvedValue(purchases);
  jest.mocked(getStock).mockResolvedValue({ configured: false, stock: [] });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

describe('c-yeti-orders', () => {
  it('shows orders and what is owned, with its warranty', async () => {
    const element = await show();

    expect(element.shadowRoot?.querySelector('[data-order-row]')?.textContent).toContain('ZP-000147');
    const owned = Array.from(element.shadowRoot?.querySelectorAll('[data-owned]') ?? []);
    expect(owned.map(({ textContent }) => textContent)).toEqual(['c.Yeti_Warranty_Until', 'c.Yeti_Warranty_Over']);
    expect(getStock).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('opens an order to its lines, and asks for stock only then', async () => {
    const element = await show();
    const button = element.shadowRoot?.querySelector<HTMLElement>('[data-order]');

    button?.click();
    await settle();

    expect(button?.getAttribute('aria-expanded')).toBe('true');
    expect(getStock).toHaveBeenCalledWith({ productIds: ['p1'] });
    await expect(element).toBeAccessible();

    button?.click();
    await settle();
    expect(element.shadowRoot?.querySelector('c-yeti-order-lines')).toBeNull();
  });

  it('holds the place while it loads', async () => {
    jest.mocked(getPurchases).mockReturnValue(new Promise(() => undefined));

    expect(panel(await show())?.kind).toBe('loading');
  });

  it('says that there is nothing, no access, or what failed', async () => {
    jest.mocked(getPurchases).mockResolvedValueOnce({ accessible: true, hasMoreOrders: false, orders: [], owned: [] });
    expect((await show()).shadowRoot?.querySelector('[data-empty]')).not.toBeNull();

    jest.mocked(getPurchases).mockResolvedValueOnce({ accessible: false, hasMoreOrders: false, orders: [], owned: [] });
    expect(panel(await show())?.kind).toBe('noAccess');

    jest.mocked(getPurchases).mockRejectedValueOnce({ body: { message: 'Out of order' } });
    const failed = await show();
    expect(panel(failed)?.kind).toBe('error');
    panel(failed)?.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(failed.shadowRoot?.querySelector('[data-order-row]')).not.toBeNull();
  });
});
