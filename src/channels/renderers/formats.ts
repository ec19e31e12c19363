/** How a channel writes bold, lists and links. */
export type Dialect = 'markdown' | 'teams' | 'mrkdwn' | 'rocket' | 'plain';

/** What one channel shows and how much of it. Renderers differ in shape; every number and switch stands here. */
export interface Format {
  readonly name: string;
  readonly dialect: Dialect;
  /** UTF-16 units of one message's text. */
  readonly maxText: number;
  /** UTF-16 units of one text block in it. */
  readonly maxBlock: number;
  /** Buttons in one message. */
  readonly maxButtons: number;
  /** UTF-16 units of a button's label. */
  readonly maxLabel: number;
  /** True where the channel has a sign for "an answer is on its way". */
  readonly typing: boolean;
}

/** Suggested actions Teams shows; it drops the others. (Teams platform, "Suggested actions") */
export const TEAMS_SUGGESTED = 3;

/**
 * The differences between the channels, as data.
 *
 * web: an own cap on text; the SDK's cap on suggested actions. teams: 28 KB a message in UTF-16 with everything in it, so
 * 10,000 units of text leave room for cards; a label longer than about 60 is cut on a phone. slack: section 3,000,
 * `text` is cut at 40,000, 25 elements in an actions block, label 75 (Slack API, "Reference: blocks"). mattermost: a post
 * holds 16,383. rocketchat: a message holds 5,000 unless its server is set up otherwise. plain: Telegram's 4,096; the
 * 2,000 of some others hold everything but a list for a visit with a dozen topics and more.
 */
export const FORMATS = {
  web: {
    name: 'website chat',
    dialect: 'markdown',
    maxText: 8000,
    maxBlock: 8000,
    maxButtons: 100,
    maxLabel: 100,
    typing: false,
  },
  teams: {
    name: 'Teams',
    dialect: 'teams',
    maxText: 10_000,
    maxBlock: 10_000,
    maxButtons: 12,
    maxLabel: 60,
    typing: true,
  },
  slack: {
    name: 'Slack',
    dialect: 'mrkdwn',
    maxText: 8000,
    maxBlock: 3000,
    maxButtons: 25,
    maxLabel: 75,
    typing: true,
  },
  mattermost: {
    name: 'Mattermost',
    dialect: 'markdown',
    maxText: 16_383,
    maxBlock: 16_383,
    maxButtons: 0,
    maxLabel: 0,
    typing: false,
  },
  rocketchat: {
    name: 'Rocket.Chat',
    dialect: 'rocket',
    maxText: 5000,
    maxBlock: 5000,
    maxButtons: 0,
    maxLabel: 0,
    typing: false,
  },
  plain: {
    name: 'plain text',
    dialect: 'plain',
    maxText: 4096,
    maxBlock: 4096,
    maxButtons: 0,
    maxLabel: 0,
    typing: true,
  },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;

/** Bot Framework channel ids and the format each is shown in; every other channel gets plain text. */
const BY_CHANNEL: Readonly<Record<string, FormatId>> = {
  webchat: 'web',
  directline: 'web',
  emulator: 'web',
  msteams: 'teams',
  slack: 'slack',
  mattermost: 'mattermost',
  rocketchat: 'rocketchat',
};

export function formatOf(channelId: string): FormatId {
  return Object.hasOwn(BY_CHANNEL, channelId) ? (BY_CHANNEL[channelId] ?? 'plain') : 'plain';
}
