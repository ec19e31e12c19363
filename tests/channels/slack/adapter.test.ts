import type { webApi } from '@slack/bolt';
import { type Activity, TurnContext } from 'botbuilder';
import { SlackAdapter } from '../../../src/channels/slack/adapter';
import type { Telemetry } from '../../../src/telemetry';

test('while an answer is on its way the assistant pane says so in the words of the content', async () => {
  const apiCall = jest.fn(async () => ({ ok: true }));
  const adapter = new SlackAdapter(
    { apiCall } as unknown as webApi.WebClient,
    { run: async () => undefined },
    { deadlineMs: 1000, tries: 1, backoffMs: 1 },
    { looking: 'reads up' },
    {} as Telemetry,
  );
  const target = { channel: 'D9', thread: '1.1', responseUrl: null, assistant: true };
  const asked: Partial<Activity> = { type: 'message', channelData: { target } };
  await adapter.sendActivities(new TurnContext(adapter, asked), [{ type: 'typing' }]);
  expect(apiCall).toHaveBeenCalledWith('assistant.threads.setStatus', {
    channel_id: 'D9',
    thread_ts: '1.1',
    status: 'reads up',
  });
});
