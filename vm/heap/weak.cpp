// The table of weak references, and what the collector does to it: see weak.h.
//
// clear() runs after marking, before finalizable objects are brought back; prune() after that, so
// that a finalizer can still use a weak reference that it alone keeps. Neither allocates on the heap.
#include "vm/heap/weak.h"

#include <algorithm>

#include "vm/core/error.h"
#include "vm/heap/heap_internal.h"

namespace baton {
namespace {

void trace_weak_ref(Object* o, Marker& m) { m.mark(static_cast<WeakRef*>(o)->callback); }

bool builtin_kind_takes(Class* cls) {
  switch (cls->instance_kind) {
    case Kind::kFunction:
    case Kind::kNative:
    case Kind::kBoundMethod:
    case Kind::kClass:
    case Kind::kModule:
    case Kind::kGenerator:
    case Kind::kCode:
    case Kind::kSet: return true;
    default: return false;
  }
}

}  // namespace

const NativeType kWeakRefType = {"weakref.ReferenceType", trace_weak_ref, nullptr, nullptr};

bool class_takes_weak_refs(Class* cls) {
  return (cls->class_flags & kClassWeakRefs) != 0 ||
         ((cls->class_flags & kClassBuiltin) != 0 && builtin_kind_takes(cls));
}

bool weakrefable(Vm* vm, Value v) { return v.is_ptr() && class_takes_weak_refs(class_of(vm, v)); }

WeakRef* first_weak_ref(Vm* vm, Object* o) {
  if ((o->flags & kHasWeakRefs) == 0) return nullptr;
  auto at = vm->weak_refs.find(o);
  return at == vm->weak_refs.end() ? nullptr : at->second;
}

WeakRef* new_weak_ref(Thread* t, Class* cls, Value v, Value callback, bool proxy) {
  Vm* vm = t->vm;
  if (!weakrefable(vm, v)) {
    type_error(t, "cannot create weak reference to '" + type_name(t, v) + "' object");
    return nullptr;
  }
  auto* r = static_cast<WeakRef*>(
      vm->heap.allocate(t, sizeof(WeakRef), Kind::kNativeObject, cls->root->id));
  if (!r) return nullptr;
  Object* o = v.ptr();
  r->type = &kWeakRefType;
  r->target = nullptr;
  r->callback = callback;
  r->next = nullptr;
  r->number = ++vm->weak_ref_number;
  r->hash = 0;
  r->hashed = false;
  r->proxy = proxy;
  WeakRef*& first = vm->weak_refs[o];
  r->next = first;
  r->target = o;
  first = r;
  o->flags |= kHasWeakRefs;
  return r;
}

void Heap::Impl::clear_weak_refs(const Heap& heap) {
  std::vector<WeakRef*> called;
  for (auto at = vm->weak_refs.begin(); at != vm->weak_refs.end();) {
    if (heap.is_marked(at->first)) {
      ++at;
      continue;
    }
    for (WeakRef* r = at->second; r;) {
      WeakRef* next = r->next;
      r->target = nullptr;
      r->next = nullptr;
      if (!r->callback.is_none() && heap.is_marked(r)) called.push_back(r);
      r = next;
    }
    const_cast<Object*>(at->first)->flags &= static_cast<uint16_t>(~kHasWeakRefs);
    at = vm->weak_refs.erase(at);
  }
  std::sort(called.begin(), called.end(),
            [](WeakRef* a, WeakRef* b) { return a->number < b->number; });
  for (WeakRef* r : called) vm->pending_finalizers.push_back(val(r));
}

void Heap::Impl::prune_weak_refs(const Heap& heap) {
  for (auto at = vm->weak_refs.begin(); at != vm->weak_refs.end();) {
    WeakRef** link = &at->second;
    while (WeakRef* r = *link) {
      if (heap.is_marked(r)) {
        link = &r->next;
      } else {
        *link = r->next;
      }
    }
    if (at->second) {
      ++at;
      continue;
    }
    const_cast<Object*>(at->first)->flags &= static_cast<uint16_t>(~kHasWeakRefs);
    at = vm->weak_refs.erase(at);
  }
}

}  // namespace baton
