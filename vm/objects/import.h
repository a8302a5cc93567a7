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
// sys.displayhook(v): prints repr of a value that is not None, binds builtins._.
bool display_value(Thread* t, Value v);
// Makes a module's code run as `name` from a source file: module object with __name__, __file__; entered
// in sys.modules if asked. Result of running: failed() with the exception pending, or the module.
Value run_source_as_module(Thread* t, std::string_view source, const std::string& filename,
                           const std::string& name, bool in_modules);

// except*: splits exc by type into *rest and *matched (None where empty).
bool exception_group_match(Thread* t, Value exc, Value type, Value* rest, Value* matched);
// End of except*: what must be raised from the raised list and the unhandled rest, or None.
bool exception_group_end(Thread* t, Value raised, Value rest, Value* out);

}  // namespace baton
