import type { Activity } from 'botbuilder';
import { type FormatId, formatOf } from './renderers/formats.js';
import { renderMattermost } from './renderers/mattermost.js';
import { renderPlain } from './renderers/plain.js';
import type { Said, Scene } from './renderers/said.js';
import { renderSlack } from './renderers/slack.js';
import { renderTeams } from './renderers/teams.js';
import { renderWeb } from './renderers/web.js';

type Renderer = (said: Said, scene: Scene) => Partial<Activity>;

const RENDERERS: Readonly<Record<FormatId, Renderer>> = {
  web: renderWeb,
  teams: renderTeams,
  slack: renderSlack,
  mattermost: renderMattermost,
  rocketchat: renderMattermost,
  plain: renderPlain,
};

/**
 * One reply as one message activity in the way of its channel. Lays the words out; changes none.
 *
 * @param channelId Bot Framework channel id; one that is not known gets plain text.
 * @param shared true where others read along.
 */
export function render(said: Said, channelId: string, shared = false): Partial<Activity> {
  return RENDERERS[formatOf(channelId)](said, { channelId, shared });
}
