// Set algebra: |, &, -, ^ and the comparisons, over sets, frozensets and dict views; and the
// method forms, whose other operand may be any iterable.
//
// An operator takes sets (or set-like views) on both sides; a method anything iterable. The result
// has the built-in type of the left operand; with a view on the left it is a set. Which side is
// walked decides the order of the result and follows CPython. Walking a table while its keys are
// compared re-reads the table at each step. Lock held.
#include "vm/objects/containers.h"

namespace baton {

namespace {

Set* empty_like(Thread* t, Set* s) { return new_set(t, s->flags & kFrozen); }
Set* copy_like(Thread* t, Set* s) {
  const CoreShapes& shapes = t->vm->shape_ids;
  bool frozen = s->flags & kFrozen;
  return set_copy(t, s, frozen ? shapes.frozenset : shapes.set, frozen);
}

// Calls f(key, hash) for each entry of a set; f false: stop.
template <class F>
bool each_entry(Set* s, F&& f) {
  SetEntry e;
  for (size_t i = 0; set_next(s, &i, &e);)
    if (!f(e.key, e.hash)) return false;
  return true;
}
// The same for any iterable, sets and dicts without an iterator.
template <class F>
bool each_hashed(Thread* t, Value iterable, F&& f) {
  if (is<Set>(iterable) && iterates_plainly(t, iterable)) return each_entry(as<Set>(iterable), f);
  if (is<Dict>(iterable) && iterates_plainly(t, iterable)) {
    Dict* d = as<Dict>(iterable);
    for (uint32_t i = 0; i < d->used; ++i) {
      DictEntry e = d->entries[i];
      if (!e.key.is_unbound() && !f(e.key, e.hash)) return false;
    }
    return true;
  }
  return for_each_item(t, iterable, [&](Value v) {
    int64_t hash;
    return hash_key(t, v, &hash) && f(v, hash);
  });
}

// A set of the items of any iterable.
Set* set_of(Thread* t, Value iterable) {
  Set* s = new_set(t, false);
  return s && set_update(t, s, iterable) ? s : nullptr;
}
Set* as_set(Thread* t, Value v) { return is<Set>(v) ? as<Set>(v) : set_of(t, v); }

// Is the key in a set, or a key of a dict? 1, 0, -1 failed.
int member(Thread* t, Value container, Value key, int64_t hash) {
  if (is<Set>(container)) return set_find_hashed(t, as<Set>(container), key, hash);
  Value v = dict_get_hashed(t, as<Dict>(container), key, hash);
  return v.is_failed() ? -1 : !v.is_unbound();
}

// Takes over the content of another set of the same kind, which is left empty.
void swap_content(Thread* t, Set* s, Set* from) {
  set_clear(t, s);
  if (from->table == from->small) {
    std::memcpy(s->small, from->small, sizeof s->small);
  } else {
    s->table = from->table;
    from->table = from->small;
  }
  s->fill = from->fill;
  s->used = from->used;
  s->mask = from->mask;
  s->finger = 0;
  from->mask = 7;
  from->fill = from->used = 0;
  set_clear(t, from);
}

}  // namespace

Set* set_intersection(Thread* t, Set* s, Value other) {
  if (other == val(s)) return copy_like(t, s);
  Set* result = empty_like(t, s);
  if (!result) return nullptr;
  Set* walked = try_as<Set>(other);
  Set* asked = s;
  if (walked && walked->used > asked->used) std::swap(walked, asked);
  auto keep = [&](Value key, int64_t hash) {
    int r = set_find_hashed(t, asked, key, hash);
    return r == 0 || (r > 0 && set_add_hashed(t, result, key, hash));
  };
  bool ok = walked ? each_entry(walked, keep) : each_hashed(t, other, keep);
  return ok ? result : nullptr;
}

bool set_intersection_update(Thread* t, Set* s, Value other) {
  Set* result = set_intersection(t, s, other);
  if (!result) return false;
  swap_content(t, s, result);
  return true;
}

bool set_difference_update(Thread* t, Set* s, Value other) {
  if (other == val(s)) {
    set_clear(t, s);
    return true;
  }
  if (Set* o = try_as<Set>(other); o && (o->used >> 3) > s->used) {
    Set* common = set_intersection(t, s, other);  // fewer to remove than to walk
    if (!common) return false;
    other = val(common);
  }
  bool ok = each_hashed(
      t, other, [&](Value key, int64_t hash) { return set_discard_hashed(t, s, key, hash) >= 0; });
  if (!ok) return false;
  if (s->fill - s->used <= s->mask / 4) return true;
  return set_resize(t, s, s->used > 50000 ? size_t{s->used} * 2 : size_t{s->used} * 4);
}

Set* set_difference(Thread* t, Set* s, Value other) {
  size_t other_size = is<Set>(other)    ? as<Set>(other)->used
                      : is<Dict>(other) ? as<Dict>(other)->size
                                        : SIZE_MAX;
  if (other_size == SIZE_MAX || (s->used >> 2) > other_size) {
    Set* result = copy_like(t, s);
    return result && set_difference_update(t, result, other) ? result : nullptr;
  }
  Set* result = empty_like(t, s);
  if (!result) return nullptr;
  bool ok = each_entry(s, [&](Value key, int64_t hash) {
    int r = member(t, other, key, hash);
    return r > 0 || (r == 0 && set_add_hashed(t, result, key, hash));
  });
  return ok ? result : nullptr;
}

bool set_symmetric_difference_update(Thread* t, Set* s, Value other) {
  if (other == val(s)) {
    set_clear(t, s);
    return true;
  }
  if (!is<Dict>(other)) {
    Set* o = as_set(t, other);
    if (!o) return false;
    other = val(o);
  }
  return each_hashed(t, other, [&](Value key, int64_t hash) {
    int r = set_discard_hashed(t, s, key, hash);
    return r > 0 || (r == 0 && set_add_hashed(t, s, key, hash));
  });
}

Set* set_symmetric_difference(Thread* t, Set* s, Value other) {
  Set* result = empty_like(t, s);
  if (!result || !set_update(t, result, other)) return nullptr;
  return set_symmetric_difference_update(t, result, val(s)) ? result : nullptr;
}

bool set_is_subset(Thread* t, Set* s, Value other, bool* out) {
  Set* o = as_set(t, other);
  if (!o) return false;
  *out = false;
  if (s->used > o->used) return true;
  *out = true;
  bool failed = false;
  each_entry(s, [&](Value key, int64_t hash) {
    int r = set_find_hashed(t, o, key, hash);
    if (r > 0) return true;
    failed = r < 0;
    *out = false;
    return false;
  });
  return !failed;
}

bool set_is_disjoint(Thread* t, Value s, Value other, bool* out) {
  *out = true;
  if (s == other) {
    int64_t n;
    if (!length_of(t, s, &n)) return false;
    *out = n == 0;
    return true;
  }
  bool failed = false;
  auto absent = [&](Value key, int found) {
    (void)key;
    failed = found < 0;
    if (found > 0) *out = false;
    return found == 0;
  };
  if (!is<Set>(s)) {  // a view
    bool ok = for_each_item(t, other, [&](Value v) {
      bool found;
      if (!dict_view_contains(t, static_cast<DictView*>(s.ptr()), v, &found)) return absent(v, -1);
      return absent(v, found);
    });
    return ok || (!failed && !*out);
  }
  Set* asked = as<Set>(s);
  Set* walked = try_as<Set>(other);
  if (walked && walked->used > asked->used) std::swap(walked, asked);
  auto visit = [&](Value key, int64_t hash) {
    return absent(key, set_find_hashed(t, asked, key, hash));
  };
  bool ok = walked ? each_entry(walked, visit) : each_hashed(t, other, visit);
  return ok || (!failed && !*out);
}

namespace {

Value give_set(Set* s) { return s ? val(s) : Value::failed(); }

// d.keys() & other and the like: the result is a set.
Value view_binary(Thread* t, BinOp op, Value a, Value b) {
  if (op == BinOp::kAnd && is_set_view(a)) {
    auto* view = static_cast<DictView*>(a.ptr());
    if (is<Set>(b) && view->dict->size <= as<Set>(b)->used) {
      Set* r = set_intersection(t, as<Set>(b), a);
      if (!r || !(r->flags & kFrozen)) return give_set(r);
      return give_set(set_copy(t, r, t->vm->shape_ids.set, false));
    }
    if (is_set_view(b) && static_cast<DictView*>(b.ptr())->dict->size > view->dict->size)
      std::swap(a, b);
    view = static_cast<DictView*>(a.ptr());
    Set* r = new_set(t, false);
    if (!r) return Value::failed();
    bool ok = for_each_item(t, b, [&](Value v) {
      bool found;
      return dict_view_contains(t, view, v, &found) && (!found || set_add(t, r, v));
    });
    return ok ? val(r) : Value::failed();
  }
  Set* r = set_of(t, a);
  if (!r) return Value::failed();
  bool ok = true;
  switch (op) {
    case BinOp::kAnd: ok = set_intersection_update(t, r, b); break;
    case BinOp::kOr: ok = set_update(t, r, b); break;
    case BinOp::kSub: ok = set_difference_update(t, r, b); break;
    default: ok = set_symmetric_difference_update(t, r, b); break;
  }
  return ok ? val(r) : Value::failed();
}

}  // namespace

Value set_binary(Thread* t, BinOp op, Value a, Value b, bool inplace) {
  if (op != BinOp::kAnd && op != BinOp::kOr && op != BinOp::kSub && op != BinOp::kXor)
    return Value::not_implemented();
  if (is<Dict>(a) && (is<Dict>(b) || inplace))
    return op == BinOp::kOr ? dict_union(t, a, b, inplace) : Value::not_implemented();
  if (is_set_view(a) || is_set_view(b)) return view_binary(t, op, a, b);
  if (!is<Set>(a) || !is<Set>(b)) return Value::not_implemented();
  Set* s = as<Set>(a);
  if (inplace && !(s->flags & kFrozen)) {
    bool ok;
    switch (op) {
      case BinOp::kAnd: ok = set_intersection_update(t, s, b); break;
      case BinOp::kOr: ok = set_update(t, s, b); break;
      case BinOp::kSub: ok = set_difference_update(t, s, b); break;
      default: ok = set_symmetric_difference_update(t, s, b); break;
    }
    return ok ? a : Value::failed();
  }
  switch (op) {
    case BinOp::kAnd: return give_set(set_intersection(t, s, b));
    case BinOp::kSub: return give_set(set_difference(t, s, b));
    case BinOp::kXor: return give_set(set_symmetric_difference(t, s, b));
    default: {
      Set* r = copy_like(t, s);
      return r && (a == b || set_update(t, r, b)) ? val(r) : Value::failed();
    }
  }
}

namespace {

int64_t set_like_size(Value v) {
  return is<Set>(v) ? as<Set>(v)->used : static_cast<DictView*>(v.ptr())->dict->size;
}

// Is every item of a in b? Both sets or set-like views.
bool all_in(Thread* t, Value a, Value b, bool* out) {
  if (is<Set>(a) && is<Set>(b)) return set_is_subset(t, as<Set>(a), b, out);
  *out = true;
  bool failed = false;
  bool ok = for_each_item(t, a, [&](Value v) {
    bool found;
    bool done = is<Set>(b) ? set_contains(t, as<Set>(b), v, &found)
                           : dict_view_contains(t, static_cast<DictView*>(b.ptr()), v, &found);
    if (!done) {
      failed = true;
      return false;
    }
    if (!found) *out = false;
    return found;
  });
  return ok || (!failed && !*out);
}

}  // namespace

Value set_compare(Thread* t, CmpOp op, Value a, Value b) {
  if (!(is<Set>(a) || is_set_view(a)) || !(is<Set>(b) || is_set_view(b)))
    return Value::not_implemented();
  if (native_stack_exhausted(t)) return Value::failed();
  int64_t n = set_like_size(a), m = set_like_size(b);
  bool possible;
  switch (op) {
    case CmpOp::kEq:
    case CmpOp::kNe:
      possible = n == m;
      if (possible && is<Set>(a) && is<Set>(b) && as<Set>(a)->hash != -1 &&
          as<Set>(b)->hash != -1 && as<Set>(a)->hash != as<Set>(b)->hash)
        possible = false;
      break;
    case CmpOp::kLt: possible = n < m; break;
    case CmpOp::kLe: possible = n <= m; break;
    case CmpOp::kGt: possible = n > m; break;
    default: possible = n >= m; break;
  }
  bool result = false;
  if (possible) {
    bool reversed = op == CmpOp::kGt || op == CmpOp::kGe;
    if (!all_in(t, reversed ? b : a, reversed ? a : b, &result)) return Value::failed();
  }
  return Value::boolean(result != (op == CmpOp::kNe));
}

}  // namespace baton
