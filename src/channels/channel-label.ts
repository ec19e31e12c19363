/** Channels counted by name; the id comes from outside, so any other is counted as one. */
const KNOWN = new Set([
  'directline',
  'webchat',
  'msteams',
  'emulator',
  'slack',
  'mattermost',
  'rocketchat',
  'email',
  'sms',
  'facebook',
  'telegram',
  'line',
  'agents',
]);

/** A channel id fit to be a metric's label and a log field. */
export function channelLabel(channelId: string): string {
  return KNOWN.has(channelId) ? channelId : 'other';
}
