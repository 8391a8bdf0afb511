#!/usr/bin/env bash
# Runs every test on a fresh Debian machine as root: installs what is missing, builds, starts a PostgreSQL server of its own on the loopback,
# runs the libraries, the architecture, the host tests on SQLite and on PostgreSQL, and a real browser. Last line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=Release
results=$(mktemp -d)
. eng/postgres.sh

cleanup() {
  stop_postgres
  rm -rf "$results"
}
trap cleanup EXIT

fail() { echo "$1" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# --- What the tests need from Debian ---
need /usr/bin/chromium chromium '/usr/lib/postgresql/*/bin/initdb' postgresql /usr/bin/pspp pspp /usr/lib/R/site-library/haven/DESCRIPTION r-cran-haven /usr/bin/age age /usr/sbin/exim4 exim4-daemon-light /usr/bin/pdftotext poppler-utils

# --- Build ---
# Silent when it succeeds: a warning is an error here.
quiet() { "$@" >"$results/build.log" 2>&1 || { cat "$results/build.log"; return 1; }; }
quiet dotnet restore --locked-mode -v q || fail "The lock files do not match the projects"
# Each compiler for itself: shared between trees on one machine, it has been seen to mix up generated pages.
quiet dotnet build --no-restore -c $configuration -v q -p:UseSharedCompilation=false || fail "The build failed"

# --- PostgreSQL, ours alone, on a free port of the loopback ---
start_postgres

# --- Tests: each project is a program that writes its own results; eng/report.pl reads them with its exit code and its last words ---
# Tests run in an order drawn from a number, else from the folder they stand in: the same everywhere, and another with DIAPASON_TEST_ORDER.
# The whole ends in time to be told: what remains of it bounds each project, and a test that hangs is named among its last words.
longest=${DIAPASON_TEST_SECONDS:-4500}
within() { local left=$((longest - SECONDS)); timeout --kill-after=20 $((left > 1 ? left : 1)) "$@"; }
run() { # name project [environment assignments]
  local name=$1 project=$2; shift 2
  within env "$@" dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" ":${DIAPASON_TEST_ORDER:-2026}" -noColor -longRunning 120 -result-xml "$results/$name.xml" >"$results/$name.log" 2>&1
  echo $? >"$results/$name.rc"
}
run text Diapason.Text.Tests
run words Diapason.Words.Tests
run yaml Diapason.Yaml.Tests
run forms Diapason.Forms.Tests
run tables Diapason.Tables.Tests
run statistics Diapason.Statistics.Tests
run deliberation Diapason.Deliberation.Tests
# The same tests against values R and NumPy compute now: a committed value that they would no longer give cannot hide.
within ./eng/oracles.sh "$results/oracles" >"$results/statistics-r.log" 2>&1
oracles=$?
if [ $oracles -eq 0 ]; then run statistics-r Diapason.Statistics.Tests DIAPASON_ORACLES="$results/oracles"; run deliberation-numpy Diapason.Deliberation.Tests DIAPASON_ORACLES="$results/oracles"; else echo $oracles >"$results/statistics-r.rc"; fi
run architecture Diapason.Architecture.Tests DIAPASON_TEST_POSTGRES="$postgres"
run host-sqlite Diapason.Tests
run host-postgres Diapason.Tests DIAPASON_TEST_POSTGRES="$postgres"
run browser Diapason.EndToEnd

./eng/report.pl "$results" | tee "$results/report"
outcome=${PIPESTATUS[0]}
[ "$outcome" -eq 0 ] && { [ "${CI:-}" != true ] || grep -q ', 0 skipped$' "$results/report"; }
