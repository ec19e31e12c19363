import type { DialogContent } from '../catalog/types.js';

/**
 * A text of `content/dialog.yaml` with its placeholders filled.
 *
 * @throws Error when the text or a value is missing: `check` finds both before a person can.
 */
export function say(
  dialog: DialogContent,
  id: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = dialog.texts[id];
  if (text === undefined) {
    throw new Error(`The dialog text "${id}" is missing.`);
  }
  return text.trim().replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(`The dialog text "${id}" needs a value for {${name}}.`);
    }
    return value;
  });
}
