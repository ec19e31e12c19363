import { z } from 'zod';
import { failure, type Route, type RouteRequest, type RouteResponse, tooMany } from '../route.js';
import { type Access, readAccess, refuseToken } from './access.js';
import { readClientActivity } from './client-activity.js';
import type { Conversation } from './conversations.js';
import { type DirectLine, newGrant } from './direct-line.js';
import { type Grant, TOKEN_SECONDS } from './tokens.js';

const ROOT = '/v3/directline';
const START = z.object({
  user: z.object({ id: z.string().max(128).nullish() }).nullish(),
  locale: z.string().max(35).nullish(),
});

/** The REST half of Direct Line 3.0, as directlinejs and Web Chat use it. */
export function directLineRoutes(line: DirectLine): Route[] {
  const conversation = `${ROOT}/conversations/:id`;
  const route = (method: Route['method'], path: string, handle: Handler): Route => ({
    method,
    path,
    cors: true,
    reads: method === 'post' && handle !== refuseUpload ? 'json' : 'nothing',
    mints: handle === generate,
    handle: (request) => handle(line, request),
  });
  return [
    route('post', `${ROOT}/tokens/generate`, generate),
    route('post', `${ROOT}/tokens/refresh`, refresh),
    route('post', `${ROOT}/conversations`, start),
    route('get', conversation, reconnect),
    route('get', `${conversation}/activities`, read),
    route('post', `${conversation}/activities`, post),
    route('post', `${conversation}/upload`, refuseUpload),
  ];
}

type Handler = (line: DirectLine, request: RouteRequest) => Promise<RouteResponse>;

async function generate(line: DirectLine, request: RouteRequest): Promise<RouteResponse> {
  const refused = refuseToken(request, line.options.access);
  const asked = START.safeParse(request.body ?? {});
  if (refused !== null) {
    return refused;
  }
  if (!asked.success) {
    return failure(400, 'BadArgument', 'The request body is not valid.');
  }
  return { status: 200, body: ticket(line, newGrant(asked.data.user?.id || null)) };
}

async function refresh(line: DirectLine, request: RouteRequest): Promise<RouteResponse> {
  const access = readAccess(request, line.tokens, line.options.access);
  switch (access.kind) {
    case 'denied':
      return access.response;
    case 'secret':
      return failure(400, 'BadArgument', 'Only a token can be refreshed.');
    case 'token':
      return { status: 200, body: ticket(line, access.grant) };
  }
}

/** 201 for a new conversation, 200 for the one the token already began. */
async function start(line: DirectLine, request: RouteRequest): Promise<RouteResponse> {
  const access = readAccess(request, line.tokens, line.options.access);
  if (access.kind === 'denied') {
    return access.response;
  }
  const asked = START.safeParse(request.body ?? {});
  if (!asked.success) {
    return failure(400, 'BadArgument', 'The request body is not valid.');
  }
  const { user, locale } = asked.data;
  const grant = access.kind === 'token' ? access.grant : newGrant(user?.id || null);
  const known = line.conversations.find(grant.conversationId);
  const conversation = known ?? (await line.start(grant, locale ?? null));
  // The welcome is in the log already: the stream begins before it.
  return { status: known ? 200 : 201, body: connection(line, conversation, request, '') };
}

async function reconnect(line: DirectLine, request: RouteRequest): Promise<RouteResponse> {
  const watermark = request.query.get('watermark') ?? '';
  return inConversation(line, request, async (conversation) => ({
    status: 200,
    body: connection(line, conversation, request, watermark),
  }));
}

async function read(line: DirectLine, request: RouteRequest): Promise<RouteResponse> {
  return inConversation(line, request, async (conversation) => ({
    status: 200,
    body: conversation.after(request.query.get('watermark')),
  }));
}

/** The client's own activity comes back first, with its clientActivityID: that marks it as sent. */
async function post(line: DirectLine, request: RouteRequest): Promise<RouteResponse> {
  return inConversation(line, request, async (conversation) => {
    const activity = readClientActivity(request.body, conversation.grant);
    if (activity === null) {
      return failure(400, 'BadArgument', 'The activity is not valid.');
    }
    const wait = await line.options.allow(`directline/${conversation.grant.conversationId}`);
    if (wait > 0) {
      return tooMany(wait);
    }
    if (activity.type === 'typing') {
      return { status: 200, body: { id: '' } };
    }
    const { recipient: _bot, serviceUrl: _here, ...shown } = activity;
    const { id } = conversation.append(shown);
    await line.adapter.run({ ...activity, ...(id !== undefined && { id }) });
    return { status: 200, body: { id } };
  });
}

async function refuseUpload(line: DirectLine, request: RouteRequest): Promise<RouteResponse> {
  return inConversation(line, request, async () =>
    // Not 403: clients take that for an expired token.
    failure(413, 'MessageSizeTooBig', 'Files are not taken.'),
  );
}

async function inConversation(
  line: DirectLine,
  request: RouteRequest,
  work: (conversation: Conversation) => Promise<RouteResponse>,
): Promise<RouteResponse> {
  const access = readAccess(request, line.tokens, line.options.access);
  if (access.kind === 'denied') {
    return access.response;
  }
  const id = request.params.id ?? '';
  if (access.kind === 'token' && access.grant.conversationId !== id) {
    return failure(403, 'Forbidden', 'The token is for another conversation.');
  }
  const conversation = open(line, access, id, request.query.get('watermark'));
  return conversation === null
    ? failure(404, 'NotFound', 'There is no such conversation.')
    : work(conversation);
}

/** A token brings its conversation back after a restart; the secret only finds what is there. */
function open(
  line: DirectLine,
  access: Exclude<Access, { kind: 'denied' }>,
  id: string,
  watermark: string | null,
): Conversation | null {
  return access.kind === 'secret'
    ? line.conversations.find(id)
    : line.conversations.resume(access.grant, watermark);
}

function ticket(line: DirectLine, grant: Grant) {
  const { conversationId } = grant;
  return { conversationId, token: line.tokens.sign(grant), expires_in: TOKEN_SECONDS };
}

function connection(
  line: DirectLine,
  { grant }: Conversation,
  { base }: RouteRequest,
  watermark: string,
) {
  const query = new URLSearchParams({ watermark, t: line.tokens.sign(grant, 'stream') });
  const streamUrl = `${base.replace(/^http/, 'ws')}${streamPath(grant.conversationId)}?${query}`;
  return { ...ticket(line, grant), streamUrl, referenceGrammarId: '' };
}

function streamPath(conversationId: string): string {
  return `${ROOT}/conversations/${conversationId}/stream`;
}
