# stderr: full
x = 5 ¤ 3
