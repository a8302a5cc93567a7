from collections import UserDict, UserList, UserString
import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(str(k), v)
u = U({1: "a"}, b=2); u[3] = 4; print(u, u.data, len(u), list(u), u["1"], "1" in u, 1 in u, u.get("q"), u.keys(), u.values(), u.items()); t(lambda: u[9]); del u["b"]; t(lambda: u.__delitem__("b"))
print(u | {"n": 1}, {"n": 1} | u, type(u | {}), u.copy(), type(u.copy()), u == {"1": "a", "3": 4}, U.fromkeys([1, 2], 0), copy.copy(u), copy.deepcopy(u)); u |= {"m": 1}; u.update(z=1); print(u, u.pop("z"), u.popitem(), u.setdefault("k", 1)); u.clear(); print(u, bool(u))
class M(UserDict):
    def __missing__(self, k): return "missing " + k
print(M()["x"], M().get("x"), "x" in M(), UserDict({1: 2}).copy(), UserDict(UserDict(a=1)), UserDict([(1, 2)])); t(lambda: UserDict(1)); t(lambda: UserDict({}, {})); t(lambda: UserDict()["q"]); t(lambda: hash(UserDict()))
class L(UserList):
    def total(self): return sum(self.data)
l = L([3, 1, 2]); l.append(5); print(l, l.total(), l[0], l[1:3], type(l[1:]), l[-1], len(l), 3 in l, l + [1], [1] + l, type([1] + l), l * 2, 2 * l, l + (9,), l == [3, 1, 2, 5], l < [4], l != L([1]))
l.sort(); print(l); l.sort(reverse=True, key=lambda x: -x); l.reverse(); l.insert(1, "i"); print(l, l.index("i"), l.count(1), l.pop(), l.pop(0), l); l.remove("i"); l.extend([7, 8]); l.extend(L([9])); l += [10]; l *= 2; l[0] = "z"; del l[1]; l[1:3] = [0]; print(l, copy.copy(l), l.copy(), type(l.copy()), list(reversed(l)), UserList("ab"), UserList(), UserList(UserList([1]))); t(lambda: l[100]); t(lambda: l.remove("nope")); t(lambda: hash(l)); t(lambda: l + 1)
class S(UserString):
    pass
s = S("Hello"); print(s, repr(s), s.upper(), type(s.upper()), s + " w", "x" + s, type("x" + s), s * 2, s[1], type(s[1]), s[1:3], len(s), "ell" in s, s == "Hello", s < "I", hash(s) == hash("Hello"), s.find("l"), s.index("o"), s.count("l"), s.startswith("He"), s.endswith(("x", "o")))
print(s.replace("l", "L"), s.split("l"), s.center(11, "*"), s.strip("H"), s.join(["a", "b"]), s.isalpha(), s.encode(), S("%s-%d") % ("a", 3), S("{} {x}").format(1, x=2), int(S("12")), float(S("1.5")), s.partition("l"), s.splitlines(), s.title(), s.swapcase(), s.zfill(8), s.ljust(7) + "|", s.rjust(7), s.lower(), s.capitalize(), s.casefold(), s.expandtabs(), s.removeprefix("He"), s.removesuffix("lo"), s.translate({72: "J"}), UserString(12), {s: 1}["Hello"], UserString("a") + UserString("b"), "%s!" % s, f"{s:>7}" if False else "", list(s)[:2]); t(lambda: s[10]); t(lambda: s.index("zz")); t(lambda: UserString("a") + 1); t(lambda: UserString())
import collections.abc as abc; print(isinstance(u, abc.MutableMapping), isinstance(l, abc.MutableSequence), isinstance(s, abc.Sequence), isinstance(s, str))
match l:
    case [a, *_]: print("list pattern", a)
