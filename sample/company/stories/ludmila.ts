import type { Story } from '../../../scripts/sample/story.ts';

const whatsApp = '+48 600 000 110';
const address = 'ludmila.cisza@example.com';

/** She does not hear: never call. Five times she wrote, a promise was missed, the law's clock runs. */
export const ludmila: Story = {
  account: { key: 'ludmila', name: 'Ludmiła Cisza', city: 'Łódź' },
  contacts: [
    {
      key: 'ludmila',
      firstName: 'Ludmiła',
      lastName: 'Cisza',
      since: 'D-140 12:00',
      language: 'pl',
      email: address,
      preferred: 'WhatsApp',
      note: { pl: 'Nie słyszy: tylko pisać, nigdy nie dzwonić.', en: 'Does not hear: write only, never call.' }
    }
  ],
  identities: [
    {
      contact: 'ludmila',
      kind: 'Phone',
      handle: '+48600000110',
      basis: 'Verified handle',
      verifiedAt: 'D-10 09:00'
    },
    {
      contact: 'ludmila',
      kind: 'Social',
      handle: '@cisza.w.gorach',
      basis: 'Given by the channel'
    }
  ],
  consents: (['Service', 'Marketing'] as const).map((purpose) => ({
    contact: 'ludmila',
    channel: 'Phone',
    purpose,
    status: 'Withdrawn' as const,
    at: 'D-140 12:00',
    source: { pl: 'Rejestracja: „nie słyszę”', en: 'Registration: “I do not hear”' }
  })),
  orders: [
    {
      number: 'ZP-000126',
      contact: 'ludmila',
      at: 'D-30 18:20',
      channel: 'Web',
      lines: [{ sku: 'SP-520', quantity: 1 }]
    }
  ],
  cases: [
    {
      key: 'ludmila-bag',
      contact: 'ludmila',
      subject: { pl: 'Śpiwór puszcza szwy', en: 'The sleeping bag comes apart at the seams' },
      type: 'Complaint',
      origin: 'WebForm',
      group: 'Camping',
      status: 'Escalated',
      priority: 'High',
      owner: 'gniewko',
      at: 'D-11 09:40'
    }
  ],
  emails: [
    {
      key: 'ludmila-mail',
      case: 'ludmila-bag',
      at: 'D-7 08:05',
      incoming: true,
      from: { name: 'Ludmiła Cisza', address },
      to: 'pomoc@zbik.example',
      subject: { pl: 'Śpiwór „Suseł”: czekam', en: 'Gopher sleeping bag: I am waiting' },
      text: {
        pl: 'Piszę trzeci raz. Śpiwór puszcza szwy, zdjęcia były w formularzu.',
        en: 'This is the third time I write. The bag comes apart, photos were in the form.'
      }
    },
    {
      key: 'ludmila-promised',
      case: 'ludmila-bag',
      at: 'D-7 14:30',
      incoming: false,
      from: { name: 'Gniewko Torf', address: 'pomoc@zbik.example' },
      to: address,
      subject: { pl: 'Odp.: Śpiwór „Suseł”: czekam', en: 'Re: Gopher sleeping bag: I am waiting' },
      text: {
        pl: 'Przepraszam za zwłokę. Odpowiem w ciągu dwóch dni.',
        en: 'I am sorry for the delay. I will answer within two days.'
      }
    }
  ],
  interactions: [
    {
      key: 'ludmila-form',
      channel: 'WebForm',
      at: 'D-11 09:40',
      handle: address,
      case: 'ludmila-bag',
      subject: { pl: 'Śpiwór puszcza szwy', en: 'The sleeping bag comes apart at the seams' },
      body: {
        pl: 'Po trzech nocach szwy się prują. Nie słyszę, proszę tylko pisać.',
        en: 'After three nights the seams give way. I do not hear, please only write.'
      },
      carried: [
        { key: 'product', value: 'SP-520' },
        { key: 'orderNumber', value: 'ZP-000126' }
      ]
    },
    {
      key: 'ludmila-whatsapp-1',
      channel: 'WhatsApp',
      at: 'D-10 09:00',
      handle: whatsApp,
      case: 'ludmila-bag',
      subject: { pl: 'Czy formularz dotarł?', en: 'Did the form arrive?' },
      body: { pl: 'Czy formularz dotarł?', en: 'Did the form arrive?' },
      thread: 'ludmila-whatsapp'
    },
    {
      key: 'ludmila-whatsapp-2',
      channel: 'WhatsApp',
      at: 'D-3 19:12',
      handle: whatsApp,
      case: 'ludmila-bag',
      subject: { pl: 'Dwa dni minęły', en: 'The two days are over' },
      body: { pl: 'Dwa dni minęły. Śpiwór puszcza szwy.', en: 'The two days are over. The bag comes apart.' },
      thread: 'ludmila-whatsapp'
    },
    {
      key: 'ludmila-post',
      channel: 'Social',
      at: 'm-55',
      handle: '@cisza.w.gorach',
      case: 'ludmila-bag',
      subject: { pl: 'Wpis publiczny', en: 'Public post' },
      body: {
        pl: 'Piszę piąty raz. Śpiwór puszcza szwy, @zbikipaproc milczy.',
        en: 'This is the fifth time I write. The bag comes apart, @zbikipaproc says nothing.'
      }
    }
  ],
  promises: [
    {
      key: 'ludmila-answer',
      contact: 'ludmila',
      case: 'ludmila-bag',
      what: { pl: 'Odpowiedzieć w ciągu dwóch dni', en: 'Answer within two days' },
      whose: 'Ours',
      due: 'D-5 23:59',
      status: 'Missed',
      givenAt: 'D-7 14:30'
    }
  ]
};
