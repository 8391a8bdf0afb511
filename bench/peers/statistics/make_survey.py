#!/usr/bin/python3
"""A synthetic consultation to time peers on. Usage: make_survey.py N Q OUT.csv [SEED]
N respondents, Q categorical questions (2..6 levels, 0..8 % missing), 4 raking margins (13, 6, 8, 5 levels),
a 10-level domain, strata (40) with PSUs (20 a stratum), unequal design weights. Also writes OUT.margins.csv."""
import sys, numpy as np
N, Q, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
rng = np.random.default_rng(int(sys.argv[4]) if len(sys.argv) > 4 else 20260101)
def cat(k, conc): p = rng.dirichlet(np.full(k, conc)); return rng.choice(k, size=N, p=p), p
stratum = rng.integers(0, 40, N); psu = rng.integers(0, 20, N)
M = {'m_region': 13, 'm_size': 6, 'm_job': 8, 'm_age': 5}
cols, pop = {}, []
TOTAL = 500000.0
for m, k in M.items():
    c, p = cat(k, 8.0); cols[m] = c + 1
    target = p * np.exp(rng.normal(0, .35, k)); target /= target.sum()
    for l in range(k): pop.append((m, l + 1, round(TOTAL * target[l], 4)))
domain, _ = cat(10, 6.0)
w = TOTAL / N * np.exp(rng.normal(0, .3, N)); w *= TOTAL / w.sum()
# make each margin sum exactly to TOTAL after rounding
fixed = []
for m in M:
    r = [x for x in pop if x[0] == m]; s = sum(x[2] for x in r); r[-1] = (m, r[-1][1], round(r[-1][2] + TOTAL - s, 4)); fixed += r
latent = rng.normal(0, 1, N) + .3 * (stratum % 5) / 5 + .2 * domain / 10 + .15 * rng.normal(0, 1, 800)[stratum * 20 + psu]
qs = []
for q in range(Q):
    k = int(rng.integers(2, 7)); u = rng.uniform(.2, .8) * latent + rng.normal(0, 1, N)
    cuts = np.quantile(u, np.sort(rng.dirichlet(np.full(k, 4.0)).cumsum()[:-1])); v = np.searchsorted(cuts, u) + 1
    miss = rng.random(N) < rng.uniform(0, .08); qs.append(np.where(miss, 0, v))
import io
with open(out, 'w') as f:
    f.write('id,stratum,psu,w,' + ','.join(M) + ',domain,' + ','.join(f'q{i+1:02d}' for i in range(Q)) + '\n')
    A = np.column_stack([cols[m] for m in M] + [domain + 1] + qs).astype(str); A[A == '0'] = ''
    for i in range(N): f.write(f'{i+1},{stratum[i]+1},{psu[i]+1},{w[i]:.10g},' + ','.join(A[i]) + '\n')
with open(out.replace('.csv', '.margins.csv'), 'w') as f:
    f.write('variable,level,total\n'); f.writelines(f'{a},{b},{c}\n' for a, b, c in fixed)
