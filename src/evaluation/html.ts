import type { EvaluationReport } from './report.js';
import { missLines, reportLines } from './report.js';
import { calibrationPicture, confusionPicture, coveragePicture, escapeHtml } from './svg.js';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1f23;background:#fff}
figure{display:inline-block;width:min(100%,26rem);margin:0 1rem 1rem 0}svg{width:100%}svg text{font-size:11px;fill:currentColor}
.axis,.guide,.line{fill:none;stroke:currentColor}.guide{stroke-dasharray:4}.line{stroke:#0a58ca;stroke-width:2}circle{fill:#0a58ca;fill-opacity:.7}
pre{overflow:auto;background:#f3f5f7;padding:1rem}table.heat{border-collapse:collapse;font-size:13px;margin:1rem 0}
.heat td{width:1.8rem;text-align:center;border:1px solid #d5d9dd;background:rgb(200 40 40/calc(var(--heat,0)*.75))}
.heat th{text-align:right;padding-right:.4rem;font-weight:400}.heat thead th{height:12rem;vertical-align:bottom;padding:0}
.heat thead span{writing-mode:vertical-rl;transform:rotate(180deg)}
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#15181b}pre{background:#20252a}.line{stroke:#7db2ff}circle{fill:#7db2ff}}`;

/** The report as one page that needs nothing else: no script, no request. */
export function reportPage(report: EvaluationReport): string {
  const lines = (of: readonly string[]) => `<pre>${escapeHtml(of.join('\n'))}</pre>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Evaluation of content ${escapeHtml(report.contentVersion)}</title><style>${STYLE}</style></head>
<body><h1>Evaluation</h1>
${coveragePicture(report.curve)}${calibrationPicture(report.calibration)}
${confusionPicture(report.scores.confusions)}
<h2>Figures</h2>${lines(reportLines(report))}
<h2>Thresholds</h2>${sweepTable(report)}
<h2>Every question that was not answered correctly</h2>${lines(missLines(report))}
</body></html>
`;
}

function sweepTable({ sweep }: EvaluationReport): string {
  const rows = sweep.map(
    (p) =>
      `<tr>${[p.confidenceThreshold, p.ambiguityGap, p.correct, p.clarified, p.abstained, p.wrong].map((v) => `<td>${Number(v.toFixed(3))}</td>`).join('')}</tr>`,
  );
  const names = [
    'confidence threshold',
    'ambiguity gap',
    'correct',
    'clarified',
    'abstained',
    'wrong',
  ];
  return `<table><thead><tr>${names.map((n) => `<th>${n}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
