# getline, getlines, checkcache, clearcache, missing files.
import linecache
import os


print(linecache.getline(__file__, 2), end="")
print(linecache.getline(__file__, 0) == "", linecache.getline(__file__, 10 ** 6) == "")
print(linecache.getlines("no such file"), linecache.getline("<string>", 1) == "", linecache.getline("", 1) == "")
path = os.path.join(os.getcwd(), "linecache_test.py")
with open(path, "w") as f:
    f.write("one\ntwo")
print(linecache.getlines(path), path in linecache.cache)
with open(path, "w") as f:
    f.write("changed\nlines\nhere\n")
print(linecache.getlines(path))
linecache.checkcache(path)
print(linecache.getlines(path))
os.remove(path)
linecache.checkcache()
print(path in linecache.cache, linecache.getlines(path))
linecache.clearcache()
print(linecache.cache)


class Loader:
    def get_source(self, name):
        return f"source of {name}\nline 2\n"


print(linecache.lazycache("virtual.py", {"__name__": "virt", "__loader__": Loader()}))
print(linecache.getline("virtual.py", 2), end="")
print(linecache.getline("other.py", 1, {"__name__": "virt", "__loader__": Loader()}), end="")
