import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { copyContent } from './fixtures/content-folder.js';
import { build, type MainProcess, startMain, withDataDir } from './fixtures/run-main.js';
import { getJson, postJson } from './fixtures/running-app.js';

jest.setTimeout(60_000);
beforeAll(build, 60_000);

interface Chat {
  readonly conversationId: string;
  readonly token: string;
}

async function begin(address: string): Promise<Chat> {
  const root = `${address}/v3/directline`;
  const { token } = (await postJson(`${root}/tokens/generate`, {})).body;
  return (await postJson(`${root}/conversations`, {}, { authorization: `Bearer ${token}` })).body;
}

async function ask(address: string, { conversationId, token }: Chat, text: string) {
  const url = `${address}/v3/directline/conversations/${conversationId}/activities`;
  const headers = { authorization: `Bearer ${token}` };
  await postJson(url, { type: 'message', text }, headers);
  return (await getJson(url, headers)).body.activities;
}

async function exitOf({ exited, out, err }: MainProcess) {
  return { code: await exited, out: out.join(''), err: err.join('') };
}

test('it prints an address, answers there with the footer, and ends with 0 on SIGTERM', async () => {
  await withDataDir(async (DATA_DIR) => {
    const main = startMain({ DATA_DIR });
    const address = await main.address;
    const chat = await begin(address);
    const activities = await ask(address, chat, 'What is CAR T-cell therapy?');
    expect(activities).toHaveLength(3);
    expect(activities[2]?.text).toMatch(/T cells[\s\S]+care team/);
    expect((await getJson(`${address}/readyz`)).status).toBe(200);
    main.process.kill('SIGTERM');
    const { code, err } = await exitOf(main);
    expect(code).toBe(0);
    expect(err).toContain('"decision":"answer"');
    expect(err).not.toContain('CAR T');
  });
});

test('after kill -9 the conversation goes on with its token and its state', async () => {
  await withDataDir(async (DATA_DIR) => {
    const first = startMain({ DATA_DIR });
    const address = await first.address;
    const chat = await begin(address);
    await ask(address, chat, 'What are the side effects?');
    first.process.kill('SIGKILL');
    await first.exited;
    const second = startMain({ DATA_DIR, PORT: new URL(address).port });
    await second.address;
    const activities = await ask(address, chat, 'tell me more');
    expect(activities).toHaveLength(2);
    second.process.kill('SIGTERM');
    await second.exited;
  });
});

test('a second signal ends it at once, whatever it is still working on', async () => {
  await withDataDir(async (DATA_DIR) => {
    const main = startMain({ DATA_DIR });
    const socket = await halfRequest(Number(new URL(await main.address).port));
    main.process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(main.process.exitCode).toBeNull();
    main.process.kill('SIGTERM');
    expect((await exitOf(main)).code).toBe(1);
    socket.destroy();
  });
});

test('faults in the settings end it with 2, one sentence each, and no stack', async () => {
  const { code, out, err } = await exitOf(startMain({ PORT: 'abc', REGION: 'Mars' }));
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toBe(
    'PORT must be a whole number from 0 to 65535, but is "abc".\n' +
      'REGION must be one of US, UK, EU, CA, AU, but is "Mars". See .env.example for every setting.\n',
  );
});

test('a taken port ends it with one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await withDataDir(async (DATA_DIR) => {
    const { code, err } = await exitOf(startMain({ DATA_DIR, PORT: String(port) }));
    expect(code).toBe(2);
    expect(err).toBe(`Port ${port} on 127.0.0.1 is already in use. Set PORT to another one.\n`);
  });
  other.close();
});

test('content that cannot be read, and a data folder that cannot be written, end it with one sentence', async () => {
  await withDataDir(async (DATA_DIR) => {
    const content = await exitOf(startMain({ DATA_DIR, CONTENT_DIR: '/nowhere/at/all' }));
    const data = await exitOf(startMain({ DATA_DIR: '/dev/null/data' }));
    for (const { code, err } of [content, data]) {
      expect(code).toBe(2);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toMatch(/\n\s+at |Error:/);
    }
    expect(content.err).toContain('content');
    expect(data.err).toContain('DATA_DIR');
  });
});

test('without triage it starts, is not ready, logs the file, and gives everybody the failure text alone', async () => {
  const content = copyContent();
  content.remove('content/safety/emergency.yaml');
  await withDataDir(async (DATA_DIR) => {
    const main = startMain({ DATA_DIR, CONTENT_DIR: content.root });
    const address = await main.address;
    const chat = await begin(address);
    const activities = await ask(address, chat, 'What is CAR T-cell therapy?');
    const said = activities.filter(({ from }) => from.role === 'bot');
    expect(said).toHaveLength(2);
    for (const { text } of said) {
      expect(text).toMatch(/^Call your local emergency number .*I cannot answer questions/);
    }
    const ready = await getJson(`${address}/readyz`);
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({ checks: { triage: 'unavailable', store: 'ok' } });
    main.process.kill('SIGTERM');
    const { code, out, err } = await exitOf(main);
    expect(code).toBe(0);
    expect(out).toContain('WARNING: triage is off');
    const logged = err.split('\n').find((line) => line.includes('triage is off'));
    expect(JSON.parse(logged ?? '{}')).toMatchObject({
      level: 50,
      err: { message: 'content/safety/emergency.yaml: the file is missing.' },
    });
  });
  content.delete();
});

test('to others it serves unreviewed answers only when told so', async () => {
  await withDataDir(async (DATA_DIR) => {
    const refused = await exitOf(startMain({ DATA_DIR, HOST: '0.0.0.0' }));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('ACCEPT_UNREVIEWED=yes');
    const accepted = startMain({ DATA_DIR, HOST: '0.0.0.0', ACCEPT_UNREVIEWED: 'yes' });
    await accepted.address;
    expect(accepted.out.join('')).toContain('have not been reviewed by a clinician');
    accepted.process.kill('SIGTERM');
    await accepted.exited;
  });
});

/** A request whose body never comes: work that a stop has to wait for. */
async function halfRequest(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  return socket;
}
