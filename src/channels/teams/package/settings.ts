import { domainToASCII } from 'node:url';
import { FaqError } from '../../../errors.js';

/** What an operator may say about the app, as it was typed. */
export interface PackageOptions {
  readonly appId?: string | undefined;
  readonly domain?: string | undefined;
  readonly name?: string | undefined;
  readonly developer?: string | undefined;
  readonly website?: string | undefined;
  readonly privacy?: string | undefined;
  readonly terms?: string | undefined;
  readonly accent?: string | undefined;
  readonly version?: string | undefined;
}

/** The same, checked, in one spelling, and whole. */
export type PackageSettings = {
  readonly [option in keyof PackageOptions]-?: string;
};

/** The website chat's own colour. */
const ACCENT = '#0b5a62';
const NAME = 'Immunotherapy FAQ';
const VERSION = '1.0.0';
/** UTF-16 units; the manifest schema counts characters, so these are never more. */
const MAX = { name: 30, developer: 32, url: 2048 } as const;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NO_GUID = '00000000-0000-0000-0000-000000000000';
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const COLOUR = /^#[0-9a-f]{6}$/;
const SEMVER = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}$/;

/**
 * Checks the options. The privacy notice and the terms lead to the website where nothing else is named: Teams takes no
 * app without them.
 *
 * @throws FaqError USAGE with one sentence for the first fault.
 */
export function readPackageSettings(options: PackageOptions): PackageSettings {
  const appId = readAppId(options.appId);
  const domain = readDomain(options.domain);
  const website = readUrl('--website', options.website ?? `https://${domain}/`);
  const name = readName('--name', options.name ?? NAME, MAX.name);
  return {
    appId,
    domain,
    name,
    developer: readName('--developer', options.developer ?? name, MAX.developer),
    website,
    privacy: readUrl('--privacy', options.privacy ?? website),
    terms: readUrl('--terms', options.terms ?? website),
    accent: readMatch('--accent', options.accent ?? ACCENT, COLOUR, `a colour such as ${ACCENT}`),
    version: readMatch(
      '--app-version',
      options.version ?? VERSION,
      SEMVER,
      'a version such as 1.2.0',
    ),
  };
}

function readAppId(given = ''): string {
  const id = readMatch('--app-id', given, GUID, "the bot's app id as Azure shows it, a GUID");
  if (id === NO_GUID) {
    throw fault('--app-id', given, "the bot's own app id");
  }
  return id;
}

/** A name other machines can look up, without scheme, port or path; an address in numbers is none. */
function readDomain(given = ''): string {
  // Names in other scripts get the spelling that certificates and the manifest use; what is no name becomes ''.
  const domain = /[\s/:@?#%*\\]/.test(given) ? '' : domainToASCII(given).toLowerCase();
  const labels = domain.split('.');
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label));
  if (!isName || domain.length > 253 || /^\d+$/.test(labels.at(-1) ?? '')) {
    throw fault('--domain', given, 'the host name the bot is reached at, such as bot.example.org');
  }
  return domain;
}

/** Teams opens these in the browser: https alone, and no name or password in them. */
function readUrl(option: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const fits =
    url?.protocol === 'https:' && url.username + url.password === '' && url.hostname.includes('.');
  if (url === null || !fits || url.href.length > MAX.url) {
    throw fault(option, given, 'an address such as https://www.example.org/privacy');
  }
  return url.href;
}

function readName(option: string, given: string, most: number): string {
  const name = given.normalize('NFC').trim();
  if (name === '' || name.length > most || /[\p{C}<>]/u.test(name)) {
    throw fault(option, given, `1 to ${most} characters of plain text`);
  }
  return name;
}

function readMatch(option: string, given: string, pattern: RegExp, expected: string): string {
  const value = given.trim().toLowerCase();
  if (!pattern.test(value)) {
    throw fault(option, given, expected);
  }
  return value;
}

function fault(option: string, given: string, expected: string): FaqError {
  const shown = given.length > 60 ? `${given.slice(0, 60)}…` : given;
  const but = given === '' ? 'is missing' : `cannot be ${JSON.stringify(shown)}`;
  return new FaqError('USAGE', `${option} ${but}: give ${expected}.`);
}
