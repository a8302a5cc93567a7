// Finding a module: the finders of sys.meta_path in their order, and what a found module is told
// about itself.
//
// What always holds. (1) The three finders that sys.meta_path starts with are answered here, in
// C++; any other object in it is asked by its find_spec(). (2) Modules that CPython has built in or
// frozen come before sys.path, the rest of the standard library after it, so that a script's own
// random.py shadows Baton's as it would shadow CPython's. (3) A module inside the executable has no
// __file__. Lock held.
#include <algorithm>
#include <iterator>

#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"
#include "vm/objects/import_internal.h"

namespace baton {
namespace {

// Names that no file on sys.path can shadow: CPython 3.11's sys.builtin_module_names and the frozen
// modules it loads before a script starts.
constexpr std::string_view kFirst[] = {"__main__",
                                       "_abc",
                                       "_ast",
                                       "_codecs",
                                       "_collections",
                                       "_collections_abc",
                                       "_frozen_importlib",
                                       "_frozen_importlib_external",
                                       "_functools",
                                       "_imp",
                                       "_io",
                                       "_locale",
                                       "_operator",
                                       "_signal",
                                       "_sitebuiltins",
                                       "_sre",
                                       "_stat",
                                       "_string",
                                       "_symtable",
                                       "_thread",
                                       "_tokenize",
                                       "_tracemalloc",
                                       "_warnings",
                                       "_weakref",
                                       "abc",
                                       "atexit",
                                       "builtins",
                                       "codecs",
                                       "errno",
                                       "faulthandler",
                                       "gc",
                                       "genericpath",
                                       "importlib",
                                       "io",
                                       "itertools",
                                       "marshal",
                                       "ntpath",
                                       "os",
                                       "posix",
                                       "posixpath",
                                       "pwd",
                                       "runpy",
                                       "site",
                                       "stat",
                                       "sys",
                                       "time",
                                       "zipimport"};
bool comes_first(const std::string& name) {
  std::string_view top = std::string_view(name).substr(0, name.find('.'));
  return std::binary_search(std::begin(kFirst), std::end(kFirst), top);
}

Value of_sys(Thread* t, const char* name) {
  Value sys = loaded_module(t, "sys");
  Str* key = intern(t, name);
  if (!is<Module>(sys) || !key) return sys.is_failed() || !key ? Value::failed() : Value::unbound();
  return dict_get_str(as<Module>(sys)->dict, key);
}

// Is the package that name is in one of the executable's own?
bool in_frozen_package(Thread* t, const std::string& name) {
  size_t dot = name.rfind('.');
  if (dot == name.npos) return true;
  Value parent = loaded_module(t, name.substr(0, dot));
  if (!is<Module>(parent)) return false;
  Value loader = dict_get_str(as<Module>(parent)->dict, t->vm->names.loader);
  Class* frozen = import_state(t->vm).frozen_importer;
  return !frozen || loader == val(frozen);
}

bool ask_script(Thread* t, Value finder, const std::string& name, Value path, Location* out) {
  Str* key = intern(t, "find_spec");
  Value method = key ? get_attr_or_unbound(t, finder, key) : Value::failed();
  if (method.is_failed()) return false;
  if (method.is_unbound()) return true;
  Value text = str_value(t, name);
  Value spec = text.is_failed() ? text : call3(t, method, text, path, Value::none());
  if (spec.is_failed()) return false;
  if (!spec.is_none()) {
    out->kind = Location::kSpec;
    out->spec = spec;
  }
  return true;
}

bool set_named(Thread* t, Value o, const char* name, Value v) {
  Str* key = v.is_failed() ? nullptr : intern(t, name);
  return key && set_attr(t, o, key, v);
}
Value named(Thread* t, Value o, const char* name) {
  Str* key = intern(t, name);
  return key ? get_attr_or_unbound(t, o, key) : Value::failed();
}
bool missing(Value v) { return v.is_unbound() || v.is_none(); }

Value new_loader(Thread* t, Class* cls, const std::string& name, Value path) {
  Instance* i = new_instance(t, cls);
  if (!i) return Value::failed();
  if (!set_named(t, val(i), "name", str_value(t, name)) || !set_named(t, val(i), "path", path))
    return Value::failed();
  return val(i);
}

}  // namespace

bool locate_inside(Thread* t, const std::string& name, bool frozen, Location* out) {
  if (!frozen) {
    auto native = t->vm->native_modules.find(name);
    if (native == t->vm->native_modules.end()) return false;
    out->kind = Location::kBuiltin;
    out->init = native->second;
    return true;
  }
  FrozenHook hook = import_state(t->vm).frozen;
  if (!hook || !hook(name, &out->frozen) || !in_frozen_package(t, name)) return false;
  out->kind = Location::kFrozen;
  return true;
}

bool locate_in_path(Thread* t, const std::string& name, Value path, Location* out) {
  size_t dot = name.rfind('.');
  if (path.is_none() && dot == name.npos) path = of_sys(t, "path");
  if (path.is_failed()) return false;
  if (!find_on_path(t, path, dot == name.npos ? name : name.substr(dot + 1), &out->found))
    return false;
  bool there = out->found.kind != Found::kNothing;
  // A folder without __init__.py does not hide a module of the standard library.
  if ((!there || out->found.kind == Found::kNamespace) &&
      (locate_inside(t, name, true, out) || locate_inside(t, name, false, out)))
    return true;
  if (there) out->kind = Location::kFile;
  return true;
}

bool locate_module(Thread* t, const std::string& name, Value path, Location* out) {
  ImportState& s = import_state(t->vm);
  Value meta = of_sys(t, "meta_path");
  if (meta.is_failed()) return false;
  if (!s.spec || meta.is_unbound()) {  // a Vm of parts
    return locate_inside(t, name, true, out) || locate_inside(t, name, false, out) ||
           locate_in_path(t, name, path, out);
  }
  if (meta.is_none()) {
    raise(t, t->vm->classes.import_error, "sys.meta_path is None, Python is likely shutting down");
    return false;
  }
  List* finders = nullptr;
  if (!list_from_iterable(t, meta, &finders)) return false;
  for (size_t i = 0; i < finders->size && out->kind == Location::kNothing; ++i) {
    Value f = finders->items[i];
    bool ok = true;
    if (f == val(s.builtin_importer)) {
      if (comes_first(name)) locate_inside(t, name, false, out);
    } else if (f == val(s.frozen_importer)) {
      if (comes_first(name)) locate_inside(t, name, true, out);
    } else if (f == val(s.path_finder)) {
      ok = locate_in_path(t, name, path, out);
    } else {
      ok = ask_script(t, f, name, path, out);
    }
    if (!ok) return false;
  }
  return true;
}

Value spec_of_location(Thread* t, const std::string& name, const Location& where) {
  ImportState& s = import_state(t->vm);
  if (where.kind == Location::kSpec) return where.spec;
  if (!s.spec || where.kind == Location::kNothing) return Value::none();
  bool package = where.kind == Location::kFrozen && where.frozen.package;
  Value loader = Value::none(), origin = Value::none(), dirs = Value::none();
  if (where.kind == Location::kBuiltin) {
    loader = val(s.builtin_importer);
    origin = str_value(t, "built-in");
  } else if (where.kind == Location::kFrozen) {
    loader = val(s.frozen_importer);
    origin = str_value(t, "frozen");
  } else {
    package = where.found.kind == Found::kPackage || where.found.kind == Found::kNamespace;
    if (where.found.kind != Found::kNamespace) origin = str_value(t, where.found.file);
  }
  if (origin.is_failed()) return origin;
  if (package) {
    List* l = new_list(t);
    if (!l) return Value::failed();
    dirs = val(l);
    for (const std::string& d : where.found.dirs) {
      Value v = str_value(t, d);
      if (v.is_failed() || !list_append(t, l, v)) return Value::failed();
    }
  }
  // The loader of a namespace package comes when it is imported.
  if (where.kind == Location::kFile && where.found.kind != Found::kNamespace) {
    bool native = where.found.kind == Found::kExtension;
    loader = new_loader(t, native ? s.extension_loader : s.source_loader, name, origin);
    if (loader.is_failed()) return loader;
  }
  Instance* spec = new_instance(t, s.spec);
  if (!spec) return Value::failed();
  Value o = val(spec);
  bool file = where.kind == Location::kFile && where.found.kind != Found::kNamespace;
  if (!set_named(t, o, "name", str_value(t, name)) || !set_named(t, o, "loader", loader) ||
      !set_named(t, o, "origin", origin) || !set_named(t, o, "loader_state", Value::none()) ||
      !set_named(t, o, "submodule_search_locations", dirs) ||
      !set_named(t, o, "_set_fileattr", Value::boolean(file)))
    return Value::failed();
  return o;
}

bool set_module_attributes(Thread* t, Module* m, Value spec, bool override_old) {
  const Names& n = t->vm->names;
  auto put = [&](Str* key, Value v) {
    if (v.is_failed()) return false;
    if (!override_old && !missing(dict_get_str(m->dict, key))) return true;
    return dict_set_str(t, m->dict, key, v);
  };
  Value name = named(t, spec, "name"), loader = named(t, spec, "loader");
  Value parent = named(t, spec, "parent");
  Value dirs = named(t, spec, "submodule_search_locations");
  Value located = named(t, spec, "has_location");
  if (dirs.is_failed() || located.is_failed()) return false;
  if (missing(loader) && !missing(dirs) && is<Str>(name) && import_state(t->vm).namespace_loader) {
    loader = new_loader(t, import_state(t->vm).namespace_loader, std::string(as<Str>(name)->view()),
                        dirs);
    if (!set_named(t, spec, "loader", loader)) return false;
  }
  if (parent.is_unbound() && is<Str>(name)) {  // a spec of another class
    std::string text(as<Str>(name)->view());
    size_t dot = text.rfind('.');
    parent = !missing(dirs) ? name : str_value(t, dot == text.npos ? "" : text.substr(0, dot));
  }
  if (!put(n.name, name) || !put(n.loader, missing(loader) ? Value::none() : loader) ||
      !put(n.package, parent))
    return false;
  if (!dict_set_str(t, m->dict, n.spec, spec)) return false;
  if (!missing(dirs) && !put(n.path, dirs)) return false;
  bool has = false;
  if (!located.is_unbound() && !truth(t, located, &has)) return false;
  return !has || put(n.file, named(t, spec, "origin"));
}

Value module_of_spec(Thread* t, Value spec) {
  Value loader = named(t, spec, "loader");
  if (loader.is_failed()) return loader;
  Value made = Value::none();
  if (!missing(loader)) {
    Value create = named(t, loader, "create_module");
    if (create.is_failed()) return create;
    if (!create.is_unbound()) {
      made = call1(t, create, spec);
    } else if (Value exec = named(t, loader, "exec_module"); !exec.is_unbound()) {
      if (exec.is_failed()) return exec;
      return raise(t, t->vm->classes.import_error,
                   "loaders that define exec_module() must also define create_module()");
    }
    if (made.is_failed()) return made;
  }
  if (made.is_none()) {
    Value name = named(t, spec, "name");
    if (name.is_failed()) return name;
    if (!is<Str>(name)) return type_error(t, "a spec's name must be a str");
    Module* m = new_module(t, as<Str>(name)->view());
    if (!m) return Value::failed();
    made = val(m);
  }
  if (Module* m = try_as<Module>(made); m && !set_module_attributes(t, m, spec, false))
    return Value::failed();
  return made;
}

Value load_spec(Thread* t, const std::string& name, Value spec) {
  Value module = module_of_spec(t, spec);
  if (module.is_failed()) return module;
  Str* key = intern(t, name);
  if (!key || !dict_set_str(t, t->vm->modules, key, module)) return Value::failed();
  Value loader = named(t, spec, "loader");
  Value result = Value::none();
  if (missing(loader)) {
    if (missing(named(t, spec, "submodule_search_locations")) && t->exception.is_unbound())
      raise_import_error(t, t->vm->classes.import_error, "missing loader", name);
    if (!t->exception.is_unbound()) result = Value::failed();
  } else {
    Value exec = loader.is_failed() ? loader : named(t, loader, "exec_module");
    if (exec.is_unbound()) {
      result = type_error(t, "the loader of module '" + name + "' has no exec_module()");
    } else {
      result = exec.is_failed() ? exec : call1(t, exec, module);
    }
  }
  if (result.is_failed()) {
    forget_module(t, name);
    return result;
  }
  Value made = dict_get_str(t->vm->modules, key);
  return made.is_unbound() ? raise_key_error(t, val(key)) : made;
}

Value loader_of_program(Thread* t, const std::string& name, const std::string& file) {
  ImportState& s = import_state(t->vm);
  if (!s.spec) return Value::none();
  if (file.empty() || file[0] == '<') return val(s.builtin_importer);
  Value path = str_value(t, file);
  return path.is_failed() ? path : new_loader(t, s.source_loader, name, path);
}

}  // namespace baton
