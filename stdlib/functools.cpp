// The _functools module: reduce, cmp_to_key, partial, and the cache behind lru_cache. The rest of
// functools is Python (stdlib/lib/functools.py).
//
// A cache is a dict of keys and, where its size is bounded, a list of nodes from the least to the
// most recently used. Dict and list change together with the lock held and no script between, but the
// cached function, hashing and comparing keys run script: whatever was found before such a call is
// looked up again after it. A node out of the list has no `newer` and no `older` and is not newest.
// Behaviour: https://docs.python.org/3.11/library/functools.html
#include <algorithm>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

NativeGroup functions{"_functools"};

// --- reduce ----------------------------------------------------------------------------------------

Value reduce(Thread* t, Value function, Value iterable, Value initial) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) {
    if (!exception_is(t, t->vm->classes.type_error)) return it;
    clear_exception(t);
    return type_error(t, "reduce() arg 2 must support iteration");
  }
  Value total = initial;
  for (uint32_t n = 1;; ++n) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return v;
    if (v.is_unbound()) break;
    total = total.is_unbound() ? v : call2(t, function, total, v);
    if (total.is_failed()) return total;
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
  if (total.is_unbound()) return type_error(t, "reduce() of empty iterable with no initial value");
  return total;
}
DEF(functions, reduce, "reduce(function, iterable, initial=<absent>, /)",
    "function(function(function(a, b), c), d) and so on for the items of an iterable.")

// --- cmp_to_key ------------------------------------------------------------------------------------

struct Key : NativeObject {
  Value compare, object;  // object unbound(): the factory that cmp_to_key gives
};
void trace_key(Object* o, Marker& m) {
  m.mark(static_cast<Key*>(o)->compare);
  m.mark(static_cast<Key*>(o)->object);
}
const NativeType kKeyType{"functools.KeyWrapper", trace_key, nullptr, nullptr};
NativeGroup key_methods{"functools.KeyWrapper"};

Value new_key(Thread* t, Value compare, Value object) {
  auto* k = make_native<Key>(t, &kKeyType);
  if (!k) return Value::failed();
  k->compare = compare;
  k->object = object;
  return val(k);
}
Value key_call(Thread* t, Value self, Kw kw, Args args) {
  auto* k = native_self<Key>(t, self, &kKeyType);
  if (!k) return Value::failed();
  uint32_t given = args.n + (kw.dict ? kw.dict->size : 0);
  if (given > 1)
    return type_error(t, "K() takes at most 1 argument (" + std::to_string(given) + " given)");
  Value obj = args.n    ? args.v[0]
              : kw.dict ? dict_get_str(kw.dict, intern(t, "obj"))
                        : Value::unbound();
  if (obj.is_unbound()) return type_error(t, "K() missing required argument 'obj' (pos 1)");
  return new_key(t, k->compare, obj);
}
DEF(key_methods, key_call, "__call__(self, /, *args, **kwargs)", "A key that compares as obj does.")
Value key_object(Thread* t, Value self) {
  auto* k = native_self<Key>(t, self, &kKeyType);
  if (!k) return Value::failed();
  return k->object.is_unbound() ? Value::none() : k->object;
}
DEF_GET(key_methods, key_object, "obj(self)", "The object this key stands for.")
Value key_compare(Thread* t, CmpOp op, Value a, Value b) {
  auto* k = native_self<Key>(t, a, &kKeyType);
  if (!k) return Value::failed();
  if (native_type_of(b) != &kKeyType) return type_error(t, "other argument must be K instance");
  Key* other = static_cast<Key*>(b.ptr());
  if (k->object.is_unbound() || other->object.is_unbound())
    return raise(t, t->vm->classes.attribute_error, "object");
  Value r = call2(t, k->compare, k->object, other->object);
  return r.is_failed() ? r : compare(t, op, r, Value::from_int(0));
}
BATON_DEF_COMPARE(key_methods, key, key_compare)
Value cmp_to_key(Thread* t, Value mycmp) { return new_key(t, mycmp, Value::unbound()); }
DEF(functions, cmp_to_key, "cmp_to_key(mycmp)",
    "A key function for sort() out of a comparison that gives a negative number, 0 or a positive "
    "one.")

// --- partial ---------------------------------------------------------------------------------------

struct Partial : NativeObject {
  Value func;
  Tuple* args;
  Dict* keywords;
};
void trace_partial(Object* o, Marker& m) {
  auto* p = static_cast<Partial*>(o);
  m.mark(p->func);
  m.mark_object(p->args);
  m.mark_object(p->keywords);
}
const NativeType kPartialType{"functools.partial", trace_partial, nullptr, nullptr};
NativeGroup partial_methods{"partial"};
Partial* partial_of(Thread* t, Value self) { return native_self<Partial>(t, self, &kPartialType); }

// A tuple of a's items, then the n of b.
Tuple* joined(Thread* t, Tuple* a, const Value* b, uint32_t n) {
  Tuple* made = new_tuple(t, a->size + n);
  if (!made) return nullptr;
  std::copy(a->items, a->items + a->size, made->items);
  std::copy(b, b + n, made->items + a->size);
  return made;
}
Value partial_new(Thread* t, Class* cls, Kw kw, Args args) {
  if (args.n == 0) return type_error(t, "type 'partial' takes at least one argument");
  Value func = args.v[0];
  Tuple* before = t->vm->empty_tuple;
  Dict* keywords = nullptr;
  // A partial of a partial is one of the function itself, unless that one has attributes or another call.
  Vm* vm = t->vm;
  Str* calling = vm->names.call;
  if (native_type_of(func) == &kPartialType && !(func.ptr()->flags & kHasAttrs) &&
      find_in_class(vm, class_of(vm, func), calling) ==
          find_in_class(vm, native_class(vm, &kPartialType), calling)) {
    auto* inner = as<NativeObject>(func);
    before = static_cast<Partial*>(inner)->args;
    keywords = dict_copy(t, static_cast<Partial*>(inner)->keywords);
    func = static_cast<Partial*>(inner)->func;
  } else {
    if (!is_callable(t, func)) return type_error(t, "the first argument must be callable");
    keywords = new_dict(t);
  }
  if (!keywords || (kw.dict && !dict_merge(t, keywords, kw.dict))) return Value::failed();
  Tuple* all = joined(t, before, args.v + 1, args.n - 1);
  if (!all) return Value::failed();
  Object* o = t->vm->heap.allocate(t, sizeof(Partial), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* p = static_cast<Partial*>(o);
  p->type = &kPartialType;
  p->func = func;
  p->args = all;
  p->keywords = keywords;
  return val(p);
}
DEF_NEW(partial_methods, partial_new, "partial(cls, /, *args, **kwargs)",
        "partial(f, *args, **kw) calls f with these arguments, then those of the call.")
Value partial_call(Thread* t, Value self, Kw kw, Args args) {
  Partial* p = partial_of(t, self);
  if (!p) return Value::failed();
  Value func = p->func;
  Dict* keywords = p->keywords;
  if (kw.dict && keywords->size > 0) {
    keywords = dict_copy(t, keywords);
    if (!keywords || !dict_merge(t, keywords, kw.dict)) return Value::failed();
  } else if (kw.dict) {
    keywords = kw.dict;
  }
  uint64_t n = p->args->size + args.n;
  if (n > UINT32_MAX) return raise_memory_error(t);
  ArgBuffer all(t, static_cast<uint32_t>(n));
  std::copy(p->args->items, p->args->items + p->args->size, all.data);
  std::copy(args.v, args.v + args.n, all.data + (n - args.n));
  if (keywords->size == 0) return call(t, func, all.data, static_cast<uint32_t>(n));
  return call_with_dict(t, func, Value::unbound(), all.data, static_cast<uint32_t>(n), keywords);
}
DEF(partial_methods, partial_call, "__call__(self, /, *args, **kwargs)", "Call self.")
Value partial_func(Thread* t, Value self) {
  Partial* p = partial_of(t, self);
  return p ? p->func : Value::failed();
}
DEF_GET(partial_methods, partial_func, "func(self)", "The function that is called.")
Value partial_args(Thread* t, Value self) {
  Partial* p = partial_of(t, self);
  return p ? val(p->args) : Value::failed();
}
DEF_GET(partial_methods, partial_args, "args(self)", "The arguments that come first.")
Value partial_keywords(Thread* t, Value self) {
  Partial* p = partial_of(t, self);
  return p ? val(p->keywords) : Value::failed();
}
DEF_GET(partial_methods, partial_keywords, "keywords(self)", "The keyword arguments.")
Value partial_repr(Thread* t, Value self) {
  Partial* p = partial_of(t, self);
  if (!p) return Value::failed();
  ReprGuard guard(t, self);
  if (!guard.entered) return str_value(t, "...");
  std::string s = type_name(t, self) + "(";
  Tuple* args = p->args;
  Dict* keywords = p->keywords;
  if (!repr_to(t, p->func, &s)) return Value::failed();
  for (size_t i = 0; i < args->size; ++i) {
    s += ", ";
    if (!repr_to(t, args->items[i], &s)) return Value::failed();
  }
  for (uint32_t i = 0; i < keywords->used; ++i) {
    DictEntry e = keywords->entries[i];
    if (e.key.is_unbound()) continue;
    s += ", ";
    if (!str_to(t, e.key, &s)) return Value::failed();
    s += "=";
    if (!repr_to(t, e.value, &s)) return Value::failed();
  }
  return str_value(t, s + ")");
}
DEF(partial_methods, partial_repr, "__repr__(self, /)", "Return repr(self).")
Value partial_reduce(Thread* t, Value self) {
  Partial* p = partial_of(t, self);
  if (!p) return Value::failed();
  Dict* own = p->flags & kHasAttrs ? attrs_as_dict(t, self) : nullptr;
  Value first = tuple_of(t, {p->func});
  if (first.is_failed()) return first;
  Value state =
      tuple_of(t, {p->func, val(p->args), val(p->keywords), own ? val(own) : Value::none()});
  if (state.is_failed()) return state;
  return tuple_of(t, {val(class_of(t->vm, self)), first, state});
}
DEF(partial_methods, partial_reduce, "__reduce__(self, /)", "For copy and pickle.")
Value partial_setstate(Thread* t, Value self, Value state) {
  Partial* p = partial_of(t, self);
  if (!p) return Value::failed();
  Tuple* s = try_as<Tuple>(state);
  if (!s || s->size != 4 || !is_callable(t, s->items[0]) || !is<Tuple>(s->items[1]) ||
      !(s->items[2].is_none() || is<Dict>(s->items[2])) ||
      !(s->items[3].is_none() || is<Dict>(s->items[3])))
    return type_error(t, "invalid partial state");
  Value args = tuple_from_iterable(t, s->items[1], t->vm->shape_ids.tuple);
  if (args.is_failed()) return args;
  Dict* keywords = s->items[2].is_none() ? new_dict(t) : dict_copy(t, as<Dict>(s->items[2]));
  if (!keywords) return Value::failed();
  if (is<Dict>(s->items[3]) && !set_attrs_dict(t, self, s->items[3])) return Value::failed();
  barrier_store(p, &p->func, s->items[0]);
  p->args = as<Tuple>(args);
  p->keywords = keywords;
  return Value::none();
}
DEF(partial_methods, partial_setstate, "__setstate__(self, state, /)", "For copy and pickle.")
Value partial_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(partial_methods, partial_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585.")

// --- lru_cache -------------------------------------------------------------------------------------

struct LruNode : NativeObject {
  LruNode *older, *newer;
  Value key, result;
  int64_t hash;
};
struct LruCache : NativeObject {
  Value func, info_type;
  Value keyword_mark;  // an object that no argument can be: separates the keywords of a key
  Dict* results;       // key -> result, or -> LruNode if the size is bounded
  LruNode *oldest, *newest;
  int64_t max_size;  // -1: no bound; 0: nothing is kept
  int64_t hits, misses;
  bool typed;
};
void trace_node(Object* o, Marker& m) {
  auto* n = static_cast<LruNode*>(o);
  m.mark_object(n->older);
  m.mark_object(n->newer);
  m.mark(n->key);
  m.mark(n->result);
}
void trace_cache(Object* o, Marker& m) {
  auto* c = static_cast<LruCache*>(o);
  for (Value v : {c->func, c->info_type, c->keyword_mark}) m.mark(v);
  m.mark_object(c->results);
  m.mark_object(c->oldest);
  m.mark_object(c->newest);
}
const NativeType kNodeType{"functools._lru_list_elem", trace_node, nullptr, nullptr};
const NativeType kCacheType{"functools._lru_cache_wrapper", trace_cache, nullptr, nullptr};
NativeGroup cache_methods{"_lru_cache_wrapper"};
LruCache* cache_of(Thread* t, Value self) { return native_self<LruCache>(t, self, &kCacheType); }

void take_out(LruCache* c, LruNode* n) {
  (n->older ? n->older->newer : c->oldest) = n->newer;
  (n->newer ? n->newer->older : c->newest) = n->older;
  n->older = n->newer = nullptr;
}
void put_newest(LruCache* c, LruNode* n) {
  n->older = c->newest;
  n->newer = nullptr;
  (c->newest ? c->newest->newer : c->oldest) = n;
  c->newest = n;
}
bool in_list(LruCache* c, LruNode* n) { return n->older || n->newer || c->newest == n; }

Value cache_new(Thread* t, Class* cls, Value func, Value maxsize, bool typed, Value info_type) {
  if (!is_callable(t, func)) return type_error(t, "the first argument must be callable");
  int64_t size = -1;
  if (!maxsize.is_none()) {
    if (!is_intlike(maxsize)) return type_error(t, "maxsize should be integer or None");
    if (!int_fits_int64(maxsize, &size))
      return overflow_error(t, "Python int too large to convert to C ssize_t");
    size = std::max<int64_t>(size, 0);
  }
  Dict* results = new_dict(t);
  Value mark = results ? call0(t, val(t->vm->classes.object)) : Value::failed();
  if (mark.is_failed()) return mark;
  Object* o = t->vm->heap.allocate(t, sizeof(LruCache), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* c = static_cast<LruCache*>(o);
  c->type = &kCacheType;
  c->func = func;
  c->info_type = info_type;
  c->keyword_mark = mark;
  c->results = results;
  c->oldest = c->newest = nullptr;
  c->max_size = size;
  c->hits = c->misses = 0;
  c->typed = typed;
  return val(c);
}
DEF_NEW(cache_methods, cache_new,
        "_lru_cache_wrapper(cls, user_function, maxsize, typed, cache_info_type)",
        "A callable that keeps the results of a function.")

// One plain int or str is its own key; other arguments make a tuple.
Value make_key(Thread* t, LruCache* c, Kw kw, Args args) {
  if (!c->typed && !kw.dict && args.n == 1) {
    Value v = args.v[0];
    if (v.is_int() || exact_str(t, v) || (v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.bigint))
      return v;
  }
  size_t named = kw.dict ? kw.dict->size : 0;
  size_t plain = args.n + (named ? 1 + 2 * named : 0);
  Tuple* key = new_tuple(t, plain + (c->typed ? args.n + named : 0));
  if (!key) return Value::failed();
  Value* to = std::copy(args.v, args.v + args.n, key->items);
  if (named) {
    *to++ = c->keyword_mark;
    for (uint32_t i = 0; i < kw.dict->used; ++i) {
      const DictEntry& e = kw.dict->entries[i];
      if (e.key.is_unbound()) continue;
      *to++ = e.key;
      *to++ = e.value;
    }
  }
  if (c->typed) {
    for (uint32_t i = 0; i < args.n; ++i) *to++ = val(class_of(t->vm, args.v[i]));
    for (uint32_t i = 0; named && i < kw.dict->used; ++i) {
      const DictEntry& e = kw.dict->entries[i];
      if (!e.key.is_unbound()) *to++ = val(class_of(t->vm, e.value));
    }
  }
  return val(key);
}

// Keeps a result in a bounded cache, in place of the least recently used one if it is full.
bool keep_result(Thread* t, LruCache* c, Value key, int64_t hash, Value result) {
  Value have = dict_get_hashed(t, c->results, key, hash);
  if (have.is_failed()) return false;
  if (!have.is_unbound()) return true;  // computed inside of this call, or by another thread
  auto* n = make_native<LruNode>(t, &kNodeType);
  if (!n) return false;
  n->older = n->newer = nullptr;
  n->key = key;
  n->result = result;
  n->hash = hash;
  if (!dict_set_hashed(t, c->results, key, hash, val(n))) return false;
  put_newest(c, n);
  // After the new one is in: removing compares keys, and another thread may add some meanwhile.
  while (c->results->size > static_cast<uint64_t>(c->max_size) && c->oldest) {
    LruNode* last = c->oldest;
    if (last == n) break;
    take_out(c, last);
    if (dict_del_hashed(t, c->results, last->key, last->hash) < 0) return false;
  }
  return true;
}

Value cache_call(Thread* t, Value self, Kw kw, Args args) {
  LruCache* c = cache_of(t, self);
  if (!c || native_stack_exhausted(t)) return Value::failed();
  auto compute = [&] {
    ++c->misses;
    return kw.dict ? call_with_dict(t, c->func, Value::unbound(), args.v, args.n, kw.dict)
                   : call(t, c->func, args.v, args.n);
  };
  if (c->max_size == 0) return compute();
  Value key = make_key(t, c, kw, args);
  int64_t hash;
  if (key.is_failed() || !hash_key(t, key, &hash)) return Value::failed();
  Value found = dict_get_hashed(t, c->results, key, hash);
  if (found.is_failed()) return found;
  if (!found.is_unbound()) {
    ++c->hits;
    if (c->max_size < 0) return found;
    auto* n = static_cast<LruNode*>(found.ptr());
    if (n != c->newest && in_list(c, n)) {
      take_out(c, n);
      put_newest(c, n);
    }
    return n->result;
  }
  Value result = compute();
  if (result.is_failed()) return result;
  bool kept = c->max_size < 0 ? dict_set_hashed(t, c->results, key, hash, result)
                              : keep_result(t, c, key, hash, result);
  return kept ? result : Value::failed();
}
DEF(cache_methods, cache_call, "__call__(self, /, *args, **kwargs)", "Call self.")
Value cache_info(Thread* t, Value self) {
  LruCache* c = cache_of(t, self);
  if (!c) return Value::failed();
  Value v[4] = {new_int(t, c->hits), new_int(t, c->misses),
                c->max_size < 0 ? Value::none() : new_int(t, c->max_size),
                new_int(t, c->results->size)};
  return call(t, c->info_type, v, 4);
}
DEF(cache_methods, cache_info, "cache_info(self, /)", "Hits, misses, and sizes.")
Value cache_clear(Thread* t, Value self) {
  LruCache* c = cache_of(t, self);
  if (!c) return Value::failed();
  for (LruNode* n = c->oldest; n;) {
    LruNode* next = n->newer;
    n->older = n->newer = nullptr;
    n = next;
  }
  c->oldest = c->newest = nullptr;
  c->hits = c->misses = 0;
  dict_clear(c->results);
  return Value::none();
}
DEF(cache_methods, cache_clear, "cache_clear(self, /)", "Forget every result and the statistics.")
Value cache_get(Thread* t, Value self, Value instance, Value) {
  if (instance.is_none()) return self;
  BoundMethod* m = new_bound_method(t, self, instance);
  return m ? val(m) : Value::failed();
}
DEF(cache_methods, cache_get, "__get__(self, instance, owner=None, /)",
    "The cached method of an instance.")
Value cache_reduce(Thread* t, Value self) { return get_attr(t, self, t->vm->names.qualname); }
DEF(cache_methods, cache_reduce, "__reduce__(self, /)", "For pickle: the name.")
Value cache_copy(Thread*, Value self) { return self; }
DEF(cache_methods, cache_copy, "__copy__(self, /)", "The cache itself.")
Value cache_deepcopy(Thread*, Value self, Value) { return self; }
DEF(cache_methods, cache_deepcopy, "__deepcopy__(self, memo, /)", "The cache itself.")

Class* add_class(Thread* t, Module* m, const NativeType* type, const NativeGroup* methods,
                 uint32_t flags) {
  Class* cls =
      new_builtin_class(t, type->name, t->vm->classes.object, Kind::kNativeObject, flags, type);
  if (!cls) return nullptr;
  if (methods) install_methods(t, cls, *methods);
  return !m || dict_set_str(t, m->dict, as<Str>(cls->name), val(cls)) ? cls : nullptr;
}

}  // namespace

void init_functools(Thread* t, Module* m) {
  install_functions(t, m, functions);
  Class* key = add_class(t, nullptr, &kKeyType, &key_methods, kClassNoSubclass);
  if (!key) return;
  set_unhashable(t, key);
  if (add_class(t, nullptr, &kNodeType, nullptr, kClassNoSubclass) &&
      add_class(t, m, &kPartialType, &partial_methods, kClassHasDict))
    add_class(t, m, &kCacheType, &cache_methods, kClassHasDict);
}

}  // namespace baton
