import { type LoadedBot, loadBot, PROJECT_ROOT } from '../bot.js';
import { loadConfig } from '../config.js';
import type { CliContext } from './command.js';

/** The bot as the server would run it: same content, same settings from the environment. */
export function openBot({ env }: Pick<CliContext, 'env'>): LoadedBot {
  return loadBot(loadConfig(env));
}

/** The folder that holds `intents/` and `content/`. */
export function contentRoot(env: CliContext['env']): string {
  return loadConfig(env).CONTENT_DIR ?? PROJECT_ROOT;
}
