baton -c 'for i in range(100000): print("line", i)' 2>err | head -n 1
grep -c 'Exception ignored\|Segmentation\|Aborted' err
true
