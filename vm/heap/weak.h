// Weak references as the collector sees them: which object has which.
//
// vm->weak_refs maps an object flagged kHasWeakRefs to the list of references to it, newest first;
// the list runs through the references and keeps neither them nor the object alive. The collector
// clears the references to what it found dead before any finalizer runs, queues those with a callback
// (vm->pending_finalizers), and takes dead references off their lists. A cleared reference has target
// null; its callback stays until it was called. What scripts see is stdlib/weakref_module.cpp.
// Lock held.
#pragma once
#include "vm/core/vm.h"

namespace baton {

struct WeakRef : NativeObject {
  Object* target;   // not traced; null: dead
  Value callback;   // none(): no callback
  WeakRef* next;    // older reference to the same target
  uint64_t number;  // in order of making: callbacks of one collection are called in that order
  int64_t hash;
  bool hashed;
  bool proxy;
};
extern const NativeType kWeakRefType;

// May there be weak references to instances of cls? To v?
bool class_takes_weak_refs(Class* cls);
bool weakrefable(Vm* vm, Value v);
// The newest reference to o that has o->next as the rest of the list; null: none.
WeakRef* first_weak_ref(Vm* vm, Object* o);
// A new reference to v. `cls` is a class of WeakRefs. Null: TypeError (v takes none) or MemoryError.
WeakRef* new_weak_ref(Thread* t, Class* cls, Value v, Value callback, bool proxy);

}  // namespace baton
