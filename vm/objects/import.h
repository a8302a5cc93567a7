// The import system and module-level services that the interpreter calls. Lock held.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

// `import a.b` (fromlist None: gives the top package) or `from a.b import ...` (gives a.b). level: leading dots.
Value import_name(Thread* t, Str* name, Dict* globals, Value fromlist, int64_t level);
// `from module import name`: attribute, else submodule; ImportError "cannot import name 'x' from 'm' (file)".
Value import_from(Thread* t, Value module, Str* name);
// `from module import *` into a namespace (dict or mapping), by __all__ or all names without underscore.
bool import_star(Thread* t, Value module, Value ns);
// Does some thread run this module's code for its import?
bool is_being_imported(Vm* vm, const std::string& name);
// sys.displayhook(v): prints repr of a value that is not None, binds builtins._.
bool display_value(Thread* t, Value v);
// Makes a module's code run as `name` from a source file: module object with __name__, __file__; entered
// in sys.modules if asked. Result of running: failed() with the exception pending, or the module.
Value run_source_as_module(Thread* t, std::string_view source, const std::string& filename,
                           const std::string& name, bool in_modules);

// Modules that are Python source inside the executable: the import system asks the hook by name.
struct FrozenSource {
  std::string_view source;
  bool package = false;
};
using FrozenHook = bool (*)(std::string_view name, FrozenSource* out);
// Makes ModuleSpec, the loaders and sys.meta_path's finders; modules imported before have no spec.
void register_import(Vm* vm, Thread* t, FrozenHook frozen);
// Gives a module that was made by hand (builtins, sys) the loader and spec of a built-in one.
bool describe_builtin(Thread* t, Module* m);
// The finders that sys.meta_path starts with, as a list.
Value default_finders(Thread* t);
// Fills the modules _frozen_importlib and _frozen_importlib_external.
void init_frozen_importlib(Thread* t, Module* m);
void init_frozen_importlib_external(Thread* t, Module* m);
// `baton -m name`: runs a module or a package's __main__ as __main__. *refused: what the command
// has to tell instead of a traceback (no such module), then the result is failed() with no exception.
Value run_module_as_main(Thread* t, const std::string& name, std::string* refused);

// except*: splits exc by type into *rest and *matched (None where empty).
bool exception_group_match(Thread* t, Value exc, Value type, Value* rest, Value* matched);
// End of except*: what must be raised from the raised list and the unhandled rest, or None.
bool exception_group_end(Thread* t, Value raised, Value rest, Value* out);

}  // namespace baton
