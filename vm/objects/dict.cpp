// dict: the insertion-ordered hash table.
//
// What always holds. entries[0..used) are in insertion order; a deleted one has an unbound key and
// keeps its hash. The last of them is always live: deleting it also drops the dead ones before it,
// so popping from the end is constant time. While capacity <= 8 there is no index and lookup scans.
// Otherwise index has at least 2 * capacity slots, and exactly the entries [0..used), dead ones
// too, have a slot each: dead entries are the tombstones, so -2 is never needed, and a probe always
// meets an empty slot. Since entry n was linked after all entries before it, no chain but those of
// later entries runs over its slot: emptying the slot of the last entry breaks no chain.
//
// Comparing keys may run script that changes this very dict: `guard` counts such changes, and a
// lookup that sees it move starts again. Lock held throughout.
#include <cstdlib>

#include "vm/objects/containers.h"
#include "vm/objects/dict_order.h"

namespace baton {

namespace {

constexpr uint32_t kScanned = 8;  // up to this capacity without an index
constexpr uint32_t kMaxCapacity = uint32_t{1} << 30;
constexpr int64_t kAbsent = -1, kFailed = -2;

void key_set_changed(Dict* d) {
  d->version = 0;
  d->guard++;
}

BATON_INLINE void probe_next(uint64_t* perturb, size_t* i, size_t mask) {
  *perturb >>= 5;
  *i = (*i * 5 + *perturb + 1) & mask;
}

void link_entry(Dict* d, uint32_t n) {
  size_t mask = d->index_mask;
  auto perturb = static_cast<uint64_t>(d->entries[n].hash);
  size_t i = perturb & mask;
  while (d->index[i] != -1) probe_next(&perturb, &i, mask);
  d->index[i] = static_cast<int32_t>(n);
}

void unlink_last(Dict* d, uint32_t n) {
  size_t mask = d->index_mask;
  auto perturb = static_cast<uint64_t>(d->entries[n].hash);
  size_t i = perturb & mask;
  while (d->index[i] != static_cast<int32_t>(n)) probe_next(&perturb, &i, mask);
  d->index[i] = -1;
}

size_t index_bytes(uint32_t capacity) {
  return capacity > kScanned ? size_t{capacity} * 2 * sizeof(int32_t) : 0;
}

// Moves live entries together and gives the table `capacity` (a power of two >= size) entries.
bool rebuild(Thread* t, Dict* d, uint32_t capacity) {
  Heap& heap = t->vm->heap;
  int32_t* index = d->index;
  DictEntry* entries = d->entries;
  if (capacity != d->capacity) {
    size_t old_bytes = size_t{d->capacity} * sizeof(DictEntry) + index_bytes(d->capacity);
    size_t bytes = size_t{capacity} * sizeof(DictEntry) + index_bytes(capacity);
    if (capacity > kMaxCapacity) {
      raise_memory_error(t);
      return false;
    }
    if (bytes > old_bytes && !heap.account_checked(t, bytes - old_bytes)) return false;
    int32_t* fresh = nullptr;
    if (capacity > kScanned) fresh = static_cast<int32_t*>(std::malloc(index_bytes(capacity)));
    if (capacity <= kScanned || fresh)
      entries = static_cast<DictEntry*>(heap.buffers.resize(d->entries,
                                                            size_t{d->capacity} * sizeof(DictEntry),
                                                            size_t{capacity} * sizeof(DictEntry)));
    if ((capacity > kScanned && !fresh) || !entries) {
      std::free(fresh);  // the entries are as they were
      if (bytes > old_bytes) heap.account(-static_cast<ptrdiff_t>(bytes - old_bytes));
      raise_memory_error(t);
      return false;
    }
    if (bytes < old_bytes) heap.account(-static_cast<ptrdiff_t>(old_bytes - bytes));
    std::free(index);
    index = fresh;
  }
  d->entries = entries;
  d->index = index;
  d->capacity = capacity;
  d->index_mask = index ? capacity * 2 - 1 : 0;
  if (d->size != d->used) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->used; ++i)
      if (!entries[i].key.is_unbound()) {
        if (n != i) entries[n] = entries[i];
        ++n;
      }
    d->used = n;
  }
  d->version = 0;
  if (index) {
    std::memset(index, 0xff, index_bytes(capacity));
    for (uint32_t n = 0; n < d->used; ++n) link_entry(d, n);
  }
  return true;
}

BATON_NOINLINE bool make_room(Thread* t, Dict* d) {
  if (d->capacity == 0) return rebuild(t, d, 4);
  if (d->size < d->used - d->used / 4) return rebuild(t, d, d->capacity);  // enough dead ones
  if (d->capacity >= kMaxCapacity) {
    raise_memory_error(t);
    return false;
  }
  return rebuild(t, d, d->capacity * 2);
}

bool insert(Thread* t, Dict* d, Value key, int64_t hash, Value v) {
  if (BATON_UNLIKELY(d->used == d->capacity) && !make_room(t, d)) return false;
  uint32_t n = d->used++;
  DictEntry* e = &d->entries[n];
  e->hash = hash;
  barrier_store(d, &e->key, key);
  barrier_store(d, &e->value, v);
  d->size++;
  if (d->index) link_entry(d, n);
  key_set_changed(d);
  return true;
}

void remove_entry(Dict* d, uint32_t n) {
  d->entries[n].key = d->entries[n].value = Value::unbound();
  d->size--;
  key_set_changed(d);
  if (n + 1 != d->used) return;
  while (d->used > 0 && d->entries[d->used - 1].key.is_unbound()) {
    if (d->index) unlink_last(d, d->used - 1);
    d->used--;
  }
}

// Entry number of a key, kAbsent or kFailed. Runs script only for keys that are not exactly int or
// str.
int64_t find(Thread* t, Dict* d, Value key, int64_t hash) {
  // Verdict on entry n: 1 it is, 0 it isn't, -1 failed, -2 the dict changed.
  auto check = [&](uint32_t n) -> int {
    const DictEntry& e = d->entries[n];
    if (e.key == key) return 1;
    if (BATON_LIKELY(e.hash != hash) || e.key.is_unbound()) return 0;
    uint32_t guard = d->guard;
    const DictEntry* entries = d->entries;
    Value mine = e.key;
    bool equal, script = false;
    if (!keys_equal(t, mine, key, &equal, &script)) return -1;
    // Other keys may have come or gone as long as this entry is where it was.
    if (script && d->guard != guard &&
        !(d->entries == entries && n < d->used && d->entries[n].key == mine))
      return -2;
    return equal;
  };
restart:
  if (!d->index) {
    for (uint32_t n = 0; n < d->used; ++n) {
      int verdict = check(n);
      if (verdict == 0) continue;
      if (verdict == 1) return n;
      if (verdict == -1) return kFailed;
      goto restart;
    }
    return kAbsent;
  }
  size_t mask = d->index_mask;
  auto perturb = static_cast<uint64_t>(hash);
  size_t i = perturb & mask;
  for (;;) {
    int32_t n = d->index[i];
    if (n < 0) return kAbsent;
    int verdict = check(static_cast<uint32_t>(n));
    if (verdict != 0) {
      if (verdict == 1) return n;
      if (verdict == -1) return kFailed;
      goto restart;
    }
    probe_next(&perturb, &i, mask);
  }
}

}  // namespace

DictEntry* dict_find_str(Dict* d, Str* key) {
  Value k = val(key);
  int64_t hash = key->hash ? key->hash : str_hash(key);
  auto same = [&](const DictEntry& e) {
    return e.key == k || (e.hash == hash && is<Str>(e.key) && same_text(as<Str>(e.key), key));
  };
  if (!d->index) {
    for (uint32_t n = 0; n < d->used; ++n)
      if (same(d->entries[n])) return &d->entries[n];
    return nullptr;
  }
  size_t mask = d->index_mask;
  auto perturb = static_cast<uint64_t>(hash);
  size_t i = perturb & mask;
  for (;;) {
    int32_t n = d->index[i];
    if (n < 0) return nullptr;
    if (same(d->entries[n])) return &d->entries[n];
    probe_next(&perturb, &i, mask);
  }
}

Value dict_get_str(Dict* d, Str* key) {
  DictEntry* e = dict_find_str(d, key);
  return e ? e->value : Value::unbound();
}

Dict* new_dict_of_shape(Thread* t, uint32_t shape) {
  Dict* d = t->vm->heap.make<Dict>(t, shape);
  if (!d) return nullptr;
  d->version = d->size = d->used = d->capacity = 0;
  d->entries = nullptr;
  d->index = nullptr;
  d->index_mask = d->guard = 0;
  return d;
}

Dict* new_dict(Thread* t) { return new_dict_of_shape(t, t->vm->shape_ids.dict); }

Value dict_get_hashed(Thread* t, Dict* d, Value key, int64_t hash) {
  int64_t n = find(t, d, key, hash);
  if (n >= 0) return d->entries[n].value;
  return n == kAbsent ? Value::unbound() : Value::failed();
}

Value dict_get(Thread* t, Dict* d, Value key) {
  int64_t hash;
  if (!hash_key(t, key, &hash)) return Value::failed();
  return dict_get_hashed(t, d, key, hash);
}

bool dict_set_hashed(Thread* t, Dict* d, Value key, int64_t hash, Value v) {
  int64_t n = find(t, d, key, hash);
  if (n >= 0) {
    barrier_store(d, &d->entries[n].value, v);
    return true;
  }
  return n == kAbsent && insert(t, d, key, hash, v);
}

bool dict_set(Thread* t, Dict* d, Value key, Value v) {
  int64_t hash;
  return hash_key(t, key, &hash) && dict_set_hashed(t, d, key, hash, v);
}

bool dict_set_str(Thread* t, Dict* d, Str* key, Value v) {
  if (DictEntry* e = dict_find_str(d, key)) {
    barrier_store(d, &e->value, v);
    return true;
  }
  return insert(t, d, val(key), key->hash ? key->hash : str_hash(key), v);
}

bool dict_set_cstr(Thread* t, Dict* d, std::string_view key, Value v) {
  Str* name = intern(t, key);
  return name && dict_set_str(t, d, name, v);
}

int dict_del_hashed(Thread* t, Dict* d, Value key, int64_t hash) {
  int64_t n = find(t, d, key, hash);
  if (n < 0) return n == kAbsent ? 0 : -1;
  remove_entry(d, static_cast<uint32_t>(n));
  return 1;
}

int dict_del(Thread* t, Dict* d, Value key) {
  int64_t hash;
  return hash_key(t, key, &hash) ? dict_del_hashed(t, d, key, hash) : -1;
}

bool dict_del_str(Thread*, Dict* d, Str* key) {
  DictEntry* e = dict_find_str(d, key);
  if (!e) return false;
  remove_entry(d, static_cast<uint32_t>(e - d->entries));
  return true;
}

bool dict_pop_last(Dict* d, Value* key, Value* value) {
  if (d->size == 0) return false;
  const DictEntry& e = d->entries[d->used - 1];
  *key = e.key;
  *value = e.value;
  remove_entry(d, d->used - 1);
  return true;
}

// Entry 0, when dead, remembers in its value how many entries before the first live one are known to
// be dead: entries are only ever added after the last, so the number stays true until they move.
uint32_t dict_first(Dict* d) {
  if (d->used == 0 || !d->entries[0].key.is_unbound()) return 0;
  Value* known = &d->entries[0].value;
  uint32_t n = known->is_int() ? static_cast<uint32_t>(known->as_int()) : 1;
  while (n < d->used && d->entries[n].key.is_unbound()) ++n;
  *known = Value::from_int(n);
  return n;
}

bool dict_pop_first(Dict* d, Value* key, Value* value) {
  if (d->size == 0) return false;
  uint32_t n = dict_first(d);
  *key = d->entries[n].key;
  *value = d->entries[n].value;
  remove_entry(d, n);
  return true;
}

int dict_move_to_end(Thread* t, Dict* d, Value key, bool last) {
  int64_t hash;
  if (!hash_key(t, key, &hash)) return -1;
  int64_t at = find(t, d, key, hash);
  if (at < 0) return at == kAbsent ? 0 : -1;
  auto n = static_cast<uint32_t>(at);
  DictEntry e = d->entries[n];
  if (last) {
    if (n + 1 == d->used) return 1;
    if (d->used == d->capacity) {
      if (!make_room(t, d)) return -1;
      for (n = 0; d->entries[n].key != e.key;) ++n;
    }
    remove_entry(d, n);
    return insert(t, d, e.key, e.hash, e.value) ? 1 : -1;
  }
  if (!rebuild(t, d, d->capacity)) return -1;
  for (n = 0; d->entries[n].key != e.key;) ++n;
  if (n == 0) return 1;
  std::memmove(d->entries + 1, d->entries, n * sizeof(DictEntry));
  d->entries[0] = e;
  key_set_changed(d);
  return rebuild(t, d, d->capacity) ? 1 : -1;
}

void dict_clear(Dict* d) {
  DictEntry* entries = d->entries;
  int32_t* index = d->index;
  size_t entry_bytes = size_t{d->capacity} * sizeof(DictEntry),
         bytes = entry_bytes + index_bytes(d->capacity);
  d->entries = nullptr;
  d->index = nullptr;
  d->size = d->used = d->capacity = d->index_mask = 0;
  key_set_changed(d);
  std::free(index);
  Thread* t = current_thread();
  t->vm->heap.buffers.give(entries, entry_bytes);
  t->vm->heap.account(-static_cast<ptrdiff_t>(bytes));
}

uint32_t dict_version(Vm* vm, Dict* d) {
  if (d->version == 0) d->version = vm->next_dict_version++;
  return d->version;
}

namespace {

// The whole of `from` into an empty dict, without a single lookup.
bool copy_into_empty(Thread* t, Dict* d, Dict* from) {
  if (from->size == 0) return true;
  uint32_t capacity = 4;
  while (capacity < from->size) capacity *= 2;
  if (d->capacity < capacity && !rebuild(t, d, capacity)) return false;
  if (from->size == from->used && from->capacity == d->capacity) {
    std::memcpy(d->entries, from->entries, size_t{from->used} * sizeof(DictEntry));
    if (from->index) std::memcpy(d->index, from->index, index_bytes(d->capacity));
    d->size = d->used = from->used;
  } else {
    for (uint32_t i = 0; i < from->used; ++i) {
      if (from->entries[i].key.is_unbound()) continue;
      uint32_t n = d->used++;
      d->entries[n] = from->entries[i];
      if (d->index) link_entry(d, n);
    }
    d->size = d->used;
  }
  key_set_changed(d);
  return true;
}

}  // namespace

Dict* dict_copy(Thread* t, Dict* d) {
  Dict* copy = new_dict(t);
  return copy && copy_into_empty(t, copy, d) ? copy : nullptr;
}

bool dict_merge(Thread* t, Dict* d, Dict* other) {
  if (d == other) return true;
  if (d->used == 0) return copy_into_empty(t, d, other);
  uint32_t guard = other->guard;
  for (uint32_t i = 0; i < other->used; ++i) {
    DictEntry e = other->entries[i];
    if (e.key.is_unbound()) continue;
    if (!dict_set_hashed(t, d, e.key, e.hash, e.value)) return false;
    if (other->guard != guard) {
      runtime_error(t, "dict mutated during update");
      return false;
    }
  }
  return true;
}

namespace {

bool update_from_keys(Thread* t, Dict* d, Value mapping, Value keys) {
  Value list = call0(t, keys);
  if (list.is_failed()) return false;
  return for_each_item(t, list, [&](Value key) {
    Value v = get_item(t, mapping, key);
    return !v.is_failed() && dict_set(t, d, key, v);
  });
}

bool update_from_pairs(Thread* t, Dict* d, Value pairs) {
  size_t number = 0;
  return for_each_item(t, pairs, [&](Value item) {
    Value first, second;
    size_t n;
    if (exact_tuple(t, item)) {
      Tuple* pair = as<Tuple>(item);
      n = pair->size;
      if (n == 2) first = pair->items[0], second = pair->items[1];
    } else {
      List* pair = exact_list(t, item) ? as<List>(item) : nullptr;
      if (!pair) {
        Value it = get_iter(t, item);
        if (it.is_failed()) {
          if (exception_is(t, t->vm->classes.type_error)) {
            clear_exception(t);
            raisef(t, t->vm->classes.type_error,
                   "cannot convert dictionary update sequence element #%zu to a sequence", number);
          }
          return false;
        }
        pair = new_list(t);
        if (!pair || !list_extend(t, pair, it)) return false;
      }
      n = pair->size;
      if (n == 2) first = pair->items[0], second = pair->items[1];
    }
    if (n != 2) {
      raisef(t, t->vm->classes.value_error,
             "dictionary update sequence element #%zu has length %zu; 2 is required", number, n);
      return false;
    }
    ++number;
    return dict_set(t, d, first, second);
  });
}

}  // namespace

bool dict_update(Thread* t, Dict* d, Value source) {
  if (is<Dict>(source) && iterates_plainly(t, source)) return dict_merge(t, d, as<Dict>(source));
  Value keys = get_attr_or_unbound(t, source, t->vm->names.n_keys);
  if (keys.is_failed()) return false;
  return keys.is_unbound() ? update_from_pairs(t, d, source) : update_from_keys(t, d, source, keys);
}

Value dict_subscript(Thread* t, Dict* d, Value key) {
  Value v = dict_get(t, d, key);
  if (BATON_LIKELY(!v.is_unbound())) return v;
  if (!exact_dict(t, val(d))) {
    v = call_special(t, val(d), t->vm->names.missing, &key, 1);
    if (!v.is_unbound()) return v;
  }
  return raise_key_error(t, key);
}

Value dict_union(Thread* t, Value a, Value b, bool inplace) {
  if (!is<Dict>(a)) return Value::not_implemented();
  if (inplace) return dict_update(t, as<Dict>(a), b) ? a : Value::failed();
  if (!is<Dict>(b)) return Value::not_implemented();
  Dict* d = dict_copy(t, as<Dict>(a));
  return d && dict_update(t, d, b) ? val(d) : Value::failed();
}

Value dict_compare(Thread* t, CmpOp op, Value a, Value b) {
  if ((op != CmpOp::kEq && op != CmpOp::kNe) || !is<Dict>(a) || !is<Dict>(b))
    return Value::not_implemented();
  Dict *x = as<Dict>(a), *y = as<Dict>(b);
  Value equal = Value::boolean(op == CmpOp::kEq), different = Value::boolean(op == CmpOp::kNe);
  if (x == y) return equal;
  if (x->size != y->size) return different;
  if (native_stack_exhausted(t)) return Value::failed();
  for (uint32_t i = 0; i < x->used; ++i) {
    DictEntry e = x->entries[i];
    if (e.key.is_unbound()) continue;
    Value other = dict_get_hashed(t, y, e.key, e.hash);
    if (other.is_failed()) return other;
    if (other.is_unbound()) return different;
    bool same;
    if (!values_equal(t, e.value, other, &same)) return Value::failed();
    if (!same) return different;
  }
  return equal;
}

}  // namespace baton
