// Additions only: the pages of a room are complete without this module.

// What is typed when the network is away is kept on this device, and sent once when it comes back: the same line, or the card of the same key, is one however often it arrives.
const place = `diapason room ${location.pathname}`;
const read = () => { try { return JSON.parse(localStorage.getItem(place) ?? '[]'); } catch { return []; } };
const keep = (waiting) => { try { localStorage.setItem(place, JSON.stringify(waiting)); return true; } catch { return false; } };
const told = document.querySelector('[data-waiting]');
const tell = () => {
  const { length } = read();
  if (!told) return;
  told.hidden = length === 0;
  told.textContent = length === 0 ? '' : length === 1 ? told.dataset.one : told.dataset.many.replace('{0}', length);
};

let sending = false;
const send = async () => {
  if (sending) return;
  sending = true;
  let sent = 0;
  for (let [first] = [read()[0]]; first; [first] = [read()[0]]) {
    try {
      const token = document.querySelector('input[name=__RequestVerificationToken]')?.value;
      const body = new URLSearchParams(first.body);
      if (token) body.set('__RequestVerificationToken', token);
      const answer = await fetch(first.action, { method: 'POST', body, redirect: 'manual' });
      // A redirect is an acknowledgement; a refusal will not become a yes by being sent again. A busy server is asked later.
      if (answer.status === 429 || answer.status >= 500) break;
      keep(read().slice(1));
      sent++;
    } catch { break; }
  }
  sending = false;
  tell();
  if (sent > 0) await look();
};

// A form leaves without leaving the page: what comes back takes the place of what is shown; when nothing comes back, what was written waits here.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !('once' in form.dataset)) return;
  event.preventDefault();
  if (form.dataset.leaving) return;
  form.dataset.leaving = 'yes';
  const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, signal: AbortSignal.timeout?.(15000) });
    if (answer.status === 429 || answer.status >= 500) throw new Error('busy');
    history.replaceState(null, '', answer.url);
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    (live()?.querySelector('[role=alert]') ?? live()?.querySelector('h1'))?.scrollIntoView({ block: 'nearest' });
  } catch {
    if (!keep([...read(), { action: form.action, body }])) return form.submit();
    // The next card has a key of its own.
    const field = form.dataset.key && form.elements[form.dataset.key];
    if (field) { field.value = ''; field.name = form.dataset.key = `item.${crypto.getRandomValues(new Uint32Array(4)).join('-').slice(0, 40)}`; }
    tell();
  }
  delete form.dataset.leaving;
});
addEventListener('online', send);
setInterval(() => { if (read().length > 0) send(); }, 5000);

// The page is told that the room has changed, and asks for itself again. What somebody is writing is never taken from under their fingers.
const live = () => document.querySelector('[data-live]');
const show = (next) => {
  const [old, fresh] = [live(), next.querySelector('[data-live]')];
  if (!old || !fresh) return false;
  if (old.innerHTML === fresh.innerHTML) return true;
  old.replaceWith(document.adoptNode(fresh));
  document.title = next.title;
  const said = document.querySelector('[data-live-said]');
  if (said) said.textContent = fresh.querySelector('h1')?.textContent ?? '';
  return true;
};
let stale = false;
const busy = () => [...(live()?.querySelectorAll('textarea, input:not([type=hidden])') ?? [])].some((field) => field.value !== field.defaultValue || field === document.activeElement);
const look = async () => {
  stale = true;
  if (busy()) return;
  try {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (show(next)) stale = false;
  } catch { /* The page as it was loaded is still good. */ }
};

const changes = live()?.dataset.changes;
if (changes && 'EventSource' in window) {
  let first = true;
  new EventSource(changes).addEventListener('changed', ({ data }) => {
    const known = first && data === live()?.dataset.version;
    first = false;
    if (!known) look();
  });
  document.addEventListener('focusout', () => { if (stale) setTimeout(look, 300); });
}
tell();
if (read().length > 0) send();
