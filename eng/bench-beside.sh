#!/usr/bin/env bash
# This tree beside another commit of it, in one run: pages (processor time of a request, in turns) and statistics (best of several, in turns). Prints two tables; writes nothing.
#   eng/bench-beside.sh COMMIT      make bench OLD=COMMIT runs it after `make bench`
# The other tree is built in a folder of its own, erased at the end. Nothing else should be running. About ten minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
old=$(git rev-parse --verify --quiet "${1:?a commit}^{commit}") || { echo "There is no commit $1 here." >&2; exit 2; }
work=$(mktemp -d)
trap 'git worktree remove --force "$work/tree" 2>/dev/null; rm -rf "$work"' EXIT
git worktree add --quiet --detach "$work/tree" "$old"
for side in old new; do
  tree=$PWD; [ $side = old ] && tree=$work/tree
  # An archive of the kits beside each server: a kit of today may hold what the other does not read.
  dotnet publish "$tree/src/Diapason.Web" -c Release -o "$work/$side" -v q --nologo -p:UseSharedCompilation=false >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  dotnet publish "$tree/bench/Diapason.Statistics.Speed" -c Release -o "$work/speed-$side" -v q --nologo -p:UseSharedCompilation=false >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  cp -r "$tree/kits/ia-en-culture" "$work/kit-$side"
done
echo "$(date -u +%F), $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg): before is $(git log -1 --format='%h, %s' "$old")"
echo
bench/compare-pages.py "$work/old" "$work/new" "$work/kit-@"
echo
/usr/bin/env python3 bench/peers/statistics/make_survey.py 160000 60 "$work/survey.csv"
for round in 1 2 3; do
  for side in old new; do
    { dotnet "$work/speed-$side/Diapason.Statistics.Speed.dll" job "$work/survey.csv" "$work/out.csv"; dotnet "$work/speed-$side/Diapason.Statistics.Speed.dll" tables "$work/survey.csv"; } >>"$work/$side.jsonl"
  done
done
/usr/bin/env python3 - "$work/old.jsonl" "$work/new.jsonl" <<'P'
import json, sys
best = [{}, {}]
for side, file in enumerate(sys.argv[1:]):
    for line in open(file):
        if line.startswith("{"):
            row = json.loads(line)
            best[side][row["step"]] = min(row["cpu_ms"], best[side].get(row["step"], 1e9))
print("| statistics, 160,000 rows | before, ms of processor | now | ratio |\n|---|---:|---:|---:|")
for step, now in best[1].items():
    if step in best[0]:
        print(f"| {step} | {best[0][step]:.1f} | {now:.1f} | {now / best[0][step]:.2f} |")
P
