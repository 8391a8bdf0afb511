// Additions only: every page is complete without this module.

// Printing is a command of the browser; the button appears where it can be obeyed.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A code to keep is copied or shared where the browser can; it can always be selected by hand.
const can = { copy: navigator.clipboard, share: navigator.share };
for (const button of document.querySelectorAll('[data-copy], [data-share]')) {
  const copies = 'copy' in button.dataset;
  button.hidden = !(copies ? can.copy : can.share);
  button.addEventListener('click', async () => {
    try {
      await (copies ? navigator.clipboard.writeText(button.dataset.copy) : navigator.share({ text: button.dataset.share }));
      const said = copies && button.parentElement.querySelector('[data-copied]');
      if (said) said.textContent = said.dataset.copied;
    } catch { /* Refused or given up: the code is still on the page. */ }
  });
}

// « None of these » empties the other boxes, and they empty it. The server checks the same.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
  for (const box of target.closest('fieldset')?.querySelectorAll('input[type=checkbox]') ?? []) {
    if (box !== target && ('exclusive' in target.dataset || 'exclusive' in box.dataset)) box.checked = false;
  }
});

// What is chosen and not sent yet outlives going back and forth in this tab; sending it empties the memory.
for (const form of document.querySelectorAll('form[data-unsent]')) {
  const place = `diapason unsent ${location.pathname}`;
  try {
    for (const [name, value] of JSON.parse(sessionStorage.getItem(place) ?? '[]')) {
      for (const box of form.elements) if (box.type === 'radio' && box.name === name && box.value === value) box.checked = true;
    }
    form.addEventListener('change', () => {
      const chosen = [...form.elements].filter((box) => box.type === 'radio' && box.checked);
      sessionStorage.setItem(place, JSON.stringify(chosen.map((box) => [box.name, box.value])));
    });
    form.addEventListener('submit', () => sessionStorage.removeItem(place));
  } catch { /* Full or forbidden: what was sent is kept all the same. */ }
}

// Who erases what is theirs erases that too.
for (const form of document.querySelectorAll('form[data-forget]')) {
  form.addEventListener('submit', () => {
    try {
      for (const place of Object.keys(sessionStorage)) if (place.startsWith('diapason unsent ')) sessionStorage.removeItem(place);
    } catch { /* Forbidden: there is nothing. */ }
  });
}

// A long form that says something else than when it came, or that was refused, asks before it is left. Sending it asks nothing.
const says = (field) => {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.type === 'file') return field.files.length > 0;
  if (field instanceof HTMLSelectElement) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  return 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue;
};
for (const form of document.querySelectorAll('form[data-leave]')) {
  let sent = false;
  form.addEventListener('submit', () => { sent = true; });
  addEventListener('pageshow', () => { sent = false; });
  addEventListener('beforeunload', (event) => {
    if (!sent && (form.dataset.leave === 'unsaved' || [...form.elements].some(says))) event.preventDefault();
  });
}

// A file is chosen by our button, in the language of the page; the field under it is the browser's, with its keys and what is dropped on it.
for (const field of document.querySelectorAll('.depot > input[type=file][data-choose]')) {
  const shown = document.createElement('span');
  const [button, name] = ['span', 'span'].map((tag) => shown.appendChild(document.createElement(tag)));
  shown.className = 'champ fichier';
  shown.ariaHidden = 'true';
  button.className = 'bouton second petit';
  button.textContent = field.dataset.choose;
  const say = () => { name.textContent = [...field.files].map((file) => file.name).join(', ') || field.dataset.none; };
  say();
  field.addEventListener('change', say);
  addEventListener('pageshow', say);
  field.after(shown);
  field.parentElement.classList.add('notre');
}
