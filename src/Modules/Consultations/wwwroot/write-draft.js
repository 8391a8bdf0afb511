// A thing of a questionnaire saves itself while it is written, and says so; the rest of the page follows. Without this module each button of the form saves it.
const form = document.getElementById('piece');
const line = form.querySelector('[data-said]');
const title = () => document.title.replace(`${form.dataset.unsaved} – `, '');
const place = `diapason draft ${location.pathname}`;

let version = 0; // of what is typed here
let kept = 0; // the last version known to be on the server
let sending = null;
let failed = null;
let leaving = false;
let stale = false; // somebody else changed this very thing: it is in the store, not in this form
let timer = 0;

// What this page saves is its own: the server tells it from what another tab saves.
const sitting = document.createElement('input');
Object.assign(sitting, { type: 'hidden', name: 'sitting', value: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` });
// A code is made from words once they are whole: when their field is left.
const named = Object.assign(document.createElement('input'), { type: 'hidden', name: 'named', value: '' });
form.append(sitting, named);

const say = (text) => {
  if (line.textContent !== text) line.textContent = text;
};
const mark = () => { document.title = (version === kept ? '' : `${form.dataset.unsaved} – `) + title(); };
const body = () => new URLSearchParams(new FormData(form));

// What this module sends by itself is what the page came with: nothing asks before it is left, but what could not be sent.
const settle = () => {
  for (const field of form.elements) {
    if (field.type === 'checkbox' || field.type === 'radio') field.defaultChecked = field.checked;
    else if (field instanceof HTMLSelectElement) for (const option of field.options) option.defaultSelected = option.selected;
    else if ('defaultValue' in field && field.type !== 'hidden') field.defaultValue = field.value;
  }
};

// A code that was changed changes addresses.
const move = (at) => {
  const here = new URL(location.href);
  for (const old of ['done', 'since', 'more', 'rule']) here.searchParams.delete(old);
  here.searchParams.set('at', at);
  if (here.href !== location.href) history.replaceState(history.state, '', here);
  for (const name of ['action', 'keep']) {
    const address = new URL(name === 'action' ? form.action : form.dataset.keep, location.href);
    address.searchParams.set('at', at);
    if (name === 'action') form.action = address.href;
    else form.dataset.keep = address.href;
  }
};

// The outline, the sheets and what is missing follow, unless somebody is in them.
async function follow() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(part.id);
    if (fresh && !part.contains(document.activeElement)) part.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  mark();
}

async function send(wanted) {
  const answer = await fetch(form.dataset.keep, { method: 'POST', body: body(), redirect: 'manual', keepalive: true });
  if (answer.status !== 200) throw answer;
  const said = await answer.json();
  form.elements.seen.value = said.seen;
  kept = wanted;
  failed = null;
  stale ||= said.stale;
  move(said.at);
  const code = form.elements.code;
  if (code && !code.value && said.code && document.activeElement !== code) code.value = code.defaultValue = said.code;
  form.dataset.leave = '';
  if (version !== wanted) return;
  say(stale ? form.dataset.stale : said.said);
  mark();
}

async function save() {
  if (sending || leaving || version === kept) return;
  say(form.dataset.saving);
  sending = send(version);
  try {
    await sending;
  } catch (failure) {
    const isRefused = failure instanceof Response && failure.status < 500;
    failed = isRefused ? 'refused' : 'cut';
    const why = isRefused && (await failure.json().catch(() => null))?.why;
    say(isRefused ? `${why ?? ''} ${form.dataset.refused}`.trim() : form.dataset.offline);
  } finally {
    sending = null;
  }
  if (failed === 'cut') plan(5000);
  else if (failed === null && version !== kept) plan(300);
  else if (failed === null && stale) again();
  else if (failed === null) follow().catch(() => { /* The page as it is will do until the next saving. */ });
}

const plan = (wait) => {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
};

const remember = (name) => {
  try {
    sessionStorage.setItem(place, JSON.stringify({ at: Date.now(), name }));
  } catch { /* Full or forbidden: one finds one's place again by hand. */ }
};

// The form is asked for again with what somebody else saved of it; what is typed meanwhile is thrown to the server.
const again = () => {
  remember(document.activeElement?.name);
  location.reload();
};

const throwOut = () => {
  if (leaving || version === kept || failed === 'refused') return;
  navigator.sendBeacon(form.dataset.keep, body());
  kept = version;
};

const changed = (wait) => {
  version++;
  failed = null;
  settle();
  mark();
  plan(wait);
};

// A code is read by rules and addresses: it is saved once it is whole. So is a rule.
const isWhole = (field) => field.name === 'code' || field.name === 'when' || field.name.endsWith('.code');
const counts = (field) => field.name && field.type !== 'file' && field.name !== 'new_kind' && field.name !== 'rule.add';

// A photograph is made as small as a page shows it before it leaves, and an image is sent as soon as it is chosen.
const heaviest = 190 * 1024;
const widest = 1000;
async function lighten(file) {
  const picture = await createImageBitmap(file);
  if (file.size <= heaviest && Math.max(picture.width, picture.height) <= 2 * widest) return file;
  const scale = Math.min(1, widest / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
  const pen = canvas.getContext('2d');
  for (const type of ['image/webp', 'image/jpeg']) {
    // A JPEG has no clear parts.
    if (type === 'image/jpeg') Object.assign(pen, { fillStyle: '#fff' }).fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.85, 0.7, 0.5]) {
      const made = await new Promise((done) => { canvas.toBlob(done, type, quality); });
      if (made?.type === type && made.size <= heaviest) return new File([made], file.name.replace(/\.\w+$/, `.${type.slice(6).replace('jpeg', 'jpg')}`), { type });
    }
  }
  return file;
}
async function sendImage(field) {
  const [file] = field.files;
  if (!file) return;
  try {
    const lighter = await lighten(file);
    if (lighter !== file) {
      const files = new DataTransfer();
      files.items.add(lighter);
      field.files = files.files;
    }
  } catch { /* What the browser cannot open, the server says why. */ }
  remember(field.name);
  form.requestSubmit();
}

form.addEventListener('input', ({ target }) => counts(target) && !isWhole(target) && changed(800));
form.addEventListener('change', ({ target }) => {
  if (/^text\.(title|body)\./.test(target.name) && target.value.trim()) named.value = '1';
  if (target.type === 'file') sendImage(target);
  else if (counts(target)) changed(100);
  else settle();
});
addEventListener('online', () => failed === 'cut' && plan(0));
document.addEventListener('visibilitychange', () => document.hidden && save());
addEventListener('beforeunload', (event) => {
  if (navigator.onLine !== false && failed === null) throwOut();
  if (!leaving && version !== kept) event.preventDefault();
});
addEventListener('pagehide', throwOut);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

form.addEventListener('submit', async (event) => {
  if (sending) {
    // An older version still on its way must not arrive after this one.
    event.preventDefault();
    const { submitter } = event;
    await Promise.race([sending.catch(() => {}), new Promise((done) => { setTimeout(done, 3000); })]);
    sending = null;
    form.requestSubmit(submitter);
    return;
  }
  leaving = true;
  const row = /^(.+)\.(\d+)\.(up|down)$/.exec(event.submitter?.name === 'then' ? event.submitter.value : '');
  if (row) remember(`list.${row[1]}.${Math.max(0, Number(row[2]) + (row[3] === 'up' ? -1 : 1))}.label.${document.activeElement?.lang || document.documentElement.lang.slice(0, 2)}`);
});

// The keyboard moves, goes on and takes back; each of these has its button or its link.
const press = (selector, scope = document) => {
  const target = scope.querySelector(selector);
  target?.click();
  return Boolean(target);
};
const inText = (target) => target.matches('textarea, input:not([type]), input[type=text], input[type=search], input[type=date]');
const step = (way) => {
  const links = [...document.querySelectorAll('#plan a')];
  const next = links[links.findIndex((link) => link.ariaCurrent === 'true') + way];
  next?.click();
  return Boolean(next);
};
addEventListener('keydown', (event) => {
  const { target, key, altKey, shiftKey, ctrlKey, metaKey } = event;
  const way = { ArrowUp: 'up', ArrowDown: 'down' }[key];
  let done = false;
  if (way && altKey && shiftKey) done = press(`button[name=act][value=${way}]`);
  else if (way && altKey) done = press(`button[name=then][value$=".${way}"]`, target.closest('.rangee') ?? document.createElement('i'));
  else if (altKey && (key === 'PageUp' || key === 'PageDown')) done = step(key === 'PageUp' ? -1 : 1);
  else if ((ctrlKey || metaKey) && key.toLowerCase() === 'z' && !inText(target)) done = press(`button[name=act][value=${shiftKey ? 'redo' : 'undo'}]`);
  if (done) event.preventDefault();
});

// Where one was, after a row was moved or the form was asked for again.
const left = JSON.parse(sessionStorage.getItem(place) ?? 'null');
sessionStorage.removeItem(place);
const back = () => {
  // What was refused is read first.
  if (!left?.name || Date.now() - left.at > 10000 || document.querySelector('.erreurs')) return;
  const field = form.elements[left.name];
  field?.closest?.('details')?.setAttribute('open', '');
  field?.focus?.();
};
// The address ends in a place of the page, to which the browser goes once all is there, taking the focus away.
if (document.readyState === 'complete') back();
else addEventListener('load', () => requestAnimationFrame(back));
