#!/usr/bin/env bash
# Measures the whole server on the loopback and writes the section "Server" of bench/RESULTS.md. Bounded: about three minutes.
# Needs wrk and sqlite3 (installed when missing). Nothing else should be running.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in wrk sqlite3; do command -v $tool >/dev/null || { apt-get update -qq && apt-get install -y -qq wrk sqlite3 >/dev/null; }; done
work=$(mktemp -d)
server=""
stop() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; server=""; }
trap 'stop; rm -rf "$work"' EXIT
port=5199
address="http://127.0.0.1:$port"
tls=(-H 'X-Forwarded-Proto: https')
export Diapason__RateLimits__Submissions=1000000

dotnet publish src/Diapason.Web -c Release -o "$work/server" -v q --nologo >/dev/null
dotnet build bench/load -c Release -v q --nologo >/dev/null
load=(dotnet bench/load/bin/Release/net10.0/Diapason.Load.dll "$address" ia-2026)
kit=$PWD/kits/ia-en-culture

start() { # database: prints the milliseconds from the start of the process to the first byte of the first page
  export ConnectionStrings__Diapason="Data Source=$1"
  local from; from=$(date +%s%N)
  pushd "$work/server" >/dev/null
  dotnet Diapason.Web.dll --urls "$address" >"$work/log" 2>&1 &
  server=$!
  popd >/dev/null
  until curl -s -o /dev/null "${tls[@]}" "$address/fr/consultation/ia-2026"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; } # it refused to start, and says why
    sleep 0.02
  done
  started=$(( ($(date +%s%N) - from) / 1000000 ))
}
memory() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$server/status"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

(cd "$work/server" && ConnectionStrings__Diapason="Data Source=$work/a.db" dotnet Diapason.Web.dll load-kit "$kit" >/dev/null)
starts=$(for _ in 1 2 3 4 5; do start "$work/a.db"; echo "$started"; stop; done | median)
start "$work/a.db"; sleep 20; idle=$(memory)

wrk -t1 -c32 -d3 "${tls[@]}" "$address/fr/consultation/ia-2026" >/dev/null
first=$(wrk -t1 -c32 -d10 "${tls[@]}" "$address/fr/consultation/ia-2026" | awk '/Requests\/sec/ { print $2 }')
"${load[@]}" --visitors 32 --seconds 5 --database "Data Source=$work/a.db" >/dev/null
"${load[@]}" --visitors 32 --seconds 20 --database "Data Source=$work/a.db" | tee "$work/full"
rate=$(awk '/answered pages/ { sub("/s", "", $4); print int($4 / 2) }' "$work/full")
"${load[@]}" --visitors 64 --seconds 20 --rate "$rate" --database "Data Source=$work/a.db" | tee "$work/half"
stop

# The same server on 160,000 answers.
(cd "$work/server" && ConnectionStrings__Diapason="Data Source=$work/b.db" dotnet Diapason.Web.dll load-kit "$kit" >/dev/null)
sqlite3 "$work/b.db" < bench/load/multiply-answers.sql
start "$work/b.db"; many_start=$started
from=$(date +%s)
until curl -s "${tls[@]}" "$address/fr/portrait.json" | grep -c '"figures"' >/dev/null; do sleep 0.2; [ $(( $(date +%s) - from )) -lt 120 ]; done
many_ready=$(( $(date +%s) - from ))
many_answers=$(sqlite3 "$work/b.db" "SELECT count(*) FROM consultations_response")
portrait() { for _ in $(seq 25); do curl -s -o /dev/null -w '%{time_starttransfer}\n' "${tls[@]}" "$address/fr/portrait?selon=$1"; done | awk '{ print $1 * 1000 }' | median; }
by_status=$(portrait status); by_region=$(portrait region); many_memory=$(memory)
stop

section="$work/section"
cat > "$section" <<TXT
## Server

$(date +%F), $(nproc) cores ($(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)), $(awk '/MemTotal/ { printf "%d GiB", $2 / 1048576 }' /proc/meminfo), .NET $(dotnet --version), SQLite, the load generator on the same machine. Command: \`make bench\`.

| measure | reached | to reach |
|---|---|---|
| start to first byte, existing database (median of 5) | $starts ms | 2,000 ms |
| the same with $many_answers answers | $many_start ms | 2,000 ms |
| idle resident memory, 20 s after the start | $idle MB | 200 MB |
| first question page (consent), \`wrk -c32\` 10 s | $first /s | 3,000 /s |
| answered pages (saved and next page shown, cookies and tokens) | $(awk '/answered pages/ { print $4 }' "$work/full") | 800 /s |
| latency at half that load ($rate pages/s): save | $(awk '/^save/ { $1 = $2 = ""; print }' "$work/half") ms | p99 250 ms |
| latency at half that load: show | $(awk '/^show/ { $1 = $2 = ""; print }' "$work/half") ms | p99 250 ms |
| acknowledged answers not found in the database | $(awk -F'not found: *' '/not found/ { n += $2 } END { print n + 0 }' "$work/full" "$work/half") | 0 |
| portrait page at $many_answers answers, to first byte (median of 25): by status, by region | $by_status ms, $by_region ms | 50 ms |
| portrait ready after the start, at $many_answers answers | ${many_ready} s | |
| memory at $many_answers answers | $many_memory MB | |

Beside LimeSurvey on the same machine: the section of that name.
TXT
results=bench/RESULTS.md
[ -f $results ] || printf '# What was measured\n\nNever a timed test: a speed is measured by hand, with its command, machine and date. A bad figure is kept.\n' > $results
awk -v section="$section" '
  /^## / { skip = ($0 == "## Server") }
  !skip { print }
' $results > "$work/rest"
{ cat "$work/rest"; echo; cat "$section"; } | cat -s > $results
cat "$section"
