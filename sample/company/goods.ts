import type { Text } from '../../scripts/sample/language.ts';
import type { Day } from '../../scripts/sample/moments.ts';

/** The web store and the shops. */
export const places = ['MAG', 'KRK', 'ZAK', 'WRO', 'GDN', 'POZ', 'WAW'] as const;

export type Place = (typeof places)[number];

export interface Product {
  readonly sku: string;
  readonly name: Text;
  /** On the web, in złoty. */
  readonly price: number;
  /** Where a shop asks for something else. */
  readonly shelf?: Partial<Record<Place, number>>;
  /** How many each place has, in the order of the places. */
  readonly stock: readonly number[];
  readonly held?: Partial<Record<Place, number>>;
  readonly due?: Day;
  readonly recalled?: boolean;
}

export const products: readonly Product[] = [
  {
    sku: 'KU-101-M',
    name: { pl: 'Kurtka „Mgła 3”', en: 'Mist 3 jacket' },
    price: 899,
    shelf: { KRK: 949 },
    stock: [14, 2, 0, 1, 0, 3, 2],
    held: { KRK: 1 }
  },
  { sku: 'BU-310', name: { pl: 'Buty „Borsuk”', en: 'Badger boots' }, price: 749, stock: [20, 4, 3, 0, 2, 5, 6] },
  {
    sku: 'NA-410',
    name: { pl: 'Namiot „Jeż 2”', en: 'Hedgehog tent' },
    price: 1590,
    stock: [6, 1, 0, 0, 1, 0, 1]
  },
  {
    sku: 'NA-415',
    name: { pl: 'Pałąk do „Jeża”', en: 'Hedgehog spare pole' },
    price: 89,
    stock: [0, 0, 0, 0, 1, 0, 0]
  },
  {
    sku: 'SP-520',
    name: { pl: 'Śpiwór „Suseł −5”', en: 'Gopher sleeping bag' },
    price: 690,
    stock: [0, 0, 0, 0, 0, 0, 0],
    due: 'D+9'
  },
  {
    sku: 'EL-701',
    name: { pl: 'Zegarek „Kompas S”', en: 'Compass watch' },
    price: 1399,
    stock: [9, 2, 0, 1, 1, 2, 3]
  },
  {
    sku: 'EL-710',
    name: { pl: 'Czołówka „Świetlik”', en: 'Firefly headlamp' },
    price: 199,
    stock: [40, 9, 7, 6, 5, 8, 9]
  },
  {
    sku: 'EL-711',
    name: { pl: 'Akumulator do „Świetlika”', en: 'Firefly battery' },
    price: 79,
    stock: [30, 3, 3, 3, 3, 3, 3]
  },
  {
    sku: 'KA-801',
    name: { pl: 'Kask „Żółw”', en: 'Turtle helmet' },
    price: 349,
    stock: [0, 0, 0, 0, 0, 0, 0],
    recalled: true
  }
];
