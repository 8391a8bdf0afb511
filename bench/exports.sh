#!/usr/bin/env bash
# Seconds, processor and peak memory of each file of answers.
#
#   bench/exports.sh SERVER DATABASE CAMPAIGN [COPIES]
#
# SERVER is a published folder, DATABASE a SQLite file that holds the demonstration kit: it is copied, never written. COPIES of its 1,200 invented
# answers are added to the copy, 133 (160,000 answers) unless told. Each file is written three times; the middle one is told. Needs sqlite3 and GNU time.
set -euo pipefail
[ $# -ge 3 ] || { sed -n 2,8p "$0"; exit 2; }
server=$1 database=$2 campaign=$3 copies=${4:-133}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
sqlite3 "$database" "VACUUM INTO '$work/a.db'"
sed "s/n < 133/n < $copies/" "$here/load/multiply-answers.sql" | sqlite3 "$work/a.db"
export ConnectionStrings__Diapason="Data Source=$work/a.db"
echo "answers: $(sqlite3 "$work/a.db" 'SELECT count(*) FROM consultations_response WHERE sequence IS NOT NULL')"
printf '%-6s %8s %10s %10s %8s\n' file seconds processor 'peak MB' MB
for kind in csv xlsx sav; do
  for try in 1 2 3; do
    rm -f "$work/out.$kind"
    /usr/bin/time -o "$work/$kind.$try" -f '%e %U %S %M' dotnet "$server/Diapason.Web.dll" answers export "$campaign" --as "$kind" --council culture --out "$work/out.$kind" > "$work/log" 2>&1 || { tail -5 "$work/log"; exit 1; }
  done
  sort -n "$work/$kind".? | sed -n 2p | awk -v kind="$kind" -v size="$(stat -c %s "$work/out.$kind")" '{ printf "%-6s %8.1f %10.1f %10.0f %8.0f\n", kind, $1, $2 + $3, $4 / 1024, size / 1048576 }'
done
