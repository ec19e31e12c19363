/** The demo page's whole client: a token, a conversation, and after each question what came since. */
export const DEMO_SCRIPT = `'use strict';
const ROOT = '/v3/directline';
const log = document.getElementById('log');
const suggestions = document.getElementById('suggestions');
const status = document.getElementById('status');
const form = document.getElementById('ask');
const input = document.getElementById('question');
let token = '', conversation = '', watermark = '';

async function call(method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = 'Bearer ' + token;
  const answer = await fetch(ROOT + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/* Bold, links and lists are all the markdown the bot writes; text is only ever set as text. */
function inline(target, text) {
  for (const part of text.split(/(\\*\\*[^*]+\\*\\*|\\[[^\\]]+\\]\\(https?:[^)\\s]+\\))/)) {
    const bold = /^\\*\\*(.+)\\*\\*$/.exec(part);
    const link = /^\\[(.+)\\]\\((.+)\\)$/.exec(part);
    if (bold) target.append(element('strong', '', bold[1]));
    else if (link) {
      const a = element('a', '', link[1]);
      a.href = link[2];
      a.rel = 'noopener noreferrer';
      target.append(a);
    } else target.append(part);
  }
  return target;
}

function block(text) {
  const lines = text.split('\\n').filter((line) => line.trim());
  if (!lines.every((line) => /^[-*] /.test(line))) return inline(document.createElement('p'), text);
  const list = document.createElement('ul');
  for (const line of lines) list.append(inline(document.createElement('li'), line.slice(2)));
  return list;
}

function show(activity) {
  const mine = activity.from.role !== 'bot';
  const said = element('article', mine ? 'said mine' : 'said', '');
  said.setAttribute('aria-label', mine ? 'You' : 'Answer');
  const parts = activity.channelData && activity.channelData.faqBot && activity.channelData.faqBot.parts;
  const body = mine || !parts ? activity.text || '' : parts.body;
  if (mine) said.append(element('p', '', body));
  else for (const text of body.split(/\\n{2,}/)) if (text.trim()) said.append(block(text));
  if (!mine && parts && parts.footer) said.append(inline(element('p', 'footer', ''), parts.footer));
  log.append(said);
  said.scrollIntoView({ block: 'nearest' });
  const actions = (activity.suggestedActions && activity.suggestedActions.actions) || [];
  suggestions.replaceChildren(...(mine ? [] : actions.map((action) => {
    const button = element('button', '', action.title);
    button.type = 'button';
    button.addEventListener('click', () => ask(action.value));
    return button;
  })));
}

async function receive() {
  const page = await call('GET', '/conversations/' + conversation + '/activities?watermark=' + watermark);
  watermark = page.watermark;
  for (const activity of page.activities) if (activity.type === 'message') show(activity);
}

async function begin() {
  token = (await call('POST', '/tokens/generate', {})).token;
  const started = await call('POST', '/conversations', {});
  token = started.token;
  conversation = started.conversationId;
  watermark = '';
  await receive();
}

async function ask(text) {
  status.textContent = '';
  try {
    if (!conversation) await begin();
    token = (await call('POST', '/tokens/refresh')).token;
    await call('POST', '/conversations/' + conversation + '/activities', { type: 'message', text });
    input.value = '';
    await receive();
  } catch (error) {
    if (error.message === '403') token = conversation = '';
    status.textContent = 'That did not get through. Please try again, or reload the page.';
  }
  input.focus();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (text) ask(text);
});

begin().catch(() => { status.textContent = 'The bot cannot be reached. Please reload the page.'; });
`;
