// `baton -m name`: finds a module, or a package's __main__, and runs it under the name __main__.
//
// What cannot be run is told in one line, as CPython's command does; what the code of a package
// raises while it is imported ends the program like any exception. Lock held.
#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"
#include "vm/objects/import_internal.h"

namespace baton {
namespace {

std::string text_of(Value v) { return is<Str>(v) ? std::string(as<Str>(v)->view()) : ""; }
std::string quoted(const std::string& s) { return "'" + s + "'"; }

Value named(Thread* t, Value o, const char* name) {
  Str* key = intern(t, name);
  return key ? get_attr_or_unbound(t, o, key) : Value::failed();
}

struct Target {
  std::string name;
  Location where;
  Value spec = Value::none();
};

// Takes the pending exception, if it is one that means "not found", and words it.
bool take_refusal(Thread* t, const std::string& name, std::string* refused) {
  const CoreClasses& c = t->vm->classes;
  for (Class* cls : {c.import_error, c.attribute_error, c.type_error, c.value_error}) {
    if (!exception_is(t, cls)) continue;
    Value e = take_exception(t);
    std::string why;
    if (!str_to(t, e, &why)) clear_exception(t);
    *refused = "Error while finding module specification for " + quoted(name) + " (" +
               type_name(t, e) + ": " + why + ")";
    if (name.size() > 3 && name.ends_with(".py")) {
      std::string stem = name.substr(0, name.size() - 3);
      *refused +=
          ". Try using " + quoted(stem) + " instead of " + quoted(name) + " as the module name.";
    }
    return true;
  }
  return false;
}

// False: *refused, or an exception is pending.
bool find_target(Thread* t, const std::string& name, Target* out, std::string* refused) {
  if (!name.empty() && name[0] == '.') {
    *refused = "Relative module names not supported";
    return false;
  }
  Value path = Value::none();
  size_t dot = name.rfind('.');
  if (dot != name.npos) {
    std::string parent_name = name.substr(0, dot);
    Value parent = import_module(t, parent_name);
    if (parent.is_failed()) {
      Exception* e = try_as<Exception>(t->exception);
      bool import = e && exception_is(t, t->vm->classes.import_error);
      std::string missing = import ? text_of(e->extra[kImportName]) : "";
      // An import inside the package's own code that fails is the program's failure.
      if (import && (missing == parent_name || parent_name.starts_with(missing + ".")))
        take_refusal(t, name, refused);
      return false;
    }
    path = get_attr_or_unbound(t, parent, t->vm->names.path);
    if (path.is_unbound()) {
      raise_import_error(t, t->vm->classes.module_not_found_error,
                         "__path__ attribute not found on " + quoted(parent_name) +
                             " while trying to find " + quoted(name),
                         name);
      path = Value::failed();
    }
  }
  if (path.is_failed() || !locate_module(t, name, path, &out->where)) {
    take_refusal(t, name, refused);
    return false;
  }
  out->name = name;
  out->spec = spec_of_location(t, name, out->where);
  if (out->spec.is_failed()) return false;
  if (out->where.kind == Location::kNothing) {
    *refused = "No module named " + name;
    return false;
  }
  return true;
}

bool find_program(Thread* t, const std::string& name, Target* out, std::string* refused) {
  if (!find_target(t, name, out, refused)) return false;
  Value dirs = named(t, out->spec, "submodule_search_locations");
  if (dirs.is_failed()) return false;
  if (dirs.is_unbound() || dirs.is_none()) return true;
  if (name == "__main__" || name.ends_with(".__main__")) {
    *refused = "Cannot use package as __main__ module";
    return false;
  }
  Target inner;
  if (!find_program(t, name + ".__main__", &inner, refused)) {
    if (!refused->empty() && is<Module>(loaded_module(t, name)))
      *refused += "; " + quoted(name) + " is a package and cannot be directly executed";
    return false;
  }
  *out = inner;
  return true;
}

bool set_argv0(Thread* t, const std::string& text) {
  Value sys = loaded_module(t, "sys"), argv = Value::unbound();
  if (is<Module>(sys)) argv = named(t, sys, "argv");
  Value v = str_value(t, text);
  if (argv.is_failed() || v.is_failed()) return false;
  if (List* l = try_as<List>(argv); l && l->size > 0) barrier_store(l, &l->items[0], v);
  return true;
}

}  // namespace

Value run_module_as_main(Thread* t, const std::string& name, std::string* refused) {
  Target target;
  if (!find_program(t, name, &target, refused)) return Value::failed();
  const Location& where = target.where;
  bool file = where.kind == Location::kFile;
  if (where.kind == Location::kBuiltin ||
      (file && (where.found.kind == Found::kExtension || where.found.kind == Found::kNamespace))) {
    *refused = "No code object available for " + target.name;
    return Value::failed();
  }
  Module* m = new_module(t, "__main__");
  Str* key = intern(t, "__main__");
  Dict* annotations = new_dict(t);
  if (!m || !key || !annotations || !set_module_attributes(t, m, target.spec, true) ||
      !dict_set_str(t, m->dict, t->vm->names.name, val(key)) ||
      !dict_set_str(t, m->dict, t->vm->names.annotations, val(annotations)) ||
      !dict_set_str(t, t->vm->modules, key, val(m)))
    return Value::failed();
  // A module in the executable has no path; help texts want a name.
  std::string leaf = target.name.substr(target.name.rfind('.') + 1) + ".py";
  Value origin = named(t, target.spec, "origin");
  if (!set_argv0(t, where.kind == Location::kFrozen ? leaf : text_of(origin)))
    return Value::failed();
  bool ok = false;
  if (where.kind == Location::kFrozen) {
    ok = run_frozen(t, m, target.name, where.frozen);
  } else if (file) {
    std::string source;
    ok = read_source(t, where.found.file, &source) &&
         run_module_source(t, source, where.found.file, m);
  } else {
    Value loader = named(t, target.spec, "loader"), text = str_value(t, target.name);
    Str* get_code = intern(t, "get_code");
    if (loader.is_failed() || loader.is_unbound() || text.is_failed() || !get_code)
      return Value::failed();
    Value code = call_method(t, loader, get_code, &text, 1);
    if (code.is_none()) *refused = "No code object available for " + target.name;
    if (!is<Code>(code)) return Value::failed();
    ok = dict_set_str(t, m->dict, t->vm->names.builtins, loaded_module(t, "builtins")) &&
         !run_code(t, as<Code>(code), m->dict, Value::none()).is_failed();
  }
  return ok ? val(m) : Value::failed();
}

}  // namespace baton
