// Builds the website chat into dist/widget: scripts and styles under names that hold their hash, compressed
// beforehand, pages whose {{nonce}} the server fills, and a manifest of all of it.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

/** Brotli bytes of everything a visitor's browser loads for the chat. */
const BUDGET = 25 * 1024;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = path.join(ROOT, 'src/widget');
/** Telephones of the last four years or so; older ones get the link to `/chat` and the page's own text. */
const TARGET = ['es2022', 'chrome111', 'firefox113', 'safari16.2'];

/** Style sheets that a script carries are made small on the way in. */
const styleAsText = {
  name: 'style-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => ({
      contents: await minified(file),
      loader: 'text',
    }));
  },
};

async function minified(file) {
  const source = await readFile(file, 'utf8');
  return (await transform(source, { loader: 'css', minify: true, target: TARGET })).code.trim();
}

async function script(entry) {
  const { outputFiles } = await build({
    entryPoints: [path.join(SOURCE, entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [styleAsText],
    write: false,
  });
  return outputFiles[0].text.trim();
}

const hash = (text, algorithm, encoding) => createHash(algorithm).update(text).digest(encoding);
const brotli = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Other servers and tests may be reading: a file is left alone when it is the same, and else put in place whole. */
async function put(file, content) {
  const bytes = Buffer.from(content);
  const known = await readFile(file).catch(() => null);
  if (known === null || !known.equals(bytes)) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.${process.pid}`, bytes);
    await rename(`${file}.${process.pid}`, file);
  }
}

/** Writes a file and its compressed twins, which sirv serves in its place. */
async function writeAsset(out, name, text) {
  await put(path.join(out, name), text);
  await put(path.join(out, `${name}.br`), brotli(text));
  await put(path.join(out, `${name}.gz`), gzipSync(text, { level: 9 }));
}

async function writeAssets(out, texts) {
  const assets = {};
  for (const [name, text] of Object.entries(texts)) {
    const { name: stem, ext } = path.parse(name);
    const file = `assets/${stem}-${hash(text, 'sha256', 'hex').slice(0, 12)}${ext}`;
    await writeAsset(out, file, text);
    const integrity = `sha384-${hash(text, 'sha384', 'base64')}`;
    assets[name] = { url: `/${file}`, integrity, bytes: text.length, brotli: brotli(text).length };
  }
  // The address that never changes; the hashed one can be pinned with its integrity value.
  await writeAsset(out, 'widget.js', texts['widget.js']);
  return assets;
}

async function writePages(out, assets) {
  const sizes = {};
  for (const name of ['chat.html', 'demo.html']) {
    const source = await readFile(path.join(SOURCE, 'pages', name), 'utf8');
    const page = source.replace(/\{\{([\w.]+)\}\}/g, (mark, asset) => assets[asset]?.url ?? mark);
    await put(path.join(out, 'pages', name), page);
    sizes[name] = Buffer.byteLength(page);
  }
  return sizes;
}

/** Files of earlier builds go last, so that a server that runs meanwhile never misses one. */
async function removeStale(out, assets) {
  const current = Object.values(assets).map(({ url }) => path.basename(url));
  for (const file of await readdir(path.join(out, 'assets'))) {
    if (!current.includes(file.replace(/(\.(br|gz))?(\.\d+)?$/, ''))) {
      await rm(path.join(out, 'assets', file), { force: true });
    }
  }
}

/** Everything loaded for the chat on a page: the pages' own style is none of it. */
function measure(assets, pages) {
  const loaded = ['widget.js', 'chat.js', 'chat.css', 'icon.svg'];
  const compressed = loaded.reduce((sum, name) => sum + assets[name].brotli, 0);
  return compressed + pages['chat.html'];
}

export async function buildWidget(out = path.join(ROOT, 'dist/widget')) {
  const texts = {
    'widget.js': await script('loader/widget.ts'),
    'chat.js': await script('chat/chat.ts'),
    'chat.css': await minified(path.join(SOURCE, 'chat/chat.css')),
    'demo.css': await minified(path.join(SOURCE, 'pages/demo.css')),
    'icon.svg': (await readFile(path.join(SOURCE, 'pages/icon.svg'), 'utf8')).trim(),
  };
  const assets = await writeAssets(out, texts);
  const pages = await writePages(out, assets);
  await removeStale(out, assets);
  const total = measure(assets, pages);
  await put(path.join(out, 'manifest.json'), JSON.stringify({ assets, pages, total }, null, 2));
  return { assets, pages, total };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { assets, pages, total } = await buildWidget(process.argv[2]);
  for (const [name, { bytes, brotli: small }] of Object.entries(assets)) {
    process.stdout.write(`${name.padEnd(12)} ${bytes} bytes, ${small} brotli\n`);
  }
  process.stdout.write(`chat.html    ${pages['chat.html']} bytes\nchat in all  ${total} of ${BUDGET}\n`);
  if (total > BUDGET) {
    process.stderr.write(`The chat is ${total - BUDGET} bytes over its limit of ${BUDGET}.\n`);
    process.exitCode = 1;
  }
}
