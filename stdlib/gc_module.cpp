// The gc module: asking the collector to run, and asking about objects.
//
// Baton's collector is a tracing one without generations: collect() always does everything, whatever
// the generation named, thresholds are kept but do nothing (the pace is the heap's), and objects that
// no cycle holds also wait for a collection. collect() goes on until nothing that ran for the dead
// (__del__, callbacks of weak references) left more dead behind, within reason. Lock held.
// Behaviour: https://docs.python.org/3.11/library/gc.html
#include <algorithm>

#include "stdlib/stdlib.h"
#include "vm/heap/finalize.h"
#include "vm/interp/interp.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/thread/stack.h"

namespace baton {
namespace {

NativeGroup functions{"gc"};

// What collect() tells callbacks and stats; per Vm, in the module's own dictionary as _state.
struct GcState : NativeObject {
  int64_t thresholds[3];
  uint64_t collected;
  List* callbacks;
};
void trace_state(Object* o, Marker& m) { m.mark_object(static_cast<GcState*>(o)->callbacks); }
const NativeType kStateType = {"gc.state", trace_state, nullptr, nullptr};

GcState* state_of(Thread* t) {
  Str* name = intern(t, "gc");
  if (!name) return nullptr;
  Module* m = try_as<Module>(dict_get_str(t->vm->modules, name));
  Str* key = m ? intern(t, "_state") : nullptr;
  Value v = key ? dict_get_str(m->dict, key) : Value::unbound();
  if (!v.is_unbound()) return native_self<GcState>(t, v, &kStateType);
  runtime_error(t, "the gc module is gone");
  return nullptr;
}

// One collection; what lies on the native stack below this frame is of calls that are over.
BATON_NOINLINE void collect_here(Thread* t, char* low) {
  __builtin_unwind_init();
  t->vm->heap.collect(t, std::max(low, stack_pointer()));
  asm volatile("" ::: "memory");  // no tail call: this frame must stay
}

// Calls everything in gc.callbacks; what they raise is reported and forgotten.
bool call_callbacks(Thread* t, GcState* s, const char* phase, int64_t generation,
                    uint64_t collected) {
  if (s->callbacks->size == 0) return true;
  Dict* info = new_dict(t);
  Value text = info ? str_value(t, phase) : Value::failed();
  if (text.is_failed() || !dict_set_cstr(t, info, "generation", Value::from_int(generation)) ||
      !dict_set_cstr(t, info, "collected", new_uint(t, collected)) ||
      !dict_set_cstr(t, info, "uncollectable", Value::from_int(0)))
    return false;
  for (size_t i = 0; i < s->callbacks->size; ++i) {
    Value f = s->callbacks->items[i];
    if (call2(t, f, text, val(info)).is_failed()) report_unraisable(t, f);
  }
  return true;
}

const NativeDef* collect_def() {
  for (const NativeLink* l = functions.first; l; l = l->next) {
    const NativeDef* d = l->def;
    if (d->sig.name == std::string_view("collect")) return d;
  }
  return nullptr;
}

Value gc_collect(Thread* t, Int generation) {
  if (generation < 0 || generation > 2) return value_error(t, "invalid generation");
  GcState* s = state_of(t);
  if (!s || !call_callbacks(t, s, "start", generation, 0)) return Value::failed();
  Heap& heap = t->vm->heap;
  heap.sweep();
  uint64_t before = heap.stats().objects_freed;
  char* low = forget_stale_registers(t, collect_def());
  for (int round = 0; round < 8; ++round) {
    collect_here(t, low);
    bool more = !t->vm->pending_finalizers.empty();
    run_finalizers(t);
    if (!more) break;
  }
  heap.sweep();
  uint64_t freed = heap.stats().objects_freed - before;
  s->collected += freed;
  if (!call_callbacks(t, s, "stop", generation, freed) || !poll(t)) return Value::failed();
  return new_uint(t, freed);
}
DEF(functions, gc_collect, "collect(generation=2)",
    "Collect everything that is out of reach; returns how many objects were freed.")

Value gc_enable(Thread* t) {
  t->vm->heap.set_enabled(true);
  return Value::none();
}
DEF(functions, gc_enable, "enable()", "Let collections happen by themselves.")
Value gc_disable(Thread* t) {
  t->vm->heap.set_enabled(false);
  return Value::none();
}
DEF(functions, gc_disable, "disable()", "Collect only when asked to.")
Value gc_isenabled(Thread* t) { return Value::boolean(t->vm->heap.enabled()); }
DEF(functions, gc_isenabled, "isenabled()", "Do collections happen by themselves?")

Value gc_get_threshold(Thread* t) {
  GcState* s = state_of(t);
  if (!s) return Value::failed();
  return tuple_of(t, {new_int(t, s->thresholds[0]), new_int(t, s->thresholds[1]),
                      new_int(t, s->thresholds[2])});
}
DEF(functions, gc_get_threshold, "get_threshold()", "What set_threshold() was told.")
Value gc_set_threshold(Thread* t, Args args) {
  GcState* s = state_of(t);
  if (!s) return Value::failed();
  if (args.n < 1 || args.n > 3)
    return raisef(t, t->vm->classes.type_error,
                  args.n < 1 ? "set_threshold() takes at least 1 argument (%u given)"
                             : "set_threshold() takes at most 3 arguments (%u given)",
                  args.n);
  for (uint32_t i = 0; i < args.n; ++i) {
    int64_t n;
    if (!to_int64(t, args.v[i], &n)) return Value::failed();
    s->thresholds[i] = n;
  }
  return Value::none();
}
DEF(functions, gc_set_threshold, "set_threshold(*args)",
    "Numbers for get_threshold() to give back: the pace is the heap's own.")

Value gc_get_count(Thread* t) {
  size_t n = t->vm->heap.stats().allocated_bytes / 64;
  return tuple_of(
      t, {Value::from_int(static_cast<int64_t>(n)), Value::from_int(0), Value::from_int(0)});
}
DEF(functions, gc_get_count, "get_count()",
    "About how many objects came since the last collection.")

Value gc_get_stats(Thread* t) {
  GcState* s = state_of(t);
  List* out = s ? new_list(t) : nullptr;
  for (int generation = 0; out && generation < 3; ++generation) {
    bool all = generation == 2;
    Dict* d = new_dict(t);
    if (!d ||
        !dict_set_cstr(t, d, "collections",
                       new_uint(t, all ? t->vm->heap.stats().collections : 0)) ||
        !dict_set_cstr(t, d, "collected", new_uint(t, all ? s->collected : 0)) ||
        !dict_set_cstr(t, d, "uncollectable", Value::from_int(0)) || !list_append(t, out, val(d)))
      return Value::failed();
  }
  return out ? val(out) : Value::failed();
}
DEF(functions, gc_get_stats, "get_stats()", "Three dictionaries of counts; the last one has them.")

bool is_atom(Value v) {
  if (!v.is_ptr()) return true;
  switch (v.ptr()->kind) {
    case Kind::kFloat:
    case Kind::kBigInt:
    case Kind::kComplex:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kByteArray:
    case Kind::kRange:
    case Kind::kSlice:
    case Kind::kCode: return true;
    default: return false;
  }
}

// Could it be part of a cycle? Tuples and dicts of atoms can't.
bool tracked(Thread* t, Value v) {
  if (is_atom(v)) { return v.is_ptr() && !(class_of(t->vm, v)->class_flags & kClassBuiltin); }
  if (v.ptr()->shape == t->vm->shape_ids.tuple) {
    Tuple* p = as<Tuple>(v);
    for (size_t i = 0; i < p->size; ++i) {
      if (!is_atom(p->items[i])) return true;
    }
    return false;
  }
  if (v.ptr()->shape == t->vm->shape_ids.dict) {
    Dict* d = as<Dict>(v);
    for (uint32_t i = 0; i < d->used; ++i) {
      if (!d->entries[i].key.is_unbound() &&
          (!is_atom(d->entries[i].key) || !is_atom(d->entries[i].value)))
        return true;
    }
    return false;
  }
  return true;
}

bool gc_is_tracked(Thread* t, Value object) { return tracked(t, object); }
DEF(functions, gc_is_tracked, "is_tracked(object, /)", "Could it be part of a cycle?")

bool gc_is_finalized(Thread*, Value object) {
  return object.is_ptr() && (object.ptr()->flags & kFinalized) != 0;
}
DEF(functions, gc_is_finalized, "is_finalized(object, /)", "Was its __del__ called already?")

// A list of what `collected` names, without internal objects.
Value list_of(Thread* t, const std::vector<Object*>& found) {
  RootVec kept(t);
  for (Object* o : found) {
    if (o->kind != Kind::kFree && o->kind != Kind::kCell) kept.v.push_back(val(o));
  }
  List* out = new_list(t, kept.v.size());
  if (!out) return Value::failed();
  for (size_t i = 0; i < kept.v.size(); ++i) {
    if (!list_append(t, out, kept.v[i])) return Value::failed();
  }
  return val(out);
}

Value gc_get_objects(Thread* t, Value generation) {
  int64_t n = -1;
  if (!generation.is_none()) {
    if (!to_int64(t, generation, &n)) return Value::failed();
    if (n < -1) return value_error(t, "generation parameter cannot be negative");
    if (n > 2)
      return value_error(t,
                         "generation parameter must be less than the number of available "
                         "generations (3)");
    if (n == 0 || n == 1) return list_of(t, {});
  }
  std::vector<Object*> found;
  t->vm->heap.for_each([&](Object* o) {
    if (!is_atom(val(o)) && tracked(t, val(o))) found.push_back(o);
  });
  return list_of(t, found);
}
DEF(functions, gc_get_objects, "get_objects(generation=None)",
    "A list of the objects that could be part of a cycle.")

Value gc_get_referents(Thread* t, Args args) {
  std::vector<Object*> found;
  for (uint32_t i = 0; i < args.n; ++i) {
    if (args.v[i].is_ptr()) t->vm->heap.references(args.v[i].ptr(), &found);
  }
  return list_of(t, found);
}
DEF(functions, gc_get_referents, "get_referents(*objs)", "A list of what the objects refer to.")

Value gc_get_referrers(Thread* t, Args args) {
  std::vector<Object*> found, referents;
  t->vm->heap.for_each([&](Object* o) {
    if (is_atom(val(o)) && o->kind != Kind::kCode) return;
    referents.clear();
    t->vm->heap.references(o, &referents);
    for (Object* r : referents) {
      for (uint32_t i = 0; i < args.n; ++i) {
        if (args.v[i].is_ptr() && args.v[i].ptr() == r) {
          found.push_back(o);
          return;
        }
      }
    }
  });
  return list_of(t, found);
}
DEF(functions, gc_get_referrers, "get_referrers(*objs)", "A list of what refers to the objects.")

}  // namespace

void init_gc(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, "gc.state", t->vm->classes.object, Kind::kNativeObject,
                                 kClassNoSubclass, &kStateType);
  if (!cls) return;
  auto* s = static_cast<GcState*>(
      t->vm->heap.allocate(t, sizeof(GcState), Kind::kNativeObject, cls->root->id));
  if (!s) return;
  s->type = &kStateType;
  s->thresholds[0] = 700;
  s->thresholds[1] = s->thresholds[2] = 10;
  s->collected = 0;
  s->callbacks = nullptr;
  List* callbacks = new_list(t);
  List* garbage = callbacks ? new_list(t) : nullptr;
  if (!garbage) return;
  s->callbacks = callbacks;
  if (!dict_set_cstr(t, m->dict, "_state", val(s)) ||
      !dict_set_cstr(t, m->dict, "callbacks", val(callbacks)) ||
      !dict_set_cstr(t, m->dict, "garbage", val(garbage)))
    return;
  install_functions(t, m, functions);
}

}  // namespace baton
