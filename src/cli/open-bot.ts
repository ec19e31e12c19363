import { type LoadedBot, loadBot, PROJECT_ROOT } from '../bot.js';
import { loadConfig } from '../config.js';
import { oneLine } from '../errors.js';
import type { CliContext } from './command.js';

/**
 * The bot as the server would run it: same content, same settings from the environment. For what measures it:
 * figures of a bot that answers nothing would mislead.
 *
 * @throws FaqError also where only triage cannot be made.
 */
export function openBot({ env }: Pick<CliContext, 'env'>): LoadedBot {
  const loaded = loadBot(loadConfig(env));
  if (loaded.triageFault !== null) {
    throw loaded.triageFault;
  }
  return loaded;
}

/** The same for what talks to it: without triage it says so, as the server's does, and the reason is told aside. */
export function openBotAsServed({ env, warn }: Pick<CliContext, 'env' | 'warn'>): LoadedBot {
  return loadBot(loadConfig(env), (fault) => warn(`faq-bot: ${oneLine(fault)}`));
}

/** The folder that holds `intents/` and `content/`. */
export function contentRoot(env: CliContext['env']): string {
  return loadConfig(env).CONTENT_DIR ?? PROJECT_ROOT;
}
