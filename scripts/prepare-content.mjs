// Leaves the content beside the compiled code as it is after loading and learning, so that the bot starts fast.
// Content with a fault in it must not keep anyone from installing: the bot says at its start what is wrong.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { prepareContent } = createRequire(import.meta.url)('../dist/prepared.js');

try {
  prepareContent(fileURLToPath(new URL('..', import.meta.url)));
} catch (error) {
  process.stderr.write(`The content was not prepared: ${error.message}\n`);
}
