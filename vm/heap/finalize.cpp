// The end of an object: freeing what it malloc'ed, and calling __del__ before.
//
// What is malloc'ed for whom, all by malloc() unless it says otherwise: Str index; ByteArray data;
// List items and Dict entries (both from heap.buffers); Dict index; Set table unless it is `small`; Code insns, consts (the block
// begins at consts - 1) and `owner` (new); Function cells; Instance far slots unless in dict mode;
// Class subclasses. Attributes of other objects are vm->attrs entries. The sweeper's calls read
// nothing but the object; account() is not called, since marking counts what lives anew.

#include "vm/heap/finalize.h"

#include <cstdio>
#include <cstdlib>

#include "vm/core/error.h"
#include "vm/heap/weak.h"
#include "vm/objects/containers.h"
#include "vm/objects/objects.h"

namespace baton {

void finalize_object(Heap& heap, Vm* vm, Object* o) {
  if (BATON_UNLIKELY((o->flags & kHasAttrs) != 0) && vm) vm->attrs.erase(o);
  switch (o->kind) {
    case Kind::kStr: std::free(static_cast<Str*>(o)->index); break;
    case Kind::kByteArray: std::free(static_cast<ByteArray*>(o)->data); break;
    case Kind::kList:
      heap.buffers.give(static_cast<List*>(o)->items,
                        static_cast<List*>(o)->capacity * sizeof(Value));
      break;
    case Kind::kDict: {
      auto* p = static_cast<Dict*>(o);
      heap.buffers.give(p->entries, size_t{p->capacity} * sizeof(DictEntry));
      std::free(p->index);
      break;
    }
    case Kind::kSet: {
      auto* p = static_cast<Set*>(o);
      if (p->table != p->small) std::free(p->table);
      break;
    }
    case Kind::kCode: {
      auto* p = static_cast<Code*>(o);
      std::free(p->insns);
      if (p->consts) std::free(p->consts - 1);
      delete p->owner;
      break;
    }
    case Kind::kFunction: std::free(static_cast<Function*>(o)->cells); break;
    case Kind::kClass: std::free(static_cast<Class*>(o)->subclasses); break;
    case Kind::kInstance:
      if ((o->flags & kDictMode) == 0) std::free(static_cast<Instance*>(o)->far);
      break;
    case Kind::kNativeObject: {
      auto* p = static_cast<NativeObject*>(o);
      if (p->type && p->type->finalize) p->type->finalize(o);
      break;
    }
    default: break;
  }
}

namespace {

// sys.stderr.write(text); false when there is no such thing or it fails.
bool write_to_sys_stderr(Thread* t, const std::string& text) {
  Vm* vm = t->vm;
  if (!vm->modules) return false;
  Str* key = intern(t, "sys");
  if (!key) return false;
  Module* sys = try_as<Module>(dict_get_str(vm->modules, key));
  if (!sys || !sys->dict) return false;
  Value err = dict_get_str(sys->dict, vm->names.n_stderr);
  if (err.is_unbound() || err.is_none()) return false;
  Value s = str_value(t, text);
  if (s.is_failed()) return false;
  return !call_method(t, err, vm->names.n_write, &s, 1).is_failed();
}

void call_weak_callback(Thread* t, WeakRef* r) {
  Value callback = r->callback;
  barrier_store(r, &r->callback, Value::none());
  if (!callback.is_none() && call1(t, callback, val(r)).is_failed()) report_unraisable(t, callback);
}

// A suspended generator gets GeneratorExit, as by close().
void close_generator(Thread* t, Generator* g) {
  if (g->state != GenState::kSuspended) return;
  if (call_method(t, val(g), t->vm->names.n_close).is_failed()) report_unraisable(t, val(g));
}

void finalize_for_script(Thread* t, Value o) {
  if (is<Generator>(o)) return close_generator(t, as<Generator>(o));
  if (is<NativeObject>(o) && as<NativeObject>(o)->type == &kWeakRefType) {
    auto* r = static_cast<WeakRef*>(o.ptr());
    if (!r->target && !r->callback.is_none()) return call_weak_callback(t, r);
  }
  if ((o.ptr()->flags & kFinalized) == 0) return;
  Value result = call_special(t, o, t->vm->names.del);
  if (!result.is_failed()) return;
  Value self;
  Value exception = take_exception(t);
  Value method = find_special(t, o, t->vm->names.del, &self);
  clear_exception(t);
  t->exception = exception;
  report_unraisable(t, method.is_failed() || method.is_unbound() ? o : method);
}

// sys.unraisablehook, where a script has set its own; unbound() otherwise.
Value own_hook(Thread* t, Dict** sys_dict) {
  Vm* vm = t->vm;
  Str *sys_name = intern(t, "sys"), *hook_name = intern(t, "unraisablehook");
  Value sys = sys_name ? dict_get_str(vm->modules, sys_name) : Value::unbound();
  if (!is<Module>(sys) || !hook_name) return Value::unbound();
  *sys_dict = as<Module>(sys)->dict;
  Value hook = dict_get_str(*sys_dict, hook_name);
  return is<NativeFunction>(hook) || hook.is_none() ? Value::unbound() : hook;
}

// True: the script's hook took it. The exception is not pending while the hook runs.
bool call_hook(Thread* t, Value exception, Value where) {
  Dict* sys_dict = nullptr;
  Value hook = own_hook(t, &sys_dict);
  if (hook.is_unbound()) return false;
  Str* key = intern(t, "UnraisableHookArgs");
  Value cls = key ? dict_get_str(sys_dict, key) : Value::unbound();
  if (!is<Class>(cls)) return false;
  Tuple* args = new_tuple_of_shape(t, 5, shape_of(as<Class>(cls)));
  if (!args) return false;
  Exception* e = try_as<Exception>(exception);
  args->items[0] = val(class_of(t->vm, exception));
  args->items[1] = exception;
  args->items[2] = e ? e->traceback : Value::none();
  args->items[4] = where;
  return !call1(t, hook, val(args)).is_failed();
}

}  // namespace

void report_unraisable(Thread* t, Value where) {
  Value exception = take_exception(t);
  if (call_hook(t, exception, where)) return;
  clear_exception(t);
  std::string text = "Exception ignored in: ";
  if (!repr_to(t, where, &text)) {
    clear_exception(t);
    text += "<object repr() failed>";
  }
  text += '\n';
  text += format_exception(t, exception);
  if (text.back() != '\n') text += '\n';
  clear_exception(t);
  if (!write_to_sys_stderr(t, text)) {
    clear_exception(t);
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
  }
}

void run_finalizers(Thread* t) {
  Vm* vm = t->vm;
  Value exception = t->exception;
  t->exception = Value::unbound();
  RootVec kept(t);
  kept.v.push_back(exception);
  // In the order found; a collection on the way adds to the list.
  while (!vm->pending_finalizers.empty()) {
    std::vector<Value> batch;
    batch.swap(vm->pending_finalizers);
    size_t first = kept.v.size();
    kept.v.insert(kept.v.end(), batch.begin(), batch.end());
    for (Value o : batch) finalize_for_script(t, o);
    kept.v.resize(first);
  }
  t->exception = exception;
}

void run_exit_finalizers(Thread* t) {
  Vm* vm = t->vm;
  run_finalizers(t);
  auto wants = [&](Value v) {
    if (!v.is_ptr() || (v.ptr()->flags & kFinalized)) return false;
    if (Generator* g = try_as<Generator>(v)) {
      return (g->flags & kHasFinalizer) && g->state == GenState::kSuspended;
    }
    uint32_t shape = v.ptr()->shape;
    if (shape >= vm->shapes.size() || !vm->shapes[shape]) return false;
    Class* cls = vm->shapes[shape]->cls;
    return cls && (cls->class_flags & kClassDel) && v.ptr()->kind != Kind::kClass;
  };
  auto queue = [&](Value v) {
    if (!wants(v)) return;
    v.ptr()->flags |= kFinalized;
    vm->pending_finalizers.push_back(v);
  };
  Module* main = nullptr;
  if (vm->modules) main = try_as<Module>(dict_get_str(vm->modules, vm->names.main));
  if (main && main->dict) {
    for (uint32_t i = 0; i < main->dict->used; ++i) {
      const DictEntry& e = main->dict->entries[i];
      if (!e.key.is_unbound()) queue(e.value);
    }
  }
  run_finalizers(t);
  vm->heap.for_each_watched([&](Object* o) { queue(val(o)); });
  if (vm->late_del) vm->heap.for_each([&](Object* o) { queue(val(o)); });
  run_finalizers(t);
}

}  // namespace baton
