import './small-heap.js';
import { openApp } from './app.js';
import { loadConfig } from './config.js';
import { oneLine } from './errors.js';
import { muteLibraries } from './library-console.js';
import { createTelemetry } from './telemetry.js';

start().catch(giveUp);

async function start(): Promise<void> {
  const config = loadConfig();
  const telemetry = createTelemetry({ level: config.LOG_LEVEL });
  muteLibraries(telemetry.log);
  process.on('uncaughtException', (error) => {
    telemetry.log.fatal({ err: error }, 'an unforeseen fault; the process ends');
    exit(1);
  });
  const app = openApp(config, telemetry);
  const { address } = await app.listen();
  const greeting = `The immunotherapy FAQ bot answers at ${address} (stop it with Ctrl+C).`;
  process.stdout.write([...app.notices, greeting, ''].join('\n'));
  process.once('SIGTERM', stop).once('SIGINT', stop);

  /** The first signal drains, the second ends at once. */
  function stop(): void {
    process.once('SIGTERM', () => exit(1)).once('SIGINT', () => exit(1));
    app.stop().then(() => exit(0), giveUp);
  }
  function exit(code: number): never {
    telemetry.flush();
    process.exit(code);
  }
}

/** One clear sentence, never a stack; 2 as for every error of use or configuration. */
function giveUp(error: unknown): void {
  process.stderr.write(`${oneLine(error)}\n`);
  process.exit(2);
}
