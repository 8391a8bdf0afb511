#!/usr/bin/env bash
# Makes a module that passes every test on its first day. docs/new-module.md says what each file is and what to do next.
#   eng/new-module.sh Workshops             a module that docs/architecture.md already names
#   eng/new-module.sh Gauge "Jauge"         another, with its name on screen in French
set -euo pipefail
cd "$(dirname "$0")/.."
refuse() { echo "$1" >&2; exit 1; }

# --- What cannot be, in one sentence ---
[ $# -ge 1 ] && [ $# -le 2 ] || refuse 'Give the name of the module and, when docs/architecture.md does not name it, its name on screen: eng/new-module.sh Gauge "Jauge".'
name=$1
LC_ALL=C grep -qE '^[A-Z][a-z]{2,23}$' <<< "$name" && [ "$(wc -l <<< "$name")" = 1 ] ||
  refuse "The name is one English word of 3 to 24 letters, a capital then lower case, without accents or figures: Workshops, not « $name »."
lower=${name,,}
[ ! -e "src/Modules/$name" ] || refuse "There is a module $name already, in src/Modules/$name."
case $name in
  Platform|Web|Design|Tests|Architecture|Load|System|Microsoft|Contracts|Data|Entries|Front|Kit|Pages|Manage|Council|Health|Sample)
    refuse "$name is a word of the house or of every module: choose another name." ;;
esac
# A namespace hides the types of its name from every other module.
case $name in
  Guid|String|Object|Enum|Type|Math|Convert|Array|Index|Range|Version|Lock|Timer|Random|Action|Task|Thread|Path|File|Directory|Stream|Regex|Attribute|Exception|Page|Form|Visitor)
    refuse "$name is a type of .NET or of the tests, which a module of that name would hide: choose another name." ;;
esac
! grep -rqE --include='*.cs' "\\b(class|record|struct|enum|interface) $name\\b" src libs || refuse "$name is a type of the program, which a module of that name would hide: choose another name."
[ ! -e "libs/Diapason.$name" ] || refuse "$name is a library, in libs/Diapason.$name: choose another name."
! grep -rqE --include='*.cshtml' "^@page \"/$lower[/\"]" src || refuse "A page has the address /$lower already: choose another name."
[ ! -e "kits/schema/$lower.schema.json" ] || refuse "Kits have a file $lower.yaml already: choose another name."
label=$(sed -nE "s/^\| $name \| ([^|]+) \| .*/\1/p" docs/architecture.md)
[ -z "$label" ] || [ $# = 1 ] || refuse "docs/architecture.md already says « $label » for $name: give the name alone, or change it there."
known=$label
label=${label:-${2:-$name}}
case $label in *[\<\>\&\"\|/\\\'\`\$]*|'') refuse "The name on screen is made of letters, spaces, hyphens and ’." ;; esac
command -v dotnet >/dev/null || refuse "The .NET SDK is needed: see README.md."
if git rev-parse --is-inside-work-tree >/dev/null 2>&1 && [ -n "$(git status --porcelain)" ]; then
  refuse "Commit your changes or set them aside first, so that what is written here is seen alone and easily undone."
fi
trap 'echo "Stopped half-way; git checkout . && git clean -fd undoes what was written." >&2' ERR

# --- Where it comes among the others ---
last=$(find db -name '[0-9]*.sql' -printf '%f\n' | cut -c1-4 | sort -n | tail -n 1)
number=$(printf '%04d' $((10#$last + 1)))
order=$(($(grep -rhoE --include='*.cs' 'int Order => [0-9]+' src/Modules | grep -oE '[0-9]+' | sort -n | tail -n 1) + 10))

# Directives in the order that the formatter wants, whatever the name.
sort_usings() {
  local sorted
  sorted=$( { grep '^using System' "$1" | LC_ALL=C sort; grep '^using ' "$1" | grep -v '^using System' | sed 's/;$//' | LC_ALL=C sort | sed 's/$/;/'; grep -v '^using ' "$1"; } || true)
  printf '%s\n' "$sorted" > "$1"
}
write() { # template target
  mkdir -p "$(dirname "$2")"
  sed -e "s/Sample/$name/g; s/sample/$lower/g; s/Gabarit/$label/g; s/Order => 990/Order => $order/" "$1" > "$2"
  case $2 in *.cs) sort_usings "$2" ;; esac
}

# --- Its own files: eng/module is the tree of a module called Sample ---
while IFS= read -r template; do
  target=${template#eng/module/}
  target=${target//Sample/$name}; target=${target//sample/$lower}; target=${target//NNNN/$number}
  case $target in
    kits/KIT/*) for kit in kits/*/kit.yaml; do write "$template" "$(dirname "$kit")/${target#kits/KIT/}"; done ;;
    *) write "$template" "$target" ;;
  esac
done < <(find eng/module -type f | sort)

# --- Its line in what lists modules, words and files ---
insert_after_table() { # file, pattern of the table's head, line
  awk -v head="$2" -v line="$3" '$0 ~ head { inside = 1 } inside && $0 !~ /^\|/ && $0 !~ head { print line; inside = 0 } { print } END { if (inside) print line }' "$1" > "$1.new" && mv "$1.new" "$1"
}
sed -i "s/^    \];/        new ${name}Module(),\n    ];/; 0,/^using /s//using Diapason.$name;\nusing /" src/Diapason.Web/HouseModules.cs
sort_usings src/Diapason.Web/HouseModules.cs
sed -i "/<Folder Name=\"\/src\/Modules\/\">/,/<\/Folder>/ s|^  </Folder>|    <Project Path=\"src/Modules/$name/Diapason.$name.csproj\" />\n  </Folder>|" Diapason.slnx
sed -i "s/^\(| .src.Modules.. | [^:]*\): one folder a business/\1, $name: one folder a business/" README.md
[ -n "$known" ] || insert_after_table docs/architecture.md '^[|] module [|] à l’écran' "| $name | $label | – | short texts the council keeps up to date for the public |"
insert_after_table docs/glossary.md '^[|] English' "| $lower entry | texte (« $label ») | a short text the council keeps up to date for the public, with the day on which to look at it again |"
insert_after_table docs/kits.md '^[|] file [|] needed' "| \`$lower.yaml\` | no | $name |"
printf '\n## %s.yaml\n`entries`: `code`, `title`, `text`, `review`, the day past which the text comes last. What the council changed on its page, a kit leaves as it is.\n' "$lower" >> docs/kits.md
sed -i "0,/^## Unreleased\$/s//&\n\n- $name (*$label*): short texts that the council keeps up to date for the public, each with the day on which to look at it again./" CHANGELOG.md
sed -i '/^## Unreleased$/,/^## 0/ { /^- '"$name"' (/ { n; /^$/d } }' CHANGELOG.md

# --- Lock files ---
dotnet restore -v q
cat <<TXT
$name is made: src/Modules/$name, tests/Diapason.Tests/$name, db/*/${number}_create_$lower.sql, kits/*/$lower.yaml.
See it:      make run, then /$lower for the public and /manage/$lower in the Coulisses, in a new database.
Test it:     dotnet test tests/Diapason.Architecture.Tests, and make test before it leaves.
Then:        docs/new-module.md. To undo all: git checkout . && git clean -fd
TXT
