import type { Story } from '../../../scripts/sample/story.ts';

const greta = '+48 600 000 108';

/** A key account of three people, a cracked helmet of a recalled model, and a note only some may open. */
export const hut: Story = {
  account: {
    key: 'hut',
    name: 'Schronisko Pod Kulawym Jeleniem / Lame Deer Hut',
    tier: 'Key',
    city: 'Szklarska Poręba'
  },
  contacts: [
    {
      key: 'greta',
      firstName: 'Greta',
      lastName: 'Tannenzapf',
      since: 'D-710 09:00',
      title: { pl: 'Kierowniczka', en: 'Manager' },
      language: 'de',
      email: 'greta.tannenzapf@example.com',
      mobile: greta,
      preferred: 'WhatsApp'
    },
    {
      key: 'wit',
      firstName: 'Wit',
      lastName: 'Kulawiec',
      since: 'D-700 09:00',
      title: { pl: 'Zaopatrzenie', en: 'Purchasing' },
      language: 'pl',
      email: 'wit.kulawiec@example.com',
      phone: '+48 600 000 118'
    },
    {
      key: 'basia',
      firstName: 'Basia',
      lastName: 'Miska',
      since: 'D-690 09:00',
      title: { pl: 'Kuchnia i faktury', en: 'Kitchen and invoices' },
      language: 'pl',
      email: 'basia.miska@example.com',
      phone: '+48 600 000 128'
    }
  ],
  orders: [
    {
      number: 'ZP-000112',
      contact: 'greta',
      at: 'D-40 13:00',
      channel: 'Web',
      lines: [{ sku: 'KA-801', quantity: 24 }]
    },
    {
      number: 'ZP-000058',
      contact: 'wit',
      at: 'D-210 09:30',
      channel: 'Web',
      lines: [
        { sku: 'SP-520', quantity: 12 },
        { sku: 'EL-710', quantity: 12 }
      ]
    }
  ],
  cases: [
    {
      key: 'hut-helmet',
      contact: 'greta',
      subject: 'Der Helm hat einen Riss',
      type: 'Safety',
      origin: 'WhatsApp',
      group: 'Climbing',
      status: 'New',
      priority: 'High',
      owner: 'bogna',
      at: 'D-1 22:50'
    },
    {
      key: 'hut-invoice',
      contact: 'basia',
      subject: { pl: 'Kopia faktury za śpiwory', en: 'Copy of the invoice for sleeping bags' },
      type: 'Payment',
      origin: 'Chat',
      status: 'Closed',
      owner: 'bogna',
      at: 'D-33 12:00'
    }
  ],
  interactions: [
    {
      key: 'hut-invoice',
      channel: 'Chat',
      at: 'D-33 12:00',
      handle: 'basia.miska@example.com',
      case: 'hut-invoice',
      agent: 'bogna',
      subject: { pl: 'Prośba o kopię faktury', en: 'Asks for a copy of an invoice' },
      outcome: 'Resolved'
    },
    {
      key: 'hut-winter',
      channel: 'Phone',
      at: 'D-12 10:20',
      until: 'D-12 10:31',
      handle: '600000118',
      agent: 'bogna',
      subject: { pl: 'Zamówienie na zimę', en: 'Order for the winter' },
      body: {
        pl: 'Wit pyta o dwanaście czołówek i termin dostawy przed feriami.',
        en: 'Wit asks about twelve headlamps and delivery before the winter break.'
      },
      outcome: 'FollowUp'
    },
    {
      key: 'hut-crack',
      channel: 'WhatsApp',
      at: 'D-1 22:50',
      handle: greta,
      case: 'hut-helmet',
      subject: 'Der Helm hat einen Riss',
      body: 'Guten Abend, ein Helm aus der Lieferung hat einen Riss über dem Ohr. Morgen früh geht eine Gruppe los. Was sollen wir tun?',
      authentication: 'Claimed',
      carried: [
        { key: 'product', value: 'KA-801' },
        { key: 'orderNumber', value: 'ZP-000112' }
      ]
    }
  ],
  events: [
    {
      contact: 'wit',
      case: 'hut-helmet',
      at: 'D+3 11:00',
      minutes: 90,
      subject: { pl: 'Wizyta w schronisku: odbiór kasków', en: 'Visit to the hut: collecting the helmets' },
      place: 'Szklarska Poręba',
      owner: 'bogna'
    }
  ],
  tasks: [
    {
      contact: 'greta',
      case: 'hut-helmet',
      at: 'm-50',
      subject: { pl: 'Wstrzymać sprzedaż KA-801', en: 'Stop selling KA-801' },
      due: 'D',
      owner: 'dobrawa'
    }
  ],
  legalNotes: [
    {
      key: 'hut-legal',
      contact: 'greta',
      case: 'hut-helmet',
      at: 'm-55',
      by: 'dobrawa',
      subject: { pl: 'Notatka prawna: odpowiedzialność za wadę', en: 'Legal note: liability for the defect' },
      text: {
        pl: 'Nie przyznawać wady na piśmie przed badaniem. Zgłoszenie do UOKiK w toku. Zaproponować odbiór wszystkich 24 kasków.',
        en: 'Do not admit the defect in writing before the examination. The report to the authority is under way. Offer to collect all 24 helmets.'
      }
    }
  ]
};
