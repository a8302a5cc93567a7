mkdir pkg
touch pkg/__init__.py
printf 'import unittest\nclass A(unittest.TestCase):\n    def test_1(self): pass\n    def test_2(self): self.assertTrue(0)\nif __name__ == "__main__": unittest.main()\n' >test_a.py
cp test_a.py pkg/test_b.py
echo 'import nope' >test_c.py
show() { sed 's/ in [0-9.]*s$//' | grep -v '^  *File\|^  *\^*$'; }
for a in "test_a" "test_a.py" "-v test_a.A.test_1" "discover -p test_b*" "discover -v -s pkg -t ." "-k test_1 pkg/test_b.py" "-q test_a.A.test_1"; do echo "== $a"; baton -m unittest $a 2>&1 | show; done
baton -m unittest 2>&1 | tail -n 1
baton test_a.py -v 2>&1 | head -n 2
baton -m unittest test_a >/dev/null 2>&1; echo $?
baton -m unittest test_a.A.test_1 >/dev/null 2>&1; echo $?
baton -m unittest -h | head -n 3
baton -m timeit -n 5 -r 2 pass 2>/dev/null | sed 's/[0-9.]* nsec/T/'
