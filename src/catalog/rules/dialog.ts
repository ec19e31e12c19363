import { readingGrade } from '../../text/reading-grade.js';
import { COMMANDS, TEXT_PLACEHOLDERS } from '../dialog-contract.js';
import type { Finding } from '../finding.js';
import { DIALOG_FILE, type Rule, reporter } from './rule.js';
import { easyWords } from './snippets.js';
import { FORBIDDEN } from './wording.js';

const MAX_GRADE = 9;

/** The code says texts by id: each must be there, with the placeholders it can fill and no other. */
export const dialogTexts: Rule = (loaded) => {
  const report = reporter(loaded, 'dialog-text');
  const { texts } = loaded.catalog.dialog;
  const missing = Object.keys(TEXT_PLACEHOLDERS).flatMap((id): Finding[] =>
    texts[id] === undefined
      ? [report.error(DIALOG_FILE, ['texts'], `The text "${id}" is missing.`)]
      : [],
  );
  const wrong = Object.entries(texts).flatMap(([id, text]): Finding[] => {
    const path = ['texts', id];
    const known = TEXT_PLACEHOLDERS[id];
    if (known === undefined) {
      return [report.error(DIALOG_FILE, path, `The text "${id}" is never said; remove it.`)];
    }
    const used = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const strange = used.filter((name) => !known.includes(name));
    return strange.map((n) => report.error(DIALOG_FILE, path, `{${n}} cannot be filled in here.`));
  });
  return [...missing, ...wrong];
};

/** Conversation texts keep to the same plain, kind words as answers. */
export const dialogWording: Rule = (loaded) => {
  const report = reporter(loaded, 'dialog-wording');
  const easy = easyWords(loaded.catalog);
  return Object.entries(loaded.catalog.dialog.texts).flatMap(([id, text]): Finding[] => {
    const path = ['texts', id];
    const words = FORBIDDEN.flatMap(({ pattern, why }) => {
      const hit = pattern.exec(text)?.[0];
      return hit === undefined ? [] : [report.error(DIALOG_FILE, path, `"${hit}": ${why}.`)];
    });
    const grade = readingGrade(text, easy);
    const message = `Reads at grade ${grade.toFixed(1)}; ${MAX_GRADE} is the most for conversation.`;
    return [...words, ...(grade > MAX_GRADE ? [report.error(DIALOG_FILE, path, message)] : [])];
  });
};

/** Menus and follow-up frames lead to intents that exist; every command the code knows has phrases. */
export const dialogTargets: Rule = (loaded) => {
  const report = reporter(loaded, 'dialog-target');
  const { dialog, intents } = loaded.catalog;
  const dead = (path: (string | number)[], id: string) =>
    intents.has(id) || id === 'same'
      ? []
      : [report.error(DIALOG_FILE, path, `"${id}" is not an intent.`)];
  const topic = (path: (string | number)[], id: string) => (id === 'default' ? [] : dead(path, id));
  return [
    ...dialog.menu.flatMap((id, i) => dead(['menu', i], id)),
    ...dialog.welcomeTopics.flatMap((id, i) => dead(['welcomeTopics', i], id)),
    ...dialog.firstVisitTopics.flatMap((id, i) => dead(['firstVisitTopics', i], id)),
    ...Object.keys(dialog.nouns).flatMap((id) => topic(['nouns', id], id)),
    ...dialog.frames.flatMap(({ leadsTo }, i) =>
      Object.entries(leadsTo).flatMap(([from, to]) => [
        ...topic(['frames', i, 'leadsTo', from], from),
        ...dead(['frames', i, 'leadsTo', from], to),
      ]),
    ),
    ...COMMANDS.flatMap((id) =>
      dialog.commands[id] === undefined
        ? [report.error(DIALOG_FILE, ['commands'], `The command "${id}" has no phrases.`)]
        : [],
    ),
  ];
};
