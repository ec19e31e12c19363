import type { Config } from './config.js';
import { FaqError } from './errors.js';

/**
 * Sites whose pages may ask for chat tokens: those that were set and, once there is one, the bot's own,
 * where the chat page in their frames comes from.
 */
export function chatOrigins({ ALLOWED_ORIGINS: origins, PUBLIC_URL: own }: Config): string[] {
  return origins.length > 0 && own !== null ? [...origins, new URL(own).origin] : [...origins];
}

/**
 * What an operator should hear at start about who can reach what.
 *
 * @throws FaqError CONFIG_INVALID for unreviewed content on an address others reach, unless it was accepted.
 */
export function exposureNotices(config: Config, unreviewed: number): string[] {
  const notices = unreviewed > 0 ? [unreviewedNotice(unreviewed)] : [];
  if (config.loopback) {
    return notices;
  }
  if (unreviewed > 0 && !config.ACCEPT_UNREVIEWED) {
    const hint = 'Set ACCEPT_UNREVIEWED=yes to serve them to others all the same.';
    throw new FaqError('CONFIG_INVALID', unreviewedNotice(unreviewed), hint);
  }
  if (config.MicrosoftAppId === null) {
    notices.push('No MicrosoftAppId is set: /api/messages answers 404.');
  }
  if (config.ALLOWED_ORIGINS.length === 0 && config.DIRECT_LINE_SECRET === null) {
    notices.push(
      'Neither ALLOWED_ORIGINS nor DIRECT_LINE_SECRET is set: the website chat is closed.',
    );
  }
  return notices;
}

function unreviewedNotice(unreviewed: number): string {
  return unreviewed === 1
    ? 'WARNING: 1 answer has not been reviewed by a clinician.'
    : `WARNING: ${unreviewed} answers have not been reviewed by a clinician.`;
}
