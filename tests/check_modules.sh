#!/bin/sh
# The list of modules in docs/compatibility.md is the list of modules there are, and each of them can be imported.
# Usage: check_modules.sh BATON
baton=$1
cd "$(dirname "$0")/.." || exit 2
listed=$(sed -n '/<!-- modules -->/,/<!-- end -->/p' docs/compatibility.md | grep -o '`[^`]*`' | tr -d '`' | sort)
present=$({
  sed -n 's/^MODULE("\([^"]*\)".*/\1/p' stdlib/modules.def
  ls stdlib/lib | sed -n 's/\.py$//p'
  echo sys
  echo builtins
} | grep -vE '(^|\.)_' | sort -u)
if [ "$listed" != "$present" ]; then
  echo "docs/compatibility.md lists other modules than there are (listed one line, present the other):"
  printf '%s\n%s\n' "$listed" "$present" | sort | uniq -u
  exit 1
fi
wrong=0
for module in $present; do
  "$baton" -c "import sys, importlib; m = importlib.import_module('$module'); assert m.__name__ in ('$module', 'posixpath')" || {
    echo "import $module fails"
    wrong=1
  }
done
exit $wrong
