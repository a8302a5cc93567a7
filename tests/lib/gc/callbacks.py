# gc.callbacks around a collection that was asked for.
import gc

log = []
gc.collect()
gc.disable()


def note(phase, info):
    log.append((phase, info["generation"], sorted(info)))


gc.callbacks.append(note)
gc.collect()
gc.collect(1)
gc.callbacks.remove(note)
gc.collect()
for entry in log:
    print(entry)
