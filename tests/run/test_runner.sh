#!/bin/sh
# The test runners themselves: a right test passes, and each way of being wrong fails. A shell stands in for the interpreter.
#   test_runner.sh PATH/run_scripts PATH/run_docs
scripts=$1
docs=$2
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
wrong=0

# try NAME WANTED COMMAND...: the command's exit status must be WANTED.
try() {
  name=$1 wanted=$2
  shift 2
  "$@" >"$dir/shown" 2>&1
  got=$?
  if [ "$got" != "$wanted" ]; then
    echo "$name: exit status $got, expected $wanted"
    cat "$dir/shown"
    wrong=1
  fi
}

# write NAME TEXT: a file in the folder of tests, TEXT being printf's.
write() { printf "$2" >"$dir/t/$1"; }

fresh() { rm -rf "$dir/t"; mkdir "$dir/t"; }

fresh
write a.py 'echo one; echo two; exit 3\n'
write a.out 'one\ntwo\n'
write a.code '3\n'
try "a right test" 0 "$scripts" --interp sh "$dir/t"
write a.out 'one\nthree\n'
try "wrong stdout" 1 "$scripts" --interp sh "$dir/t"
grep -q '^    - three$' "$dir/shown" || { echo "the diff lacks the expected line"; wrong=1; }
grep -q '^    + two$' "$dir/shown" || { echo "the diff lacks the actual line"; wrong=1; }
write a.out 'one\ntwo\n'
write a.code '4\n'
try "wrong exit status" 1 "$scripts" --interp sh "$dir/t"

fresh
write a.py 'echo oops >&2\n'
write a.out ''
try "stderr where none is expected" 1 "$scripts" --interp sh "$dir/t"
write a.err 'oops\n'
try "stderr as expected" 0 "$scripts" --interp sh "$dir/t"
write a.err 'ouch\n'
try "wrong stderr" 1 "$scripts" --interp sh "$dir/t"

fresh
write a.py 'echo one\n'
try "nothing recorded" 1 "$scripts" --interp sh "$dir/t"
write a.err 'x\n'
try "stdout where none is expected" 1 "$scripts" --interp sh "$dir/t"
rm "$dir/t/a.err"
write a.has '^o.e$\n'
try "a pattern that fits" 0 "$scripts" --interp sh "$dir/t"
write a.has '^two$\n'
try "a pattern that doesn't" 1 "$scripts" --interp sh "$dir/t"

fresh
write a.py '# limit: 0.3\necho before; sleep 60 & sleep 60\n'
write a.out 'before\n'
try "a hang" 1 "$scripts" --interp sh "$dir/t"
grep -q 'killed after 0.3 s' "$dir/shown" || { echo "the hang isn't reported"; wrong=1; }

fresh
write a.py 'echo "File \\"/some/where/x.py\\", line 1"; echo "<a at 0x7f00abcd1200>"; echo "$1 $2"; cat\n'
write a.args 'left\nright\n'
write a.in 'input\n'
write a.out 'File "x.py", line 1\n<a at 0x...>\nleft right\ninput\n'
try "paths and addresses, arguments, stdin" 0 "$scripts" --interp sh "$dir/t"

fresh
write a.cmd 'baton -c "echo from the command" && pwd && echo $DIR\n'
write a.has '^from the command$\n/t$\n'
try "a .cmd test" 0 "$scripts" --interp sh "$dir/t"

fresh
try "no tests at all" 2 "$scripts" --interp sh "$dir/t"
try "no such folder" 2 "$scripts" --interp sh "$dir/nowhere"
write a.py 'true\n'
write a.out ''
try "no such interpreter" 1 "$scripts" --interp "$dir/nothing" "$dir/t"

printf '```python\necho a; echo b; echo c\n```\n```text\na\n...\nc\n```\n' >"$dir/page.md"
try "a page that is right" 0 "$docs" --interp sh "$dir/page.md"
printf '```python\necho a\n```\n\n```text\nb\n```\n' >"$dir/page.md"
try "a page that is wrong" 1 "$docs" --interp sh "$dir/page.md"
printf '<!-- run -->\n```sh\nfalse\n```\n' >"$dir/page.md"
try "a command that fails" 1 "$docs" --interp sh "$dir/page.md"
printf '```sh\nfalse\n```\n' >"$dir/page.md"
try "a command not to be run" 0 "$docs" --interp sh "$dir/page.md"

[ "$wrong" = 0 ] && echo "the runners tell right from wrong"
exit "$wrong"
