import type { Activity } from 'botbuilder';

/** Activities kept for a client that comes back; the oldest go first. */
export const MAX_ACTIVITIES = 500;

export interface Page {
  readonly activities: readonly Partial<Activity>[];
  readonly watermark: string;
}

/**
 * The text of one conversation, in memory only. Each activity has a number that rises by one;
 * a watermark is the number of the last one a client has seen.
 */
export class ActivityLog {
  private readonly activities: Partial<Activity>[] = [];

  /** @param last number the log counts on from: 0, or higher than any the client may have seen before a restart. */
  constructor(private last: number) {}

  get watermark(): string {
    return String(this.last);
  }

  /** Stamps id, time and sequence; `channelData` is added to, never replaced. */
  append(activity: Partial<Activity>, conversationId: string, now: number): Partial<Activity> {
    this.last += 1;
    const stamped: Partial<Activity> = {
      ...activity,
      id: activityId(conversationId, this.last),
      timestamp: new Date(now),
      // Web Chat 4.18 orders by this number; without it streamed replies misplace.
      channelData: { ...activity.channelData, 'webchat:sequence-id': this.last },
    };
    this.activities.push(stamped);
    if (this.activities.length > MAX_ACTIVITIES) {
      this.activities.shift();
    }
    return stamped;
  }

  /** What came after a watermark; all there is for one that is missing, malformed, or from a longer log. */
  after(watermark: string | null): Page {
    const seen = /^\d{1,15}$/.test(watermark ?? '') ? Number(watermark) : 0;
    const first = this.last - this.activities.length;
    const from = seen > this.last ? 0 : Math.max(0, seen - first);
    return { activities: this.activities.slice(from), watermark: this.watermark };
  }

  /** Forgets the text; numbers go on. */
  clear(): void {
    this.activities.length = 0;
  }
}

function activityId(conversationId: string, number: number): string {
  return `${conversationId}|${String(number).padStart(7, '0')}`;
}
