// Options that are ranked get buttons that move them, and stand in the order of their ranks. Without this module their lists of numbers do the same.
const say = (words, ...values) => values.reduce((said, value, at) => said.replace(`{${at}}`, value), words);

const ranking = (set) => {
  const list = set.querySelector('ol');
  const heard = set.querySelector('[role="status"]');
  const most = Number(set.dataset.ranking);
  const first = [...list.children];
  const select = (row) => row.querySelector('select');
  const name = (row) => row.querySelector('label').textContent;
  const ranked = () => first.filter((row) => select(row).value).sort((a, b) => select(a).value - select(b).value);

  const put = (row, rank) => {
    const field = select(row);
    const value = rank ? String(rank) : '';
    if (field.value === value) return;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const show = () => {
    const rows = ranked();
    list.append(...rows, ...first.filter((row) => !rows.includes(row)));
  };

  const move = (row, by, button) => {
    const rows = ranked();
    const at = rows.indexOf(row);
    if (at >= 0) rows.splice(at, 1);
    // What has no rank comes in at the end; what goes down from the last has none any more.
    const to = at >= 0 ? Math.max(0, at + by) : by < 0 ? Math.min(rows.length, most - 1) : -1;
    if (to >= 0 && to <= rows.length) rows.splice(to, 0, row);
    for (const one of first) put(one, rows.slice(0, most).indexOf(one) + 1);
    show();
    button.focus();
    heard.textContent = select(row).value ? say(set.dataset.now, name(row), select(row).value) : say(set.dataset.none, name(row));
  };

  for (const row of first) {
    const buttons = document.createElement('div');
    buttons.className = 'rang';
    for (const [by, words, sign] of [[-1, set.dataset.up, '↑'], [1, set.dataset.down, '↓']]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'bouton second petit';
      button.textContent = sign;
      button.setAttribute('aria-label', say(words, name(row)));
      button.addEventListener('click', () => move(row, by, button));
      buttons.append(button);
    }
    row.append(buttons);
  }
  show();
};

for (const set of document.querySelectorAll('[data-ranking]')) ranking(set);

// A total to share says what is left of it.
const sharing = (set) => {
  const heard = set.querySelector('[role="status"]');
  const { left, over, exact, decimals } = set.dataset;
  const fields = [...set.querySelectorAll('input[type="text"]')];
  const read = (field) => Number(field.value.trim().replace(/[\s\u00A0\u202F]/g, '').replace(',', '.') || 0);
  const write = (number) => number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: Number(decimals) });
  const tell = () => {
    const rest = Number(set.dataset.sum) - fields.reduce((sum, field) => sum + read(field), 0);
    if (Number.isNaN(rest) || fields.every((field) => field.value.trim() === '')) heard.textContent = '';
    else if (Math.abs(rest) <= Number(set.dataset.tolerance) + 1e-9) heard.textContent = exact;
    else heard.textContent = say(rest > 0 ? left : over, write(Math.abs(rest)));
  };
  let timer = 0;
  // Heard once the number is written, not at every figure of it.
  set.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(tell, 400); });
  set.addEventListener('change', tell);
  tell();
};

for (const set of document.querySelectorAll('[data-sum]')) sharing(set);
