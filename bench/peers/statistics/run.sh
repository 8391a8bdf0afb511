#!/usr/bin/env bash
# The same job in R, DuckDB and here, one after another on this machine: 160,000 rows, 60 questions by a domain, errors after raking to four margins.
# Usage: run.sh [ROWS] [R_QUESTIONS]   R runs all 60 questions by default; fewer when its minutes are not to be had (its time is then scaled up, and said so).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rows=${1:-160000}; questions=${2:-60}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
/usr/bin/python3 "$here/make_survey.py" "$rows" 60 "$work/survey.csv"
echo "== machine"; date -u +%F; lscpu | grep -E 'Model name|^CPU\(s\)'; uptime
echo "== R survey ($questions questions)"
sed "s/grep(\"^q\", names(dt), value = TRUE)/grep(\"^q\", names(dt), value = TRUE)[1:$questions]/" "$here/survey.R" > "$work/survey.R"
Rscript "$work/survey.R" "$work/survey.csv" "$work/r"
if command -v npm >/dev/null; then
  echo "== DuckDB, two threads"
  (cd "$work" && npm i --ignore-scripts --no-audit --no-fund --silent @duckdb/node-api >/dev/null && node "$here/duckdb.mjs" "$work/survey.csv" "$work/r/r-calibrated-weights.csv" 2)
fi
echo "== Diapason.Statistics"
dotnet build -c Release -v q --nologo "$here/../../Diapason.Statistics.Speed" >/dev/null
dotnet "$here/../../Diapason.Statistics.Speed/bin/Release/net10.0/Diapason.Statistics.Speed.dll" job "$work/survey.csv" "$work/ours.csv"
dotnet "$here/../../Diapason.Statistics.Speed/bin/Release/net10.0/Diapason.Statistics.Speed.dll" curve
echo "== largest relative difference with R"
/usr/bin/python3 - "$work" <<'P'
import csv, sys
r = {}
for x in csv.DictReader(open(sys.argv[1] + '/r/r-svyby-calibrated.csv')):
    r[x['q'], x['domain'], x['name'].split(':')[1][len(x['q']):]] = (float(x['est']), float(x['se']))
gap = [0, 0]; n = 0
for x in csv.DictReader(open(sys.argv[1] + '/ours.csv')):
    if (key := (x['q'], x['domain'], x['level'])) in r:
        n += 1; gap = [max(gap[0], abs(float(x['est']) / r[key][0] - 1)), max(gap[1], abs(float(x['se']) / r[key][1] - 1))]
print(f'{n} of {len(r)} cells: share {gap[0]:.1e}, error {gap[1]:.1e}')
P
