import type { Page } from './api.js';
import { type Heard, readHeard } from './heard.js';

/** What has been heard so far: two ways of listening may bring the same activity, which counts once. */
export class Inbox {
  /** Where the conversation has been read up to. */
  watermark = '';
  private readonly seen = new Set<string>();

  take({ activities = [], watermark }: Page): Heard[] {
    this.watermark = watermark ?? this.watermark;
    const heard = activities.flatMap((activity) => readHeard(activity) ?? []);
    return heard.filter(({ id }) => !this.seen.has(id) && this.seen.add(id));
  }
}
