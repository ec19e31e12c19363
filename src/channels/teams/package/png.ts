import { zlibSync } from 'fflate';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RGBA = 6;
const BYTES = 4;

/**
 * A square picture as a PNG file: 8 bits a channel with transparency. (W3C, Portable Network Graphics, third edition)
 *
 * fflate compresses, not Node's zlib: its bytes are the same on every version and platform.
 *
 * @param pixels red, green, blue and alpha of each pixel, row by row.
 */
export function encodePng(size: number, pixels: Uint8Array): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, size);
  header.setUint32(4, size);
  header.setUint8(8, 8);
  header.setUint8(9, RGBA);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', zlibSync(unfiltered(size, pixels), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Each row begins with its filter: 0, none. */
function unfiltered(size: number, pixels: Uint8Array): Uint8Array {
  const width = size * BYTES;
  const rows = new Uint8Array(size * (width + 1));
  for (let y = 0; y < size; y += 1) {
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(named.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(named, 4);
  frame.writeUInt32BE(crc32(named), named.length + 4);
  return frame;
}

/** The checksum of PNG chunks, bit by bit: icons are a few KB. (The same standard, annex D) */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}
