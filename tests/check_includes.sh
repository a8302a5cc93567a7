#!/bin/sh
# The arrows between the folders, held by their #includes:
#   vm/base <- vm/bytecode <- { compiler, rest of vm } <- stdlib <- cli, tests
# Prints each line that points the wrong way and fails if there is one. Run from anywhere.
cd "$(dirname "$0")/.." || exit 2
wrong=0

# forbid FOLDERS PATTERN: no file under FOLDERS may include what PATTERN matches.
forbid() {
  # shellcheck disable=SC2086 -- several folders in one word
  found=$(grep -rnE --include='*.h' --include='*.hpp' --include='*.cpp' --include='*.inc' \
    "^[[:space:]]*#[[:space:]]*include[[:space:]]*[\"<]$2" $1 2>/dev/null)
  if [ -n "$found" ]; then
    printf '%s\n' "$found" | sed 's/$/   <- not allowed here/'
    wrong=1
  fi
}

# Spelled out because grep -E can't say "vm/ but not vm/base".
machine='(baton/|vm/([^b]|b[^ay]|ba[^s]|by[^t]))'

forbid "vm compiler stdlib cli" '\.\.?/'
forbid "vm/base" '(vm/[^b]|vm/bytecode|baton/|compiler/|stdlib/|cli/|tests/|samples/)'
forbid "vm/bytecode" "($machine|compiler/|stdlib/|cli/|tests/|samples/)"
forbid "compiler" "($machine|stdlib/|cli/|tests/|samples/)"
forbid "vm" '(compiler/|stdlib/|cli/|tests/|samples/)'
forbid "stdlib" '(cli/|tests/|samples/)'
forbid "cli" '(tests/|samples/)'

[ "$wrong" = 0 ] && echo "includes point the right way"
exit "$wrong"
