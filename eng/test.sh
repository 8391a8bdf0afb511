#!/usr/bin/env bash
# Runs every test on a fresh Debian machine as root: installs what is missing, builds, starts a PostgreSQL server of its own on the loopback,
# runs the libraries, the architecture, the host tests on SQLite and on PostgreSQL, and a real browser. Last line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=Release
results=$(mktemp -d)
postgres_bin=""
postgres_data=""

cleanup() {
  [ -n "$postgres_data" ] && [ -f "$postgres_data/postmaster.pid" ] && runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$postgres_data" -m immediate stop >/dev/null 2>&1
  [ -n "$postgres_data" ] && rm -rf "$postgres_data"
  rm -rf "$results"
}
trap cleanup EXIT

fail() { echo "$1" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# --- What the tests need from Debian ---
missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } || fail "Could not install ${missing[*]}"
fi

# --- Build ---
dotnet restore --locked-mode -v q || fail "The lock files do not match the projects"
dotnet build --no-restore -c $configuration -v q || fail "The build failed"

# --- PostgreSQL, ours alone, on a free port of the loopback ---
postgres_bin=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)")
postgres_data=$(mktemp -d /tmp/diapason-postgres-XXXXXX)
chown postgres: "$postgres_data"
postgres_port=$((20000 + $$ % 20000))
runuser -u postgres -- "$postgres_bin/initdb" -D "$postgres_data" -A trust -U diapason --locale=C.UTF-8 >/dev/null || fail "initdb failed"
runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$postgres_data" -w -l "$postgres_data/log" \
  -o "-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_data -c fsync=off -c max_connections=300" start >/dev/null || fail "PostgreSQL did not start"
postgres="Host=127.0.0.1;Port=$postgres_port;Username=diapason;Database=postgres"

# --- Tests: each project is a program that writes its own results ---
run() { # name project [environment assignments]
  local name=$1 project=$2; shift 2
  env "$@" dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" -noColor -result-xml "$results/$name.xml" >"$results/$name.log" 2>&1
  # A runner that died before it could count is a failure, and its last words say why.
  [ -f "$results/$name.xml" ] || { echo "$name did not finish:"; tail -n 20 "$results/$name.log"; echo '<assembly total="1" passed="0" failed="1" skipped="0" errors="0">' > "$results/$name.xml"; }
}
run text Diapason.Text.Tests
run yaml Diapason.Yaml.Tests
run forms Diapason.Forms.Tests
run tables Diapason.Tables.Tests
run statistics Diapason.Statistics.Tests
# The same tests against values R computes now: a committed value that R would no longer give cannot hide.
if ./eng/oracles.sh "$results/oracles" >"$results/oracles.log" 2>&1; then
  run statistics-r Diapason.Statistics.Tests DIAPASON_ORACLES="$results/oracles"
else
  tail -n 5 "$results/oracles.log"
  echo '<assembly total="1" passed="0" failed="1" skipped="0" errors="0">' > "$results/statistics-r.xml"
fi
run architecture Diapason.Architecture.Tests DIAPASON_TEST_POSTGRES="$postgres"
run host-sqlite Diapason.Tests
run host-postgres Diapason.Tests DIAPASON_TEST_POSTGRES="$postgres"
run browser Diapason.EndToEnd

count() { cat "$results"/*.xml | grep -o '<assembly [^>]*' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(count passed); failed=$(( $(count failed) + $(count errors) )); skipped=$(count skipped)
if [ "$failed" -gt 0 ]; then
  echo "Failed, each with its message and where:"
  for xml in "$results"/*.xml; do
    perl -0777 -ne 'while (/<test [^>]*?name="([^"]*)"[^>]*result="Fail".*?<message><!\[CDATA\[(.*?)\]\]>.*?<stack-trace><!\[CDATA\[\s*([^\n\]]*)/sg) { print "$ARGV: $1\n$2\n$3\n\n" }' "$xml" | sed "s|^$results/||"
  done
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && { [ "${CI:-}" != true ] || [ "$skipped" -eq 0 ]; }
