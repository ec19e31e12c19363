import { render } from '../../src/channels/render.js';
import type { Said } from '../../src/channels/renderers/said.js';
import { echoBot } from '../fixtures/echo-bot.js';

const verdict = {
  decision: 'answer',
  intent: 'types',
  confidence: 0.8,
  candidates: [],
  also: [],
} as const;
const { labels } = echoBot;
const reply = echoBot.welcome();
const said: Said = { turnId: 't1', reply, verdict, contentVersion: 'v1', labels };

test('a reply is one message: body, blank line, footer, and its parts beside it', () => {
  const { body, footer } = said.reply;
  expect(render(said, 'emulator')).toEqual({
    type: 'message',
    text: `${body}\n\n${footer}`,
    textFormat: 'markdown',
    inputHint: 'acceptingInput',
    channelData: {
      faqBot: {
        decision: 'answer',
        intent: 'types',
        confidence: 0.8,
        contentVersion: 'v1',
        turnId: 't1',
        parts: { body, footer, level: null, source: [], more: false },
      },
    },
    suggestedActions: {
      to: [],
      actions: [
        { type: 'imBack', title: 'What is immunotherapy?', value: 'What is immunotherapy?' },
      ],
    },
  });
});

test('a reply whose route stands in place of the footer ends with the route', () => {
  const reply = { ...said.reply, body: 'Call now.', footer: '', level: 'emergency' as const };
  expect(render({ ...said, reply }, 'directline').text).toBe('Call now.');
});

test('a reply without suggestions offers no empty list', () => {
  const reply = { ...said.reply, suggestions: [] };
  expect(render({ ...said, reply }, 'directline')).not.toHaveProperty('suggestedActions');
});

test('a question back tells the client to expect an answer', () => {
  const asks = { ...verdict, decision: 'clarify' as const };
  expect(render({ ...said, verdict: asks }, 'directline').inputHint).toBe('expectingInput');
});

test('thumbs name their turn, where the channel shows them and the reply asks for them', () => {
  const entities = render(said, 'webchat').entities ?? [];
  expect(entities).toMatchObject([
    {
      '@type': 'Message',
      potentialAction: [
        { '@type': 'LikeAction', '@id': 't1' },
        { '@type': 'DislikeAction', '@id': 't1' },
      ],
    },
  ]);
  expect(render(said, 'emulator')).not.toHaveProperty('entities');
  const quiet = { ...said.reply, feedback: false };
  expect(render({ ...said, reply: quiet }, 'webchat')).not.toHaveProperty('entities');
});

test('no reply is marked as generated', () => {
  expect(JSON.stringify(render(said, 'msteams'))).not.toMatch(/AIGenerated/i);
});
