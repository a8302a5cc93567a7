// types.FunctionType(code, globals, ...): a function made of parts by script.
//
// The closure must have a cell for each free name of the code, since the code reads them unasked.
// Lock held; no script runs.
#include "vm/interp/interp.h"
#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

namespace {

NativeGroup new_function{"function"};

Value function_new(Thread* t, Class*, Value code, Value globals, Value name, Value defaults,
                   Value closure) {
  Code* c = try_as<Code>(code);
  if (!c)
    return type_error(t, "function() argument 'code' must be code, not " + type_name(t, code));
  Dict* g = try_as<Dict>(globals);
  if (!g)
    return type_error(t,
                      "function() argument 'globals' must be dict, not " + type_name(t, globals));
  if (!name.is_none() && !is<Str>(name))
    return type_error(t, "arg 3 (name) must be None or string");
  if (!defaults.is_none() && !is<Tuple>(defaults))
    return type_error(t, "arg 4 (defaults) must be None or tuple");
  size_t wanted = c->blob->captures.size();
  Tuple* cells = try_as<Tuple>(closure);
  if (!cells && (wanted || !closure.is_none()))
    return type_error(
        t, wanted ? "arg 5 (closure) must be tuple" : "arg 5 (closure) must be None or tuple");
  size_t given = cells ? cells->size : 0;
  if (given != wanted)
    return raisef(t, t->vm->classes.value_error, "%s requires closure of length %zu, not %zu",
                  c->name->data, wanted, given);
  for (size_t i = 0; i < given; ++i)
    if (!is<Cell>(cells->items[i]))
      return type_error(t, "arg 5 (closure) expected cell, found " + type_name(t, cells->items[i]));
  Function* f = make_function(t, c, g);
  if (!f) return Value::failed();
  if (given && !f->cells) return raise_memory_error(t);
  for (size_t i = 0; i < given; ++i) f->cells[i] = as<Cell>(cells->items[i]);
  if (!name.is_none()) barrier_store(f, &f->name, name);
  if (!defaults.is_none()) barrier_store(f, &f->defaults, defaults);
  Value own = dict_get_str(g, t->vm->names.builtins);
  if (Module* m = try_as<Module>(own)) f->builtins = m->dict;
  if (Dict* d = try_as<Dict>(own)) f->builtins = d;
  return val(f);
}
DEF_NEW(new_function, function_new,
        "function(cls, code, globals, name=None, argdefs=None, closure=None)",
        "Create a function object.")

}  // namespace

void register_function_new(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.function, new_function);
}

}  // namespace baton
