import type { ChatOptions } from '../shared/options.js';
import { isScheme, type Scheme } from '../shared/wire.js';

/** An attribute, or its `data-` twin for pages whose tools only know those. */
export function setting(element: HTMLElement, name: string): string | null {
  return element.getAttribute(name) ?? element.getAttribute(`data-${name}`);
}

export function schemeOf(element: HTMLElement): Scheme {
  const scheme = setting(element, 'color-scheme');
  return isScheme(scheme) ? scheme : 'auto';
}

/** What the chat in the frame is told. Custom properties cross the frame only from this list. */
export function chatOptions(element: HTMLElement): ChatOptions {
  const style = getComputedStyle(element);
  const property = (name: string) => style.getPropertyValue(`--faq-bot-${name}`).trim() || null;
  const tokens = setting(element, 'token-endpoint');
  return {
    host: location.origin,
    title: setting(element, 'title'),
    locale: setting(element, 'locale') ?? (document.documentElement.lang || null),
    dir: style.direction === 'rtl' ? 'rtl' : 'ltr',
    scheme: schemeOf(element),
    tokens: tokens === null ? null : new URL(tokens, location.href).href,
    accent: asRgb(property('accent')),
    radius: property('radius'),
    font: property('font'),
  };
}

/** Any CSS colour as `rgb(r, g, b)`: drawn once, since computed styles keep newer notations as they are. */
function asRgb(color: string | null): string | null {
  const pen = color === null ? null : document.createElement('canvas').getContext('2d');
  if (pen === null || color === null || !CSS.supports('color', color)) {
    return null;
  }
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${r}, ${g}, ${b})`;
}
