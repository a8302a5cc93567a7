// Reading a named tuple's field. The class of these descriptors is made by the _collections module.
// Lock held; no script runs.
#include "vm/objects/tuple_getter.h"

namespace baton {

namespace {

void trace_getter(Object* o, Marker& m) { m.mark(static_cast<TupleGetter*>(o)->doc); }

}  // namespace

const NativeType kTupleGetterType = {"_collections._tuplegetter", trace_getter, nullptr, nullptr};

Value tuple_getter_read(Thread* t, TupleGetter* g, Value o) {
  if (Tuple* tuple = try_as<Tuple>(o)) {
    if (g->index < tuple->size) return tuple->items[g->index];
    return index_error(t, "tuple index out of range");
  }
  if (o.is_unbound() || o.is_none()) return val(g);
  return raisef(t, t->vm->classes.type_error,
                "descriptor for index '%zu' for tuple subclasses doesn't apply to '%s' object",
                g->index, type_name(t, o).c_str());
}

}  // namespace baton
