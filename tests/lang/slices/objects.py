print(slice(1), slice(1, 2), slice(1, 2, 3), slice(None, None, -1).indices(5), slice(-3, 100).indices(5), slice(1, 2) == slice(1, 2), slice(1, 2, 3).start, slice(1, 2, 3).step)
class S:
    def __getitem__(self, k):
        return k
s = S()
print(s[1], s[1:2], s[::2], s[1, 2:3], s[...], s[:, ...], s["a":"b"], s[-1:])
