import { writeFileSync } from 'node:fs';
import { zipTeamsApp } from '../channels/teams/package/app-zip.js';
import { readPackageSettings } from '../channels/teams/package/settings.js';
import { loadConfig } from '../config.js';
import { FaqError } from '../errors.js';
import { type Command, readArgs, usageError } from './command.js';

const FILE = 'faq-bot-teams.zip';

const USAGE = `faq-bot teams-package --app-id GUID --domain HOST [options]

  --app-id GUID      app id of the bot in Azure
  --domain HOST      host name the bot is reached at, such as bot.example.org
  --out FILE         where to write the app; ${FILE} without it
  --name NAME        what Teams calls the app, at most 30 characters
  --developer NAME   who offers it, at most 32 characters
  --website URL      page about it; the bot's own address without it
  --privacy URL      privacy notice; PRIVACY_URL or the website without it
  --terms URL        terms of use; the website without it
  --accent COLOUR    colour of the icon, such as #0b5a62
  --app-version V    raise it to replace an uploaded app; 1.0.0 without it`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  'app-id': TEXT,
  domain: TEXT,
  out: TEXT,
  name: TEXT,
  developer: TEXT,
  website: TEXT,
  privacy: TEXT,
  terms: TEXT,
  accent: TEXT,
  'app-version': TEXT,
} as const;

export const teamsPackage: Command = {
  name: 'teams-package',
  summary: 'write the app to upload to Microsoft Teams',
  usage: USAGE,
  async run(args, { env, print, warn }) {
    const { values, positionals } = readArgs(args, OPTIONS, USAGE);
    if (positionals.length > 0) {
      throw usageError(`"${positionals[0]}" is not expected here.`, USAGE);
    }
    const { 'app-id': appId, 'app-version': version, out = FILE, ...rest } = values;
    const privacy = values.privacy ?? loadConfig(env).PRIVACY_URL ?? undefined;
    const settings = readPackageSettings({ ...rest, appId, version, privacy });
    const zip = zipTeamsApp(settings);
    write(out, zip);
    print(`Wrote ${out}: ${settings.name} ${settings.version} on ${settings.domain}.`);
    print(`The bot must answer at https://${settings.domain}/api/messages.`);
    if (privacy === undefined || values.terms === undefined) {
      warn(`No privacy notice or no terms were named: their links lead to ${settings.website}.`);
    }
    return 0;
  },
};

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
    throw new FaqError('FILE_UNREADABLE', `The file ${file} cannot be written (${code}).`, '', {
      cause: error,
    });
  }
}
