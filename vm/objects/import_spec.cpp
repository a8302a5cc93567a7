// ModuleSpec, the finders of sys.meta_path and the loaders, as classes that scripts can use and
// subclass. What they do when Baton itself imports stands in import_find.cpp; here they do it for
// a script that calls them. Their state is plain attributes of plain instances. Lock held.
// Behaviour: https://docs.python.org/3.11/library/importlib.html
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"
#include "vm/objects/import_internal.h"

namespace baton {
namespace {

NativeGroup spec_methods{"ModuleSpec"}, builtin_methods{"BuiltinImporter"},
    frozen_methods{"FrozenImporter"}, path_methods{"PathFinder"},
    source_methods{"SourceFileLoader"}, extension_methods{"ExtensionFileLoader"},
    namespace_methods{"NamespaceLoader"};

Value named(Thread* t, Value o, const char* name) {
  Str* key = intern(t, name);
  return key ? get_attr(t, o, key) : Value::failed();
}
bool set_named(Thread* t, Value o, const char* name, Value v) {
  Str* key = v.is_failed() ? nullptr : intern(t, name);
  return key && set_attr(t, o, key, v);
}
std::string text_of(Value v) { return is<Str>(v) ? std::string(as<Str>(v)->view()) : ""; }

// --- ModuleSpec ---

Value spec_init(Thread* t, Value self, Value name, Value loader, Value origin, Value state,
                Value is_package) {
  bool package = false;
  if (!is_package.is_none() && !truth(t, is_package, &package)) return Value::failed();
  Value dirs = Value::none();
  if (package) {
    List* l = new_list(t);
    if (!l) return Value::failed();
    dirs = val(l);
  }
  if (!set_named(t, self, "name", name) || !set_named(t, self, "loader", loader) ||
      !set_named(t, self, "origin", origin) || !set_named(t, self, "loader_state", state) ||
      !set_named(t, self, "submodule_search_locations", dirs) ||
      !set_named(t, self, "_set_fileattr", Value::false_()))
    return Value::failed();
  return Value::none();
}
DEF(spec_methods, spec_init,
    "__init__(self, name, loader, *, origin=None, loader_state=None, is_package=None)",
    "Describe a module that is to be loaded.")
Value spec_repr(Thread* t, Value self) {
  Class* cls = class_of(t->vm, self);
  std::string s = short_class_name(cls) + "(name=";
  Value origin = named(t, self, "origin"), dirs = named(t, self, "submodule_search_locations");
  Value name = named(t, self, "name"), loader = named(t, self, "loader");
  if (!t->exception.is_unbound()) return Value::failed();
  if (!repr_to(t, name, &s)) return Value::failed();
  s += ", loader=";
  if (!repr_to(t, loader, &s)) return Value::failed();
  if (!origin.is_none()) {
    s += ", origin=";
    if (!repr_to(t, origin, &s)) return Value::failed();
  }
  if (!dirs.is_none()) {
    s += ", submodule_search_locations=";
    if (!str_to(t, dirs, &s)) return Value::failed();
  }
  return str_value(t, s + ")");
}
DEF(spec_methods, spec_repr, "__repr__(self, /)", "Return repr(self).")
Value spec_eq(Thread* t, Value self, Value other) {
  for (const char* field :
       {"name", "loader", "origin", "submodule_search_locations", "has_location"}) {
    Value a = named(t, self, field), b = a.is_failed() ? a : named(t, other, field);
    bool same = false;
    if (b.is_failed()) {
      if (!exception_is(t, t->vm->classes.attribute_error)) return b;
      clear_exception(t);
      return Value::not_implemented();
    }
    if (!values_equal(t, a, b, &same)) return Value::failed();
    if (!same) return Value::false_();
  }
  return Value::true_();
}
DEF(spec_methods, spec_eq, "__eq__(self, other, /)", "Return self==value.")
Value spec_parent(Thread* t, Value self) {
  Value dirs = named(t, self, "submodule_search_locations"), name = named(t, self, "name");
  if (dirs.is_failed() || name.is_failed()) return Value::failed();
  if (!dirs.is_none()) return name;
  std::string text = text_of(name);
  size_t dot = text.rfind('.');
  return str_value(t, dot == text.npos ? "" : text.substr(0, dot));
}
DEF_GET(spec_methods, spec_parent, "parent(self)", "The package the module is in.")
Value spec_cached(Thread*, Value) { return Value::none(); }
DEF_GET(spec_methods, spec_cached, "cached(self)", "None: there is no cache of bytecode.")
Value spec_located(Thread* t, Value self) { return named(t, self, "_set_fileattr"); }
DEF_GET(spec_methods, spec_located, "has_location(self)", "Is origin a place to load from?")
Value spec_set_located(Thread* t, Value self, Value v) {
  bool on = false;
  if (v.is_unbound()) return attribute_error(t, self, intern(t, "has_location"));
  if (!truth(t, v, &on)) return Value::failed();
  return set_named(t, self, "_set_fileattr", Value::boolean(on)) ? Value::none() : Value::failed();
}
DEF_SET(spec_methods, spec_set_located, "has_location(self, value, /)", "")

// --- finders ---

// One finder's answer: the spec, or None.
Value find_one(Thread* t, const std::string& name, Location::Kind kind) {
  Location where;
  Class* finder = kind == Location::kBuiltin ? import_state(t->vm).builtin_importer
                                             : import_state(t->vm).frozen_importer;
  if (kind == Location::kBuiltin && (name == "sys" || name == "builtins")) {
    where.kind = kind;
    return spec_of_location(t, name, where);
  }
  if (!finder || !locate_inside(t, name, kind == Location::kFrozen, &where)) return Value::none();
  return spec_of_location(t, name, where);
}
Value builtin_find(Thread* t, Str* fullname, Value path, Value) {
  if (!path.is_none()) return Value::none();
  return find_one(t, std::string(fullname->view()), Location::kBuiltin);
}
DEF_STATIC(builtin_methods, builtin_find, "find_spec(fullname, path=None, target=None)",
           "The spec of a module that is compiled into the executable, or None.")
Value frozen_find(Thread* t, Str* fullname, Value, Value) {
  return find_one(t, std::string(fullname->view()), Location::kFrozen);
}
DEF_STATIC(frozen_methods, frozen_find, "find_spec(fullname, path=None, target=None)",
           "The spec of a module whose source is in the executable, or None.")
Value path_find(Thread* t, Str* fullname, Value path, Value) {
  std::string name(fullname->view());
  Location where;
  if (path.is_none() && name.find('.') != name.npos) return Value::none();
  if (!locate_in_path(t, name, path, &where)) return Value::failed();
  return spec_of_location(t, name, where);
}
DEF_STATIC(path_methods, path_find, "find_spec(fullname, path=None, target=None)",
           "The spec of a module found in the folders of path, or of sys.path, or None.")
Value path_invalidate(Thread*) { return Value::none(); }
DEF_STATIC(path_methods, path_invalidate, "invalidate_caches()",
           "Nothing to do: folders are looked at anew for each import.")

// --- the loaders of what is in the executable ---

Value create_none(Thread*, Value) { return Value::none(); }
DEF_STATIC(builtin_methods, create_none, "create_module(spec)", "Use the default module creation.")
DEF_STATIC(frozen_methods, create_none, "create_module(spec)", "Use the default module creation.")

bool module_name(Thread* t, Value module, std::string* out) {
  if (!is<Module>(module)) {
    type_error(t, "exec_module() needs a module, not " + type_name(t, module));
    return false;
  }
  Value name = get_attr(t, module, t->vm->names.name);
  if (name.is_failed()) return false;
  *out = text_of(name);
  return true;
}
Value builtin_exec(Thread* t, Value module) {
  std::string name;
  if (!module_name(t, module, &name)) return Value::failed();
  auto native = t->vm->native_modules.find(name);
  // Filled once: a second time would give the functions and classes of a running program twins.
  if (native == t->vm->native_modules.end() || as<Module>(module)->dict->size > 6)
    return Value::none();
  return run_builtin(t, as<Module>(module), native->second) ? Value::none() : Value::failed();
}
DEF_STATIC(builtin_methods, builtin_exec, "exec_module(module)", "Fill a built-in module.")
bool frozen_source(Thread* t, const std::string& name, FrozenSource* out) {
  FrozenHook hook = import_state(t->vm).frozen;
  if (hook && hook(name, out)) return true;
  std::string quoted = "'" + name + "'";
  return raise_import_error(t, t->vm->classes.import_error, quoted + " is not a frozen module",
                            name);
}
Value frozen_exec(Thread* t, Value module) {
  std::string name;
  FrozenSource source;
  if (!module_name(t, module, &name) || !frozen_source(t, name, &source)) return Value::failed();
  return run_frozen(t, as<Module>(module), name, source) ? Value::none() : Value::failed();
}
DEF_STATIC(frozen_methods, frozen_exec, "exec_module(module)", "Run a module's code in it.")
Value builtin_check(Thread* t, const std::string& name, Value result) {
  if (t->vm->native_modules.count(name) || name == "sys" || name == "builtins") return result;
  raise_import_error(t, t->vm->classes.import_error, "'" + name + "' is not a built-in module",
                     name);
  return Value::failed();
}
Value builtin_package(Thread* t, Str* fullname) {
  return builtin_check(t, std::string(fullname->view()), Value::false_());
}
DEF_STATIC(builtin_methods, builtin_package, "is_package(fullname)", "False.")
Value builtin_source(Thread* t, Str* fullname) {
  return builtin_check(t, std::string(fullname->view()), Value::none());
}
DEF_STATIC(builtin_methods, builtin_source, "get_source(fullname)", "None.")
DEF_STATIC(builtin_methods, builtin_source, "get_code(fullname)", "None.")
Value frozen_package(Thread* t, Str* fullname) {
  FrozenSource source;
  if (!frozen_source(t, std::string(fullname->view()), &source)) return Value::failed();
  return Value::boolean(source.package);
}
DEF_STATIC(frozen_methods, frozen_package, "is_package(fullname)", "Is the module a package?")
Value frozen_get_source(Thread* t, Str* fullname) {
  FrozenSource source;
  if (!frozen_source(t, std::string(fullname->view()), &source)) return Value::failed();
  return str_value(t, source.source);
}
DEF_STATIC(frozen_methods, frozen_get_source, "get_source(fullname)", "The module's source.")

// builtins.compile(source, file, "exec")
Value compile_code(Thread* t, Value source, Value file) {
  Str* key = intern(t, "compile");
  Value compile = key ? dict_get_str(t->vm->builtins, key) : Value::failed();
  if (compile.is_unbound()) return runtime_error(t, "builtins.compile is gone");
  Value mode = str_value(t, "exec");
  if (compile.is_failed() || mode.is_failed()) return Value::failed();
  return call3(t, compile, source, file, mode);
}
Value frozen_code(Thread* t, Str* fullname) {
  Value source = frozen_get_source(t, fullname);
  if (source.is_failed()) return source;
  Value file = str_value(t, "<frozen " + std::string(fullname->view()) + ">");
  return file.is_failed() ? file : compile_code(t, source, file);
}
DEF_STATIC(frozen_methods, frozen_code, "get_code(fullname)", "The module's code object.")

// --- the loaders of files ---

Value loader_init(Thread* t, Value self, Value fullname, Value path) {
  return set_named(t, self, "name", fullname) && set_named(t, self, "path", path) ? Value::none()
                                                                                  : Value::failed();
}
DEF(source_methods, loader_init, "__init__(self, fullname, path)", "Load this file as a module.")
DEF(extension_methods, loader_init, "__init__(self, name, path)", "Load this file as a module.")
Value loader_eq(Thread* t, Value self, Value other) {
  if (class_of(t->vm, self) != class_of(t->vm, other)) return Value::false_();
  for (const char* field : {"name", "path"}) {
    Value a = named(t, self, field), b = a.is_failed() ? a : named(t, other, field);
    bool same = false;
    if (b.is_failed() || !values_equal(t, a, b, &same)) return Value::failed();
    if (!same) return Value::false_();
  }
  return Value::true_();
}
DEF(source_methods, loader_eq, "__eq__(self, other, /)", "Return self==value.")
DEF(extension_methods, loader_eq, "__eq__(self, other, /)", "Return self==value.")
Value loader_filename(Thread* t, Value self, Value name) {
  Value own = named(t, self, "name");
  bool same = name.is_none();
  if (own.is_failed() || (!same && !values_equal(t, own, name, &same))) return Value::failed();
  if (same) return named(t, self, "path");
  std::string text;
  if (!str_to(t, own, &text)) return Value::failed();
  text = "loader for " + text + " cannot handle ";
  if (!str_to(t, name, &text)) return Value::failed();
  raise_import_error(t, t->vm->classes.import_error, text, text_of(name));
  return Value::failed();
}
DEF(source_methods, loader_filename, "get_filename(self, name=None)", "The path of the file.")
DEF(extension_methods, loader_filename, "get_filename(self, fullname=None)",
    "The path of the file.")
Value create_none_method(Thread*, Value, Value) { return Value::none(); }
DEF(source_methods, create_none_method, "create_module(self, spec)",
    "Use the default module creation.")
DEF(extension_methods, create_none_method, "create_module(self, spec)",
    "Use the default module creation.")
DEF(namespace_methods, create_none_method, "create_module(self, spec)",
    "Use the default module creation.")
Value loader_package(Thread* t, Value self, Value fullname) {
  Str* key = intern(t, "get_filename");
  Value file = key ? call_method(t, self, key, &fullname, 1) : Value::failed();
  if (file.is_failed()) return file;
  std::string path = text_of(file), name = text_of(fullname);
  std::string base = path.substr(path.rfind('/') + 1);
  std::string tail = name.substr(name.rfind('.') + 1);
  return Value::boolean(base.substr(0, base.rfind('.')) == "__init__" && tail != "__init__");
}
DEF(source_methods, loader_package, "is_package(self, fullname)", "Is the file an __init__?")
Value false_method(Thread*, Value, Value) { return Value::false_(); }
DEF(extension_methods, false_method, "is_package(self, fullname)", "False.")
Value true_method(Thread*, Value, Value) { return Value::true_(); }
DEF(namespace_methods, true_method, "is_package(self, fullname)", "True.")
Value loader_data(Thread* t, Value, Value path) {
  std::string data;
  if (!is<Str>(path)) return type_error(t, "path must be a str, not " + type_name(t, path));
  if (!read_source(t, text_of(path), &data)) return Value::failed();
  Bytes* b = new_bytes(t, data);
  return b ? val(b) : Value::failed();
}
DEF(source_methods, loader_data, "get_data(self, path)", "The bytes of a file.")
Value loader_to_code(Thread* t, Value, Value data, Value path) {
  return compile_code(t, data, path);
}
DEF(source_methods, loader_to_code, "source_to_code(self, data, path)",
    "The code object of a module's source.")
Value data_of(Thread* t, Value self, Value fullname, Value* path) {
  Str *name_key = intern(t, "get_filename"), *data_key = intern(t, "get_data");
  if (!name_key || !data_key) return Value::failed();
  *path = call_method(t, self, name_key, &fullname, 1);
  return path->is_failed() ? *path : call_method(t, self, data_key, path, 1);
}
Value loader_source(Thread* t, Value self, Value fullname) {
  Value path, data = data_of(t, self, fullname, &path);
  if (data.is_failed()) return data;
  Str* key = intern(t, "decode");
  Value text = key ? call_method(t, data, key) : Value::failed();
  if (!is<Str>(text)) return text;
  std::string out;
  std::string_view in = as<Str>(text)->view();
  for (size_t i = 0; i < in.size(); ++i) {
    bool pair = in[i] == '\r' && i + 1 < in.size() && in[i + 1] == '\n';
    if (!pair) out += in[i] == '\r' ? '\n' : in[i];
  }
  return str_value(t, out);
}
DEF(source_methods, loader_source, "get_source(self, fullname)", "The text of the module.")
Value loader_code(Thread* t, Value self, Value fullname) {
  Value path, data = data_of(t, self, fullname, &path);
  if (data.is_failed()) return data;
  Str* key = intern(t, "source_to_code");
  Value args[2] = {data, path};
  return key ? call_method(t, self, key, args, 2) : Value::failed();
}
DEF(source_methods, loader_code, "get_code(self, fullname)", "The module's code object.")
Value source_exec(Thread* t, Value self, Value module) {
  std::string name;
  if (!module_name(t, module, &name)) return Value::failed();
  Module* m = as<Module>(module);
  if (class_of(t->vm, self) == import_state(t->vm).source_loader) {
    std::string source;
    Value path = named(t, self, "path");
    if (path.is_failed() || !read_source(t, text_of(path), &source)) return Value::failed();
    return run_module_source(t, source, text_of(path), m) ? Value::none() : Value::failed();
  }
  Str* key = intern(t, "get_code");
  Value text = str_value(t, name);
  Value code = key && !text.is_failed() ? call_method(t, self, key, &text, 1) : Value::failed();
  if (code.is_failed()) return code;
  if (!is<Code>(code)) return type_error(t, "get_code() returned " + type_name(t, code));
  Value builtins = loaded_module(t, "builtins");
  if (builtins.is_failed() || !dict_set_str(t, m->dict, t->vm->names.builtins, builtins))
    return Value::failed();
  Value r = run_code(t, as<Code>(code), m->dict, Value::none());
  return r.is_failed() ? r : Value::none();
}
DEF(source_methods, source_exec, "exec_module(self, module)", "Run the module's code in it.")
Value extension_exec(Thread* t, Value self, Value module) {
  std::string name;
  Value path = named(t, self, "path");
  if (path.is_failed() || !module_name(t, module, &name)) return Value::failed();
  return load_extension(t, text_of(path), name, as<Module>(module)) ? Value::none()
                                                                    : Value::failed();
}
DEF(extension_methods, extension_exec, "exec_module(self, module)", "Load and fill the module.")
Value none_method(Thread*, Value, Value) { return Value::none(); }
DEF(extension_methods, none_method, "get_source(self, fullname)", "None.")
DEF(extension_methods, none_method, "get_code(self, fullname)", "None.")
DEF(namespace_methods, none_method, "exec_module(self, module)", "Nothing to run.")
Value namespace_init(Thread* t, Value self, Value name, Value path, Value) {
  return loader_init(t, self, name, path);
}
DEF(namespace_methods, namespace_init, "__init__(self, name, path, path_finder=None)",
    "Load these folders as a package.")
Value namespace_source(Thread* t, Value, Value) { return val(t->vm->empty_str); }
DEF(namespace_methods, namespace_source, "get_source(self, fullname)", "The empty string.")
Value namespace_code(Thread* t, Value, Value) {
  Value file = str_value(t, "<string>");
  return file.is_failed() ? file : compile_code(t, val(t->vm->empty_str), file);
}
DEF(namespace_methods, namespace_code, "get_code(self, fullname)", "Empty code.")

// --- services for importlib ---

NativeGroup frozen_functions{"_frozen_importlib"};
Value fn_find_spec(Thread* t, Str* name, Value path) {
  Location where;
  std::string text(name->view());
  if (!locate_module(t, text, path, &where)) return Value::failed();
  return spec_of_location(t, text, where);
}
DEF(frozen_functions, fn_find_spec, "_find_spec(name, path, /)",
    "Ask the finders of sys.meta_path.")
Value fn_module_from_spec(Thread* t, Value spec) { return module_of_spec(t, spec); }
DEF(frozen_functions, fn_module_from_spec, "module_from_spec(spec)",
    "A new module for a spec, not run yet.")
Value fn_exec(Thread* t, Value spec, Module* module) {
  if (!set_module_attributes(t, module, spec, true)) return Value::failed();
  Value loader = named(t, spec, "loader");
  if (loader.is_failed() || loader.is_none()) return loader;
  Str* key = intern(t, "exec_module");
  Value m = val(module);
  return key ? call_method(t, loader, key, &m, 1) : Value::failed();
}
DEF(frozen_functions, fn_exec, "_exec(spec, module, /)", "Run a module's code again.")
Value fn_gcd_import(Thread* t, Str* name) { return import_module(t, name->view()); }
DEF(frozen_functions, fn_gcd_import, "_import_module(name, /)", "Import by absolute name.")

}  // namespace

void register_import(Vm* vm, Thread* t, FrozenHook frozen) {
  ImportState& s = import_state(vm);
  s.frozen = frozen;
  static const NativeType kRoots[7] = {};  // keys under which the Vm keeps the classes alive
  int n = 0;
  auto add = [&](Class** to, const char* name, const NativeGroup& group) {
    *to = new_builtin_class(t, name, nullptr, Kind::kInstance, kClassHasDict);
    if (!*to) return;
    vm->native_classes[&kRoots[n++]] = *to;
    install_methods(t, *to, group);
    refresh_class_flags(vm, *to);
  };
  add(&s.builtin_importer, "_frozen_importlib.BuiltinImporter", builtin_methods);
  add(&s.frozen_importer, "_frozen_importlib.FrozenImporter", frozen_methods);
  add(&s.path_finder, "_frozen_importlib_external.PathFinder", path_methods);
  add(&s.source_loader, "_frozen_importlib_external.SourceFileLoader", source_methods);
  add(&s.extension_loader, "_frozen_importlib_external.ExtensionFileLoader", extension_methods);
  add(&s.namespace_loader, "_frozen_importlib_external.NamespaceLoader", namespace_methods);
  add(&s.spec, "_frozen_importlib.ModuleSpec", spec_methods);
  vm->native_modules["_frozen_importlib"] = init_frozen_importlib;
  vm->native_modules["_frozen_importlib_external"] = init_frozen_importlib_external;
}

bool describe_builtin(Thread* t, Module* m) {
  Location where;
  where.kind = Location::kBuiltin;
  Value spec = spec_of_location(t, text_of(m->name), where);
  return !spec.is_failed() && set_module_attributes(t, m, spec, true);
}

Value default_finders(Thread* t) {
  ImportState& s = import_state(t->vm);
  if (!s.spec) return val(new_list(t));
  Value items[] = {val(s.builtin_importer), val(s.frozen_importer), val(s.path_finder)};
  List* l = new_list_from(t, items, 3);
  return l ? val(l) : Value::failed();
}

void init_frozen_importlib(Thread* t, Module* m) {
  ImportState& s = import_state(t->vm);
  install_functions(t, m, frozen_functions);
  dict_set_cstr(t, m->dict, "ModuleSpec", val(s.spec)) &&
      dict_set_cstr(t, m->dict, "BuiltinImporter", val(s.builtin_importer)) &&
      dict_set_cstr(t, m->dict, "FrozenImporter", val(s.frozen_importer));
}
void init_frozen_importlib_external(Thread* t, Module* m) {
  ImportState& s = import_state(t->vm);
  dict_set_cstr(t, m->dict, "PathFinder", val(s.path_finder)) &&
      dict_set_cstr(t, m->dict, "SourceFileLoader", val(s.source_loader)) &&
      dict_set_cstr(t, m->dict, "ExtensionFileLoader", val(s.extension_loader)) &&
      dict_set_cstr(t, m->dict, "NamespaceLoader", val(s.namespace_loader));
}

}  // namespace baton
