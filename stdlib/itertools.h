// What the files of itertools share: making iterator objects and putting their classes into the
// module. Lock held. The iterators stand in itertools.cpp (one source, or several side by side),
// itertools_select.cpp (which items of a source), itertools_combine.cpp (combinations and products)
// and itertools_group.cpp (groupby and tee).
#pragma once
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {

// A new object of `cls`, the class of T or a subclass; fields are the caller's to fill. Null: failed.
template <class T>
T* new_iterator_object(Thread* t, Class* cls, const NativeType* type, size_t extra = 0) {
  Object* o = t->vm->heap.allocate(t, sizeof(T) + extra, Kind::kNativeObject, cls->root->id);
  if (!o) return nullptr;
  static_cast<T*>(o)->type = type;
  return static_cast<T*>(o);
}

// An argument that CPython reads as Py_ssize_t. TypeError, OverflowError.
bool size_argument(Thread* t, Value v, int64_t* out);

// The class of a NativeType as a module attribute; scripts may subclass it. False: failed.
bool add_iterator_class(Thread* t, Module* m, const NativeType* type, const NativeGroup& methods);

bool add_selecting_iterators(Thread* t, Module* m);  // itertools_select.cpp
bool add_combining_iterators(Thread* t, Module* m);  // itertools_combine.cpp
bool add_grouping_iterators(Thread* t, Module* m);   // itertools_group.cpp

}  // namespace baton
