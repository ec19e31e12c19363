/** Every fault a person or an operator can be told about, with what to do next. */
export const ERROR_CODES = {
  CONFIG_INVALID: 'a setting is not valid',
  CONTENT_UNREADABLE: 'a content file cannot be read',
  CONTENT_INVALID: 'a content file has an error',
  USAGE: 'the command was called in a way it does not know',
  FILE_UNREADABLE: 'an input file cannot be read',
  LINE_INVALID: 'a line of input is not what was expected',
  PORT_TAKEN: 'the port is already in use',
  ADDRESS_UNAVAILABLE: 'the address cannot be listened on',
  STORE_UNAVAILABLE: 'the store cannot be opened',
  STORE_NEWER: 'the store was written by a newer version',
  STORE_CONFLICT: 'the conversation changed while its turn was taken',
  SEND_FAILED: 'a reply could not be delivered',
  REQUEST_INVALID: 'a request is not a valid activity',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * A fault with a stable code, one plain sentence, and advice.
 *
 * `message` and `hint` may be shown to operators and editors; neither ever holds what a person typed.
 */
export class FaqError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly hint = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'FaqError';
  }
}

/** One line for a terminal: what went wrong, then what to do. */
export function oneLine(error: unknown): string {
  if (error instanceof FaqError) {
    return error.hint === '' ? error.message : `${error.message} ${error.hint}`;
  }
  return error instanceof Error ? error.message : String(error);
}
