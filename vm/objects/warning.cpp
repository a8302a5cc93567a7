// Warnings from native code: the library's warnings module decides what becomes of them.
//
// The module is loaded when the first one is issued, except for DeprecationWarnings of the compiler,
// which its filters hide unless the program (or -W) has said otherwise: those need it loaded. Lock held.
#include "vm/objects/warning.h"

#include "vm/objects/attribute.h"

namespace baton {
namespace {

Value warnings_function(Thread* t, const char* name) {
  Value module = import_module(t, "warnings");
  if (module.is_failed()) return module;
  Str* n = intern(t, name);
  return n ? get_attr(t, module, n) : Value::failed();
}

// May a program see a DeprecationWarning of another module than __main__?
bool deprecations_matter(Thread* t) {
  if (!dict_get_str(t->vm->modules, intern(t, "warnings")).is_unbound()) return true;
  Module* sys = try_as<Module>(dict_get_str(t->vm->modules, intern(t, "sys")));
  Value options = sys ? dict_get_str(sys->dict, intern(t, "warnoptions")) : Value::unbound();
  return is<List>(options) && as<List>(options)->size > 0;
}

}  // namespace

bool issue_warning(Thread* t, Class* category, std::string_view message, int stacklevel) {
  Value text = str_value(t, message);
  if (text.is_failed()) return false;
  Value warn = warnings_function(t, "warn");
  if (warn.is_failed()) return false;
  return !call3(t, warn, text, val(category), Value::from_int(stacklevel)).is_failed();
}

bool issue_compile_warnings(Thread* t, const CodeBlob& blob) {
  for (const CompileWarning& w : blob.warnings) {
    if (!w.syntax && !deprecations_matter(t)) continue;
    Str* name = intern(t, w.syntax ? "SyntaxWarning" : "DeprecationWarning");
    Class* category = name ? try_as<Class>(dict_get_str(t->vm->builtins, name)) : nullptr;
    if (!category) return t->exception.is_unbound();
    Value text = str_value(t, w.message);
    Value file = text.is_failed() ? text : str_value(t, blob.filename);
    if (file.is_failed()) return false;
    Value warn = warnings_function(t, "warn_explicit");
    if (warn.is_failed()) return false;
    Value args[4] = {text, val(category), file, Value::from_int(w.line)};
    if (!call(t, warn, args, 4).is_failed()) continue;
    if (!exception_is(t, category)) return false;
    clear_exception(t);
    raise_syntax_error(t, {"SyntaxError", w.message, blob.filename, "", w.line, 0, 0, 0, false});
    return false;
  }
  return true;
}

}  // namespace baton
