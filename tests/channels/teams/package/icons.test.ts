import { inflateSync } from 'node:zlib';
import { colorIcon, outlineIcon } from '../../../../src/channels/teams/package/icons.js';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads a PNG without any part of what wrote it: 8-bit RGBA, no filter. */
function readPng(bytes: Uint8Array) {
  const file = Buffer.from(bytes);
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  const [header, body] = chunks.map(({ data }) => data);
  const [width = 0, height = 0] = [header?.readUInt32BE(0), header?.readUInt32BE(4)];
  expect([...(header?.subarray(8) ?? [])]).toEqual([8, 6, 0, 0, 0]);
  const raw = inflateSync(body ?? Buffer.alloc(0));
  expect(raw).toHaveLength(height * (width * 4 + 1));
  const pixel = (x: number, y: number): Pixel => {
    const at = y * (width * 4 + 1) + 1 + x * 4;
    return [raw[at] ?? -1, raw[at + 1] ?? -1, raw[at + 2] ?? -1, raw[at + 3] ?? -1];
  };
  const pixels = Array.from({ length: width * height }, (_, i) =>
    pixel(i % width, Math.floor(i / width)),
  );
  return { width, height, pixel, pixels };
}

test('the colour icon is 192 pixels square, opaque, in its colour, with a white mark', () => {
  const { width, height, pixel, pixels } = readPng(colorIcon('#0b5a62'));
  expect([width, height]).toEqual([192, 192]);
  expect(pixel(0, 0)).toEqual([0x0b, 0x5a, 0x62, 255]);
  expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  const white = pixels.filter(([red, green, blue]) => red + green + blue === 3 * 255);
  expect(white.length).toBeGreaterThan(2000);
  // The top line of the bubble.
  expect(pixel(96, 54)).toEqual([255, 255, 255, 255]);
});

test('nothing of the mark stands where Teams may cut the corners', () => {
  const { pixels } = readPng(colorIcon('#0b5a62'));
  const near = pixels.filter((_, i) => {
    const [x, y] = [i % 192, Math.floor(i / 192)];
    return Math.min(x, y, 191 - x, 191 - y) < 36;
  });
  expect(new Set(near.map(String))).toEqual(new Set(['11,90,98,255']));
});

test('on a light colour the mark is black', () => {
  expect(readPng(colorIcon('#ffe680')).pixel(96, 54)).toEqual([0, 0, 0, 255]);
});

test('the outline icon is 32 pixels square, white, and clear around the mark', () => {
  const { width, height, pixel, pixels } = readPng(outlineIcon());
  expect([width, height]).toEqual([32, 32]);
  expect(pixels.every(([red, green, blue]) => red + green + blue === 3 * 255)).toBe(true);
  expect(pixel(0, 0)[3]).toBe(0);
  expect(pixel(16, 15)[3]).toBe(0);
  expect(pixel(16, 9)[3]).toBe(255);
});
