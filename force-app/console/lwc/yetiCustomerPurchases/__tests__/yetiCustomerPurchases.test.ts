import { createElement } from 'lwc';
import YetiCustomerPurchases from 'c/yetiCustomerPurchases';

function show(values: object): HTMLElement {
  const element = createElement('c-yeti-customer-purchases', { is: YetiCustomerPurchases });
  Object.assign(element, values);
  document.body.appendChild(element);
  return element;
}

const amounts = (element: HTMLElement) =>
  Array.from(element.shadowRoot?.querySelectorAll('lightning-formatted-number') ?? []);

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-customer-purchases', () => {
  it('splits what was bought by where', async () => {
    const element = show({ value: { web: 1399, shop: 949, other: 0, orders: 2 }, products: [] });

    expect(amounts(element)).toMatchObject([{ value: 1399 }, { value: 949 }]);
    expect(element.shadowRoot?.textContent).toContain('c.Yeti_Card_Products_None');
    await expect(element).toBeAccessible();
  });

  it('shows the rest where there is some', () => {
    expect(amounts(show({ value: { web: 0, shop: 0, other: 5, orders: 1 }, products: [] }))).toHaveLength(3);
  });

  it('leaves out what the user may not see', () => {
    expect(amounts(show({ value: null, products: [] }))).toHaveLength(0);
  });

  it('says whether the warranty holds', async () => {
    const element = show({
      value: null,
      products: [
        { id: '1', name: 'Kompas S', warrantyUntil: '2028-11-01', inWarranty: true },
        { id: '2', name: 'Mgła 3', warrantyUntil: '2025-11-01', inWarranty: false },
        { id: '3', name: 'Borsuk', warrantyUntil: null, inWarranty: false }
      ]
    });

    const rows = Array.from(element.shadowRoot?.querySelectorAll('[data-product]') ?? []);
    expect(rows[0]?.textContent).toContain('c.Yeti_Card_Warranty_Until');
    expect(rows[1]?.textContent).toContain('c.Yeti_Card_Warranty_Over');
    expect(rows[2]?.textContent).not.toContain('c.Yeti_Card_Warranty');
    await expect(element).toBeAccessible();
  });
});
