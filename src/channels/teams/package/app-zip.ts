import { strToU8, zipSync } from 'fflate';
import { colorIcon, outlineIcon } from './icons.js';
import { ICONS, manifestOf } from './manifest.js';
import type { PackageSettings } from './settings.js';

/**
 * The earliest time a zip can name, so that the same settings give the same bytes. Noon by the local clock, because
 * that is the one fflate reads it by.
 */
const LONG_AGO = new Date(1980, 0, 1, 12);

/** The app as Teams takes it: a zip of the manifest and two icons, all at its root. */
export function zipTeamsApp(settings: PackageSettings): Uint8Array {
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifestOf(settings), null, 2)}\n`),
    [ICONS.color]: colorIcon(settings.accent),
    [ICONS.outline]: outlineIcon(),
  };
  return zipSync(files, { mtime: LONG_AGO, level: 9 });
}
