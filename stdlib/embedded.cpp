// Modules that are Python source inside the executable (stdlib/lib/). The import system asks for them
// by name. A module with submodules ("collections" beside "collections.abc") is a package with an
// empty search path. The table is constant: no lock.
#include "stdlib/stdlib.h"
#include "vm/objects/import.h"

namespace baton {
namespace {

struct EmbeddedModule {
  std::string_view name, source;
};
using namespace std::string_view_literals;  // with their lengths: nobody counts the characters
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

bool find_embedded(std::string_view name, FrozenSource* out) {
  for (const EmbeddedModule& e : kModules) {
    if (e.name != name || name.empty()) continue;
    *out = {e.source, is_package(name)};
    return true;
  }
  return false;
}

}  // namespace

void install_import(Vm* vm) { register_import(vm, current_thread(), find_embedded); }

std::vector<std::string> standard_modules() {
  std::vector<std::string> names = {"builtins", "sys"};
#define MODULE(name, init) names.emplace_back(name);
#include "stdlib/modules.def"
#undef MODULE
  for (const EmbeddedModule& e : kModules)
    if (!e.name.empty() && e.name.find('.') == e.name.npos) names.emplace_back(e.name);
  return names;
}

}  // namespace baton
