// The same shares and errors in DuckDB, without the calibration term. node duckdb.mjs DATA.csv WEIGHTS.csv [THREADS], in a folder with @duckdb/node-api.
import { createRequire } from 'node:module';
const { DuckDBInstance } = createRequire(process.cwd() + '/x.js')('@duckdb/node-api');
const [csv, weights, threads] = [process.argv[2], process.argv[3], Number(process.argv[4] ?? 2)];
const questions = Array.from({ length: 60 }, (_, i) => 'q' + String(i + 1).padStart(2, '0'));
const say = (step, from) => console.log(JSON.stringify({ step, wall_ms: Number((performance.now() - from).toFixed(1)) }));
// p = sum(w I) / sum(w); u = w (I - p) / sum(w) summed to units; variance = sum over strata of n/(n-1) sum (u - mean)².
const shares = q => `with c as (select stratum, psu, domain, ${q} as l, sum(w) as ws from s where ${q} is not null group by all),
  pd as (select stratum, psu, domain, sum(ws) as wd from c group by all), td as (select domain, sum(wd) as t from pd group by all),
  p as (select c.domain, c.l, sum(c.ws) / max(td.t) as p, max(td.t) as t from c join td using (domain) group by all),
  u as (select pd.stratum, pd.psu, p.domain, p.l, (coalesce(c.ws, 0) - p.p * pd.wd) / p.t as u from pd join p using (domain)
        left join c on c.stratum = pd.stratum and c.psu = pd.psu and c.domain = pd.domain and c.l = p.l),
  h as (select u.stratum, u.domain, u.l, sum(u.u) as s1, sum(u.u * u.u) as s2, max(n.n) as n from u join n using (stratum) group by all)
  select p.domain, p.l, max(p.p) as p, sqrt(sum(h.n / (h.n - 1.0) * (h.s2 - h.s1 * h.s1 / h.n))) as se from h join p on p.domain = h.domain and p.l = h.l group by all`;
const db = await (await DuckDBInstance.create(':memory:')).connect();
await db.run(`set threads = ${threads}`);
let from = performance.now();
await db.run(`create table s0 as select * from read_csv('${csv}', nullstr = '')`);
await db.run(`create table s as select s0.* replace (x.w as w) from s0 join read_csv('${weights}') x using (id)`);
await db.run('create table n as select stratum, count(distinct psu) as n from s group by stratum');
say('load', from);
for (let run = 0; run < 3; run++) {
  from = performance.now();
  for (const q of questions) await (await db.run(shares(q))).getRows();
  say('60 questions by domain', from);
}
