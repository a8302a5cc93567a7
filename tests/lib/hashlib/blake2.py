# blake2b and blake2s with their parameters.
import hashlib


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


b, s = hashlib.blake2b, hashlib.blake2s
data = bytes(range(256)) * 41
for make in (b, s):
    print(make.MAX_DIGEST_SIZE, make.MAX_KEY_SIZE, make.SALT_SIZE, make.PERSON_SIZE, make)
    print(make().hexdigest(), make(b"abc").hexdigest())
    for n in (0, 1, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000, 2048, 10000):
        h = make(data[:n], digest_size=9)
        h2 = make(digest_size=9)
        for i in range(0, n, 50):
            h2.update(data[i:min(i + 50, n)])
        print(n, h.hexdigest(), h.digest() == h2.digest())
    h = make(b"x", digest_size=5, key=b"secret", salt=b"salt", person=b"me", fanout=2, depth=3, leaf_size=4096,
             node_offset=77, node_depth=1, inner_size=20, last_node=True)
    print(h.hexdigest(), h.name, h.digest_size, h.block_size, type(h))
    c = h.copy()
    c.update(memoryview(b"more"))
    print(c.hexdigest(), h.hexdigest())
    print(make(key=b"k").hexdigest(), make(b"", key=b"k" * make.MAX_KEY_SIZE).hexdigest()[:20])
    for kw in ({"digest_size": 0}, {"digest_size": 65}, {"key": b"k" * 65}, {"salt": b"s" * 17}, {"person": b"s" * 17},
               {"fanout": -1}, {"fanout": 256}, {"depth": 0}, {"leaf_size": -1}, {"leaf_size": 2**32},
               {"node_offset": 2**64}, {"node_offset": -1}, {"node_depth": 256}, {"inner_size": 65}, {"key": "a"},
               {"digest_size": "a"}):
        t(lambda: make(**kw).hexdigest())
t(lambda: s(node_offset=2**48))
t(lambda: b(5))
t(lambda: b("a"))
t(lambda: b().update("a"))
t(lambda: b().update(5))
t(lambda: type("A", (b,), {}))
t(lambda: hashlib.new("blake2b", b"a", digest_size=4).hexdigest())
t(lambda: [x for x in dir(b()) if x[0] != "_"])
