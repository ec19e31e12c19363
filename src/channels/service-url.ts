import { isIP } from 'node:net';

/**
 * Where the Bot Framework's services take replies: Teams and Skype by exact host, since anybody can register a name
 * under trafficmanager.net, and everything below the framework's own domains.
 */
const SERVICE_HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
  '.botframework.com',
  '.botframework.azure.us',
];

export interface ServiceUrlRules {
  /** Further hosts; a leading dot allows all below it. */
  readonly hosts: readonly string[];
  /** True when the request came from this machine: replies may then go to it too. */
  readonly local: boolean;
  /** True when the request is authenticated: only then may replies leave this machine. */
  readonly authenticated: boolean;
}

/**
 * Whether replies may be posted to this address. It comes with the activity, the bot's own token goes there,
 * and some token kinds do not bind it: so hosts are on a list in any case.
 */
export function isServiceUrlAllowed(serviceUrl: string, rules: ServiceUrlRules): boolean {
  const url = parse(serviceUrl);
  if (url === null) {
    return false;
  }
  if (rules.local && isLoopbackName(url.hostname)) {
    return true;
  }
  return (
    rules.authenticated &&
    url.protocol === 'https:' &&
    url.port === '' &&
    isListed(url.hostname, rules.hosts)
  );
}

/** Only plain http(s) addresses that every URL parser reads alike. */
function parse(serviceUrl: string): URL | null {
  if (!/^https?:\/\/[\w.:[\]-]+(\/[\w.~%/-]*)?$/i.test(serviceUrl) || !URL.canParse(serviceUrl)) {
    return null;
  }
  return new URL(serviceUrl);
}

function isListed(host: string, extra: readonly string[]): boolean {
  return (
    isIP(host) === 0 &&
    [...SERVICE_HOSTS, ...extra.map((name) => name.toLowerCase())].some((name) =>
      name.startsWith('.') ? host.endsWith(name) : host === name,
    )
  );
}

function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
