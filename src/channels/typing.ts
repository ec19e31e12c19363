import type { TurnContext } from 'botbuilder';
import { FORMATS, formatOf } from './renderers/formats.js';

/** An answer takes a few milliseconds; a sign before this would only flicker and cost a request. */
const AFTER_MS = 400;
/** Teams and the like show the sign for some five seconds. */
const EVERY_MS = 4000;

/** Shows "typing" while the work takes longer than people notice, where the channel has a sign for it. */
export async function whileTyping<T>(context: TurnContext, work: Promise<T>): Promise<T> {
  if (!FORMATS[formatOf(context.activity.channelId)].typing) {
    return work;
  }
  const show = () => {
    context.sendActivity({ type: 'typing' }).catch(() => undefined);
  };
  let repeated: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    show();
    repeated = setInterval(show, EVERY_MS);
  }, AFTER_MS);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(repeated);
  }
}
