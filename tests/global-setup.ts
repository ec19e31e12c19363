import Module from 'node:module';
import path from 'node:path';
import type * as Prepared from '../src/prepared.js';

const ROOT = path.join(__dirname, '..');

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * Learns from the content once for all suites, beside the sources as the build does beside the compiled code.
 * Code or content that changed since is learned anew: a suite can never meet an old matcher.
 */
export default function setUp(): void {
  const { openContent, PREPARED_FILE, prepareContent } = loadSource('../src/prepared');
  if (openContent(ROOT).matcher === undefined) {
    prepareContent(ROOT, PREPARED_FILE);
  }
}

/** Jest's own mapping of the `.js` endings in the sources does not reach this file: it is done here by hand. */
function loadSource(file: string): typeof Prepared {
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = (request, ...rest) => {
    const source = /^\.{1,2}\//.test(request) ? request.replace(/\.js$/, '') : request;
    try {
      return resolve(source, ...rest);
    } catch {
      return resolve(request, ...rest);
    }
  };
  try {
    return require(file);
  } finally {
    loader._resolveFilename = resolve;
  }
}
