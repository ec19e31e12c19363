/** Prints one answer and nothing else; the style sheet hides what is not marked. */
export function printOnly(turn: Element | null): void {
  const { body } = document;
  const restore = () => {
    delete body.dataset.print;
    turn?.classList.remove('printed');
  };
  body.dataset.print = 'one';
  turn?.classList.add('printed');
  addEventListener('afterprint', restore, { once: true });
  print();
}
