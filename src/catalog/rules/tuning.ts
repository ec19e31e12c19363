import { type Rule, reporter } from './rule.js';

const TUNING_FILE = 'content/tuning.yaml';

/** Thresholds belong to the phrasings they were found on. */
export const tuningFresh: Rule = (loaded) => {
  const report = reporter(loaded, 'stale-tuning');
  const { tuning, matcherHash } = loaded.catalog;
  const message = 'The thresholds were found on other phrasings; run "npx faq-bot tune".';
  return tuning?.catalog === matcherHash ? [] : [report.error(TUNING_FILE, ['catalog'], message)];
};
