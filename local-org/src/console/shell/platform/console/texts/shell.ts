import { me } from '../context.ts';

const ENGLISH = {
  appLauncher: 'App Launcher',
  close: 'Close',
  closeTab: 'Close {0}',
  componentFailed: 'The component {0} could not be shown',
  console: 'Console',
  details: 'Details',
  emptyList: 'No items to display.',
  emptyPage: 'This page has no components.',
  errorTitle: 'Something went wrong',
  items: '{0} items',
  itemsMore: '{0}+ items',
  itemsSorted: '{0} • Sorted by {1}',
  loading: 'Loading',
  minimize: 'Minimize',
  navigationMenu: 'Show navigation menu',
  noApp: 'You have no access to an app. Ask your administrator for a permission set that shows one.',
  noListViews: 'There are no list views for {0}.',
  related: 'Related',
  relatedActivity: 'Activity',
  relatedFeed: 'Feed',
  refresh: 'Refresh',
  retry: 'Try again',
  selectListView: 'Select a list view',
  showMore: 'Show more',
  skipToContent: 'Skip to content',
  subtabs: 'Subtabs of {0}',
  switchUser: 'Switch user',
  signOut: 'Log out',
  unsupportedComponent: 'Not supported by the local org: {0}',
  userMenu: 'View profile of {0}',
  utilityBar: 'Utility bar',
  workspaceTabs: 'Workspace tabs'
};

type Key = keyof typeof ENGLISH;

const POLISH: Readonly<Record<Key, string>> = {
  appLauncher: 'Program uruchamiający aplikacje',
  close: 'Zamknij',
  closeTab: 'Zamknij {0}',
  componentFailed: 'Nie można wyświetlić składnika {0}',
  console: 'Konsola',
  details: 'Szczegóły',
  emptyList: 'Brak elementów do wyświetlenia.',
  emptyPage: 'Ta strona nie ma składników.',
  errorTitle: 'Coś poszło nie tak',
  items: 'Elementy: {0}',
  itemsMore: 'Elementy: {0}+',
  itemsSorted: '{0} • Sortowanie: {1}',
  loading: 'Ładowanie',
  minimize: 'Minimalizuj',
  navigationMenu: 'Pokaż menu nawigacji',
  noApp: 'Nie masz dostępu do żadnej aplikacji. Poproś administratora o zestaw uprawnień, który ją udostępnia.',
  noListViews: 'Brak widoków listy dla: {0}.',
  related: 'Powiązane',
  relatedActivity: 'Aktywność',
  relatedFeed: 'Kanał',
  refresh: 'Odśwież',
  retry: 'Spróbuj ponownie',
  selectListView: 'Wybierz widok listy',
  showMore: 'Pokaż więcej',
  skipToContent: 'Przejdź do treści',
  subtabs: 'Karty podrzędne: {0}',
  switchUser: 'Przełącz użytkownika',
  signOut: 'Wyloguj się',
  unsupportedComponent: 'Nieobsługiwane przez lokalną organizację: {0}',
  userMenu: 'Wyświetl profil: {0}',
  utilityBar: 'Pasek narzędzi',
  workspaceTabs: 'Karty obszaru roboczego'
};

const TEXTS: Readonly<Record<Key, string>> = me.user.language.startsWith('pl') ? POLISH : ENGLISH;

/** A text of the console in the user's language; `{0}` is replaced by the first value. */
export function text(key: Key, ...values: readonly (string | number)[]): string {
  return values.reduce<string>((result, value, index) => result.replace(`{${index}}`, String(value)), TEXTS[key]);
}
