// What a browser with an empty cache brings for one page: node --experimental-websocket weigh.mjs URL [--proxied-tls]
// Prints: requests, kB over the wire (compressed, headers included), kB once decoded, kB of fonts among the wire's.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';

const [url, tls] = process.argv.slice(2);
const profile = mkdtempSync('/tmp/weigh-');
const browser = spawn('/usr/bin/chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
try {
  const port = await new Promise((found, failed) => {
    setTimeout(() => failed(new Error('the browser did not start')), 20_000).unref();
    browser.stderr.on('data', text => { const m = /127\.0\.0\.1:(\d+)\//.exec(text); if (m) found(m[1]); });
  });
  const [tab] = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()).filter(t => t.type === 'page');
  const socket = new WebSocket(tab.webSocketDebuggerUrl);
  await new Promise(open => socket.addEventListener('open', open));
  let id = 0;
  const send = (method, params = {}) => socket.send(JSON.stringify({ id: ++id, method, params }));
  const kinds = new Map();
  const sum = { requests: 0, wire: 0, decoded: 0, fonts: 0 };
  socket.addEventListener('message', ({ data }) => {
    const { method, params } = JSON.parse(data);
    if (method === 'Network.responseReceived') kinds.set(params.requestId, params.type);
    if (method === 'Network.dataReceived') sum.decoded += params.dataLength;
    if (method !== 'Network.loadingFinished') return;
    sum.requests++;
    sum.wire += params.encodedDataLength;
    if (kinds.get(params.requestId) === 'Font') sum.fonts += params.encodedDataLength;
  });
  send('Network.enable');
  if (tls) send('Network.setExtraHTTPHeaders', { headers: { 'X-Forwarded-Proto': 'https' } });
  send('Page.enable');
  send('Page.navigate', { url });
  await new Promise(later => setTimeout(later, 6_000));
  const kB = bytes => (bytes / 1000).toFixed(1);
  console.log(`${sum.requests} requests, ${kB(sum.wire)} kB over the wire, ${kB(sum.decoded)} kB decoded, fonts ${kB(sum.fonts)} kB of the wire`);
} finally {
  browser.kill();
  await new Promise(gone => browser.once('exit', gone));
  rmSync(profile, { recursive: true, force: true });
}
