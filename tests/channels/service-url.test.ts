import { isServiceUrlAllowed } from '../../src/channels/service-url.js';

const outside = {
  hosts: ['connector.example.org', '.bots.example.org'],
  local: false,
  authenticated: true,
};

test.each([
  'https://smba.trafficmanager.net/amer/',
  'https://SMBA.trafficmanager.net/emea/72f988bf-86f1-41af-91ab-2d7cd011db47/',
  'https://webchat.botframework.com/',
  'https://directline.botframework.com',
  'https://connector.example.org/',
  'https://eu.bots.example.org/x',
])('replies may go to %s', (url) => {
  expect(isServiceUrlAllowed(url, outside)).toBe(true);
});

test.each([
  'http://smba.trafficmanager.net/amer/',
  'https://evil.trafficmanager.net/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://evil.example/smba.trafficmanager.net',
  'https://evil.example/?x=smba.trafficmanager.net',
  'https://evil.example#.botframework.com',
  'https://evil.example\\.botframework.com',
  'https://botframework.com.evil.example',
  'https://evilbotframework.com/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net./',
  'https://user:pass@webchat.botframework.com/',
  'https://webchat.botframework.com/ x',
  'https://ｗebchat.botframework.com/',
  'http://169.254.169.254/latest/meta-data',
  'https://127.0.0.1/',
  'http://localhost:3000/',
  'https://[::1]/',
  'https://2130706433/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '//webchat.botframework.com',
  '',
])('replies do not go to %j', (url) => {
  expect(isServiceUrlAllowed(url, outside)).toBe(false);
});

test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:9000', 'https://[::1]:1/'])(
  'on this machine replies may go to %s',
  (url) => {
    expect(isServiceUrlAllowed(url, { ...outside, local: true, authenticated: false })).toBe(true);
  },
);

test('without authentication replies never leave this machine', () => {
  const anonymous = { ...outside, local: true, authenticated: false };
  expect(isServiceUrlAllowed('https://webchat.botframework.com/', anonymous)).toBe(false);
});
