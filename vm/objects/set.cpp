// set and frozenset: the hash table.
//
// The order in which a set of integers is iterated is visible, and programs print it: the probing
// (a run of neighbours, then a perturbed jump), the growth (four times the members, twice above
// 50000) and the reuse of deleted places follow CPython 3.11 to the letter. A table is a power of
// two, at most 3/5 full counting deleted places; the smallest lies in the object itself. Comparing
// keys may run script that changes the set: lookups then start again. Lock held.
#include <algorithm>
#include <cstdlib>

#include "vm/objects/containers.h"

namespace baton {

namespace {

constexpr size_t kNeighbours = 9;
constexpr size_t kSmallTable = 8;

BATON_INLINE bool live(const SetEntry& e) { return !e.key.is_unbound() && !e.key.is_failed(); }

// Walks the places of a hash in order. visit(entry) returns true to stop.
template <class F>
BATON_INLINE void walk(SetEntry* table, size_t mask, int64_t hash, F&& visit) {
  auto perturb = static_cast<uint64_t>(hash);
  size_t i = perturb & mask;
  for (;;) {
    SetEntry* e = &table[i];
    SetEntry* last = i + kNeighbours <= mask ? e + kNeighbours : e;
    for (; e <= last; ++e)
      if (visit(e)) return;
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

// Into a table without deleted places and without an equal key.
void insert_clean(SetEntry* table, size_t mask, Value key, int64_t hash) {
  walk(table, mask, hash, [&](SetEntry* e) {
    if (!e->key.is_unbound()) return false;
    *e = {key, hash};
    return true;
  });
}

void empty_table(SetEntry* table, size_t n) {
  std::fill_n(table, n, SetEntry{Value::unbound(), 0});
}

size_t table_bytes(const Set* s) {
  return s->table == s->small ? 0 : (size_t{s->mask} + 1) * sizeof(SetEntry);
}

// The place of a key: its entry if present; otherwise null and *vacant is where it would go.
// False: failed.
bool locate(Thread* t, Set* s, Value key, int64_t hash, SetEntry** found, SetEntry** vacant) {
  enum { kMissing, kFound, kFailed, kAgain } outcome;
  do {
    SetEntry* deleted = nullptr;
    outcome = kMissing;
    walk(s->table, s->mask, hash, [&](SetEntry* e) {
      if (e->key.is_unbound()) {
        *vacant = deleted ? deleted : e;
        return true;
      }
      if (e->hash == hash) {
        Value have = e->key;
        if (have == key) {
          *found = e;
          outcome = kFound;
          return true;
        }
        if (have.is_failed()) return false;
        SetEntry* table = s->table;
        uint32_t mask = s->mask;
        bool equal, script = false;
        if (!keys_equal(t, have, key, &equal, &script)) {
          outcome = kFailed;
          return true;
        }
        if (script && (s->table != table || s->mask != mask || e->key != have)) {
          outcome = kAgain;
          return true;
        }
        if (equal) {
          *found = e;
          outcome = kFound;
          return true;
        }
      } else if (e->key.is_failed()) {
        deleted = e;
      }
      return false;
    });
  } while (outcome == kAgain);
  if (outcome == kMissing) *found = nullptr;
  return outcome != kFailed;
}

}  // namespace

Set* new_set_of_shape(Thread* t, uint32_t shape, bool frozen) {
  Set* s = t->vm->heap.make<Set>(t, shape);
  if (!s) return nullptr;
  if (frozen) s->flags |= kFrozen;
  s->fill = s->used = s->finger = 0;
  s->mask = kSmallTable - 1;
  s->table = s->small;
  s->hash = -1;
  empty_table(s->small, kSmallTable);
  return s;
}

Set* new_set(Thread* t, bool frozen) {
  const CoreShapes& shapes = t->vm->shape_ids;
  return new_set_of_shape(t, frozen ? shapes.frozenset : shapes.set, frozen);
}

bool set_resize(Thread* t, Set* s, size_t min_used) {
  size_t size = kSmallTable;
  while (size <= min_used) size <<= 1;
  if (size > (size_t{1} << 31)) {
    raise_memory_error(t);
    return false;
  }
  SetEntry copy[kSmallTable];
  SetEntry* old = s->table;
  size_t old_size = size_t{s->mask} + 1, old_bytes = table_bytes(s);
  SetEntry* table = s->small;
  if (size > kSmallTable) {
    if (!t->vm->heap.account_checked(t, size * sizeof(SetEntry))) return false;
    table = static_cast<SetEntry*>(std::malloc(size * sizeof(SetEntry)));
    if (!table) {
      t->vm->heap.account(-static_cast<ptrdiff_t>(size * sizeof(SetEntry)));
      raise_memory_error(t);
      return false;
    }
  } else if (old == s->small) {
    if (s->fill == s->used) return true;
    std::copy_n(s->small, kSmallTable, copy);
    old = copy;
  }
  empty_table(table, size);
  for (size_t i = 0; i < old_size; ++i)
    if (live(old[i])) insert_clean(table, size - 1, old[i].key, old[i].hash);
  s->table = table;
  s->mask = static_cast<uint32_t>(size - 1);
  s->fill = s->used;
  if (old_bytes) {
    std::free(old);
    t->vm->heap.account(-static_cast<ptrdiff_t>(old_bytes));
  }
  return true;
}

bool set_add_hashed(Thread* t, Set* s, Value key, int64_t hash) {
  SetEntry *found, *vacant = nullptr;
  if (!locate(t, s, key, hash, &found, &vacant)) return false;
  if (found) return true;
  bool reused = vacant->key.is_failed();
  vacant->hash = hash;
  barrier_store(s, &vacant->key, key);
  s->used++;
  if (reused) return true;
  s->fill++;
  if (size_t{s->fill} * 5 < size_t{s->mask} * 3) return true;
  return set_resize(t, s, s->used > 50000 ? size_t{s->used} * 2 : size_t{s->used} * 4);
}

bool set_add(Thread* t, Set* s, Value v) {
  int64_t hash;
  return hash_key(t, v, &hash) && set_add_hashed(t, s, v, hash);
}

int set_find_hashed(Thread* t, Set* s, Value key, int64_t hash) {
  SetEntry *found, *vacant;
  if (!locate(t, s, key, hash, &found, &vacant)) return -1;
  return found != nullptr;
}

namespace {

// The hash of a key that is looked for, never stored: a set stands for the frozenset equal to it.
bool probe_hash(Thread* t, Value* key, int64_t* hash) {
  if (hash_key(t, *key, hash)) return true;
  Set* s = try_as<Set>(*key);
  if (!s || s->flags & kFrozen || !exception_is(t, t->vm->classes.type_error)) return false;
  clear_exception(t);
  Set* frozen = set_copy(t, s, t->vm->shape_ids.frozenset, true);
  if (!frozen) return false;
  *key = val(frozen);
  return frozenset_hash(frozen, hash);
}

}  // namespace

bool set_contains(Thread* t, Set* s, Value v, bool* out) {
  int64_t hash;
  if (!probe_hash(t, &v, &hash)) return false;
  int r = set_find_hashed(t, s, v, hash);
  *out = r > 0;
  return r >= 0;
}

int set_discard_hashed(Thread* t, Set* s, Value key, int64_t hash) {
  SetEntry *found, *vacant;
  if (!locate(t, s, key, hash, &found, &vacant)) return -1;
  if (!found) return 0;
  *found = {Value::failed(), -1};
  s->used--;
  return 1;
}

int set_discard(Thread* t, Set* s, Value key) {
  int64_t hash;
  return probe_hash(t, &key, &hash) ? set_discard_hashed(t, s, key, hash) : -1;
}

void set_clear(Thread* t, Set* s) {
  SetEntry* table = s->table;
  size_t bytes = table_bytes(s);
  s->table = s->small;
  s->mask = kSmallTable - 1;
  s->fill = s->used = s->finger = 0;
  s->hash = -1;
  empty_table(s->small, kSmallTable);
  if (!bytes) return;
  std::free(table);
  t->vm->heap.account(-static_cast<ptrdiff_t>(bytes));
}

bool set_merge(Thread* t, Set* s, Set* other) {
  if (s == other || other->used == 0) return true;
  if ((size_t{s->fill} + other->used) * 5 >= size_t{s->mask} * 3 &&
      !set_resize(t, s, (size_t{s->used} + other->used) * 2))
    return false;
  if (s->fill == 0) {
    if (s->mask == other->mask && other->fill == other->used) {
      std::copy_n(other->table, size_t{s->mask} + 1, s->table);
    } else {
      SetEntry e;
      for (size_t i = 0; set_next(other, &i, &e);) insert_clean(s->table, s->mask, e.key, e.hash);
    }
    s->fill = s->used = other->used;
    return true;
  }
  SetEntry e;
  for (size_t i = 0; set_next(other, &i, &e);)
    if (!set_add_hashed(t, s, e.key, e.hash)) return false;
  return true;
}

bool set_update(Thread* t, Set* s, Value iterable) {
  if (is<Set>(iterable) && iterates_plainly(t, iterable)) return set_merge(t, s, as<Set>(iterable));
  if (is<Dict>(iterable) && iterates_plainly(t, iterable)) {
    Dict* d = as<Dict>(iterable);
    if ((size_t{s->fill} + d->size) * 5 >= size_t{s->mask} * 3 &&
        !set_resize(t, s, (size_t{s->used} + d->size) * 2))
      return false;
    for (uint32_t i = 0; i < d->used; ++i) {
      DictEntry e = d->entries[i];
      if (!e.key.is_unbound() && !set_add_hashed(t, s, e.key, e.hash)) return false;
    }
    return true;
  }
  if (exact_list(t, iterable)) {
    List* l = as<List>(iterable);
    for (size_t i = 0; i < l->size; ++i)
      if (!set_add(t, s, l->items[i])) return false;
    return true;
  }
  return for_each_item(t, iterable, [&](Value v) { return set_add(t, s, v); });
}

Set* set_copy(Thread* t, Set* s, uint32_t shape, bool frozen) {
  Set* copy = new_set_of_shape(t, shape, frozen);
  return copy && set_merge(t, copy, s) ? copy : nullptr;
}

bool frozenset_hash(Set* s, int64_t* out) {
  if (s->hash == -1) {
    FrozensetHasher hasher;
    SetEntry e;
    for (size_t i = 0; set_next(s, &i, &e);) hasher.add(e.hash);
    s->hash = hasher.finish();
  }
  *out = s->hash;
  return true;
}

void register_mappings(Vm* vm, Thread* t) {
  register_dict(vm, t);
  register_dict_views(vm, t);
  register_set(vm, t);
}

}  // namespace baton
