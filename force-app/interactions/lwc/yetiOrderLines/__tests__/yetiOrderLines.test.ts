import { createElement } from 'lwc';
import YetiOrderLines from 'c/yetiOrderLines';
import type { OrderLine } from 'c/yetiStockModel';
import getOrder from '@salesforce/apex/YetiOrdersController.getOrder';
import getStock from '@salesforce/apex/YetiOrdersController.getStock';
import { settle } from 'test/support/settle';

jest.mock('@salesforce/apex/YetiOrdersController.getOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/YetiOrdersController.getStock', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/i18n/currency', () => ({ default: 'PLN' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Stock_Available', () => ({ default: '{0} available' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Stock_Held', () => ({ default: '{0} held' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Stock_Sum_Other', () => ({ default: '{0} in {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Price_Differs', () => ({ default: 'web {0}, shelf {1} ({2})' }), { virtual: true });
jest.mock('@salesforce/label/c.Yeti_Stock_Not_Answering', () => ({ default: 'silent since {0}' }), { virtual: true });

const jacket: OrderLine = {
  id: 'l1',
  productId: 'p1',
  product: 'Mist 3',
  code: 'KU-101-M',
  quantity: 1,
  unitPrice: 899
};

async function show(more: object = { lines: [jacket] }): Promise<HTMLElement> {
  const element = createElement('c-yeti-order-lines', { is: YetiOrderLines });
  Object.assign(element, more);
  document.body.appendChild(element);
  await settle();
  return element;
}

const text = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector(selector)?.textContent;

beforeEach(() => {
  jest.mocked(getStock).mockResolvedValue({
    configured: true,
    stock: [{ productId: 'p1', place: 'KRK', available: 2, held: 1, price: 949 }]
  });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
  jest.resetAllMocks();
});

describe('c-yeti-order-lines', () => {
  it('shows lines with what is in stock, and where the shelf asks another price', async () => {
    const element = await show();

    expect(getStock).toHaveBeenCalledWith({ productIds: ['p1'] });
    expect(text(element, '[data-stock]')).toBe('KRK 2 available, 1 held');
    expect(text(element, '[data-price-differs]')).toMatch(/web PLN.899\.00, shelf PLN.949\.00 \(KRK\)/);
    await expect(element).toBeAccessible();
  });

  it('sums up several places, and tells them when opened', async () => {
    const places = ['MAG', 'KRK', 'ZAK'].map((place, index) => ({ productId: 'p1', place, available: index * 2 }));
    jest.mocked(getStock).mockResolvedValue({ configured: true, stock: places });
    const element = await show();

    expect(text(element, '[data-stock-sum]')).toBe('6 in 2');
    expect(element.shadowRoot?.querySelectorAll('details .place')).toHaveLength(3);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['none is left, and when there is more', { available: 0, due: '2026-12-01' }, '0 available, c.Yeti_Stock_Due'],
    ['it may not be sold', { available: 3, blocked: true }, 'c.Yeti_Stock_Blocked']
  ])('says that %s', async (_, everywhere, sum) => {
    const stock = ['MAG', 'KRK'].map((place) => ({ productId: 'p1', place, ...everywhere }));
    jest.mocked(getStock).mockResolvedValue({ configured: true, stock });

    expect(text(await show(), '[data-stock-sum]')).toBe(sum);
  });

  it('shows the lines though the stock system does not answer, says since when, and tries again', async () => {
    jest.mocked(getStock).mockRejectedValueOnce({ body: { message: 'closed' } });
    const element = await show();

    expect(element.shadowRoot?.querySelectorAll('[data-line]')).toHaveLength(1);
    expect(text(element, '[data-not-answering]')).toContain('silent since');
    expect(element.shadowRoot?.querySelector('[data-stock-heading]')).toBeNull();
    await expect(element).toBeAccessible();

    element.shadowRoot?.querySelector<HTMLElement>('[data-retry]')?.click();
    await settle();
    expect(element.shadowRoot?.querySelector('[data-not-answering]')).toBeNull();
    expect(text(element, '[data-stock]')).toContain('KRK');
  });

  it('does not wait for a stock system for ever', async () => {
    jest.useFakeTimers();
    jest.mocked(getStock).mockReturnValue(new Promise(() => undefined));
    const element = await show();

    jest.advanceTimersByTime(10_000);
    await settle();

    expect(text(element, '[data-not-answering]')).toContain('silent since');
  });

  it('has no stock column where no stock system is connected, but one quiet line', async () => {
    jest.mocked(getStock).mockResolvedValue({ configured: false, stock: [] });

    const element = await show();

    expect(element.shadowRoot?.querySelector('[data-stock-heading]')).toBeNull();
    expect(text(element, '[data-no-provider]')).toBe('c.Yeti_Stock_No_Provider');
  });

  it('reads the lines of an order', async () => {
    jest.mocked(getOrder).mockResolvedValue({ id: 'o1', lines: [jacket] });

    const element = await show({ orderId: 'o1' });

    expect(getOrder).toHaveBeenCalledWith({ orderId: 'o1' });
    expect(text(element, '[data-line]')).toContain('Mist 3');
  });

  it('says that there are no lines, or why they are not there', async () => {
    jest.mocked(getOrder).mockResolvedValue({ id: 'o1', lines: [] });
    expect((await show({ orderId: 'o1' })).shadowRoot?.textContent).toContain('c.Yeti_Order_No_Lines');
    expect(getStock).not.toHaveBeenCalled();

    jest.mocked(getOrder).mockRejectedValue({ body: { message: 'Out of order' } });
    expect(text(await show({ orderId: 'o1' }), '[role="alert"]')).toBe('Out of order');
  });
});
