/** The figures the project holds itself to, as ratios within one run. Each: name, value, must, aim, and which way is better. */
const LESS = 'at most';
const MORE = 'at least';

export function ratios(results, rows) {
  const figure = (name, value, better, must, aim) => ({ name, value, better, must, aim });
  const error = (run) => (name) => 1 - results[run][name].accuracy;
  const peers = (run) => Object.keys(results[run] ?? {}).filter((name) => name !== 'ours');
  const best = (run, value, choose) => choose(...peers(run).map(value).filter(Number.isFinite));
  const errorRatio = (run) => error(run)('ours') / best(run, error(run), Math.min);
  const of = (run, key) => (name) => results[run][name][key];
  const share = (run, key) => of(run, key)('ours') / best(run, of(run, key), Math.max);
  const p50 = (size, name) => rows.find((row) => row.size === size && row.name === name)?.p50Ms;
  const own = results['clinc150 10-shot'].ours;
  return [
    figure('error / best peer, CLINC150 10-shot', errorRatio('clinc150 10-shot'), LESS, 0.85, 0.75),
    figure('error / best peer, CLINC150 5-shot', errorRatio('clinc150 5-shot'), LESS, 0.87, 0.77),
    figure(
      'error / best peer, BANKING77 10-shot',
      errorRatio('banking77 10-shot'),
      LESS,
      0.8,
      0.72,
    ),
    figure('error / best peer, HWU64 10-shot', errorRatio('hwu64 10-shot'), LESS, 0.85, 0.76),
    figure('error / best peer, CLINC150 full', errorRatio('clinc150 full'), LESS, 0.75, 0.65),
    figure('accuracy at two typos / clean', own.accuracyTwoTypos / own.accuracy, MORE, 0.95, 0.97),
    figure(
      'out-of-scope recall at 95 % answered / best peer, CLINC150 10-shot',
      share('clinc150 10-shot', 'recallAt95'),
      MORE,
      1.3,
      1.5,
    ),
    figure(
      'the same, BANKING77 10-shot with far questions',
      share('banking77 10-shot', 'recallAt95'),
      MORE,
      0.9,
      1.1,
    ),
    figure(
      'coverage at 5 % wrong / best peer, CLINC150 10-shot',
      share('clinc150 10-shot', 'coverageAt5'),
      MORE,
      0.98,
      1.2,
    ),
    figure(
      'p50 / fuse.js tokens, 1,500 phrasings',
      own.p50Ms / results['clinc150 10-shot']['fuse.js tokens'].p50Ms,
      LESS,
      1 / 80,
      1 / 200,
    ),
    figure(
      'p50 / fuse.js tokens, 100,000 phrasings',
      p50(100_000, 'ours') / p50(100_000, 'fuse.js tokens'),
      LESS,
      1 / 500,
      1 / 2000,
    ),
    figure(
      'p50 / elasticlunr, 100,000 phrasings',
      p50(100_000, 'ours') / p50(100_000, 'elasticlunr'),
      LESS,
      1 / 5,
      1 / 20,
    ),
    figure(
      'p50 at 100,000 / p50 at 10,000',
      p50(100_000, 'ours') / p50(10_000, 'ours'),
      LESS,
      10,
      6,
    ),
  ];
}

/** Reached the aim, the must, or neither. */
export function standing({ value, better, must, aim }) {
  const reaches = (limit) => (better === LESS ? value <= limit : value >= limit);
  return reaches(aim) ? 'aim' : reaches(must) ? 'must' : 'MISSED';
}
