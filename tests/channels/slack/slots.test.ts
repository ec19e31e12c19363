import { Slots } from '../../../src/channels/slack/slots';

const never = new AbortController().signal;

/** A work that ends when it is told to. */
function work(name: string, log: string[]) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    log.push(`${name} runs`);
    await ended;
    return name;
  };
  return { run, end };
}

test('no more run at once than there are slots, and who waits longest is next', async () => {
  const slots = new Slots(2);
  const log: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(name, log));
  const all = [a, b, c, d].map((one) => slots.run(one?.run ?? (async () => ''), never));
  await Promise.resolve();
  expect(log).toEqual(['a runs', 'b runs']);
  b?.end();
  await all[1];
  await Promise.resolve();
  expect(log).toEqual(['a runs', 'b runs', 'c runs']);
  for (const one of [a, c, d]) {
    one?.end();
  }
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('a work that fails gives its slot back', async () => {
  const slots = new Slots(1);
  await expect(slots.run(() => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
  expect(await slots.run(async () => 'next', never)).toBe('next');
});

test('who is no longer wanted leaves the line and never runs', async () => {
  const slots = new Slots(1);
  const log: string[] = [];
  const first = work('first', log);
  const running = slots.run(first.run, never);
  const gone = new AbortController();
  const waiting = slots.run(work('second', log).run, gone.signal);
  gone.abort(new Error('too late'));
  await expect(waiting).rejects.toThrow('too late');
  first.end();
  await running;
  expect(await slots.run(async () => 'third', never)).toBe('third');
  expect(log).toEqual(['first runs']);
  await expect(slots.run(async () => 'x', gone.signal)).rejects.toThrow('too late');
});
