import { z } from 'zod';
import { FaqError } from '../errors.js';

/** A question with every label a careful person accepts, best first. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly expect: readonly string[];
  /** `safety-negative`: alarming words in an ordinary question. */
  readonly probe: string | null;
}

/** A conversation with the labels accepted at each turn. */
export interface LabelledDialog {
  readonly id: string;
  readonly turns: readonly { readonly user: string; readonly expect: readonly string[] }[];
}

const labels = z.union([z.string(), z.array(z.string()).min(1)]).transform((l) => [l].flat());
const id = z.union([z.string(), z.number()]).optional();
const questionSchema = z.object({
  id,
  text: z.string(),
  expect: labels,
  probe: z.string().optional(),
});
const dialogSchema = z.object({
  id,
  turns: z.array(z.object({ user: z.string(), expect: labels })).min(1),
});

/**
 * Reads one line of a labelled file: `{id, text, expect}` or `{id, turns: [{user, expect}]}`.
 *
 * @param where file and line, for the error and as the id of lines without one.
 * @throws FaqError LINE_INVALID.
 */
export function readLabelled(line: string, where: string): Labelled | LabelledDialog {
  const value = parseJson(line, where);
  const dialog = dialogSchema.safeParse(value);
  if (dialog.success) {
    return { id: String(dialog.data.id ?? where), turns: dialog.data.turns };
  }
  const question = questionSchema.safeParse(value);
  if (!question.success) {
    const hint = 'It needs "text" and "expect", or "turns" with "user" and "expect".';
    throw new FaqError('LINE_INVALID', `${where}: not a labelled question.`, hint);
  }
  const { data } = question;
  return {
    id: String(data.id ?? where),
    text: data.text,
    expect: data.expect,
    probe: data.probe ?? null,
  };
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const hint = 'Write one JSON object a line.';
    throw new FaqError('LINE_INVALID', `${where}: not JSON.`, hint, { cause: error });
  }
}
