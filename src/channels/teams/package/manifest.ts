import type { TeamsManifestV1D19 } from '@microsoft/app-manifest';
import { LOOK_UP_COMMAND, LOOK_UP_PARAMETER } from '../look-up.js';
import { COMMANDS, LISTING } from './listing.js';
import type { PackageSettings } from './settings.js';

type Manifest = TeamsManifestV1D19.TeamsManifestV1D19;

/** Icon files beside the manifest. */
export const ICONS = { color: 'color.png', outline: 'outline.png' } as const;

/**
 * The app's manifest, for schema 1.19: the first in which all three scopes are spelled as they are now, and old enough
 * for tenants that lag behind.
 *
 * The official schema is not asked at run time. The compiler holds this object to Microsoft's types for 1.19, and a
 * test validates what any accepted settings lead to against the schema file of `@microsoft/app-manifest`. Both need
 * that package (with Ajv, several MB) only while developing: all that varies here was checked more strictly already.
 */
export function manifestOf(settings: PackageSettings): Manifest {
  const { appId, domain, name, version, accent } = settings;
  return {
    $schema:
      'https://developer.microsoft.com/en-us/json-schemas/teams/v1.19/MicrosoftTeams.schema.json',
    manifestVersion: '1.19',
    version,
    id: appId,
    developer: {
      name: settings.developer,
      websiteUrl: settings.website,
      privacyUrl: settings.privacy,
      termsOfUseUrl: settings.terms,
    },
    name: { short: name, full: `${name}: questions about cancer immunotherapy` },
    description: { short: LISTING.short, full: LISTING.full },
    icons: ICONS,
    accentColor: accent,
    bots: [botOf(appId)],
    composeExtensions: [lookUpOf(appId)],
    // No "messageTeamMembers": the bot writes to nobody who did not write to it first.
    permissions: ['identity'],
    validDomains: [domain],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  };
}

function botOf(botId: string): NonNullable<Manifest['bots']>[number] {
  return {
    botId,
    scopes: ['personal', 'team', 'groupChat'],
    isNotificationOnly: false,
    supportsFiles: false,
    supportsCalling: false,
    supportsVideo: false,
    commandLists: [
      { scopes: ['personal'], commands: [...COMMANDS.personal] },
      { scopes: ['team', 'groupChat'], commands: [...COMMANDS.shared] },
    ],
  };
}

function lookUpOf(botId: string): NonNullable<Manifest['composeExtensions']>[number] {
  const { title, description, parameter, parameterDescription } = LISTING.lookUp;
  return {
    botId,
    commands: [
      {
        id: LOOK_UP_COMMAND,
        type: 'query',
        context: ['compose', 'commandBox'],
        title,
        description,
        // Opened without a word it shows the topics the welcome offers.
        initialRun: true,
        parameters: [
          {
            name: LOOK_UP_PARAMETER,
            inputType: 'text',
            title: parameter,
            description: parameterDescription,
          },
        ],
      },
    ],
  };
}
