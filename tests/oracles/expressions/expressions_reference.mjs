// What the evaluator of Enketo (openrosa-xpath-evaluator) gives for expressions on answers: some written by hand, the others drawn with a fixed seed.
// Writes reference.json into the folder given. Run by eng/oracles.sh after « npm ci --ignore-scripts » in this folder.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

process.env.TZ = 'UTC';
const require = createRequire(import.meta.url);
const { window } = new JSDOM('<data/>', { contentType: 'text/xml' });
for (const name of ['Node', 'XPathResult', 'XPathEvaluator', 'DOMParser', 'document']) globalThis[name] = window[name];
const evaluator = require('openrosa-xpath-evaluator')();

const people = [
  { n1: '12.5', n2: '3', t1: 'Montréal', t2: 'rouge vif', c1: 'a', c2: '4', m1: 'a b', m2: 'c', d1: '2026-01-15', d2: '2026-03-02' },
  { n1: '0', n2: '-2', t1: '', t2: '7', c1: 'b', c2: '', m1: '', m2: 'a c d', d1: '2024-02-29', d2: '' },
  { n1: '', n2: '100', t1: 'true', t2: 'x', c1: '', c2: '1', m1: 'd', m2: '', d1: '', d2: '1999-12-31' },
];

const written = `
1 + 2 * 3
(1 + 2) * 3
7 mod 3
-7 mod 3
7 mod -3
7 div 2
1 div 0
-1 div 0
0 div 0
10 - 3 - 2
100 div 10 div 2
2 - -2
0.1 + 0.2
.5 + .25
1 = 1
1 = 1.0
1 != 2
'a' = 'a'
'a' = 'b'
'' = ''
'1' = 1
'x' = 1
true() = 1
false() = 0
true() = 'x'
false() = ''
1 < 2
2 <= 2
'3' > 2
3 >= 4
1 < 2 and 2 < 3
1 > 2 or 2 > 3
1 = 1 or 1 = 2 and 1 = 3
(1 = 1 or 1 = 2) and 1 = 3
not(1 = 2)
not(true())
not('')
not('x')
not(0)
boolean(0)
boolean(1)
boolean('')
boolean('0')
boolean(0 div 0)
number('12')
number(' 12.5 ')
number('')
number('abc')
number('-3')
number(true())
number('2026-01-15')
string(12)
string(12.50)
string(1 div 0)
string(0 div 0)
string(true())
string(-0)
int(2.9)
int(-2.9)
int('7.5')
int('')
int('x')
round(2.5)
round(-2.5)
round(2.4)
round(1.005, 2)
round(1234.567, 1)
round(1234.567, -2)
round(-1234.567, -2)
round(2.5, 0)
round('')
floor(2.7)
ceiling(2.2)
abs(-4.5)
pow(2, 10)
pow(9, 0.5)
sqrt(16)
exp(0)
exp10(3)
log10(1000)
pi()
min(3, 1, 2)
max(3, 1, 2)
min(3, '')
max(1, 'x')
min(2)
concat('a', 'b', 'c')
concat('a', 1, true())
concat()
join(', ', 'a', 'b')
join('-', 'a')
string-length('')
string-length('déjà')
substr('hello', 1)
substr('hello', 1, 3)
substr('hello', 0, 2)
substr('hello', -3)
substr('hello', -3, -1)
substr('hello', 3, 1)
substr('hello', 2, 99)
substring-before('12-34', '-')
substring-after('12-34', '-')
substring-before('1234', '-')
substring-after('1234', '-')
contains('hello', 'ell')
contains('hello', '')
contains('hello', 'x')
starts-with('hello', 'he')
starts-with('hello', 'lo')
ends-with('hello', 'lo')
normalize-space('  a   b ')
translate('bar', 'abc', 'ABC')
translate('--aaa--', 'abc-', 'ABC')
regex('A1B 2C3', '^[A-Z][0-9][A-Z] [0-9][A-Z][0-9]$')
regex('abc', 'b')
regex('abc', '^b')
regex('514-555-1234', '^[0-9]{3}-[0-9]{3}-[0-9]{4}$')
regex('a@b.ca', '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}')
if(1 = 1, 'yes', 'no')
if(1 = 2, 'yes', 'no')
if('', 1, 2)
if('x', 1, 2)
if(0, 1, 2)
if(true(), if(false(), 1, 2), 3)
coalesce('', 'b')
coalesce('a', 'b')
coalesce('', '')
selected('a b c', 'b')
selected('a b c', 'd')
selected('', 'a')
selected('', '')
selected('ab', 'a')
selected('a b', ' b ')
selected-at('a b c', 0)
selected-at('a b c', 2)
selected-at('a b c', 3)
selected-at('', 0)
count-selected('a b c')
count-selected('')
count-selected('a  b')
boolean-from-string('true')
boolean-from-string('1')
boolean-from-string('false')
boolean-from-string('yes')
date('2026-01-15') < date('2026-03-02')
date('2026-01-15') = '2026-01-15'
date('2026-01-15') != '2026-01-16'
date('2026-01-15') + 1
date('2026-01-15') - date('2026-01-01')
'2026-01-15' < '2026-03-02'
'2026-01-15' = '2026-1-15'
string(date('2026-01-15'))
date(20468)
date('')
decimal-date-time('2026-01-15')
decimal-date-time(date('2026-01-15'))
decimal-date-time('2026-01-15T12:00:00.000Z')
decimal-date-time('2026-01-15T12:00:00.000-05:00')
format-date('2026-01-05', '%Y-%m-%d')
format-date('2026-01-05', '%e/%n/%y')
format-date(date('2026-01-05'), '%d.%m.%Y')
format-date('', '%Y')
format-date('2026-01-05', '100%%')
format-date-time('2026-01-05T13:07:09.123Z', '%H:%M:%S.%3')
\${n1} + \${n2}
\${n1} - 1
\${n1} * \${n2}
\${n1} div \${n2}
\${n1} > 10
\${n1} < \${n2}
\${n1} = 12.5
\${n1} != ''
\${n1} = ''
\${n2} >= -2
-\${n1}
\${t1} = 'Montréal'
\${t1} != 'Montréal'
\${t1} = ''
\${t1} != ''
\${t2} > 5
\${t1} = \${t2}
string-length(\${t1})
concat(\${t1}, ' ', \${t2})
substr(\${t2}, 0, 5)
contains(\${t2}, 'vif')
regex(\${t1}, '^M')
\${c1} = 'a'
\${c1} = 'a' or \${c1} = 'b'
\${c1} != 'a' and \${c1} != ''
\${c2} > 2
\${c2} = 4
\${c2} + 1
selected(\${c1}, 'a')
selected(\${m1}, 'a')
selected(\${m1}, 'b') and not(selected(\${m1}, 'c'))
selected(\${m2}, 'c') or \${n1} = 0
count-selected(\${m1})
count-selected(\${m2}) > 1
selected-at(\${m2}, 1)
selected-at(\${m1}, 0) = 'a'
\${m1} = 'a b'
\${m1} = ''
\${m1} != ''
not(selected(\${m1}, 'a') and count-selected(\${m1}) > 1)
coalesce(\${t1}, 'none')
coalesce(\${n1}, 5) + 1
if(\${n1} > 0, \${n1}, 0)
if(selected(\${m1}, 'a'), 'A', 'not A')
if(\${c1} = 'a', 1, if(\${c1} = 'b', 2, 3))
\${d1} < '2026-01-20'
\${d1} = '2026-01-15'
\${d1} < \${d2}
\${d2} - \${d1}
int((\${d2} - \${d1}) div 30.44)
\${d1} + 7
\${d1} = ''
\${d1} != ''
decimal-date-time(\${d1})
format-date(\${d1}, '%e/%n/%Y')
date(\${d1}) >= date('2024-01-01')
((\${n2} - 1) mod 2) = 0 or \${n2} = \${n1}
number(\${t2})
round(\${n1} div 7, 2)
min(\${n1}, \${n2})
max(\${n1}, \${n2}, 50)
0.00002434 * \${n1} * \${n1} * \${n1} - 0.00197858 * \${n1} * \${n1} + 0.71815707
round(15 div (sqrt(cos(atan(\${n1} div 100)))),2)
sum(\${n1})
\${t1}
\${n1} = '12.50'
number('1e3')
number('2026-02-30')
boolean-from-string(2)
string(pow(10, 21))
string(0.0000001)
string(date('2026-01-15T12:00:00.000Z'))
`.trim().split('\n');

// mulberry32
let seed = 20261130;
const random = () => {
  let t = (seed += 0x6d2b79f5);
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = n => Math.floor(random() * n);
const one = (...choices) => choices[below(choices.length)]();

const number = depth => depth <= 0
  ? one(() => String(below(20)), () => (below(400) / 8).toString(), () => '${n1}', () => '${n2}')
  : one(
    () => `${number(depth - 1)} + ${number(depth - 1)}`, () => `(${number(depth - 1)} - ${number(depth - 1)})`, () => `${number(0)} * ${number(0)}`,
    () => `(${number(depth - 1)}) div 4`, () => `(${number(depth - 1)}) mod 5`, () => `int(${number(depth - 1)})`, () => `round(${number(depth - 1)})`,
    () => `round(${number(depth - 1)}, ${below(3)})`, () => `string-length(${text(depth - 1)})`, () => `count-selected(${set()})`, () => `number(${text(0)})`,
    () => `min(${number(depth - 1)}, ${number(0)})`, () => `max(${number(0)}, ${number(depth - 1)})`, () => `if(${truth(depth - 1)}, ${number(depth - 1)}, ${number(0)})`,
    () => `abs(${number(depth - 1)})`, () => `pow(${number(0)}, 2)`, () => `decimal-date-time(${day()})`, () => `coalesce(${number(0)}, 3)`);
const text = depth => depth <= 0
  ? one(() => "'a'", () => "''", () => "'rouge'", () => '"été"', () => '${t1}', () => '${t2}', () => '${c1}')
  : one(
    () => `concat(${text(depth - 1)}, ${text(0)})`, () => `substr(${text(depth - 1)}, ${below(3)}, ${2 + below(5)})`, () => `coalesce(${text(0)}, ${text(depth - 1)})`,
    () => `string(${number(0)})`, () => `if(${truth(depth - 1)}, ${text(depth - 1)}, ${text(0)})`, () => `selected-at(${set()}, ${below(3)})`,
    () => `join('-', ${text(0)}, ${text(0)})`, () => `format-date(${day()}, '%Y/%m')`, () => `translate(${text(0)}, 'aou', 'AO')`);
const truth = depth => depth <= 0
  ? one(() => `selected(${set()}, '${'abcd'[below(4)]}')`, () => `\${c1} = '${'ab'[below(2)]}'`, () => `${number(0)} > ${number(0)}`, () => '${t1} != \'\'', () => 'true()', () => 'false()')
  : one(
    () => `${truth(depth - 1)} and ${truth(depth - 1)}`, () => `(${truth(depth - 1)} or ${truth(depth - 1)})`, () => `not(${truth(depth - 1)})`,
    () => `${number(depth - 1)} ${['<', '<=', '>', '>=', '=', '!='][below(6)]} (${number(0)} + 0)`, () => `concat(${text(depth - 1)}, '') = ${text(0)}`,
    () => `contains(${text(depth - 1)}, 'o')`, () => `starts-with(${text(depth - 1)}, 'r')`, () => `regex(${text(depth - 1)}, '^[a-z]+$')`,
    () => `${day()} ${['<', '>='][below(2)]} ${day()}`, () => `boolean-from-string(${text(0)})`);
const set = () => one(() => '${m1}', () => '${m2}');
const day = () => one(() => '${d1}', () => '${d2}', () => "date('2026-01-15')", () => "'2025-12-31'");

const drawn = new Set();
while (drawn.size < 500) drawn.add(one(() => number(3), () => text(3), () => truth(3)));

const refused = [];
const cases = [];
const give = (expression, answers, document) => {
  const path = expression.replace(/\$\{(\w+)\}/g, '/data/$1');
  const as = type => evaluator.evaluate(path, document, null, type, null);
  return {
    text: as(XPathResult.STRING_TYPE).stringValue,
    number: String(as(XPathResult.NUMBER_TYPE).numberValue),
    truth: as(XPathResult.BOOLEAN_TYPE).booleanValue,
  };
};
for (const expression of [...written, ...drawn]) {
  const asked = /\$\{/.test(expression) ? people.keys() : [0];
  for (const person of asked) {
    const answers = Object.entries(people[person]).map(([name, value]) => `<${name}>${value}</${name}>`).join('');
    const document = new DOMParser().parseFromString(`<data>${answers}</data>`, 'text/xml');
    try {
      cases.push({ expression, person, ...give(expression, people[person], document) });
    } catch (failure) {
      refused.push({ expression, person, message: String(failure.message).slice(0, 80) });
    }
  }
}

const lines = cases.map(c => JSON.stringify(c)).join(',\n');
writeFileSync(`${process.argv[2] ?? '.'}/reference.json`, `{"source":"openrosa-xpath-evaluator 3.1.0, TZ=UTC","people":${JSON.stringify(people)},"cases":[\n${lines}\n],"refused":[\n${refused.map(c => JSON.stringify(c)).join(',\n')}\n]}\n`);
console.log(`${cases.length} values, ${refused.length} refused`);
