import type { Story, SystemEventOf } from '../../../scripts/sample/story.ts';

const address = 'oksana.malwa@example.com';
const phone = '+48 600 000 105';
const from = { name: 'Oksana Malwa', address };

const notes = [
  { pl: 'Magazyn: stan BU-310 odczytany', en: 'Stock: BU-310 was read' },
  { pl: 'Poczta: wiadomość przekazana do skrzynki', en: 'Mail: message handed to the mailbox' },
  { pl: 'Sprawa: termin przeliczony', en: 'Case: deadline calculated' },
  { pl: 'Kolejka: kolejność zmieniona', en: 'Queue: order changed' }
];

/** Forty notes that systems wrote by themselves, on every day of the case. */
const systemEvents: SystemEventOf[] = Array.from({ length: 40 }, (_, index) => {
  const day = 6 - Math.floor(index / 8);
  const hour = 9 + (index % 8);
  return {
    key: `oksana-system-${String(index + 1)}`,
    contact: 'oksana',
    case: 'oksana-boots',
    at: `D-${String(day)} ${String(hour).padStart(2, '0')}:05`,
    subject: notes[index % notes.length] ?? ''
  };
});

/** Two records share her address, so nobody links them by themselves; a complaint in Ukrainian with the clock of the law. */
export const oksana: Story = {
  account: { key: 'oksana', name: 'Oksana Malwa', city: 'Wrocław' },
  contacts: [
    {
      key: 'oksana',
      firstName: 'Oksana',
      lastName: 'Malwa',
      since: 'D-320 13:00',
      language: 'uk',
      email: address,
      mobile: phone,
      preferred: 'Email'
    },
    {
      key: 'oksana-shop',
      firstName: 'Oksana',
      lastName: 'Malwa',
      since: 'D-34 17:00',
      language: 'uk',
      email: address,
      city: 'Legnica',
      note: { pl: 'Założona w sklepie WRO.', en: 'Made in the shop WRO.' }
    }
  ],
  orders: [
    {
      number: 'ZP-000121',
      contact: 'oksana-shop',
      at: 'D-34 17:05',
      channel: 'Store',
      lines: [{ sku: 'BU-310', quantity: 1, note: '39' }]
    }
  ],
  cases: [
    {
      key: 'oksana-boots',
      subject: 'Протікають черевики',
      type: 'Complaint',
      origin: 'Email',
      group: 'Apparel',
      owner: 'olha',
      at: 'D-6 08:20',
      language: 'uk',
      supplied: { name: 'Oksana Malwa', email: address }
    }
  ],
  emails: [
    {
      key: 'oksana-leak',
      case: 'oksana-boots',
      at: 'D-6 08:20',
      incoming: true,
      from,
      to: 'pomoc@zbik.example',
      subject: 'Протікають черевики',
      text: 'Добрий день!\n\nЧеревики «Борсук», куплені у Вроцлаві, протікають. Я хочу нову пару.\n\nОксана Мальва'
    },
    {
      key: 'oksana-again',
      case: 'oksana-boots',
      at: 'm-4',
      incoming: true,
      from,
      to: 'pomoc@zbik.example',
      subject: 'Re: Протікають черевики',
      text: 'Надсилаю фото підошви. Коли буде відповідь?'
    }
  ],
  interactions: [
    {
      key: 'oksana-call',
      channel: 'Phone',
      at: 'D-4 11:15',
      until: 'D-4 11:24',
      handle: phone,
      case: 'oksana-boots',
      agent: 'tymon',
      subject: { pl: 'Rozmowa o butach, brak wspólnego języka', en: 'Call about boots, no common language' },
      body: {
        pl: 'Pani mówi po ukraińsku, zrozumiałem tylko rozmiar 39. Przekażę komuś, kto mówi.',
        en: 'She speaks Ukrainian, I understood only the size, 39. I will hand it to somebody who speaks it.'
      },
      outcome: 'FollowUp',
      carried: [{ key: 'size', value: '39' }]
    },
    {
      key: 'oksana-messenger',
      channel: 'Messenger',
      at: 'D-2 13:40',
      handle: 'msgr-malwa-oks',
      case: 'oksana-boots',
      subject: 'Черевики',
      body: 'Є новини щодо моїх черевиків?',
      carried: [
        { key: 'language', value: 'uk' },
        { key: 'product', value: 'BU-310' }
      ]
    }
  ],
  comments: [
    {
      case: 'oksana-boots',
      at: 'D-2 14:26',
      by: 'olha',
      text: { pl: 'Przejęte. Odpiszę po ukraińsku.', en: 'Taken over. I will answer in Ukrainian.' }
    }
  ],
  handovers: [
    {
      key: 'oksana-handover',
      case: 'oksana-boots',
      from: 'tymon',
      to: 'olha',
      at: 'D-2 14:10',
      brief: {
        pl: 'Klientka pisze po ukraińsku. Buty BU-310, rozmiar 39, przeciekają; chce nowej pary. Zadzwoniłem, ale nie znaleźliśmy wspólnego języka. Teraz: odpisać po ukraińsku.',
        en: 'The customer writes Ukrainian. Boots BU-310, size 39, leak; she wants a new pair. We spoke on the phone and had no language in common. Next: an answer in Ukrainian.'
      },
      acknowledgedAt: 'D-2 14:25'
    }
  ],
  systemEvents
};
