import type { Text } from '../../scripts/sample/language.ts';

/** What ordinary customers are called. */
export const firstNames =
  'Aniela Bartosz Celina Dobromir Eliza Feliks Gaja Hubert Iga Jeremi Kaja Lech Malina Nikodem Otylia Przemko Rita Sambor Tosia Ursyn Wiola Ziemowit'.split(
    ' '
  );

export const lastNames =
  'Bagno Borowik Brzezina Cis Czeremcha Dąbek Gawra Gołoborze Jałowiec Jarząb Jemioła Jodłówka Kalina Kosodrzewina Leszczyna Łąka Modrzew Mokradło Ostrokrzew Paproć Pokrzywa Rosa Rumianek Sarna Sasanka Skowronek Sosenka Szarotka Turnia Wądół Wierzba Wrzos Zawilec Żmijowiec'.split(
    ' '
  );

export const cities = ['Kraków', 'Zakopane', 'Wrocław', 'Gdańsk', 'Poznań', 'Warszawa', 'Łódź', 'Rzeszów', 'Olsztyn'];

export interface Topic {
  readonly subject: Text;
  readonly type: string;
  readonly group?: 'Apparel' | 'Electronics' | 'Camping' | 'Climbing';
  readonly sku: string;
  /** What the customer writes, first and later. */
  readonly asks: readonly Text[];
  /** What an agent answers. */
  readonly answers: readonly Text[];
}

const late: Text = { pl: 'Czy są jakieś wieści?', en: 'Is there any news?' };
const thanks: Text = { pl: 'Dziękuję, to wystarczy.', en: 'Thank you, that will do.' };
const checking: Text = { pl: 'Sprawdzam i wracam dziś z odpowiedzią.', en: 'I am checking and will be back today.' };

/** What ordinary customers write about. */
export const topics: readonly Topic[] = [
  {
    subject: { pl: 'Rozmiar kurtki „Mgła 3”', en: 'Size of the Mist 3 jacket' },
    type: 'Question',
    group: 'Apparel',
    sku: 'KU-101-M',
    asks: [{ pl: 'M czy L przy 182 cm?', en: 'M or L at 182 cm?' }, thanks],
    answers: [{ pl: 'Przy 182 cm lepiej L.', en: 'At 182 cm better L.' }]
  },
  {
    subject: { pl: 'Zwrot butów „Borsuk”', en: 'Return of Badger boots' },
    type: 'Return',
    group: 'Apparel',
    sku: 'BU-310',
    asks: [{ pl: 'Buty są za wąskie, chcę je oddać.', en: 'The boots are too narrow, I want to return them.' }, late],
    answers: [{ pl: 'Etykieta zwrotna jest w załączniku.', en: 'The return label is attached.' }, checking]
  },
  {
    subject: { pl: 'Brak pałąka w namiocie', en: 'A pole is missing from the tent' },
    type: 'Complaint',
    group: 'Camping',
    sku: 'NA-410',
    asks: [
      { pl: 'W komplecie jest jeden pałąk zamiast dwóch.', en: 'There is one pole instead of two.' },
      late,
      thanks
    ],
    answers: [checking, { pl: 'Pałąk wyślemy z Gdańska.', en: 'We will send the pole from Gdańsk.' }]
  },
  {
    subject: { pl: 'Kiedy będzie śpiwór „Suseł”', en: 'When the Gopher sleeping bag is back' },
    type: 'Order',
    group: 'Camping',
    sku: 'SP-520',
    asks: [{ pl: 'Kiedy śpiwór wróci do sprzedaży?', en: 'When will the sleeping bag be back?' }],
    answers: [{ pl: 'Dostawa jest w drodze.', en: 'A delivery is on its way.' }]
  },
  {
    subject: { pl: 'Czołówka gaśnie', en: 'The headlamp goes out' },
    type: 'Complaint',
    group: 'Electronics',
    sku: 'EL-710',
    asks: [{ pl: 'Po godzinie świecenia gaśnie.', en: 'It goes out after an hour.' }, late],
    answers: [{ pl: 'Proszę wymienić akumulator na EL-711.', en: 'Please change the battery for EL-711.' }, checking]
  },
  {
    subject: { pl: 'Aktualizacja zegarka', en: 'Update of the watch' },
    type: 'Problem',
    group: 'Electronics',
    sku: 'EL-701',
    asks: [{ pl: 'Zegarek stoi na 40 %.', en: 'The watch stops at 40 %.' }, thanks],
    answers: [{ pl: 'Proszę trzymać przycisk 12 sekund.', en: 'Please hold the button for 12 seconds.' }]
  },
  {
    subject: { pl: 'Faktura na firmę', en: 'Invoice for a company' },
    type: 'Payment',
    sku: 'EL-710',
    asks: [{ pl: 'Proszę o fakturę na firmę.', en: 'Please send an invoice for my company.' }, thanks],
    answers: [{ pl: 'Faktura jest w załączniku.', en: 'The invoice is attached.' }]
  },
  {
    subject: { pl: 'Odbiór w sklepie', en: 'Collection in a shop' },
    type: 'Order',
    sku: 'BU-310',
    asks: [{ pl: 'Do której mogę odebrać?', en: 'Until when can I collect?' }, thanks],
    answers: [{ pl: 'Dziś do dwudziestej.', en: 'Today until eight.' }]
  }
];

/** What happens between questions. */
export const noise: readonly { readonly channel: string; readonly outbound: boolean; readonly subject: Text }[] = [
  { channel: 'Newsletter', outbound: true, subject: { pl: 'Nowości na szlak', en: 'New on the trail' } },
  { channel: 'Push', outbound: true, subject: { pl: 'Paczka czeka', en: 'Your parcel waits' } },
  { channel: 'SMS', outbound: true, subject: { pl: 'Kod odbioru', en: 'Collection code' } },
  { channel: 'Store', outbound: false, subject: { pl: 'Zakupy w sklepie', en: 'Shopping in a shop' } },
  { channel: 'MobileApp', outbound: false, subject: { pl: 'Sprawdzono stan zamówienia', en: 'Looked up an order' } },
  { channel: 'Phone', outbound: false, subject: { pl: 'Pytanie o godziny otwarcia', en: 'Asked for opening hours' } }
];
