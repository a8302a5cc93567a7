// Modules that are Python source inside the executable (stdlib/lib/). To the import system they are
// native modules whose initialiser compiles and runs the source. A module with submodules
// ("collections" beside "collections.abc") is a package with an empty search path. Lock held.
#include "stdlib/stdlib.h"
#include "vm/objects/objects.h"

namespace baton {
namespace {

struct EmbeddedModule {
  std::string_view name, source;
};
constexpr EmbeddedModule kModules[] = {
#include "embedded_modules.inc"
    {"", ""}};

bool is_package(std::string_view name) {
  for (const EmbeddedModule& e : kModules) {
    if (e.name.size() > name.size() && e.name.starts_with(name) && e.name[name.size()] == '.')
      return true;
  }
  return false;
}

void run_embedded(Thread* t, Module* m) {
  std::string_view name = as<Str>(m->name)->view();
  if (is_package(name)) {
    List* path = new_list(t, 0);
    if (!path || !dict_set_str(t, m->dict, t->vm->names.path, val(path)) ||
        !dict_set_str(t, m->dict, t->vm->names.package, m->name))
      return;
  }
  for (const EmbeddedModule& e : kModules) {
    if (e.name != name) continue;
    CompileRequest request{e.source, "<frozen " + std::string(name) + ">",
                           CompileRequest::Mode::kExec, false};
    CompileFailure failure{};
    std::shared_ptr<CodeBlob> blob =
        t->vm->options.compile ? t->vm->options.compile(request, &failure) : nullptr;
    if (!blob) {
      raise_syntax_error(t, failure);
      return;
    }
    if (blob->has_doc) {
      Value doc = str_value(t, blob->doc);
      if (doc.is_failed() || !dict_set_str(t, m->dict, t->vm->names.doc, doc)) return;
    }
    if (Code* code = make_code(t, std::move(blob))) run_code(t, code, m->dict, Value::none());
    return;
  }
}

}  // namespace

void install_embedded_modules(Vm* vm) {
  for (const EmbeddedModule& e : kModules)
    if (!e.name.empty()) vm->native_modules[std::string(e.name)] = run_embedded;
}

}  // namespace baton
