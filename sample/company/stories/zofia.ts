import type { Story } from '../../../scripts/sample/story.ts';

const device = 'dv-mgla-7c41';
const jacket = { pl: 'Kurtka „Mgła 3” (KU-101)', en: 'Mist 3 jacket (KU-101)' };

/** From an anonymous search to the shop: a price that differs between web and shelf, and a promise due today. */
export const zofia: Story = {
  account: { key: 'zofia', name: 'Zofia Wilczy-Szlak', city: 'Kraków' },
  contacts: [
    {
      key: 'zofia',
      firstName: 'Zofia',
      lastName: 'Wilczy-Szlak',
      since: 'D-16 12:07',
      language: 'pl',
      email: 'zofia.wilczy-szlak@example.com',
      mobile: '+48 600 000 101',
      preferred: 'MobileApp',
      note: {
        pl: '„Mgła 3” w rozmiarze M odłożona w KRK do dziś. Cena z sieci: 899 zł.',
        en: 'A Mist 3 jacket, size M, is held at KRK until today. Web price: PLN 899.'
      },
      noteExpires: 'D'
    }
  ],
  consents: [
    {
      contact: 'zofia',
      channel: 'Push',
      purpose: 'Marketing',
      status: 'Given',
      at: 'D-16 12:06',
      source: { pl: 'Zapis na wydarzenie', en: 'Event sign-up' }
    },
    {
      contact: 'zofia',
      purpose: 'Service',
      status: 'Given',
      at: 'D-16 12:06',
      source: { pl: 'Zapis na wydarzenie', en: 'Event sign-up' }
    }
  ],
  cases: [
    {
      key: 'zofia-price',
      contact: 'zofia',
      subject: { pl: 'Cena na półce inna niż w sieci', en: 'Shelf price differs from the web' },
      type: 'Question',
      origin: 'Store',
      group: 'Apparel',
      status: 'New',
      owner: 'hanka',
      at: 'm-10'
    }
  ],
  interactions: [
    {
      key: 'zofia-search',
      channel: 'Web',
      at: 'D-23 20:14',
      handle: device,
      subject: { pl: 'Szukano: kurtka na wiatr Tatry', en: 'Searched: kurtka na wiatr Tatry' },
      authentication: 'None'
    },
    ...['20:16', '20:19', '20:23'].map((time, index) => ({
      key: `zofia-view-${String(index + 1)}`,
      channel: 'Web',
      at: `D-23 ${time}`,
      handle: device,
      subject: { pl: `Oglądano: ${jacket.pl}`, en: `Viewed: ${jacket.en}` },
      authentication: 'None' as const
    })),
    {
      key: 'zofia-signup',
      channel: 'Web',
      at: 'D-16 12:09',
      contact: 'zofia',
      handle: device,
      subject: { pl: 'Zapis na „Noc map” w Krakowie', en: 'Signed up for the “Night of Maps” in Kraków' },
      body: {
        pl: 'Zapis przez link z plakatu. Podany adres potwierdzono po czterech minutach.',
        en: 'Signed up through the link on a poster. The address was confirmed four minutes later.'
      },
      authentication: 'Verified',
      authenticatedAt: 'D-16 12:09'
    },
    {
      key: 'zofia-hold',
      channel: 'Phone',
      at: 'D-9 16:40',
      until: 'D-9 16:46',
      handle: '600 000 101',
      case: 'zofia-price',
      agent: 'hanka',
      subject: { pl: 'Prośba o odłożenie kurtki', en: 'Asks us to hold a jacket' },
      body: {
        pl: 'Klientka pyta o „Mgłę 3” w rozmiarze M. Obiecałam odłożyć jedną w KRK.',
        en: 'Asks about the Mist 3 in size M. I promised to hold one at KRK.'
      },
      outcome: 'FollowUp',
      carried: [{ key: 'size', value: 'M' }]
    },
    {
      key: 'zofia-push',
      channel: 'Push',
      direction: 'Outbound',
      at: 'm-25',
      contact: 'zofia',
      handle: device,
      subject: { pl: 'Jesteś blisko: Twoja kurtka czeka w KRK', en: 'You are near: your jacket waits at KRK' },
      thread: 'zofia-visit',
      purpose: 'Service',
      delivery: 'Sent'
    },
    {
      key: 'zofia-shop',
      channel: 'Store',
      at: 'm-10',
      contact: 'zofia',
      handle: 'zofia.wilczy-szlak',
      case: 'zofia-price',
      agent: 'fela',
      subject: { pl: 'W sieci 899 zł, na półce 949 zł', en: 'PLN 899 on the web, PLN 949 on the shelf' },
      body: {
        pl: 'Klientka stoi przy półce w KRK i pokazuje cenę w telefonie: 899 zł. Na metce jest 949 zł. Pyta, która obowiązuje.',
        en: 'The customer stands at the shelf at KRK and shows the price on her phone: PLN 899. The tag says PLN 949. She asks which one holds.'
      },
      thread: 'zofia-visit',
      switchedBy: 'Customer',
      authentication: 'Claimed',
      carried: [
        { key: 'product', value: 'KU-101-M' },
        { key: 'webPrice', value: '899 PLN' },
        { key: 'shelfPrice', value: '949 PLN' }
      ]
    }
  ],
  promises: [
    {
      key: 'zofia-hold',
      contact: 'zofia',
      case: 'zofia-price',
      what: { pl: 'Odłożyć jedną „Mgłę 3” w KRK', en: 'Hold one Mist 3 jacket at KRK' },
      whose: 'Ours',
      due: 'D 23:59',
      givenAt: 'D-9 16:45'
    }
  ],
  pins: [{ interaction: 'zofia-hold', contact: 'zofia', case: 'zofia-price', expires: 'D+1 09:00' }]
};
