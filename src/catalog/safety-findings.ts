import { FaqError } from '../errors.js';
import type { Finding } from './finding.js';
import type { LoadedContent } from './load.js';
import { parseSafetyContent } from './safety-content.js';

/** The first fault of `content/safety/`, at the line of the value it names. */
export function safetyFindings(loaded: LoadedContent): Finding[] {
  const { safetyFiles } = loaded.catalog;
  if ([...safetyFiles.values()].includes(null)) {
    // A file that is not YAML was reported while loading.
    return [];
  }
  try {
    parseSafetyContent(safetyFiles);
    return [];
  } catch (error) {
    if (!(error instanceof FaqError)) {
      throw error;
    }
    const [file = 'content/safety'] = error.message.split(': ');
    const path = /"([\w.-]+)"/.exec(error.message)?.[1]?.split('.') ?? [];
    const line = loaded.line(
      file,
      path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    );
    const message = error.message.slice(file.length + 2);
    return [{ file, line, severity: 'error', rule: 'safety', message }];
  }
}
