#!/usr/bin/env bash
# Ours and a running LimeSurvey on the same work, one after the other, three rounds, medians. About ten minutes; nothing else should be running.
# Usage: run.sh LIMESURVEY_URL SURVEY_ID [PROXY_URL]     PROXY_URL: the same web server as LimeSurvey's, passing to 127.0.0.1:5199 as https.
# Env: ROUNDS (3), SECONDS_EACH (20). README.md says how the peer is set up. It is never started, stopped or changed from here.
set -euo pipefail
cd "$(dirname "$0")/../../.."
theirs=$1; survey=$2; proxy=${3:-}; rounds=${ROUNDS:-3}; seconds=${SECONDS_EACH:-20}
ours=http://127.0.0.1:5199; tls=(-H 'X-Forwarded-Proto: https')
work=$(mktemp -d); server=""
stop() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; server=""; }
trap 'stop; rm -rf "$work"' EXIT
dotnet publish src/Diapason.Web -c Release -o "$work/server" -v q --nologo >/dev/null
for project in bench/load bench/peers/limesurvey; do dotnet build $project -c Release -v q --nologo >/dev/null; done
export ConnectionStrings__Diapason="Data Source=$work/a.db" Diapason__RateLimits__Submissions=1000000
(cd "$work/server" && dotnet Diapason.Web.dll load-kit "$OLDPWD/kits/ia-en-culture" >/dev/null)

note() { printf '%s\t%s\n' "$1" "$2" | tee -a "$work/figures"; } # what, figure
first() { wrk -t1 -c32 -d"$seconds" --timeout 30s "${tls[@]}" "$1" | tee "$work/wrk" | awk '/Requests\/sec/ { print $2 }'; ! grep -E 'Non-2xx|Socket errors' "$work/wrk" >&2; }
answer() { # us|them, address, options: leaves the report in $work/report
  if [ "$1" = us ]; then dotnet bench/load/bin/Release/net10.0/Diapason.Load.dll "$2" ia-2026 "${@:3}" > "$work/report"
  else dotnet bench/peers/limesurvey/bin/Release/net10.0/Diapason.Load.LimeSurvey.dll "$2" "$survey" "${@:3}" > "$work/report"; fi
}
pages() { awk '/^answered pages/ { sub("/s", "", $4); print $4 }' "$work/report"; }
p99() { awk -v what="^$1" '$0 ~ what { print $NF }' "$work/report"; }
# Proportional: pages shared by several processes are counted once.
memory() { for pid in "$@"; do cat "/proc/$pid/smaps_rollup"; done | awk '/^Rss/ { r += $2 } /^Pss:/ { p += $2 } END { printf "%d (%d proportional)", r / 1024, p / 1024 }'; }
# Processor milliseconds the servers have used: unlike a rate, hardly moved by whatever else the machine does.
used() { for pid in "$@"; do sed 's/.*) //' "/proc/$pid/stat"; done | awk '{ t += $12 + $13 } END { print t * 10 }'; }
each() { awk -v u="$1" -v n="$(awk '/^answered pages/ { print $3 }' "$work/report")" 'BEGIN { printf "%.2f", n ? u / n : 0 }'; }
peer() { for name in mariadbd nginx php-fpm8.2; do pgrep -x $name; done; }
idle() { awk '{ print $1 }' /proc/loadavg; }

for round in $(seq "$rounds"); do
  echo "-- round $round, load $(idle)"
  (cd "$work/server" && exec dotnet Diapason.Web.dll --urls "$ours") > "$work/log" 2>&1 & server=$!
  until curl -s -o /dev/null "${tls[@]}" "$ours/fr/consultation/ia-2026"; do sleep 0.1; done
  answer us "$ours" --visitors 16 --seconds 5
  note 'ours, first page /s' "$(first "$ours/fr/consultation/ia-2026")"
  before=$(used $server)
  answer us "$ours" --visitors 32 --seconds "$seconds" --database "$ConnectionStrings__Diapason"; full=$(pages); note 'ours, answered pages /s' "$full"
  note 'ours, processor ms an answered page' "$(each $(($(used $server) - before)))"
  answer us "$ours" --visitors 64 --seconds "$seconds" --rate "$((full / 2))"; note 'ours, p99 save at half, ms' "$(p99 save)"; note 'ours, p99 show at half, ms' "$(p99 show)"
  if [ -n "$proxy" ]; then
    note 'ours behind the proxy, first page /s' "$(first "$proxy/fr/consultation/ia-2026")"
    answer us "$proxy" --visitors 32 --seconds "$seconds"; note 'ours behind the proxy, answered pages /s' "$(pages)"
  fi
  note 'ours, memory MB' "$(memory $server)"
  answer them "$theirs" --visitors 8 --seconds 5
  note 'theirs, first page /s' "$(first "$theirs/$survey?newtest=Y&lang=fr")"
  curl -s -o /dev/null "$theirs/$survey?newtest=Y&lang=fr" # answered once what wrk left in the queue is done
  before=$(used $(peer))
  # Eight people, and longer: the first pages of thirty-two take seconds there, and would weigh on the pages answered.
  answer them "$theirs" --visitors 8 --seconds "$((2 * seconds))"; slow=$(pages); note 'theirs, answered pages /s' "$slow"
  note 'theirs, processor ms an answered page' "$(each $(($(used $(peer)) - before)))"
  half=$(awk -v x="$slow" 'BEGIN { print int(x / 2) }')
  answer them "$theirs" --visitors 8 --seconds "$((2 * seconds))" --rate "$half"; note 'theirs, p99 save and show at half, ms' "$(p99 save)"
  note 'theirs, memory MB' "$(memory $(peer))"
  # The same calm pace for both.
  answer us "$ours" --visitors 64 --seconds "$seconds" --rate "$half"; note 'ours, p99 save at the rate of their half, ms' "$(p99 save)"; note 'ours, p99 show at the rate of their half, ms' "$(p99 show)"
  stop
done
echo "-- medians of $rounds"
cut -f1 "$work/figures" | awk '!seen[$0]++' | while read -r what; do
  printf '%s\t%s\n' "$what" "$(awk -F'\t' -v w="$what" '$1 == w { print $2 }' "$work/figures" | sort -n | awk '{ v[NR] = $0 } END { print v[int((NR + 1) / 2)] }')"
done
