# stderr: full
return 5
