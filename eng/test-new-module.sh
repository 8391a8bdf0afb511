#!/usr/bin/env bash
# Shows that a module made by eng/new-module.sh passes at once: lock files, analysers, architecture, its own tests and those of the house it stands in.
# In a copy of the tree, which is left as it is. Run it when one changes eng/module or an idiom that it shows; an argument names a folder for its results.
set -euo pipefail
cd "$(dirname "$0")/.."
results=$(realpath -m "${1:-$(mktemp -d)}") && mkdir -p "$results"
copy=$(mktemp -d /tmp/diapason-module-XXXXXX)
trap 'rm -rf "$copy"' EXIT
configuration=Release
name=Gauge

tar -c --exclude=./.git --exclude=bin --exclude=obj --exclude=./data . | tar -x -C "$copy"
cd "$copy"
git init -q . && git add -A && git -c user.name=test -c user.email=test@example.org commit -qm "The tree"

# --- What cannot be is refused in one sentence, and nothing is written ---
refused() { # arguments of the script
  local said; said=$(./eng/new-module.sh "$@" 2>&1) && { echo "Not refused: $*"; exit 1; }
  [ "$(wc -l <<< "$said")" = 1 ] && [ "${said: -1}" = . ] || { echo "Not one sentence for « $* »: $said"; exit 1; }
}
refused
refused gauge
refused WideGauge
refused Jaugé
refused Gauge2
refused '../Gauge'
refused Needs
refused Platform
refused Data
refused Guid
refused Statistics
refused Portrait
refused Quick
refused "$name" 'Jauge <b>'
refused "$name" Jauge encore
refused Workshops Ateliers
[ -z "$(git status --porcelain)" ] || { echo "A refusal wrote something:"; git status --short; exit 1; }
touch unsaved && refused "$name" Jauge && rm unsaved

# --- What is made passes ---
./eng/new-module.sh $name "L’essai d’une jauge" >/dev/null
git add -A
# Whatever a newcomer may read says the name that was given, and nothing of the template.
! grep -rnE "Sample|Gabarit|NNNN" $(git diff --cached --name-only --diff-filter=A) || { echo "The template shows through"; exit 1; }
git -c user.name=test -c user.email=test@example.org commit -qm "The module"
dotnet restore --locked-mode -v q
# What is new is read by every analyser; the rest was when it was built in its own tree.
dotnet build --no-restore -c $configuration -v q --nologo -clp:NoSummary -p:RunAnalyzers=false tests/Diapason.Architecture.Tests
dotnet build --no-restore -c $configuration -v q --nologo -clp:NoSummary --no-dependencies --no-incremental src/Modules/$name
dotnet build --no-restore -c $configuration -v q --nologo -clp:NoSummary --no-dependencies tests/Diapason.Tests
[ -z "$(git status --porcelain)" ] || { echo "Building changed the tree:"; git status --short; exit 1; }
run() { # name project filters…
  local log=$results/$1.log project=$2 xml=$results/$1.xml; shift 2
  dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" -noColor -result-xml "$xml" "$@" >"$log" 2>&1 || { cat "$log"; return 1; }
}
failed=0
run module-architecture Diapason.Architecture.Tests || failed=1
# On SQLite: the architecture has compared the scripts of both databases when eng/test.sh lent it a server.
unset DIAPASON_TEST_POSTGRES
run module-host Diapason.Tests -namespace "Diapason.Tests.$name" -namespace Diapason.Tests.Front -namespace Diapason.Tests.House || failed=1
[ $failed = 1 ] || echo "A new module passes"
exit $failed
