for code in 0 1 7 256 259 -1 None '"text"' True 3.5 '[1]'; do
  baton -c "import sys; sys.exit($code)" 2>err
  echo "$code $? $(cat err)"
done
baton -c 'raise SystemExit'; echo $?
baton -c 'def f(' 2>err; echo $?
