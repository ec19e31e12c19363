import { loadBot } from '../../../src/bot';
import { render } from '../../../src/channels/render';
import { toSaid } from '../../../src/channels/renderers/said';
import type { SlackPayload } from '../../../src/channels/renderers/slack';
import { loadConfig } from '../../../src/config';
import { say } from '../../../src/evaluation/samples';
import { anAmbiguousQuestion } from '../../fixtures/ambiguous';

const loaded = loadBot(
  loadConfig({ REGION: 'US', PRIVACY_URL: 'https://clinic.example/a_b?c=1&d' }),
);
const { bot } = loaded;
const turnOf = (utterance: string) => say(bot, bot.newConversation(), { utterance });
const shown = (utterance: string, channelId: string) =>
  render(toSaid(turnOf(utterance), 't1', bot), channelId);
const slackOf = (utterance: string): SlackPayload => shown(utterance, 'slack').channelData.slack;

const LIST = 'what types of immunotherapy are there';
const TWO = 'what is remission? what are biomarkers?';
const ambiguous = anAmbiguousQuestion(loaded);

describe('Slack', () => {
  test('an answer with a list stands in one section, bold and bullets in its own way', () => {
    const [first] = slackOf(LIST).blocks;
    expect(first).toMatchObject({ type: 'section', text: { type: 'mrkdwn' } });
    const text = first?.type === 'section' ? first.text.text : '';
    expect(text).toContain('\n\n• *Checkpoint inhibitors* take the brakes off');
    expect(text).not.toMatch(/\*\*|^- /m);
  });

  test('the footer is a context block of its own, after the source', () => {
    const { reply } = turnOf(LIST);
    const contexts = slackOf(LIST).blocks.flatMap((block) =>
      block.type === 'context' ? block.elements.map(({ text }) => text) : [],
    );
    expect(contexts).toEqual([bot.labels.source(reply.source), reply.footer]);
  });

  test('two answers are parted by a divider', () => {
    expect(slackOf(TWO).blocks.map(({ type }) => type)).toContain('divider');
    expect(slackOf(TWO).text).toContain('\n\n———\n\n');
  });

  test('a danger message has no footer, no choices and no thumbs', () => {
    const { blocks, text } = slackOf('I have crushing chest pain and I cannot breathe');
    expect(blocks.map(({ type }) => type)).toEqual(['section']);
    expect(text).toContain('911');
  });

  test('thumbs carry the turn they are about, and every button an id of its own', () => {
    const { blocks } = slackOf(LIST);
    const thumbs = blocks.flatMap((b) => (b.type === 'context_actions' ? b.elements : []));
    expect(thumbs.map(({ positive_button: yes }) => JSON.parse(yes.value))).toEqual([
      { turnId: 't1', helpful: true },
    ]);
    expect(thumbs.map(({ negative_button: no }) => JSON.parse(no.value))).toEqual([
      { turnId: 't1', helpful: false },
    ]);
    const ids = blocks
      .flatMap((b) => (b.type === 'actions' ? b.elements : []))
      .map((e) => e.action_id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1);
  });

  test('a configured address becomes a link that ends where it should', () => {
    const { text } = slackOf('is my data private');
    expect(text).toContain('https://clinic.example/a_b?c=1&amp;d');
  });
});

describe.each(['mattermost', 'rocketchat'])('%s', (channelId) => {
  test('body, source, choices, footer, in this order', () => {
    const { reply } = turnOf(LIST);
    const text = String(shown(LIST, channelId).text);
    const places = [
      reply.body.slice(0, 40),
      bot.labels.source(reply.source),
      'Type a number',
      reply.footer,
    ];
    const order = places.map((part) => text.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBe(0);
    expect(text.endsWith(reply.footer)).toBe(true);
  });

  test('choices are a numbered list', () => {
    const [first, second] = ambiguous.topics;
    expect(shown(ambiguous.utterance, channelId).text).toContain(
      `\n\n1. ${first?.title}\n2. ${second?.title}\n`,
    );
  });
});

test('Rocket.Chat, which draws no rules, gets none', () => {
  expect(shown(TWO, 'rocketchat').text).not.toMatch(/^---$/m);
  expect(shown(TWO, 'mattermost').text).toMatch(/^---$/m);
});

describe('plain text', () => {
  test('a channel nobody named gets words alone', () => {
    const { text, textFormat, ...rest } = shown(LIST, 'some-new-channel');
    expect(textFormat).toBe('plain');
    expect(text).toContain('\n\n- Checkpoint inhibitors take the brakes off');
    expect(text).not.toMatch(/\*|\]\(/);
    expect(rest).not.toHaveProperty('suggestedActions');
    expect(rest).not.toHaveProperty('attachments');
  });

  test('choices are numbered, the one that is no topic is not', () => {
    const { text } = shown(ambiguous.utterance, 'sms');
    const [first] = ambiguous.topics;
    expect(text).toContain(`Type a number, or the words:\n1. ${first?.title}\n`);
    expect(text).toMatch(/\n- None of these\n/);
  });

  test('after a list the numbers of which count its items, choices bear none', () => {
    const { reply, state } = turnOf(LIST);
    const { text } = shown(LIST, 'sms');
    const same = state.offered?.intents.join() === reply.suggestions.map((s) => s.intent).join();
    expect(String(text).includes('1. ')).toBe(same);
  });

  test('what is spoken is sentences: the answer, the choices, the footer', () => {
    const { speak } = shown(LIST, 'sms');
    const { reply } = turnOf(LIST);
    const titles = reply.suggestions.map(({ title }) =>
      /[.?!]$/.test(title) ? title : `${title}.`,
    );
    expect(speak).toContain(`${titles.join(' ')} ${reply.footer}`);
    expect(speak).not.toMatch(/\n|\*|^- | - |———|\?\./);
  });

  test('a danger message is spoken whole, and nothing after it', () => {
    const danger = shown('I have crushing chest pain and I cannot breathe', 'sms');
    expect(danger.speak).toBe(String(danger.text).replace(/\s+/g, ' '));
  });
});

describe('the website', () => {
  test('text is the markdown of the content, then the footer; choices are suggested actions', () => {
    const { reply } = turnOf(LIST);
    const { text, suggestedActions } = shown(LIST, 'directline');
    expect(text).toBe(`${reply.body}\n\n${reply.footer}`);
    expect(suggestedActions?.actions.map(({ value }) => value)).toEqual(
      reply.suggestions.map((suggestion) => suggestion.text),
    );
  });
});
