// Module objects as C++ makes them. The type's methods stand with the other small types in
// object_methods.cpp. Lock held.
#include "vm/objects/attribute.h"

namespace baton {

Module* new_module(Thread* t, std::string_view name) {
  Vm* vm = t->vm;
  Str* text = intern(t, name);
  if (!text) return nullptr;
  Dict* dict = new_dict(t);
  if (!dict) return nullptr;
  auto* m = vm->heap.make<Module>(t, vm->shape_ids.module);
  if (!m) return nullptr;
  m->dict = dict;
  m->name = val(text);
  const Names& n = vm->names;
  for (Str* key : {n.name, n.doc, n.package, n.loader, n.spec})
    if (!dict_set_str(t, dict, key, key == n.name ? val(text) : Value::none())) return nullptr;
  return m;
}

}  // namespace baton
