// Builtins about code and namespaces: eval, exec, compile, globals, locals, vars, dir, __import__.
//
// The compiler is reached through vm->options.compile. Code made here looks its module-level names up
// in a mapping (name mode). "The caller" is the script frame that is running: natives have none of
// their own. locals() of a function is a snapshot, made from its registers and cells. Lock held.
#include <algorithm>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/frame.h"
#include "vm/objects/import.h"
#include "vm/objects/warning.h"

namespace baton {
namespace {

NativeGroup code_functions{"builtins"};

// The running script function; null when there is none.
Function* caller(Thread* t) { return try_as<Function>(t->window[-1]); }

Dict* caller_globals(Thread* t) {
  if (Function* f = caller(t)) return f->globals;
  Module* main = try_as<Module>(dict_get_str(t->vm->modules, t->vm->names.main));
  if (main) return main->dict;
  runtime_error(t, "no current frame");
  return nullptr;
}

// The caller's local namespace: a mapping, or failed().
Value caller_locals(Thread* t) {
  Function* f = caller(t);
  if (!f) {
    Dict* g = caller_globals(t);
    return g ? val(g) : Value::failed();
  }
  return frame_locals(t, f, t->window);
}

Value builtin_globals(Thread* t) {
  Dict* g = caller_globals(t);
  return g ? val(g) : Value::failed();
}
DEF(code_functions, builtin_globals, "globals()",
    "Return the dictionary containing the current scope's global variables.")
Value builtin_locals(Thread* t) { return caller_locals(t); }
DEF(code_functions, builtin_locals, "locals()",
    "Return a dictionary containing the current scope's local variables.")

Value builtin_vars(Thread* t, Value object) {
  if (object.is_unbound()) return caller_locals(t);
  Value d = get_attr_or_unbound(t, object, t->vm->names.dict);
  return d.is_unbound() ? type_error(t, "vars() argument must have __dict__ attribute") : d;
}
DEF(code_functions, builtin_vars, "vars(object=<absent>, /)",
    "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, "
    "equivalent to object.__dict__.")

Value builtin_dir(Thread* t, Value object) {
  Value names;
  if (object.is_unbound()) {
    names = caller_locals(t);
    if (!names.is_failed() && !is<Dict>(names)) names = call_method(t, names, t->vm->names.n_keys);
  } else {
    names = call_special(t, object, t->vm->names.dir);
    if (names.is_unbound()) return type_error(t, "object does not provide __dir__");
  }
  List* l;
  if (names.is_failed() || !list_from_iterable(t, names, &l)) return Value::failed();
  return list_sort(t, l, Value::none(), false) ? val(l) : Value::failed();
}
DEF(code_functions, builtin_dir, "dir(object=<absent>, /)",
    "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the "
    "current scope.")

// --- compile, eval, exec ---

// The text of a source argument; false: exception pending.
bool source_text(Thread* t, Value source, const char* function, const char* kinds,
                 std::string* out) {
  if (Str* s = try_as<Str>(source))
    *out = s->view();
  else if (Bytes* b = try_as<Bytes>(source))
    *out = b->view();
  else if (ByteArray* a = try_as<ByteArray>(source))
    out->assign(reinterpret_cast<const char*>(a->data), a->size);
  else {
    type_error(t, std::string(function) + "() arg 1 must be a " + kinds);
    return false;
  }
  if (out->find('\0') != out->npos) {
    value_error(t, "source code string cannot contain null bytes");
    return false;
  }
  return true;
}

Code* compile_text(Thread* t, const std::string& text, const std::string& filename,
                   CompileRequest::Mode mode) {
  if (!t->vm->options.compile) {
    runtime_error(t, "no compiler");
    return nullptr;
  }
  CompileFailure failure{};
  std::shared_ptr<CodeBlob> blob = t->vm->options.compile({text, filename, mode, true}, &failure);
  if (!blob) {
    raise_syntax_error(t, failure);
    return nullptr;
  }
  if (!blob->warnings.empty() && !issue_compile_warnings(t, *blob)) return nullptr;
  return make_code(t, std::move(blob));
}

// Makes globals and locals what eval() and exec() run with.
bool namespaces(Thread* t, const char* function, Value* globals, Value* locals) {
  if (globals->is_none()) {
    Dict* g = caller_globals(t);
    if (!g) return false;
    *globals = val(g);
    if (locals->is_none()) *locals = caller_locals(t);
    if (locals->is_failed()) return false;
  } else if (!is<Dict>(*globals)) {
    type_error(t, std::string(function) == "eval"
                      ? "globals must be a dict"
                      : "exec() globals must be a dict, not " + type_name(t, *globals));
    return false;
  }
  if (locals->is_none()) {
    *locals = *globals;
  } else if (!is<Dict>(*locals) &&
             find_in_class(t->vm, class_of(t->vm, *locals), t->vm->names.getitem).is_unbound()) {
    type_error(t, std::string(function) == "eval"
                      ? "locals must be a mapping"
                      : "locals must be a mapping or None, not " + type_name(t, *locals));
    return false;
  }
  Dict* g = as<Dict>(*globals);
  if (!dict_get_str(g, t->vm->names.builtins).is_unbound()) return true;
  Str* name = intern(t, "builtins");
  Value module = name ? dict_get_str(t->vm->modules, name) : Value::failed();
  return !module.is_failed() && dict_set_str(t, g, t->vm->names.builtins, module);
}

Value run(Thread* t, Code* code, Value globals, Value locals, const char* function) {
  if (!code) return Value::failed();
  if (!code->blob->free_names.empty())
    return type_error(
        t, std::string("code object passed to ") + function + "() may not contain free variables");
  if (native_stack_exhausted(t)) return Value::failed();
  return run_code(t, code, as<Dict>(globals), locals);
}

Value builtin_eval(Thread* t, Value source, Value globals, Value locals) {
  if (!namespaces(t, "eval", &globals, &locals)) return Value::failed();
  if (is<Code>(source)) return run(t, as<Code>(source), globals, locals, "eval");
  std::string text;
  if (!source_text(t, source, "eval", "string, bytes or code object", &text))
    return Value::failed();
  text.erase(0, text.find_first_not_of(" \t"));
  return run(t, compile_text(t, text, "<string>", CompileRequest::Mode::kEval), globals, locals,
             "eval");
}
DEF(code_functions, builtin_eval, "eval(source, globals=None, locals=None, /)",
    "Evaluate the given source in the context of globals and locals.")

Value builtin_exec(Thread* t, Value source, Value globals, Value locals) {
  if (!namespaces(t, "exec", &globals, &locals)) return Value::failed();
  Code* code = try_as<Code>(source);
  if (!code) {
    std::string text;
    if (!source_text(t, source, "exec", "string, bytes or code object", &text))
      return Value::failed();
    code = compile_text(t, text, "<string>", CompileRequest::Mode::kExec);
  }
  Value r = run(t, code, globals, locals, "exec");
  return r.is_failed() ? r : Value::none();
}
DEF(code_functions, builtin_exec, "exec(source, globals=None, locals=None, /)",
    "Execute the given source in the context of globals and locals.")

Value builtin_compile(Thread* t, Value source, Value filename, std::string_view mode, Value flags,
                      Value dont_inherit, Value optimize) {
  (void)flags, (void)dont_inherit, (void)optimize;
  CompileRequest::Mode m;
  if (mode == "exec")
    m = CompileRequest::Mode::kExec;
  else if (mode == "eval")
    m = CompileRequest::Mode::kEval;
  else if (mode == "single")
    m = CompileRequest::Mode::kSingle;
  else
    return value_error(t, "compile() mode must be 'exec', 'eval' or 'single'");
  std::string file;
  if (Bytes* b = try_as<Bytes>(filename))
    file = b->view();
  else if (Str* s = try_as<Str>(filename))
    file = s->view();
  else
    return type_error(t,
                      "expected str, bytes or os.PathLike object, not " + type_name(t, filename));
  if (is<Code>(source)) return source;
  std::string text;
  if (!source_text(t, source, "compile", "string, bytes or AST object", &text))
    return Value::failed();
  Code* code = compile_text(t, text, file, m);
  return code ? val(code) : Value::failed();
}
DEF(code_functions, builtin_compile,
    "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
    "Compile source into a code object that can be executed by exec() or eval().")

Value builtin_import(Thread* t, Value name, Value globals, Value locals, Value fromlist,
                     Int level) {
  (void)locals;
  Str* n = try_as<Str>(name);
  if (!n) return type_error(t, "module name must be a string");
  if (level < 0) return value_error(t, "level must be >= 0");
  if (n->size == 0 && level == 0) return value_error(t, "Empty module name");
  n = intern_str(t, n);
  if (!n) return Value::failed();
  Dict* g = try_as<Dict>(globals);
  if (!g) {
    if (level > 0) return raise(t, t->vm->classes.key_error, "'__name__' not in globals");
    g = caller_globals(t);
    if (!g) return Value::failed();
  }
  List* names = nullptr;
  if (fromlist.is_unbound() || fromlist.is_none()) {
    fromlist = Value::none();
  } else if (!is<Tuple>(fromlist)) {
    if (!list_from_iterable(t, fromlist, &names)) return Value::failed();
    Tuple* made = new_tuple_from(t, names->items, names->size);
    keep_alive(val(names));
    if (!made) return Value::failed();
    fromlist = val(made);
  }
  return import_name(t, n, g, fromlist, level);
}
DEF(code_functions, builtin_import,
    "__import__(name, globals=None, locals=None, fromlist=<absent>, level=0)", "Import a module.")

}  // namespace

void install_builtin_code(Thread* t, Module* m) { install_functions(t, m, code_functions); }

}  // namespace baton
