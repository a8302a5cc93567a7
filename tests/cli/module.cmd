mkdir pkg bare
echo 'import sys; print(__name__, __package__, __spec__.name, sys.argv[1:], sys.argv[0].endswith("mod.py"), sys.path[0] == __file__.rpartition("/")[0])' >mod.py
echo 'print("init of", __name__)' >pkg/__init__.py
echo 'import sys; print("main of", __spec__.name, __package__, sys.argv[1:])' >pkg/__main__.py
echo 'from . import __name__ as p; print(__name__, __package__, p)' >pkg/sub.py
echo '1 / 0' >bad.py
baton -m mod a -b --help
baton -m pkg x
baton -m pkg.sub
for m in nope pkg.nope nope.x bare mod.py pkg.__init__.x math .x; do baton -m $m 2>&1 >/dev/null; echo $?; done
baton -m bad 2>&1 | tail -n 1
baton -m 2>&1 | head -n 1
