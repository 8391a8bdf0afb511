#!/usr/bin/env bash
# What `make test` tries on a sample, in full, and what takes too long for it; on the loopback, with ports and data of its own. As root on Debian.
# Corpora drawn at random (tests/Sample.cs says how many), 300 kills of a real server on SQLite and 300 on PostgreSQL, where there are two, half while people answer
# and half while they send, and as many of the half during a sending of mails (DIAPASON_KILLS says another half), the keyboard
# alone twenty times in a row on a loaded machine, every page read by axe at every width, a minute of load after which everything acknowledged is looked for. Last line as `make test`.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=${1:-Release}
results=$(mktemp -d)
server=""
. eng/postgres.sh

cleanup() {
  [ -n "$server" ] && kill "$server" 2>/dev/null
  stop_postgres
  rm -rf "$results"
}
trap cleanup EXIT
fail() { echo "$1" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

need /usr/bin/chromium chromium '/usr/lib/postgresql/*/bin/initdb' postgresql /usr/bin/pspp pspp /usr/lib/R/site-library/haven/DESCRIPTION r-cran-haven /usr/bin/pdftotext poppler-utils
quiet() { "$@" >"$results/build.log" 2>&1 || { cat "$results/build.log"; return 1; }; }
quiet dotnet build -c "$configuration" -v q -p:UseSharedCompilation=false || fail "The build failed"
# Killed servers are worth nothing on a database that does not write: fsync stays on.
start_postgres on

run() { # name project filter [environment assignments]
  local name=$1 project=$2 filter=$3 from; from=$(date +%s); shift 3
  # shellcheck disable=SC2086
  env DIAPASON_ENDURANCE=1 DIAPASON_KILLS="${DIAPASON_KILLS:-150}" "$@" dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" -noColor -result-xml "$results/$name.xml" $filter >"$results/$name.log" 2>&1
  echo $? >"$results/$name.rc"
  echo "$name: $(( $(date +%s) - from )) s"
}
run text Diapason.Text.Tests ""
run words Diapason.Words.Tests ""
run yaml Diapason.Yaml.Tests ""
run forms Diapason.Forms.Tests ""
run tables Diapason.Tables.Tests ""
run deliberation Diapason.Deliberation.Tests ""
run attacks Diapason.Tests "-class *PublicationAttackTests -class *InsiderTests -class *FuzzedBodiesTests -class *DamagedFilesTests -class *DamagedBackupTests -class *FormVerbTests -class *BadInputTests -class *SecretCodesTests -class *CouncilFilterTests -class *RetentionClockTests -class *StoppingTests -class *GroupCommitTests"
run attacks-postgres Diapason.Tests "-class *PublicationAttackTests -class *InsiderTests -class *FuzzedBodiesTests -class *BadInputTests -class *CouncilFilterTests -class *RetentionClockTests -class *StoppingTests -class *GroupCommitTests" DIAPASON_TEST_POSTGRES="$postgres"
run kills-sqlite Diapason.EndToEnd "-class *KillTests"
run kills-postgres Diapason.EndToEnd "-class *KillTests" DIAPASON_TEST_POSTGRES="$postgres"
run accessibility Diapason.EndToEnd "-class *AccessibilityTests"
# The keyboard while the statistics' corpora keep the processors busy.
run statistics Diapason.Statistics.Tests "" &
busy=$!
run keyboard Diapason.EndToEnd "-method *The_keyboard_alone_answers_and_sends"
wait $busy

# --- A minute of load ---
port=$((40000 + $$ % 20000))
export Diapason__RateLimits__Submissions=1000000 ConnectionStrings__Diapason="Data Source=$results/load.db" ASPNETCORE_ENVIRONMENT=Development
(cd src/Diapason.Web && exec dotnet "bin/$configuration/net10.0/Diapason.Web.dll" --urls "http://127.0.0.1:$port" >"$results/server.log" 2>&1) &
server=$!
for _ in $(seq 300); do curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.2; done
dotnet "bench/load/bin/$configuration/net10.0/Diapason.Load.dll" "http://127.0.0.1:$port" ia-2026 --visitors 64 --seconds 60 --database "Data Source=$results/load.db" | tee "$results/load.log"
loaded=${PIPESTATUS[0]}
kill "$server"; wait "$server" 2>/dev/null; server=""
[ "$loaded" -eq 0 ] || echo "$loaded" >"$results/load.rc"

./eng/report.pl "$results"
