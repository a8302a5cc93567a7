// The descriptor behind a named tuple's fields: a fixed position of a tuple, with a docstring. It
// lies here, and not with its module, so that reading a field needs no search for __get__.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

struct TupleGetter : NativeObject {
  size_t index;
  Value doc;
};
extern const NativeType kTupleGetterType;

// The field of `o`, or the descriptor itself where there is no object (unbound() or None).
Value tuple_getter_read(Thread* t, TupleGetter* g, Value o);

}  // namespace baton
