import { LightningElement } from 'lwc';
import { me } from '../../platform/console/context.ts';
import { messageOf, request } from '../../platform/console/http.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

const LANGUAGES = [
  { code: 'en_US', label: 'English' },
  { code: 'pl', label: 'Polski' }
];

/** The topmost line: the org, and the menu of the signed-in user. */
export default class GlobalHeader extends LightningElement {
  readonly labels = {
    skip: text('skipToContent'),
    menu: text('userMenu', me.user.name),
    switchUser: text('switchUser'),
    signOut: text('signOut')
  };
  readonly organization = me.organization.name;
  readonly signedIn = me.user.name;
  readonly languages = LANGUAGES.map(({ code, label }) => ({
    value: `language ${code}`,
    label,
    checked: me.user.language === code
  }));
  readonly users = me.users
    .filter(({ username }) => username !== me.user.username)
    .map(({ username, name }) => ({ value: `user ${username}`, label: name }));

  handleSkip(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('skip'));
  }

  async handleSelect(event: CustomEvent<{ readonly value: string }>): Promise<void> {
    const [action = '', value] = event.detail.value.split(' ');
    try {
      if (action === 'logout') {
        location.assign('/secur/logout.jsp');
        return;
      }
      if (action === 'user') await request('POST', '/console/api/switch-user', { username: value });
      if (action === 'language') await request('POST', '/console/api/language', { language: value });
      location.reload();
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: messageOf(error), variant: 'error' }));
    }
  }
}
