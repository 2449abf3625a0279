const channelIcons: ReadonlyMap<string, string> = new Map([
  ['Phone', 'standard:call'],
  ['Voicemail', 'standard:call_history'],
  ['Email', 'standard:email'],
  ['WebForm', 'standard:form'],
  ['Chat', 'standard:live_chat'],
  ['SMS', 'standard:sms'],
  ['Messenger', 'standard:messaging_conversation'],
  ['WhatsApp', 'standard:whatsapp'],
  ['Viber', 'standard:messaging_user'],
  ['Chatbot', 'standard:bot'],
  ['Video', 'standard:video'],
  ['CoBrowse', 'standard:screen'],
  ['Web', 'standard:portal'],
  ['MobileApp', 'standard:device'],
  ['Store', 'standard:store'],
  ['IVR', 'standard:voice_call'],
  ['Newsletter', 'standard:campaign'],
  ['Push', 'standard:push'],
  ['Social', 'standard:social'],
  ['Letter', 'standard:letterhead'],
  ['Fax', 'standard:document']
]);

const directionIcons: ReadonlyMap<string, string> = new Map([
  ['Inbound', 'utility:back'],
  ['Outbound', 'utility:forward'],
  ['Internal', 'utility:groups']
]);

/** The icon of a channel; a channel without one has the icon of its source. */
export function channelIcon(channel: string | null | undefined, sourceIcon: string | null | undefined): string {
  return channelIcons.get(channel ?? '') ?? sourceIcon ?? 'standard:record';
}

/** The icon of a direction, if it has one. An arrow to the left comes from the customer. */
export function directionIcon(direction: string | null | undefined): string | undefined {
  return directionIcons.get(direction ?? '');
}
