import { FaqBotElement } from './faq-bot-element.js';

/** `/widget.js`: defines `<faq-bot>`; on a page without one, puts one in, with the script tag's `data-` settings. */
const TAG = 'faq-bot';
const script = document.currentScript as HTMLScriptElement | null;

if (script !== null && customElements.get(TAG) === undefined) {
  FaqBotElement.bot = new URL(script.src).origin;
  customElements.define(TAG, FaqBotElement);
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => place(script));
  } else {
    place(script);
  }
}

function place({ dataset }: HTMLScriptElement): void {
  if (document.querySelector(TAG) === null) {
    const element = document.createElement(TAG);
    Object.assign(element.dataset, dataset);
    document.body.append(element);
  }
}
