// A page of questions saves itself while it is written, and says so. Without this module each of its buttons saves it.
const form = document.getElementById('answers');
const line = document.querySelector('[data-keep]');
const [shown, heard] = line.children;
const key = `diapason ${line.dataset.keep} `;
const place = key + line.dataset.page;

const was = form.elements['-shown']; // what the fields held when the server last spoke of them
const touched = new Set();
let base = line.dataset.saves; // what the server had when it last spoke, by how often it was saved
let version = 0; // of what is typed here
let kept = 0; // the last version known to be on the server
let thrown = 0; // the last version sent while leaving, which nobody answers
let sending = null;
let failed = null;
let leaving = false;
let timer = 0;

const say = (state) => {
  // What keeps an answer from being saved is said where one looks, wherever the page is.
  line.classList.toggle('coupure', state === 'offline' || state === 'failed');
  shown.textContent = line.dataset[state];
  // Heard once, and again only when it changes: not at every letter.
  if (state !== 'saving' && heard.textContent !== line.dataset[state]) heard.textContent = line.dataset[state];
};

const body = () => {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('act', 'keep');
  return fields;
};

// A field changed here is meant, whatever the page showed at first and whatever was saved elsewhere since.
form.addEventListener('formdata', ({ formData }) => {
  for (const name of touched) formData.append('-touched', name);
});

const known = (names, fields) => {
  if (was) was.value = JSON.stringify({ ...JSON.parse(was.value), ...Object.fromEntries(names.map((name) => [name, fields.getAll(name)])) });
};

// This tab remembers what it has typed until the server has it: a refresh, or a cut, then loses nothing.
const remember = () => {
  const data = new FormData(form);
  try {
    sessionStorage.setItem(place, JSON.stringify({ base, at: Date.now(), fields: [...touched].map((name) => [name, data.getAll(name)]) }));
  } catch { /* Full or forbidden: the page itself still holds it. */ }
};

const plan = (wait) => {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
};

async function send(wanted) {
  const fields = body();
  const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' });
  if (answer.status !== 204) throw answer;
  base = answer.headers.get('X-Saves') ?? base;
  known(fields.getAll('-touched'), fields);
  kept = wanted;
  failed = null;
  if (version !== wanted) return;
  touched.clear();
  sessionStorage.removeItem(place);
  say('saved');
}

async function save() {
  if (sending || leaving || version === kept) return;
  say('saving');
  sending = send(version);
  try {
    await sending;
  } catch (failure) {
    // A refusal will not change by itself; a cut does.
    failed = failure instanceof Response && failure.status < 500 ? 'refused' : 'cut';
    say(failed === 'cut' ? 'offline' : 'failed');
  } finally {
    sending = null;
  }
  if (failed === 'cut') plan(5000);
  else if (failed === null && version !== kept) plan(300);
}

// The page is going away: one last post that the browser carries by itself.
const throwOut = () => {
  if (leaving || version === kept || version === thrown) return;
  thrown = version;
  remember();
  navigator.sendBeacon(form.action, body());
};

const changed = (names, wait) => {
  for (const name of names) touched.add(name);
  version++;
  remember();
  plan(wait);
};

// Leaving a field whose text the server has already is no change: it may have been written again elsewhere since.
const isKept = (name) => was && !touched.has(name) && JSON.stringify(JSON.parse(was.value)[name]) === JSON.stringify(new FormData(form).getAll(name));

const fill = (name, values) => {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value);
    else field.value = values[0] ?? '';
  }
};

// What another page, or another person on this device, left in the tab is not for this one.
for (const old of Object.keys(sessionStorage)) if (old.startsWith('diapason ') && old !== place) sessionStorage.removeItem(old);
const left = JSON.parse(sessionStorage.getItem(place) ?? 'null');
if (left && (left.base === base || Date.now() - left.at < 3000)) {
  for (const [name, values] of left.fields) fill(name, values);
  changed(left.fields.map(([name]) => name), 0);
} else sessionStorage.removeItem(place);

form.addEventListener('input', ({ target }) => target.name && changed([target.name], 800));
form.addEventListener('change', ({ target }) => target.name && !isKept(target.name) && changed([target.name], 100));
addEventListener('online', () => failed && plan(0));
addEventListener('pagehide', throwOut);
document.addEventListener('visibilitychange', () => document.hidden && save());
addEventListener('beforeunload', (event) => {
  throwOut();
  if (failed && !leaving && version !== kept) event.preventDefault();
});
form.addEventListener('submit', async (event) => {
  if (navigator.onLine === false) {
    event.preventDefault();
    remember();
    failed = 'cut';
    say('offline');
    return;
  }
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
  if (version !== kept) remember();
});
// Back from another page without a new request: what is here may have been answered again since, so the page is asked anew. Cut off, it may be written on.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  leaving = false;
  if (navigator.onLine !== false) location.reload();
});
