import { encodePng } from './png.js';

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

/** The mark of the website chat, a speech bubble, on its grid of 32 units. (`src/widget/pages/icon.svg`) */
const GRID = 32;
const BUBBLE: readonly Point[] = [
  [7, 9],
  [25, 9],
  [25, 21],
  [16, 21],
  [11, 25],
  [11, 21],
  [7, 21],
];
/** Half the width of its line. */
const REACH = 1;
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];

/** Sizes Teams asks for, in pixels. (Teams platform, "Design your app icon") */
const SIZES = { color: 192, outline: 32 } as const;

/** The app's icon on its accent colour. Teams rounds the corners itself. */
export function colorIcon(accent: string): Uint8Array {
  const ground = readColour(accent);
  const mark = markOn(ground);
  return draw(SIZES.color, (ink) => {
    const [red, green, blue] = ground.map((part, i) => part + ((mark[i] ?? 0) - part) * ink);
    return [red ?? 0, green ?? 0, blue ?? 0, 255];
  });
}

/** The icon Teams colours itself: white and nothing else, on no ground. */
export function outlineIcon(): Uint8Array {
  return draw(SIZES.outline, (ink) => [...WHITE, ink * 255]);
}

/** @param paint what a pixel is, by how much of it the line covers, 0 to 1. */
function draw(size: number, paint: (ink: number) => readonly number[]): Uint8Array {
  const scale = size / GRID;
  const pixels = new Uint8Array(size * size * 4);
  for (let index = 0; index < size * size; index += 1) {
    const x = ((index % size) + 0.5) / scale;
    const y = (Math.floor(index / size) + 0.5) / scale;
    pixels.set(paint(inkAt([x, y], scale)).map(Math.round), index * 4);
  }
  return encodePng(size, pixels);
}

/** How much of the pixel around a point the line covers: all of it inside, none outside, a part at the edge. */
function inkAt(point: Point, scale: number): number {
  const distances = BUBBLE.map((from, i) => {
    const to = BUBBLE[(i + 1) % BUBBLE.length] ?? from;
    return distance(point, from, to);
  });
  return clamp(0.5 + (REACH - Math.min(...distances)) * scale);
}

/** From a point to the nearest one of a straight line. */
function distance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = clamp(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function readColour(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** White or black, whichever stands out more. (WCAG 2.2, "relative luminance": 0.179 is where both contrast alike) */
function markOn(ground: Colour): Colour {
  const [red = 0, green = 0, blue = 0] = ground.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? BLACK : WHITE;
}
