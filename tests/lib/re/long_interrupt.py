import re, threading
# Other threads go on while a match takes its time.
ticks = []
done = False
def tick():
    import time
    while not done:
        ticks.append(1)
        time.sleep(0.001)
t = threading.Thread(target=tick)
t.start()
print(re.match(r'(a+)+$', 'a' * 22 + 'b'), re.match(r'(?:x+x+)+y', 'x' * 16))
done = True
t.join()
print(len(ticks) > 0)
