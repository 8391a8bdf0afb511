// The page of a campaign under way asks for itself again while somebody looks at it, and shows what moved. Without this module it is refreshed by hand.
const line = document.querySelector('[data-follow]');
const [said, how, stop] = [line.querySelector('[role=status]'), line.querySelector('[data-by-itself]'), line.querySelector('button')];
const every = Number(line.dataset.follow) * 1000;

let timer = 0;
let isStopped = false;
let touched = 0; // when a finger or a pointer last moved something

for (const kind of ['pointerdown', 'wheel', 'touchmove', 'keydown']) addEventListener(kind, () => { touched = Date.now(); }, { passive: true });

// What somebody reads with a finger on it, has opened or is in stays where it is until the next time.
const isBusy = (part) => part.contains(document.activeElement) || part.matches(':hover:active') || Date.now() - touched < 2000;

const keepOpen = (from, to) => {
  const folds = [...to.querySelectorAll('details')];
  for (const [i, fold] of [...from.querySelectorAll('details')].entries()) if (folds[i]) folds[i].open = fold.open;
};

async function look() {
  if (document.hidden || isStopped) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  let moved = false;
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(part.id);
    if (!fresh || isBusy(part)) continue;
    keepOpen(part, fresh);
    if (fresh.outerHTML === part.outerHTML) continue;
    moved ||= part.dataset.live === 'told';
    part.replaceWith(document.adoptNode(fresh));
  }
  // Heard only when the count itself moved.
  if (moved) said.textContent = document.querySelector('h1').textContent;
}

const plan = () => {
  clearTimeout(timer);
  if (!isStopped) timer = setTimeout(() => look().catch(() => { /* The next time will do. */ }).finally(plan), every);
};

const say = () => {
  how.textContent = isStopped ? how.dataset.stopped : how.dataset.byItself;
  stop.textContent = isStopped ? stop.dataset.again : stop.dataset.stop;
};

stop.hidden = false;
say();
stop.addEventListener('click', () => {
  isStopped = !isStopped;
  say();
  if (!isStopped) look().catch(() => {}).finally(plan);
  else clearTimeout(timer);
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) look().catch(() => {}).finally(plan); });
plan();
