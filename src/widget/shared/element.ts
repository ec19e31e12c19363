type Listener = (event: Event) => void;
type Attributes = Readonly<Record<string, string | Listener>>;

/**
 * An element with attributes, listeners (values that are functions) and children. Text only ever becomes a text
 * node, which is what keeps everything people and the bot write from being read as HTML.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') {
      element.setAttribute(name, value);
    } else {
      element.addEventListener(name, value);
    }
  }
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a 24 by 24 grid, drawn for this project. */
const ICONS = {
  ask: 'M4 5.5h16v11H11.5L7 20.5v-4H4zM9.8 9.2a2.2 2.2 0 1 1 3 2c-.6.3-.8.6-.8 1.2M12 14.4v.1',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M6 11l6-6 6 6',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  clear: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  yes: 'M7 11v9H4v-9zM7 11l4-7c1.6 0 2.5 1 2.2 2.6L12.8 10H20l-1.8 10H7',
  no: 'M7 13V4H4v9zM7 13l4 7c1.6 0 2.5-1 2.2-2.6L12.8 14H20L18.2 4H7',
  alert: 'M12 4l9 16H3zM12 10v5M12 17.4v.1',
  phone:
    'M5 4h4l2 5-2.5 1.8a12 12 0 0 0 4.7 4.7L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z',
  heart: 'M12 20C5 15 3.5 12 3.5 9a4.3 4.3 0 0 1 8.5-1.2A4.3 4.3 0 0 1 20.5 9c0 3-1.5 6-8.5 11z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 11v5.5M12 7.6v.1',
  book: 'M12 6.5C9.5 4.8 6.5 4.5 4 5v13.5c2.5-.5 5.5-.2 8 1.5 2.5-1.7 5.5-2 8-1.5V5c-2.5-.5-5.5-.2-8 1.5zM12 6.5V20',
} as const;

export type IconName = keyof typeof ICONS;

/** A picture that says nothing to a screen reader: the words beside it do. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows a sign only; its name is there for everybody who does not see it or wonders. */
export function roundButton(sign: IconName, label: string, press: () => void): HTMLButtonElement {
  const attributes = { type: 'button', class: 'round', 'aria-label': label, title: label };
  return el('button', { ...attributes, click: press }, icon(sign));
}
