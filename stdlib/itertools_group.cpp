// The itertools module, fourth part: groupby and tee.
//
// A group reads from its groupby, as long as that still stands at the group. The copies of a tee read
// a source through a shared chain of blocks: each block is filled once, by whichever copy comes
// first, and dies when the last copy has left it. Lock held; a step over the source may run script,
// and a second step into the same block meanwhile is an error, as in CPython.
#include "stdlib/itertools.h"

namespace baton {
namespace {

// --- groupby ---------------------------------------------------------------------------------------

struct GroupBy : NativeObject {
  Value source, key_func;
  Value target_key, current_key, current_value;  // unbound(): none
  Object* group;                                 // the newest group; null: none
};
struct Group : NativeObject {
  GroupBy* parent;
  Value target_key;
};
void trace_groupby(Object* o, Marker& m) {
  auto* g = static_cast<GroupBy*>(o);
  for (Value v : {g->source, g->key_func, g->target_key, g->current_key, g->current_value})
    m.mark(v);
  m.mark_object(g->group);
}
void trace_group(Object* o, Marker& m) {
  m.mark_object(static_cast<Group*>(o)->parent);
  m.mark(static_cast<Group*>(o)->target_key);
}

// Reads one item and its key: true, or unbound() at the end, or failed().
Value groupby_step(Thread* t, GroupBy* g) {
  Value v = iter_next(t, g->source);
  if (v.is_failed() || v.is_unbound()) return v;
  Value key = v;
  if (!g->key_func.is_none()) {
    key = call1(t, g->key_func, v);
    if (key.is_failed()) return key;
  }
  barrier_store(g, &g->current_value, v);
  barrier_store(g, &g->current_key, key);
  return Value::true_();
}

Value group_next(Thread* t, Object* o) {
  auto* group = static_cast<Group*>(o);
  GroupBy* g = group->parent;
  if (g->group != group) return Value::unbound();
  if (g->current_value.is_unbound()) {
    Value r = groupby_step(t, g);
    if (!r.is_true()) return r;
  }
  bool same;
  if (!values_equal(t, group->target_key, g->current_key, &same)) return Value::failed();
  if (!same) return Value::unbound();
  Value v = g->current_value;
  g->current_value = g->current_key = Value::unbound();
  return v;
}
const NativeType kGroupType{"itertools._grouper", trace_group, nullptr, group_next};

Value groupby_next(Thread* t, Object* o) {
  auto* g = static_cast<GroupBy*>(o);
  g->group = nullptr;
  for (uint32_t n = 1;; ++n) {
    if (!g->current_key.is_unbound()) {
      if (g->target_key.is_unbound()) break;
      bool same;
      if (!values_equal(t, g->target_key, g->current_key, &same)) return Value::failed();
      if (!same) break;
    }
    Value r = groupby_step(t, g);
    if (!r.is_true()) return r;
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
  Value key = g->current_key;
  if (key.is_unbound()) return key;  // another thread took it while the keys were compared
  barrier_store(g, &g->target_key, key);
  auto* group = make_native<Group>(t, &kGroupType);
  if (!group) return Value::failed();
  group->parent = g;
  group->target_key = key;
  g->group = group;
  return tuple_of(t, {key, val(group)});
}
const NativeType kGroupByType{"itertools.groupby", trace_groupby, nullptr, groupby_next};
NativeGroup groupby_methods{"groupby"}, group_methods{"_grouper"};

Value groupby_new(Thread* t, Class* cls, Value iterable, Value key) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  auto* g = new_iterator_object<GroupBy>(t, cls, &kGroupByType);
  if (!g) return Value::failed();
  g->source = it;
  g->key_func = key;
  g->target_key = g->current_key = g->current_value = Value::unbound();
  g->group = nullptr;
  return val(g);
}
DEF_NEW(groupby_methods, groupby_new, "groupby(cls, iterable, key=None)",
        "Runs of items with the same key: pairs of the key and an iterator over the run.")
Value group_new(Thread* t, Class* cls, Value parent, Value target_key) {
  auto* g = native_self<GroupBy>(t, parent, &kGroupByType);
  if (!g) return Value::failed();
  auto* group = new_iterator_object<Group>(t, cls, &kGroupType);
  if (!group) return Value::failed();
  group->parent = g;
  group->target_key = target_key;
  g->group = group;
  return val(group);
}
DEF_NEW(group_methods, group_new, "_grouper(cls, parent, tgtkey, /)", "One run of a groupby.")

// --- tee -------------------------------------------------------------------------------------------

constexpr uint32_t kBlockItems = 57;
struct TeeBlock : NativeObject {
  Value source;
  TeeBlock* next;  // null: not made yet
  uint32_t used;
  bool running;
  Value items[kBlockItems];
};
struct Tee : NativeObject {
  TeeBlock* block;
  uint32_t index;
};
void trace_block(Object* o, Marker& m) {
  auto* b = static_cast<TeeBlock*>(o);
  m.mark(b->source);
  m.mark_object(b->next);
  m.mark_range(b->items, b->items + b->used);
}
void trace_tee(Object* o, Marker& m) { m.mark_object(static_cast<Tee*>(o)->block); }
const NativeType kBlockType{"itertools._tee_dataobject", trace_block, nullptr, nullptr};

TeeBlock* new_block(Thread* t, Value source) {
  auto* b = make_native<TeeBlock>(t, &kBlockType);
  if (!b) return nullptr;
  b->source = source;
  b->next = nullptr;
  b->used = 0;
  b->running = false;
  return b;
}

Value tee_next(Thread* t, Object* o) {
  auto* tee = static_cast<Tee*>(o);
  if (tee->index >= kBlockItems) {
    if (!tee->block->next) {
      TeeBlock* b = new_block(t, tee->block->source);
      if (!b) return Value::failed();
      if (!tee->block->next) tee->block->next = b;
    }
    tee->block = tee->block->next;
    tee->index = 0;
  }
  TeeBlock* b = tee->block;
  if (tee->index < b->used) return b->items[tee->index++];
  if (b->running) return runtime_error(t, "cannot re-enter the tee iterator");
  b->running = true;
  Value v = iter_next(t, b->source);
  b->running = false;
  if (v.is_failed() || v.is_unbound()) return v;
  barrier_store(b, &b->items[b->used++], v);
  ++tee->index;
  return v;
}
const NativeType kTeeType{"itertools._tee", trace_tee, nullptr, tee_next};
NativeGroup tee_methods{"_tee"}, tee_functions{"itertools"};

Value copy_tee(Thread* t, Value self) {
  auto* tee = native_self<Tee>(t, self, &kTeeType);
  if (!tee) return Value::failed();
  auto* made = make_native<Tee>(t, &kTeeType);
  if (!made) return Value::failed();
  made->block = tee->block;
  made->index = tee->index;
  return val(made);
}
DEF(tee_methods, copy_tee, "__copy__(self, /)", "An independent iterator at the same place.")

Value tee_new(Thread* t, Class* cls, Value iterable) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  if (native_type_of(it) == &kTeeType) return copy_tee(t, it);
  TeeBlock* b = new_block(t, it);
  if (!b) return Value::failed();
  auto* tee = new_iterator_object<Tee>(t, cls, &kTeeType);
  if (!tee) return Value::failed();
  tee->block = b;
  tee->index = 0;
  return val(tee);
}
DEF_NEW(tee_methods, tee_new, "_tee(cls, iterable, /)",
        "An iterator over an iterable that can be copied.")

Value tee(Thread* t, Value iterable, Value n_value) {
  int64_t n;
  if (!size_argument(t, n_value, &n)) return Value::failed();
  if (n < 0) return value_error(t, "n must be >= 0");
  if (static_cast<uint64_t>(n) > kMaxValues) return raise_memory_error(t);
  Tuple* made = new_tuple(t, static_cast<size_t>(n));
  if (!made || n == 0) return made ? val(made) : Value::failed();
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  Str* copy = t->vm->names.copy;
  Value copier = get_attr_or_unbound(t, it, copy);
  if (copier.is_failed()) return copier;
  if (copier.is_unbound()) {
    it = tee_new(t, native_class(t->vm, &kTeeType), it);
    copier = it.is_failed() ? it : get_attr(t, it, copy);
    if (copier.is_failed()) return copier;
  }
  made->items[0] = it;
  for (int64_t i = 1; i < n; ++i) {
    Value c = call0(t, copier);
    if (c.is_failed()) return c;
    barrier_store(made, &made->items[i], c);
    if ((i & 1023) == 0 && !poll(t)) return Value::failed();
  }
  return val(made);
}
DEF(tee_functions, tee, "tee(iterable, n=2, /)",
    "A tuple of n independent iterators over one iterable.")

}  // namespace

bool add_grouping_iterators(Thread* t, Module* m) {
  if (!new_iterator_class(t, &kBlockType) ||
      !add_iterator_class(t, m, &kGroupByType, groupby_methods) ||
      !add_iterator_class(t, m, &kGroupType, group_methods) ||
      !add_iterator_class(t, m, &kTeeType, tee_methods))
    return false;
  for (const NativeType* type : {&kGroupType, &kTeeType})
    native_class(t->vm, type)->class_flags |= kClassNoSubclass;
  install_functions(t, m, tee_functions);
  return true;
}

}  // namespace baton
