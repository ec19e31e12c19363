import type { Logger } from 'pino';

/** Ways to write to the console. */
const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/**
 * Takes the console from the libraries of a process, for its start: nothing of ours writes there.
 *
 * The Bot Framework's SDK does, several lines for every token it refuses; the log has a line for that already, and
 * a library's words may quote a request. Only that there was something is kept, at the level `debug`.
 */
export function muteLibraries(log: Logger, target: Console = globalThis.console): void {
  for (const method of METHODS) {
    target[method] = () => log.debug({ method }, 'a library wrote to the console');
  }
}
