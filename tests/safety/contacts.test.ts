import { contactsFor, translatedContacts } from '../../src/safety/contacts';
import { safetyContent } from './content';

const { messages } = safetyContent;
const GENERIC = { emergency: 'E', crisis: 'K', careLine: 'L' };
const careLine = (label: string) =>
  translatedContacts(messages, { region: null, careLine: label }, GENERIC).careLine;

test.each([
  ['020 7946 0000', '020 7946 0000'],
  ['15', '15'],
  ['the oncology hotline of Saint Mary, 020 7946 0000', '020 7946 0000'],
  ['Ward 7 on +44 (0)20 7946-0000 or 555 0100', '+44 (0)20 7946-0000'],
  ['020 7946 0000, 24 hours', '020 7946 0000'],
  ['020 7946 0000 24/7, ask for oncology', '020 7946 0000'],
  ['020 7946 0000 24 hours a day', '020 7946 0000'],
  ['our 24-hour line 555.0100', '555.0100'],
  ['text 741741, or see 988lifeline.org', '741741'],
])('of "%s" the number is said in another language', (label, number) => {
  expect(careLine(label)).toBe(number);
});

test.each([
  '0800 123 CANCER',
  '116 123 FREE',
  '1-800-CANCER',
  '0800 HOSPITAL 111x',
  '988lifeline.org',
])('a number spelt with letters is said as it stands: %s', (label) => {
  expect(careLine(label)).toBe(label);
});

test.each(['the ward desk', 'the 24-hour line on Ward 12'])(
  'words without a number stay in English: %s',
  (label) => {
    expect(careLine(label)).toBe('L');
  },
);

test('a bare number says whose it is, words do that themselves', () => {
  const named = (label: string) => contactsFor(messages, { region: null, careLine: label });
  expect(named('555 0100').careLine).toBe("your team's 24-hour line (555 0100)");
  expect(named('the ward desk, 555 0100').careLine).toBe('the ward desk, 555 0100');
});
