import type { Story } from '../../../scripts/sample/story.ts';

/** One phone and two people: a wrong link that was undone, and a call that may be of either. */
export const dwojak: Story = {
  account: { key: 'dwojak', name: 'Alicja i Adam Dwojakowie', city: 'Warszawa' },
  contacts: [
    {
      key: 'alicja',
      firstName: 'Alicja',
      lastName: 'Dwojak',
      since: 'D-300 10:00',
      email: 'alicja.dwojak@example.com',
      phone: '+48 600 000 109'
    },
    {
      key: 'adam',
      firstName: 'Adam',
      lastName: 'Dwojak',
      since: 'D-280 10:00',
      email: 'adam.dwojak@example.com',
      mobile: '600-000-109'
    }
  ],
  identities: [
    {
      contact: 'adam',
      kind: 'Email',
      handle: 'prezenty.dwojak@example.com',
      basis: 'Unlinked by an agent',
      unlinked: true
    },
    {
      contact: 'alicja',
      kind: 'Email',
      handle: 'prezenty.dwojak@example.com',
      basis: 'Linked by an agent',
      verifiedAt: 'D-2 15:20'
    }
  ],
  orders: [
    {
      number: 'ZP-000172',
      contact: 'alicja',
      at: 'D-3 20:00',
      channel: 'Web',
      note: { pl: 'Prezent dla Adama: nie mówić.', en: 'A gift for Adam: do not tell.' },
      lines: [{ sku: 'EL-701', quantity: 1 }]
    }
  ],
  cases: [
    {
      key: 'dwojak-call',
      subject: { pl: 'Pytanie o zamówienie', en: 'Question about an order' },
      origin: 'Phone',
      status: 'New',
      owner: 'iwo',
      at: 'm-33',
      supplied: { name: 'Dwojak', phone: '600 000 109' }
    }
  ],
  interactions: [
    {
      key: 'dwojak-gift',
      channel: 'WebForm',
      at: 'D-2 10:30',
      handle: 'prezenty.dwojak@example.com',
      subject: { pl: 'Opakowanie na prezent, ZP-000172', en: 'Gift wrapping, ZP-000172' },
      body: {
        pl: 'Proszę zapakować zegarek na prezent i nie dzwonić do domu.',
        en: 'Please wrap the watch as a gift and do not call the house.'
      },
      carried: [{ key: 'orderNumber', value: 'ZP-000172' }]
    },
    {
      key: 'dwojak-call',
      channel: 'Phone',
      at: 'm-33',
      handle: '600 000 109',
      case: 'dwojak-call',
      subject: { pl: 'Czy zamówienie już wyszło?', en: 'Has the order left?' },
      body: {
        pl: 'Głos w tle, rozmówca nie podał imienia. Pyta, czy zamówienie wyszło.',
        en: 'Voices in the background, the caller gave no first name. Asks whether the order has left.'
      }
    }
  ],
  audits: [
    {
      contact: 'adam',
      interaction: 'dwojak-gift',
      action: 'Link',
      by: 'tymon',
      at: 'D-2 11:05',
      subject: {
        pl: 'prezenty.dwojak@example.com połączono z Adamem Dwojakiem',
        en: 'prezenty.dwojak@example.com linked to Adam Dwojak'
      },
      reason: { pl: 'To samo nazwisko', en: 'Same last name' },
      undone: true
    },
    {
      contact: 'adam',
      interaction: 'dwojak-gift',
      action: 'Unlink',
      by: 'kalina',
      at: 'D-2 15:20',
      subject: {
        pl: 'prezenty.dwojak@example.com odłączono od Adama Dwojaka',
        en: 'prezenty.dwojak@example.com unlinked from Adam Dwojak'
      },
      reason: { pl: 'Zamówienie złożyła Alicja', en: 'Alicja placed the order' }
    }
  ]
};
