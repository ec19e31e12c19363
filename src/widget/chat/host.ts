import { type FrameSays, type HostSays, pack, readHostSays } from '../shared/wire.js';

/** The page around the frame. Says nothing of the conversation to it, and hears only its own origin. */
export class Host {
  constructor(private readonly origin: string | null) {}

  get isThere(): boolean {
    return this.origin !== null && parent !== window;
  }

  say(message: FrameSays): void {
    if (this.isThere && this.origin !== null) {
      parent.postMessage(pack(message), this.origin);
    }
  }

  hear(take: (said: HostSays) => void): void {
    addEventListener('message', ({ source, origin, data }) => {
      const said = source === parent && origin === this.origin ? readHostSays(data) : null;
      if (said !== null && this.isThere) {
        take(said);
      }
    });
  }
}
