import { keyLabel, proposalsIn } from 'c/yetiFactModel';

describe('keyLabel', () => {
  it('is the label of what is known, else the words of the key', () => {
    expect(keyLabel('orderNumber')).toBe('c.Yeti_Fact_OrderNumber');
    expect(keyLabel('rozmiarButa')).toBe('Rozmiar buta');
    expect(keyLabel('')).toBe('');
  });
});

describe('proposalsIn', () => {
  it('finds order numbers, addresses, amounts and dates', () => {
    const text =
      'Zamówienie ZP-000147 z 12.11.2026, zwrot 1 749,00 zł. Proszę pisać: marek@example.com albo +48 600 100 200.';
    expect(proposalsIn(text)).toEqual([
      { key: 'orderNumber', value: 'ZP-000147' },
      { key: 'email', value: 'marek@example.com' },
      { key: 'phone', value: '+48 600 100 200' },
      { key: 'amount', value: '1 749,00 zł' },
      { key: 'date', value: '12.11.2026' }
    ]);
  });

  it('proposes each value once, and not too many', () => {
    expect(proposalsIn('ZP-000147, tak: ZP-000147')).toHaveLength(1);
    expect(proposalsIn(Array.from({ length: 30 }, (_, i) => `ZP-${String(100000 + i)}`).join(' '))).toHaveLength(8);
  });

  it('proposes nothing of masks, words and numbers that say nothing', () => {
    expect(proposalsIn('Karta [Card •••• 4821], 13 dni, 550e8400-e29b-41d4-a716-446655440000, wersja 10.15.7')).toEqual(
      []
    );
    expect(proposalsIn('')).toEqual([]);
  });
});
