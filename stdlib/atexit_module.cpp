// The atexit module: functions to call when the program ends, the last one first.
//
// They are kept as (function, args, kwargs) in a list in the module's namespace, where the collector sees
// them (None: unregistered); the command runs them after all threads were joined (run_exit_functions). Lock
// held; what a function registers while they run is not called any more, as in CPython.
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

NativeGroup functions{"atexit"};
constexpr const char* kList = "_functions";

List* functions_of(Thread* t) {
  Str* module_name = intern(t, "atexit");
  Module* m = module_name ? try_as<Module>(dict_get_str(t->vm->modules, module_name)) : nullptr;
  return m ? try_as<List>(dict_get_str(m->dict, intern(t, kList))) : nullptr;
}

Value register_function(Thread* t, Kw kw, Args args) {
  if (args.n < 1) return type_error(t, "register() takes at least 1 argument (0 given)");
  if (!is_callable(t, args.v[0])) return type_error(t, "the first argument must be callable");
  List* all = functions_of(t);
  if (!all) return args.v[0];
  Tuple* rest = new_tuple_from(t, args.v + 1, args.n - 1);
  if (!rest) return Value::failed();
  Value entry = tuple_of(t, {args.v[0], val(rest), kw.dict ? val(kw.dict) : Value::none()});
  if (entry.is_failed() || !list_append(t, all, entry)) return Value::failed();
  return args.v[0];
}
DEF(functions, register_function, "register(*args, **kwargs)",
    "Call a function with these arguments when the program ends.")

Value unregister(Thread* t, Value function) {
  List* all = functions_of(t);
  for (size_t i = all ? all->size : 0; i-- > 0;) {
    if (i >= all->size || all->items[i].is_none()) continue;
    bool same;
    if (!values_equal(t, as<Tuple>(all->items[i])->items[0], function, &same))
      return Value::failed();
    if (same && i < all->size) barrier_store(all, &all->items[i], Value::none());
  }
  return Value::none();
}
DEF(functions, unregister, "unregister(func, /)", "Forget a function.")

Value clear(Thread* t) {
  if (List* all = functions_of(t)) list_clear(t, all);
  return Value::none();
}
DEF(functions, clear, "_clear()", "Forget all functions.")
int64_t count(Thread* t) {
  List* all = functions_of(t);
  return all ? static_cast<int64_t>(all->size) : 0;
}
DEF(functions, count, "_ncallbacks()", "How many functions are registered.")

Value run_all(Thread* t) {
  run_exit_functions(t);
  return Value::none();
}
DEF(functions, run_all, "_run_exitfuncs()", "Call and forget all functions.")

}  // namespace

void run_exit_functions(Thread* t) {
  List* all = functions_of(t);
  for (size_t i = all ? all->size : 0; i-- > 0;) {
    if (i >= all->size) continue;  // _clear() was called
    Value entry = all->items[i];
    if (entry.is_none()) continue;
    barrier_store(all, &all->items[i], Value::none());
    auto* e = as<Tuple>(entry);
    Tuple* args = as<Tuple>(e->items[1]);
    Value r = call_with_dict(t, e->items[0], Value::unbound(), args->items,
                             static_cast<uint32_t>(args->size), try_as<Dict>(e->items[2]));
    keep_alive(entry);
    if (!r.is_failed()) continue;
    Value exception = take_exception(t);
    std::string text = "Exception ignored in atexit callback: ";
    if (!repr_to(t, e->items[0], &text)) clear_exception(t);
    write_stderr(t, text + "\n" + format_exception(t, exception));
  }
  if (all) list_clear(t, all);
  clear_exception(t);
}

void init_atexit(Thread* t, Module* m) {
  install_functions(t, m, functions);
  List* all = new_list(t);
  if (all) dict_set_cstr(t, m->dict, kList, val(all));
}

}  // namespace baton
