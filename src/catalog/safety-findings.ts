import { FaqError } from '../errors.js';
import type { Finding } from './finding.js';
import type { LoadedContent } from './load.js';
import { parseSafetyContent } from './safety-content.js';
import type { SafetyContent } from './safety-types.js';

const MESSAGES_FILE = 'content/safety/messages.yaml';

/** The first fault of `content/safety/`, at the line of the value it names, or the claims its messages make up. */
export function safetyFindings(loaded: LoadedContent): Finding[] {
  const { safetyFiles } = loaded.catalog;
  if ([...safetyFiles.values()].includes(null)) {
    // A file that is not YAML was reported while loading.
    return [];
  }
  try {
    return unknownClaims(loaded, parseSafetyContent(safetyFiles));
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

/** A message on advice or outlook states facts too, and only facts of the ledger. */
function unknownClaims({ catalog, line }: LoadedContent, { messages }: SafetyContent): Finding[] {
  return messages.topics.flatMap(({ claims }, i) =>
    claims.flatMap((claim, j): Finding[] => {
      const at = line(MESSAGES_FILE, ['topics', i, 'claims', j]);
      const message = `The ledger has no claim ${claim}.`;
      return catalog.claims.has(claim)
        ? []
        : [{ file: MESSAGES_FILE, line: at, severity: 'error', rule: 'unknown-claim', message }];
    }),
  );
}
