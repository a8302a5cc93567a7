# Each must be refused with status 2 and one line on stderr.
for option in "--switch-interval=" "--switch-interval=abc" "--switch-interval=-5ms" "--switch-interval=5parsecs" \
  "--switch-interval=nan" "--switch-interval=inf" "--switch-interval=1e400" \
  "--switch-ticks=" "--switch-ticks=0" "--switch-ticks=-1" "--switch-ticks=x" "--switch-ticks=99999999999999999999" \
  "--gil-policy=" "--gil-policy=unfair"; do
  baton "$option" -c 'print("ran")' >out 2>err
  code=$?
  lines=$(wc -l <err)
  [ $code = 2 ] && [ "$lines" = 1 ] && [ ! -s out ] || { echo "$option: status $code, $lines lines"; cat out err; }
done
baton --switch-interval 2>err; echo $?
