/** Replies remembered; a press on helpful comes within minutes. */
const MAX_SENT = 5000;

/**
 * Which turn an activity of ours was the reply to. Teams names the activity when somebody presses helpful. Some clients
 * name nothing: then it is the conversation's last, or the channel's where not even the thread is named (Agents
 * Playground 0.2.28). In memory only; after a restart the channel's id is kept.
 */
export class SentTurns {
  private readonly turns = new Map<string, string>();

  remember(conversation: string, activityId: string | undefined, turnId: string): void {
    this.set(conversation, turnId);
    this.set(channelOf(conversation), turnId);
    if (activityId !== undefined && activityId !== '') {
      this.set(`${conversation} ${activityId}`, turnId);
    }
  }

  /** The turn behind an activity; the activity's own id where it is not known. */
  find(conversation: string, activityId: string | undefined): string | undefined {
    return activityId === undefined
      ? this.turns.get(conversation)
      : (this.turns.get(`${conversation} ${activityId}`) ?? activityId);
  }

  private set(key: string, turnId: string): void {
    // A Map iterates in the order of insertion: deleting first makes this the newest.
    this.turns.delete(key);
    this.turns.set(key, turnId);
    if (this.turns.size > MAX_SENT) {
      this.turns.delete(this.turns.keys().next().value ?? '');
    }
  }
}

/** Teams writes a thread as its channel and the message it began with. */
function channelOf(conversation: string): string {
  return conversation.replace(/;messageid=.*$/s, '');
}
