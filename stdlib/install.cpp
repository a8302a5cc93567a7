// Puts the standard library into a Vm: builtins and sys at once, the rest when it is imported.
#include "stdlib/stdlib.h"
#include "vm/objects/import.h"
#include "vm/objects/objects.h"

namespace baton {
namespace {

// A module whose namespace exists already (builtins), or a new one, entered in sys.modules.
Module* enter_module(Thread* t, const char* name, Dict* dict) {
  Module* m = new_module(t, name);
  if (!m) return nullptr;
  if (dict) {
    if (!dict_update(t, dict, val(m->dict))) return nullptr;
    m->dict = dict;
  }
  dict_set_str(t, m->dict, t->vm->names.package, val(t->vm->empty_str));
  if (!describe_builtin(t, m)) return nullptr;
  return dict_set_cstr(t, t->vm->modules, name, val(m)) ? m : nullptr;
}

}  // namespace

void install_stdlib(Vm* vm, const Startup& startup) {
  Thread* t = current_thread();
  install_import(vm);
  if (Module* m = enter_module(t, "builtins", vm->builtins)) install_builtins(t, m);
  if (Module* m = enter_module(t, "sys", nullptr)) init_sys(t, m, startup);
#define MODULE(name, init) vm->native_modules[name] = init;
#include "stdlib/modules.def"
#undef MODULE
}

}  // namespace baton
