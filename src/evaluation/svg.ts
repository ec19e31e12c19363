import type { CalibrationBin, CurvePoint } from './curve.js';
import type { Confusion } from './score.js';

/** Small pictures as inline SVG: no script, no library, readable without colour. */

const SIZE = 320;
const PAD = 44;
const x = (share: number) => PAD + share * (SIZE - PAD * 1.5);
const y = (share: number) => SIZE - PAD - share * (SIZE - PAD * 1.5);

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

function frame(title: string, xLabel: string, yLabel: string, inside: string): string {
  return `<figure><svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${escapeHtml(title)}">
<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" class="axis"/>
${[0, 0.5, 1].map((t) => `<text x="${x(t)}" y="${y(0) + 14}" text-anchor="middle">${t}</text>`).join('')}
<text x="${x(0.5)}" y="${SIZE - 8}" text-anchor="middle">${escapeHtml(xLabel)}</text>
<text x="12" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 12 ${y(0.5)})">${escapeHtml(yLabel)}</text>
${inside}</svg><figcaption>${escapeHtml(title)}</figcaption></figure>`;
}

/** Wrong share against coverage; the scale of the wrong share ends at its highest point. */
export function coveragePicture(curve: readonly CurvePoint[]): string {
  const top = Math.max(0.05, ...curve.map(({ wrong }) => wrong));
  const points = curve.map((p) => `${x(p.coverage).toFixed(1)},${y(p.wrong / top).toFixed(1)}`);
  const line = `<polyline points="${points.join(' ')}" class="line"/>`;
  const scale = `<text x="${x(0) + 4}" y="${y(1) + 10}">${(top * 100).toFixed(1)} %</text>`;
  return frame('Wrong among the answered, by coverage', 'answered', 'wrong', line + scale);
}

/** Accuracy against confidence; the diagonal is perfect calibration. */
export function calibrationPicture(bins: readonly CalibrationBin[]): string {
  const diagonal = `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" class="guide"/>`;
  const largest = Math.max(1, ...bins.map(({ n }) => n));
  const dots = bins.map(
    ({ confidence, accuracy, n }) =>
      `<circle cx="${x(confidence)}" cy="${y(accuracy)}" r="${3 + 7 * Math.sqrt(n / largest)}"><title>${n}</title></circle>`,
  );
  return frame('Calibration', 'confidence', 'accuracy', diagonal + dots.join(''));
}

/** Expected label by given label, darker for more; only labels that were confused. */
export function confusionPicture(confusions: readonly Confusion[]): string {
  const rows = [...new Set(confusions.map(({ expected }) => expected))].sort();
  const columns = [...new Set(confusions.map(({ got }) => got))].sort();
  const most = Math.max(1, ...confusions.map(({ n }) => n));
  const cell = (expected: string, got: string) => {
    const n = confusions.find((c) => c.expected === expected && c.got === got)?.n ?? 0;
    return n === 0 ? '<td></td>' : `<td style="--heat:${(n / most).toFixed(2)}">${n}</td>`;
  };
  const head = columns.map((c) => `<th scope="col"><span>${escapeHtml(c)}</span></th>`).join('');
  const body = rows.map(
    (r) =>
      `<tr><th scope="row">${escapeHtml(r)}</th>${columns.map((c) => cell(r, c)).join('')}</tr>`,
  );
  return `<table class="heat"><caption>Wrong answers: expected (rows) by given (columns)</caption>
<thead><tr><td></td>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
