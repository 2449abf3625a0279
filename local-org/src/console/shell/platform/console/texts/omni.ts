import { translated } from './translated.ts';

const ENGLISH = {
  accept: 'Accept',
  acceptItem: 'Accept {0}',
  acceptWithin: 'Accept within {0}',
  acceptWithinNoTime: 'Time is up',
  arrived: 'New work: {0}',
  arrivedWithin: 'New work: {0}. Accept within {1}.',
  capacity: 'Capacity',
  capacityUsed: '{0} of {1} used',
  changePresence: 'Change your presence',
  closeItem: 'Close work on {0}',
  decline: 'Decline',
  declineItem: 'Decline {0}',
  declineReason: 'Why do you decline it?',
  myWork: 'My Work ({0})',
  newWork: 'New ({0})',
  noNewWork: 'No new work.',
  noNewWorkBusy: 'You are busy: no work comes to you.',
  noNewWorkOffline: 'You are offline: no work comes to you.',
  noOpenWork: 'No open work.',
  offline: 'Offline',
  since: 'Since {0}',
  title: 'Omni-Channel',
  titleNew: 'Omni-Channel ({0}), new work: {1}',
  titleStatus: 'Omni-Channel ({0})',
  waiting: 'Waiting {0}',
  workedOn: 'Yours for {0}'
};

const POLISH: typeof ENGLISH = {
  accept: 'Przyjmij',
  acceptItem: 'Przyjmij {0}',
  acceptWithin: 'Przyjmij w ciągu {0}',
  acceptWithinNoTime: 'Czas minął',
  arrived: 'Nowa praca: {0}',
  arrivedWithin: 'Nowa praca: {0}. Czas na przyjęcie: {1}.',
  capacity: 'Pojemność',
  capacityUsed: 'zajęte {0} z {1}',
  changePresence: 'Zmień swoją obecność',
  closeItem: 'Zakończ pracę nad {0}',
  decline: 'Odrzuć',
  declineItem: 'Odrzuć {0}',
  declineReason: 'Dlaczego odrzucasz?',
  myWork: 'Moja praca ({0})',
  newWork: 'Nowe ({0})',
  noNewWork: 'Brak nowej pracy.',
  noNewWorkBusy: 'Masz status zajętości: praca do Ciebie nie trafia.',
  noNewWorkOffline: 'Jesteś w trybie offline: praca do Ciebie nie trafia.',
  noOpenWork: 'Brak otwartej pracy.',
  offline: 'Offline',
  since: 'Od {0}',
  title: 'Omni-Channel',
  titleNew: 'Omni-Channel ({0}), nowa praca: {1}',
  titleStatus: 'Omni-Channel ({0})',
  waiting: 'Czeka {0}',
  workedOn: 'Twoje od {0}'
};

/** A text of the Omni-Channel utility in the user's language; `{0}` is replaced by the first value. */
export const text = translated(ENGLISH, POLISH);
