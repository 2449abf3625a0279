import type { Story } from '../../../scripts/sample/story.ts';

const thread = 'ryszard-instalment';
const messenger = 'msgr-ryszard-rb';

/** A debt, no phone calls any more, and an offer in the same thread after weeks of silence. */
export const ryszard: Story = {
  account: { key: 'ryszard', name: 'Ryszard Ratajec-Borówka', city: 'Poznań' },
  contacts: [
    {
      key: 'ryszard',
      firstName: 'Ryszard',
      lastName: 'Ratajec-Borówka',
      since: 'D-620 11:00',
      language: 'pl',
      email: 'ryszard.ratajec@example.com',
      mobile: '+48 600 000 104',
      preferred: 'Messenger'
    }
  ],
  identities: [
    {
      contact: 'ryszard',
      kind: 'Messenger',
      handle: messenger,
      basis: 'Signed in',
      verifiedAt: 'D-150 10:20'
    }
  ],
  consents: (['Service', 'Marketing', 'Collections'] as const).map((purpose) => ({
    contact: 'ryszard',
    channel: 'Phone',
    purpose,
    status: 'Withdrawn' as const,
    at: 'D-20 18:03',
    source: { pl: 'Formularz: „Proszę nie dzwonić”', en: 'Form: “Please do not call”' }
  })),
  orders: [
    {
      number: 'ZP-000098',
      contact: 'ryszard',
      at: 'D-150 10:10',
      channel: 'Web',
      note: { pl: 'Na sześć rat.', en: 'In six instalments.' },
      lines: [
        { sku: 'NA-410', quantity: 1 },
        { sku: 'EL-710', quantity: 2 }
      ]
    }
  ],
  cases: [
    {
      key: 'ryszard-instalment',
      contact: 'ryszard',
      subject: { pl: 'Rata 4 z 6, ZP-000098', en: 'Instalment 4 of 6, ZP-000098' },
      type: 'Receivable',
      origin: 'Messenger',
      owner: 'roza',
      at: 'D-27 10:00'
    }
  ],
  interactions: [
    {
      key: 'ryszard-reminder',
      channel: 'Messenger',
      direction: 'Outbound',
      at: 'D-27 10:02',
      contact: 'ryszard',
      handle: messenger,
      case: 'ryszard-instalment',
      agent: 'roza',
      subject: { pl: 'Przypomnienie o racie 4', en: 'Reminder of instalment 4' },
      body: {
        pl: 'Dzień dobry, rata 4 (331,33 zł) była płatna wczoraj. Czy coś stanęło na przeszkodzie?',
        en: 'Hello, instalment 4 (PLN 331.33) was due yesterday. Did something get in the way?'
      },
      thread,
      purpose: 'Collections',
      delivery: 'Sent'
    },
    {
      key: 'ryszard-no-phone',
      channel: 'WebForm',
      at: 'D-20 18:03',
      handle: 'ryszard.ratajec@example.com',
      contact: 'ryszard',
      case: 'ryszard-instalment',
      subject: { pl: 'Proszę do mnie nie dzwonić', en: 'Please do not call me' },
      body: {
        pl: 'Wycofuję zgodę na telefon. Proszę pisać.',
        en: 'I withdraw my consent to phone calls. Please write.'
      }
    },
    {
      key: 'ryszard-bot',
      channel: 'Chatbot',
      at: 'D-9 23:41',
      contact: 'ryszard',
      case: 'ryszard-instalment',
      subject: { pl: 'Bot podał harmonogram rat', en: 'Bot gave the schedule of instalments' },
      body: {
        pl: 'Klient: ile zostało?\nBot: Trzy raty po 331,33 zł, razem 993,99 zł.',
        en: 'Customer: how much is left?\nBot: Three instalments of PLN 331.33, PLN 993.99 in all.'
      },
      outcome: 'Resolved',
      authentication: 'Verified',
      authenticatedAt: 'D-9 23:40',
      carried: [{ key: 'balance', value: '993.99 PLN' }]
    },
    {
      key: 'ryszard-offer',
      channel: 'Messenger',
      at: 'm-120',
      handle: messenger,
      case: 'ryszard-instalment',
      body: { pl: 'Połowę w piątek?', en: 'Half on Friday?' },
      subject: { pl: 'Propozycja spłaty', en: 'Offer to pay' },
      thread
    }
  ],
  promises: [
    {
      key: 'ryszard-pays',
      contact: 'ryszard',
      case: 'ryszard-instalment',
      what: { pl: 'Zapłacić połowę raty 4', en: 'Pay half of instalment 4' },
      whose: 'Customer',
      due: 'D+6 23:59',
      givenAt: 'm-120'
    }
  ]
};
