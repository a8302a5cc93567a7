for option in "--switch-interval=5ms" "--switch-interval 1ms" "--switch-interval=0.01s" "--switch-interval=500us" "--switch-ticks 1" "--switch-ticks=100" "--gil-policy classic"; do
  # shellcheck disable=SC2086 -- an option and its value
  baton $option -c 'print(sum(range(100)))'
done
baton --switch-interval 2ms -c 'import sys; print(sys.getswitchinterval())'
