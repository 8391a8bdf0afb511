// A sheet is typed by the keyboard alone: Enter goes to the next cell, Shift+Enter comes back, and what a number says is shown beside it.
// Without this module Tab does the same, and Enter asks for the sheet to be read again, which keeps nothing.
const form = document.querySelector('[data-sheet]');
const cells = [...form.querySelectorAll('[data-cell]')];
const save = form.querySelector('[data-save]');

const numbers = (typed, count) => typed.split(/[\s,;.+/-]+/u).filter(Boolean).flatMap((part) => (count < 10 && /^\d+$/u.test(part) ? [...part] : [part]));

for (const [place, cell] of cells.entries()) {
  cell.addEventListener('keydown', (event) => {
    const isLines = cell instanceof HTMLTextAreaElement;
    if (event.key !== 'Enter' || event.isComposing || (isLines && event.shiftKey)) return;
    event.preventDefault();
    const to = event.shiftKey ? cells[place - 1] : (cells[place + 1] ?? save);
    to?.focus();
    if (to instanceof HTMLInputElement) to.select();
  });
  if (!cell.dataset.codes) continue;
  const codes = JSON.parse(cell.dataset.codes);
  const said = document.createElement('output');
  said.className = 'lu';
  said.setAttribute('for', cell.id);
  cell.after(said);
  const say = () => {
    said.textContent = numbers(cell.value, codes.length).map((number) => codes[number - 1] ?? `${number}?`).join(' · ');
  };
  cell.addEventListener('input', say);
  say();
}
