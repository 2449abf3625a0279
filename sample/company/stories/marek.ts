import type { Story } from '../../../scripts/sample/story.ts';

const thread = 'marek-refund';
const phone = '+48 600 000 102';
const address = 'marek.kozibrod@example.com';

/** One thread over five channels: the bot knew where the refund is, nobody said why it takes so long. */
export const marek: Story = {
  account: { key: 'marek', name: 'Marek Kozibród', city: 'Zakopane' },
  contacts: [
    {
      key: 'marek',
      firstName: 'Marek',
      lastName: 'Kozibród',
      since: 'D-410 10:00',
      language: 'pl',
      email: address,
      mobile: phone,
      preferred: 'Chat'
    }
  ],
  consents: [
    {
      contact: 'marek',
      purpose: 'Service',
      status: 'Given',
      at: 'D-410 10:00',
      source: { pl: 'Rejestracja w sklepie', en: 'Registration in the shop' }
    },
    {
      contact: 'marek',
      channel: 'Newsletter',
      purpose: 'Marketing',
      status: 'Withdrawn',
      at: 'D-200 09:12',
      source: { pl: 'Link w newsletterze', en: 'Link in a newsletter' }
    }
  ],
  orders: [
    {
      number: 'ZP-000147',
      contact: 'marek',
      at: 'D-12 19:22',
      channel: 'Web',
      note: { pl: 'Zwrócone w ZAK.', en: 'Returned at ZAK.' },
      lines: [{ sku: 'BU-310', quantity: 1, note: { pl: 'zwrócone w ZAK', en: 'returned at ZAK' } }]
    }
  ],
  cases: [
    {
      key: 'marek-refund',
      contact: 'marek',
      subject: { pl: 'Zwrot pieniędzy za buty, ZP-000147', en: 'Refund for boots, ZP-000147' },
      type: 'Payment',
      origin: 'Email',
      group: 'Apparel',
      owner: 'roza',
      at: 'D-3 08:31'
    }
  ],
  emails: [
    {
      key: 'marek-asks',
      case: 'marek-refund',
      at: 'D-3 08:30',
      incoming: true,
      from: { name: 'Marek Kozibród', address },
      to: 'pomoc@zbik.example',
      subject: { pl: 'Gdzie są moje pieniądze?', en: 'Where is my money?' },
      text: {
        pl: 'Dzień dobry,\n\nbuty z zamówienia ZP-000147 oddałem w Zakopanem. Kiedy dostanę zwrot pieniędzy?\n\nMarek Kozibród',
        en: 'Hello,\n\nI returned the boots of order ZP-000147 in Zakopane. When do I get the refund?\n\nMarek Kozibród'
      }
    },
    {
      key: 'marek-auto',
      case: 'marek-refund',
      at: 'D-3 08:32',
      incoming: false,
      from: { name: 'Żbik i Paproć', address: 'pomoc@zbik.example' },
      to: address,
      subject: { pl: 'Odpowiedź automatyczna: mamy Twoją wiadomość', en: 'Automatic reply: we have your message' },
      text: {
        pl: 'Dziękujemy za wiadomość. Odpowiemy w ciągu dwóch dni roboczych.',
        en: 'Thank you for your message. We will answer within two working days.'
      }
    }
  ],
  interactions: [
    {
      key: 'marek-return',
      channel: 'Store',
      at: 'D-8 15:10',
      contact: 'marek',
      case: 'marek-refund',
      subject: { pl: 'Zwrot butów „Borsuk” w ZAK', en: 'Badger boots returned at ZAK' },
      body: {
        pl: 'Buty bez śladów noszenia, paragon był. Zwrot przyjęty.',
        en: 'Boots not worn, with the receipt. Return accepted.'
      },
      outcome: 'FollowUp',
      carried: [{ key: 'returnedAt', value: 'ZAK' }]
    },
    {
      key: 'marek-lost-call',
      channel: 'Phone',
      at: 'D-1 17:22',
      until: 'D-1 17:28:40',
      handle: phone,
      case: 'marek-refund',
      subject: { pl: 'Rozłączył się po 6:40 czekania', en: 'Hung up after waiting 6:40' },
      outcome: 'Abandoned'
    },
    {
      key: 'marek-ivr',
      channel: 'IVR',
      at: 'm-19',
      contact: 'marek',
      handle: phone,
      case: 'marek-refund',
      subject: { pl: 'Zwrot pieniędzy, numer zamówienia podany', en: 'Refund, order number given' },
      thread,
      outcome: 'Transferred',
      authentication: 'Verified',
      authenticatedAt: 'm-19',
      carried: [
        { key: 'orderNumber', value: 'ZP-000147' },
        { key: 'intent', value: 'refund' }
      ]
    },
    {
      key: 'marek-link',
      channel: 'SMS',
      direction: 'Outbound',
      at: 'm-18',
      contact: 'marek',
      handle: phone,
      case: 'marek-refund',
      subject: {
        pl: 'Link do rozmowy na stronie: 30 minut, jedno użycie',
        en: 'Link to go on on the web: 30 minutes, one use'
      },
      thread,
      switchedBy: 'Customer',
      purpose: 'Service',
      delivery: 'Sent'
    },
    {
      key: 'marek-web',
      channel: 'Web',
      at: 'm-16',
      contact: 'marek',
      case: 'marek-refund',
      subject: { pl: 'Zalogował się przez link', en: 'Signed in through the link' },
      thread,
      switchedBy: 'Customer',
      authentication: 'Verified',
      authenticatedAt: 'm-16',
      carried: [{ key: 'orderNumber', value: 'ZP-000147' }]
    },
    {
      key: 'marek-bot',
      channel: 'Chatbot',
      at: 'm-15',
      contact: 'marek',
      case: 'marek-refund',
      subject: {
        pl: 'Bot znalazł status zwrotu; pytanie „dlaczego tak długo” bez odpowiedzi',
        en: 'Bot found the state of the refund; “why so long” went unanswered'
      },
      body: {
        pl: 'Klient: kiedy pieniądze?\nBot: Zwrot ZP-000147 przyjęto w ZAK. Na które konto?\nKlient: PL30 9999 0000 0000 1234 0000 4821\nBot: Dziękuję. Przelew wyjdzie za dwa dni.\nKlient: dlaczego tak długo?\nBot: Nie wiem. Łączę z człowiekiem.',
        en: 'Customer: when is the money coming?\nBot: Return ZP-000147 was accepted at ZAK. To which account?\nCustomer: PL30 9999 0000 0000 1234 0000 4821\nBot: Thank you. The transfer leaves in two days.\nCustomer: why so long?\nBot: I do not know. I am getting a person.'
      },
      thread,
      switchedBy: 'Customer',
      outcome: 'Transferred',
      authentication: 'Verified',
      authenticatedAt: 'm-16',
      carried: [
        { key: 'orderNumber', value: 'ZP-000147' },
        { key: 'account', value: 'PL30 9999 0000 0000 1234 0000 4821', sensitive: true }
      ]
    },
    {
      key: 'marek-chat',
      channel: 'Chat',
      at: 'm-11',
      contact: 'marek',
      handle: address,
      case: 'marek-refund',
      subject: { pl: 'Gdzie zwrot?', en: 'Where is the refund?' },
      body: { pl: '13 dni, a pieniędzy nie ma.', en: '13 days, and no money.' },
      thread,
      switchedBy: 'Customer',
      authentication: 'Verified',
      authenticatedAt: 'm-16'
    }
  ],
  promises: [
    {
      key: 'marek-refund',
      contact: 'marek',
      case: 'marek-refund',
      what: { pl: 'Przelać 749 zł', en: 'Transfer PLN 749' },
      whose: 'Ours',
      due: 'D+2 23:59',
      givenAt: 'm-15'
    }
  ]
};
