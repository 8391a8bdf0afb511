#!/usr/bin/env bash
# This tree beside another commit of it, in one run: pages (processor time of a request, in turns) and statistics (best of several, in turns). Prints two tables; writes nothing.
#   eng/bench-beside.sh COMMIT [pages|statistics]      make bench OLD=COMMIT runs both after `make bench`
# The other tree is built in a folder of its own, erased at the end. Nothing else should be running. About six minutes.
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
[ "${2:-}" = statistics ] || bench/compare-pages.py "$work/old" "$work/new" "$work/kit-@"
[ "${2:-}" != pages ] || exit 0
echo
/usr/bin/python3 -c "import numpy" 2>/dev/null || { apt-get update -qq && apt-get install -y -qq python3-numpy >/dev/null; }
/usr/bin/python3 bench/peers/statistics/make_survey.py 160000 60 "$work/survey.csv"
for round in 1 2 3; do
  for side in old new; do
    dotnet "$work/speed-$side/Diapason.Statistics.Speed.dll" job "$work/survey.csv" "$work/out.csv" >>"$work/$side.jsonl"
    # An older tree may not know the second one.
    dotnet "$work/speed-$side/Diapason.Statistics.Speed.dll" tables "$work/survey.csv" >>"$work/$side.jsonl" 2>/dev/null || [ $side = old ]
  done
done
/usr/bin/python3 - "$work/old.jsonl" "$work/new.jsonl" <<'P'
import json, sys
best = [{}, {}]
for side, file in enumerate(sys.argv[1:]):
    for line in open(file):
        if "cpu_ms" in line:
            row = json.loads(line)
            best[side][row["step"]] = min(row["cpu_ms"], best[side].get(row["step"], 1e9))
print("| statistics, 160,000 rows | before, ms of processor | now | ratio |\n|---|---:|---:|---:|")
for step, now in best[1].items():
    before = best[0].get(step)
    print(f"| {step} | {before:.1f} | {now:.1f} | {now / before:.2f} |" if before else f"| {step} | | {now:.1f} | |")
P
