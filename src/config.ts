import type { z } from 'zod';
import { FaqError } from './errors.js';
import { MANAGED, MULTI_TENANT, SECRETS, VARIABLES } from './settings.js';

type Settings = z.output<typeof VARIABLES>;

/** All settings, checked, plus what follows from them. */
export interface Config extends Settings {
  /** True when only this machine can connect. */
  readonly loopback: boolean;
}

/**
 * Reads the settings.
 *
 * @throws FaqError CONFIG_INVALID with one sentence for each fault, all of them at once.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = VARIABLES.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const faults = [
    ...issues.map(({ path, message }) => faultOf(String(path[0]), message, given)),
    ...contradictions(given),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new FaqError('CONFIG_INVALID', faults.join('\n'), 'See .env.example for every setting.');
  }
  return { ...parsed.data, loopback: isLoopbackHost(parsed.data.HOST) };
}

type Given = Readonly<Record<string, string | undefined>>;

function faultOf(name: string, message: string, given: Given): string {
  return SECRETS.has(name) ? `${name} ${message}.` : `${name} ${message}, but is "${given[name]}".`;
}

/** Settings that are fine alone and wrong together, as the SDK would only find out at the first turn. */
function contradictions(given: Given): string[] {
  const {
    MicrosoftAppId: id,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: tenant,
  } = given;
  const type = given.MicrosoftAppType ?? MULTI_TENANT;
  const isMultiTenant = type.toLowerCase() === MULTI_TENANT.toLowerCase();
  const isManaged = type.toLowerCase() === MANAGED.toLowerCase();
  const rules: [boolean, string][] = [
    [!id && !!password, 'MicrosoftAppPassword is set, but MicrosoftAppId is not.'],
    [!id && !isMultiTenant, `MicrosoftAppType ${type} needs MicrosoftAppId.`],
    [!!id && !tenant && !isMultiTenant, `MicrosoftAppType ${type} needs MicrosoftAppTenantId.`],
    [
      !!id && !password && !isManaged,
      `MicrosoftAppId needs MicrosoftAppPassword, or MicrosoftAppType ${MANAGED}.`,
    ],
    [
      !given.SLACK_SIGNING_SECRET !== !given.SLACK_BOT_TOKEN,
      'SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN need each other.',
    ],
    [isManaged && !!password, `MicrosoftAppType ${MANAGED} takes no MicrosoftAppPassword.`],
  ];
  return rules.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}
