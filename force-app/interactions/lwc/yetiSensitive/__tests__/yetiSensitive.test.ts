import { find, partsOf, presentationOf } from 'c/yetiSensitive';

describe('c/yetiSensitive', () => {
  it('parts a text into words and masked values', () => {
    expect(partsOf('Karta 4111111111111111, PESEL 44051401359.')).toEqual([
      { text: 'Karta ', masked: false },
      { text: '•••• 1111', masked: true, kind: 'Card', index: 0 },
      { text: ', PESEL ', masked: false },
      { text: '•••• 59', masked: true, kind: 'PESEL', index: 1 },
      { text: '.', masked: false }
    ]);
  });

  it('gives a text without values back as one part', () => {
    expect(partsOf('Dzień dobry')).toEqual([{ text: 'Dzień dobry', masked: false }]);
    expect(partsOf('')).toEqual([{ text: '', masked: false }]);
  });

  it('knows the masks of values that were stored masked, and that their values are not there', () => {
    const stored = presentationOf('Karta 4111111111111111');
    expect(stored).toBe('Karta [Card •••• 1111]');
    expect(find(stored)).toMatchObject([{ kind: 'Card', value: undefined, presentation: '•••• 1111' }]);
    expect(partsOf(stored)).toEqual(partsOf('Karta 4111111111111111'));
  });
});
