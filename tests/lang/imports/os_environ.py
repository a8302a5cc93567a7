# The environment as a mapping, and that what is set in it is set.
import os

env = os.environ
for k in list(env):
    if k.startswith("BT_"):
        del env[k]


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


env["BT_A"] = "1"
env["BT_B"] = "é=x"
print(env["BT_A"], env["BT_B"], os.getenv("BT_A"), os.getenv("BT_C"), os.getenv("BT_C", "no"), env.get("BT_C"), env.get("BT_C", 3))
print("BT_A" in env, "BT_C" in env, "PATH" in env, len(env) == len(list(env)) == len(env.keys()), all(type(k) is str and type(v) is str for k, v in env.items()))
print([k for k in env if k.startswith("BT_")], sorted(v for k, v in env.items() if k.startswith("BT_")), "1" in env.values())
print(env.setdefault("BT_A", "2"), env.setdefault("BT_C", "3"), env["BT_C"])
env.update({"BT_D": "4"}, BT_E="5")
env.update([("BT_F", "6")])
print(env.pop("BT_D"), env.pop("BT_D", None), env.pop("BT_F"), env["BT_E"])
env |= {"BT_G": "7"}
both = env | {"BT_H": "8"}
print(type(both), both["BT_G"], both["BT_H"], "BT_H" in env, type({"x": "y"} | env), dict(env) == env.copy() == env, type(env.copy()))
saved = env.copy()
env.clear()
print(len(env), dict(env), bool(env), env, env == {})
env["B"] = "2"
env["A"] = "1"
print(env, repr(env), dict(env), list(env.keys()), env.popitem(), env)
for k in env:
    env["X" + k] = "new"
print(sorted(env))
env.clear()
env.update(saved)
print(env == saved, env["BT_G"], type(env) is type(os.environ))
del env["BT_G"]

attempt(lambda: env["BT_G"])
attempt(env.__delitem__, "BT_G")
attempt(env.pop, "BT_G")
attempt(env.__getitem__, 1)
attempt(env.__setitem__, "BT_X", 1)
attempt(env.__setitem__, 1, "x")
attempt(env.__setitem__, "BT=X", "1")
attempt(env.__setitem__, "", "1")
attempt(env.__setitem__, "BT\0X", "1")
attempt(env.__setitem__, "BT_X", "\0")
attempt(env.__contains__, 1)
attempt(env.get, 1)
attempt(os.getenv, None)
attempt(os.putenv, 1, "x")
attempt(os.unsetenv, 1)
attempt(hash, env)
print("BT_X" in env, "BT=X" in env)
env["BT_LAST"] = "\udcff"
print(ascii(env["BT_LAST"]), os.fsencode(env["BT_LAST"]))
