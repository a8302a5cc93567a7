# stderr: full
print "hello"
