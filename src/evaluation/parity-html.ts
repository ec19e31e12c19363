import { type ParityReport, PLACES, type Rendering } from './parity.js';
import { escapeHtml } from './svg.js';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1b1f23;background:#fff}
section{margin:0 0 2rem}h2{font-size:1.05rem;margin:0 0 .4rem}.row{display:flex;gap:.8rem;overflow-x:auto;padding-bottom:.5rem}
article{flex:0 0 17rem;border:1px solid #d5d9dd;border-radius:8px;padding:.6rem .8rem}h3{font-size:.8rem;margin:0 0 .4rem;opacity:.75}
p{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 .5rem;font-size:.85rem}
ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem;margin:0;padding:0}li{border:1px solid #0a58ca;border-radius:4px;padding:0 .4rem;font-size:.8rem}
.broken{border-color:#b00020;border-width:2px}strong{color:#b00020;display:block}
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#15181b}strong{color:#ff8a8a}}`;

/** Every reply as each channel shows it, side by side: no script, no request. */
export function parityPage({ renderings, contentVersion }: ParityReport): string {
  const rows: Rendering[][] = [];
  for (let at = 0; at < renderings.length; at += PLACES.length) {
    rows.push(renderings.slice(at, at + PLACES.length));
  }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Channels, content ${escapeHtml(contentVersion)}</title><style>${STYLE}</style></head>
<body><h1>Every reply on every channel</h1>
${rows.map(section).join('\n')}
</body></html>
`;
}

function section(row: readonly Rendering[]): string {
  const [first] = row;
  const { decision } = first?.sample.turn.verdict ?? {};
  const where = first?.sample.shared ? ', where others read along' : '';
  const title = `${first?.sample.name} (${decision}${where})`;
  return `<section><h2>${escapeHtml(title)}</h2><div class="row">${row.map(cell).join('')}</div></section>`;
}

function cell({ place, shown, breaches }: Rendering): string {
  const faults = breaches.map((breach) => `<strong>${escapeHtml(breach)}</strong>`).join('');
  const texts = shown.texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  const buttons = shown.buttons.map(({ label }) => `<li>${escapeHtml(label)}</li>`).join('');
  const mark = breaches.length > 0 ? ' class="broken"' : '';
  return `<article${mark}><h3>${place.name}</h3>${faults}${texts}<ul>${buttons}</ul></article>`;
}
