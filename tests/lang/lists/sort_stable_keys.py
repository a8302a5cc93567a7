people = [("Ann", 30), ("bob", 25), ("Cid", 30), ("dee", 25), ("Eve", 20)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: p[0].lower(), reverse=True))
print(sorted([3, 1.5, True, -2]), sorted("bca"), sorted({3, 1, 2}), sorted((2, 1)), sorted([[2], [1, 5], []]))
words = ["pear", "fig", "apple", "kiwi"]
words.sort(key=len)
print(words)
