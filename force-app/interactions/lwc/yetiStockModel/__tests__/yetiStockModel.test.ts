import { priceDifferences, stockOf, type OrderLine } from 'c/yetiStockModel';

const line: OrderLine = { id: 'l1', productId: 'p1', unitPrice: 899 };

describe('stockOf', () => {
  it('knows one product, places with most of it first', () => {
    const stock = [
      { productId: 'p1', place: 'ZAK', available: 0 },
      { productId: 'p2', place: 'KRK', available: 9 },
      { productId: 'p1', place: 'MAG', available: 14 }
    ];

    expect(stockOf({ configured: true, stock }, 'p1').map(({ place }) => place)).toEqual(['MAG', 'ZAK']);
  });
});

describe('priceDifferences', () => {
  it('flags a shelf that asks another price than the web', () => {
    const stock = [
      { productId: 'p1', place: 'KRK', price: 949 },
      { productId: 'p1', place: 'WAW', price: 899 },
      { productId: 'p1', place: 'GDN' }
    ];

    expect(priceDifferences(line, stock)).toEqual([{ web: 899, shelf: 949, place: 'KRK' }]);
    expect(priceDifferences({ ...line, listPrice: 949 }, stock)).toEqual([{ web: 949, shelf: 899, place: 'WAW' }]);
  });

  it('flags nothing where a price is not known', () => {
    expect(priceDifferences({ id: 'l1' }, [{ productId: 'p1', price: 1 }])).toEqual([]);
  });
});
