// The import system: names to modules, by sys.modules, the table of native modules and sys.path.
//
// What always holds. (1) A module is entered in sys.modules before its code runs, so that circular
// imports find it half made, and taken out again if the code fails. (2) While its code runs it is in
// ImportState::running with the thread that runs it; another thread that wants it parks until it is
// done, unless that would close a circle of waiting threads: then it gets the half-made module, as in
// CPython. (3) A submodule becomes an attribute of its package when it is complete. Lock held
// throughout; running module code gives it up like any script.
#include "vm/objects/import.h"

#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"
#include "vm/objects/import_internal.h"
#include "vm/objects/warning.h"

namespace baton {

namespace {

std::string text_of(Value v) { return is<Str>(v) ? std::string(as<Str>(v)->view()) : ""; }

// Would waiting for `what` make t wait for itself?
bool circular_wait(const ImportState& s, Thread* t, const RunningImport* what) {
  for (size_t steps = 0; steps <= s.waiting.size(); ++steps) {
    if (what->owner == t) return true;
    auto next = s.waiting.find(what->owner);
    if (next == s.waiting.end()) return false;
    what = next->second;
  }
  return true;
}

// Waits until no other thread runs this module's code. False: interrupted, exception pending.
bool wait_until_complete(Thread* t, const std::string& name) {
  ImportState& s = import_state(t->vm);
  for (;;) {
    auto it = s.running.find(name);
    if (it == s.running.end() || it->second->owner == t) return true;
    std::shared_ptr<RunningImport> run = it->second;
    if (circular_wait(s, t, run.get())) return true;
    s.waiting[t] = run.get();
    WaitResult r = park_thread(t, run->waiters, INT64_MAX);
    s.waiting.erase(t);
    if (r == WaitResult::kInterrupted && !poll(t)) return false;
  }
}

bool set_text(Thread* t, Dict* d, Str* key, const std::string& text) {
  Value v = str_value(t, text);
  return !v.is_failed() && dict_set_str(t, d, key, v);
}

Value module_of_builtins(Thread* t) {
  Value v = loaded_module(t, "builtins");
  return v.is_unbound() ? val(t->vm->builtins) : v;
}

// Marks the module as being imported for the life of the object, and wakes who waited for it.
class Importing {
 public:
  Importing(Thread* t, std::string name) : t_(t), name_(std::move(name)) {
    run_ = std::make_shared<RunningImport>();
    run_->owner = t;
    import_state(t->vm).running[name_] = run_;
  }
  ~Importing() {
    import_state(t_->vm).running.erase(name_);
    unpark_all(run_->waiters);
  }

 private:
  Thread* t_;
  std::string name_;
  std::shared_ptr<RunningImport> run_;
};

// Fills a new module, which has its attributes already, from where it was found.
bool fill_module(Thread* t, Module* m, const std::string& name, const Location& where) {
  switch (where.kind) {
    case Location::kBuiltin: return run_builtin(t, m, where.init);
    case Location::kFrozen: return run_frozen(t, m, name, where.frozen);
    default: break;
  }
  const Found& found = where.found;
  if (found.kind == Found::kNamespace) return true;
  if (found.kind == Found::kExtension) return load_extension(t, found.file, name, m);
  std::string source;
  return read_source(t, found.file, &source) && run_module_source(t, source, found.file, m);
}

Value make_module(Thread* t, const std::string& name, const Location& where) {
  if (where.kind == Location::kSpec) return load_spec(t, name, where.spec);
  Module* m = new_module(t, name);
  if (!m) return Value::failed();
  Value spec = spec_of_location(t, name, where);
  if (spec.is_failed()) return spec;
  if (!spec.is_none() && !set_module_attributes(t, m, spec, true)) return Value::failed();
  Str* key = intern(t, name);
  if (!key || !dict_set_str(t, t->vm->modules, key, val(m))) return Value::failed();
  if (!fill_module(t, m, name, where)) {
    forget_module(t, name);
    return Value::failed();
  }
  // Code may have put something else in its place.
  Value made = dict_get_str(t->vm->modules, key);
  return made.is_unbound() ? raise_key_error(t, val(key)) : made;
}

// Makes module `name`, whose parent package is imported already (or has none).
Value load(Thread* t, const std::string& name, Value parent) {
  Vm* vm = t->vm;
  size_t dot = name.rfind('.');
  Importing mark(t, name);
  Value path = Value::none();
  if (!parent.is_unbound()) {
    path = get_attr_or_unbound(t, parent, vm->names.path);
    if (path.is_failed()) return path;
    if (path.is_unbound()) {
      raise_import_error(
          t, vm->classes.module_not_found_error,
          "No module named '" + name + "'; '" + name.substr(0, dot) + "' is not a package", name);
      return Value::failed();
    }
  }
  Location where;
  if (!locate_module(t, name, path, &where)) return Value::failed();
  if (where.kind == Location::kNothing) {
    raise_import_error(t, vm->classes.module_not_found_error, "No module named '" + name + "'",
                       name);
    return Value::failed();
  }
  Value made = make_module(t, name, where);
  if (made.is_failed()) return made;
  if (!parent.is_unbound()) {
    Str* attr = intern(t, name.substr(dot + 1));
    if (!attr || !set_attr(t, parent, attr, made)) {
      if (!exception_is(t, vm->classes.attribute_error)) return Value::failed();
      clear_exception(t);
    }
  }
  return made;
}

// One module by its full name, its parents imported already.
Value find_or_load(Thread* t, const std::string& name, Value parent) {
  Value m = loaded_module(t, name);
  if (m.is_failed()) return m;
  ImportState& s = import_state(t->vm);
  if (!s.running.empty()) {
    if (!wait_until_complete(t, name)) return Value::failed();
    m = loaded_module(t, name);
    if (m.is_failed()) return m;
  }
  if (m.is_none()) {
    raise_import_error(t, t->vm->classes.module_not_found_error,
                       "import of " + name + " halted; None in sys.modules", name);
    return Value::failed();
  }
  return m.is_unbound() ? load(t, name, parent) : m;
}

// The package that relative names are relative to; false: exception pending.
bool calling_package(Thread* t, Dict* globals, std::string* out) {
  const Names& n = t->vm->names;
  Value package = dict_get_str(globals, n.package);
  if (!package.is_unbound() && !package.is_none()) {
    if (!is<Str>(package)) {
      type_error(t, "package must be a string");
      return false;
    }
    *out = text_of(package);
  } else {
    Value name = dict_get_str(globals, n.name);
    if (name.is_unbound()) {
      raise(t, t->vm->classes.key_error, "'__name__' not in globals");
      return false;
    }
    if (!is<Str>(name)) {
      type_error(t, "__name__ must be a string");
      return false;
    }
    *out = text_of(name);
    if (dict_get_str(globals, n.path).is_unbound()) {
      size_t dot = out->rfind('.');
      out->resize(dot == out->npos ? 0 : dot);
    }
  }
  if (!out->empty()) return true;
  raise(t, t->vm->classes.import_error, "attempted relative import with no known parent package");
  return false;
}

bool absolute_name(Thread* t, std::string* name, Dict* globals, int64_t level) {
  std::string package;
  if (!calling_package(t, globals, &package)) return false;
  for (int64_t i = 1; i < level; ++i) {
    size_t dot = package.rfind('.');
    if (dot == package.npos) {
      raise(t, t->vm->classes.import_error, "attempted relative import beyond top-level package");
      return false;
    }
    package.resize(dot);
  }
  *name = name->empty() ? package : package + "." + *name;
  return true;
}

// Imports those names of a from-list that are submodules not loaded yet.
bool import_submodules(Thread* t, Value module, const std::string& name, Value names,
                       bool from_all) {
  Vm* vm = t->vm;
  return for_each_item(t, names, [&](Value item) {
    if (!is<Str>(item)) {
      type_error(t, std::string("Item in ") + (from_all ? name + ".__all__" : "``from list''") +
                        " must be str, not " + type_name(t, item));
      return false;
    }
    if (as<Str>(item)->view() == "*") {
      if (from_all) return true;
      Value all = get_attr_or_unbound(t, module, vm->names.all);
      if (all.is_failed()) return false;
      return all.is_unbound() || import_submodules(t, module, name, all, true);
    }
    Str* key = intern_str(t, as<Str>(item));
    Value have = key ? get_attr_or_unbound(t, module, key) : Value::failed();
    if (have.is_failed()) return false;
    if (!have.is_unbound()) return true;
    std::string full = name + "." + text_of(item);
    if (!find_or_load(t, full, module).is_failed()) return true;
    Exception* e = try_as<Exception>(t->exception);
    if (e && exception_is(t, vm->classes.module_not_found_error) &&
        text_of(e->extra[kImportName]) == full) {
      clear_exception(t);
      return true;
    }
    return false;
  });
}

}  // namespace

ImportState& import_state(Vm* vm) {
  if (!vm->imports) vm->imports = std::make_shared<ImportState>();
  return *vm->imports;
}

bool is_being_imported(Vm* vm, const std::string& name) {
  return vm->imports && vm->imports->running.count(name) != 0;
}

Value loaded_module(Thread* t, const std::string& name) {
  Str* key = intern(t, name);
  return key ? dict_get_str(t->vm->modules, key) : Value::failed();
}

bool forget_module(Thread* t, const std::string& name) {
  Value pending = t->exception;
  t->exception = Value::unbound();
  Str* key = intern(t, name);
  if (key) dict_del_str(t, t->vm->modules, key);
  t->exception = pending;
  return false;
}

bool raise_import_error(Thread* t, Class* cls, const std::string& message, const std::string& name,
                        const std::string& path) {
  raise(t, cls, message);
  if (Exception* e = try_as<Exception>(t->exception)) {
    Value n = str_value(t, name);
    if (!n.is_failed()) barrier_store(e, &e->extra[kImportName], n);
    if (!path.empty()) {
      Value p = str_value(t, path);
      if (!p.is_failed()) barrier_store(e, &e->extra[kImportPath], p);
    }
  }
  return false;
}

bool run_builtin(Thread* t, Module* m, NativeInit init) {
  init(t, m);
  return t->exception.is_unbound();
}

bool run_frozen(Thread* t, Module* m, const std::string& name, const FrozenSource& source) {
  return run_module_source(t, source.source, "<frozen " + name + ">", m);
}

// Compiles source and runs it in the module's namespace.
bool run_module_source(Thread* t, std::string_view source, const std::string& file, Module* m) {
  if (!t->vm->options.compile) {
    raise_import_error(t, t->vm->classes.import_error, "no compiler", text_of(m->name));
    return false;
  }
  CompileRequest request{source, file, CompileRequest::Mode::kExec, false};
  CompileFailure failure{};
  std::shared_ptr<CodeBlob> blob = t->vm->options.compile(request, &failure);
  if (!blob) {
    raise_syntax_error(t, failure);
    return false;
  }
  if (!blob->warnings.empty() && !issue_compile_warnings(t, *blob)) return false;
  Value builtins = module_of_builtins(t);
  if (builtins.is_failed() || !dict_set_str(t, m->dict, t->vm->names.builtins, builtins))
    return false;
  if (blob->has_doc && !set_text(t, m->dict, t->vm->names.doc, blob->doc)) return false;
  Code* code = make_code(t, std::move(blob));
  return code && !run_code(t, code, m->dict, Value::none()).is_failed();
}

Value import_module(Thread* t, std::string_view name_view) {
  std::string name(name_view);
  if (native_stack_exhausted(t)) return Value::failed();
  Value parent = Value::unbound();
  size_t from = 0;
  for (;;) {
    size_t dot = name.find('.', from);
    std::string prefix = name.substr(0, dot);
    if (prefix.empty() || prefix.back() == '.') {
      if (name.empty()) return value_error(t, "Empty module name");
      raise_import_error(t, t->vm->classes.module_not_found_error, "No module named '" + name + "'",
                         name);
      return Value::failed();
    }
    Value m = find_or_load(t, prefix, parent);
    if (m.is_failed() || dot == name.npos) return m;
    parent = m;
    from = dot + 1;
  }
}

Value import_name(Thread* t, Str* name, Dict* globals, Value fromlist, int64_t level) {
  bool want_top = fromlist.is_none() || (is<Tuple>(fromlist) && as<Tuple>(fromlist)->size == 0);
  // The common case: imported long ago.
  if (level == 0 && want_top && name->view().find('.') == std::string_view::npos) {
    Value m = dict_get_str(t->vm->modules, name);
    if (is<Module>(m) && (!t->vm->imports || t->vm->imports->running.empty())) return m;
  }
  std::string full(name->view());
  if (level > 0 && !absolute_name(t, &full, globals, level)) return Value::failed();
  Value m = import_module(t, full);
  if (m.is_failed()) return m;
  if (want_top) {
    if (level == 0) return loaded_module(t, full.substr(0, full.find('.')));
    size_t dot = name->view().find('.');
    if (dot == std::string_view::npos) return m;
    size_t cut = name->view().size() - dot;
    return loaded_module(t, full.substr(0, full.size() - cut));
  }
  Value path = get_attr_or_unbound(t, m, t->vm->names.path);
  if (path.is_failed()) return path;
  if (!path.is_unbound() && !import_submodules(t, m, full, fromlist, false)) return Value::failed();
  return m;
}

Value import_from(Thread* t, Value module, Str* name) {
  Vm* vm = t->vm;
  Value v = get_attr_or_unbound(t, module, name);
  if (!v.is_unbound()) return v;
  Value own = get_attr_or_unbound(t, module, vm->names.name);
  if (own.is_failed()) return own;
  std::string module_name = is<Str>(own) ? text_of(own) : "<unknown module name>";
  if (is<Str>(own)) {
    v = loaded_module(t, module_name + "." + std::string(name->view()));
    if (!v.is_unbound()) return v;
  }
  Value file = get_attr_or_unbound(t, module, vm->names.file);
  if (file.is_failed()) return file;
  std::string where = is<Str>(file) ? text_of(file) : "unknown location";
  bool partial = is_being_imported(vm, module_name);
  raise_import_error(t, vm->classes.import_error,
                     "cannot import name '" + std::string(name->view()) + "' from " +
                         (partial ? "partially initialized module '" : "'") + module_name + "'" +
                         (partial ? " (most likely due to a circular import) (" : " (") + where +
                         ")",
                     module_name, is<Str>(file) ? where : "");
  return Value::failed();
}

bool import_star(Thread* t, Value module, Value ns) {
  Vm* vm = t->vm;
  auto bind = [&](Str* name, Value v) {
    if (is<Dict>(ns)) return dict_set_str(t, as<Dict>(ns), name, v);
    return set_item(t, ns, val(name), v);
  };
  Value all = get_attr_or_unbound(t, module, vm->names.all);
  if (all.is_failed()) return false;
  if (!all.is_unbound()) {
    std::string owner = is<Module>(module) ? text_of(as<Module>(module)->name) : "module";
    return for_each_item(t, all, [&](Value item) {
      if (!is<Str>(item)) {
        type_error(t, "Item in " + owner + ".__all__ must be str, not " + type_name(t, item));
        return false;
      }
      Str* key = intern_str(t, as<Str>(item));
      Value v = key ? get_attr(t, module, key) : Value::failed();
      return !v.is_failed() && bind(key, v);
    });
  }
  Value dict = is<Module>(module) ? val(as<Module>(module)->dict)
                                  : get_attr_or_unbound(t, module, vm->names.dict);
  if (dict.is_failed()) return false;
  if (!is<Dict>(dict)) {
    raise(t, vm->classes.import_error, "from-import-* object has no __dict__ and no __all__");
    return false;
  }
  Dict* copy = dict_copy(t, as<Dict>(dict));  // the target may be this very dict
  if (!copy) return false;
  for (uint32_t i = 0; i < copy->used; ++i) {
    Str* key = try_as<Str>(copy->entries[i].key);
    if (!key || (key->size > 0 && key->data[0] == '_')) continue;
    if (!bind(key, copy->entries[i].value)) return false;
  }
  return true;
}

bool display_value(Thread* t, Value v) {
  Vm* vm = t->vm;
  Value sys = loaded_module(t, "sys");
  Dict* ns = is<Module>(sys) ? as<Module>(sys)->dict : nullptr;
  Str* hook_name = intern(t, "displayhook");
  if (!hook_name) return false;
  Value hook = ns ? dict_get_str(ns, hook_name) : Value::unbound();
  if (!hook.is_unbound() && !is<NativeFunction>(hook)) return !call1(t, hook, v).is_failed();
  if (v.is_none()) return true;
  if (!dict_set_str(t, vm->builtins, vm->names.underscore, Value::none())) return false;
  std::string text;
  if (!repr_to(t, v, &text)) return false;
  Value out = ns ? dict_get_str(ns, vm->names.n_stdout) : Value::unbound();
  if (out.is_unbound() || out.is_none()) {
    runtime_error(t, "lost sys.stdout");
    return false;
  }
  Value s = str_value(t, text + "\n");
  if (s.is_failed() || call_method(t, out, vm->names.n_write, &s, 1).is_failed()) return false;
  return dict_set_str(t, vm->builtins, vm->names.underscore, v);
}

Value run_source_as_module(Thread* t, std::string_view source, const std::string& filename,
                           const std::string& name, bool enter) {
  Vm* vm = t->vm;
  Module* m = new_module(t, name);
  if (!m) return Value::failed();
  if (!filename.empty() && filename[0] != '<' && !set_text(t, m->dict, vm->names.file, filename))
    return Value::failed();
  Dict* annotations = new_dict(t);
  Value loader = loader_of_program(t, name, filename);
  if (loader.is_failed() || !annotations || !dict_set_str(t, m->dict, vm->names.loader, loader) ||
      !dict_set_str(t, m->dict, vm->names.annotations, val(annotations)))
    return Value::failed();
  if (enter) {
    Str* key = intern(t, name);
    if (!key || !dict_set_str(t, vm->modules, key, val(m))) return Value::failed();
  }
  return run_module_source(t, source, filename, m) ? val(m) : Value::failed();
}

}  // namespace baton
