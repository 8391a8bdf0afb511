// Additions only: every page is complete without this module.

// Printing is a command of the browser; the button appears where it can be obeyed.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// « None of these » empties the other boxes, and they empty it. The server checks the same.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
  for (const box of target.closest('fieldset')?.querySelectorAll('input[type=checkbox]') ?? []) {
    if (box !== target && ('exclusive' in target.dataset || 'exclusive' in box.dataset)) box.checked = false;
  }
});
