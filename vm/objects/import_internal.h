// What the parts of the import system share: its state in the Vm, and where a module was found.
// import.cpp runs module code, import_find.cpp asks the finders, import_spec.cpp holds the classes
// of specs, finders and loaders, import_main.cpp runs a module as the program. Lock held.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "vm/objects/import.h"
#include "vm/objects/import_path.h"
#include "vm/thread/threads.h"

namespace baton {

struct RunningImport {
  Thread* owner;
  WaitQueue waiters;
};
struct ImportState {
  std::map<std::string, std::shared_ptr<RunningImport>> running;
  std::map<Thread*, RunningImport*> waiting;  // who waits for what
  FrozenHook frozen = nullptr;
  // Rooted as Vm::native_classes; null in a Vm without the standard library.
  Class* spec = nullptr;
  Class* builtin_importer = nullptr;
  Class* frozen_importer = nullptr;
  Class* path_finder = nullptr;
  Class* source_loader = nullptr;
  Class* extension_loader = nullptr;
  Class* namespace_loader = nullptr;
};
ImportState& import_state(Vm* vm);

using NativeInit = void (*)(Thread*, Module*);
struct Location {
  enum Kind { kNothing, kBuiltin, kFrozen, kFile, kSpec } kind = kNothing;
  NativeInit init = nullptr;      // kBuiltin
  FrozenSource frozen{};          // kFrozen
  Found found{};                  // kFile
  Value spec = Value::unbound();  // kSpec: what a finder in script gave
};

// Asks the finders of sys.meta_path for a module; path is None, or a package's __path__.
bool locate_module(Thread* t, const std::string& name, Value path, Location* out);
// Two of the steps: in the executable (frozen source, or native); in folders, then the executable.
bool locate_inside(Thread* t, const std::string& name, bool frozen, Location* out);
bool locate_in_path(Thread* t, const std::string& name, Value path, Location* out);
// Its ModuleSpec; None where nothing was found or the classes are not there.
Value spec_of_location(Thread* t, const std::string& name, const Location& where);
// A module's attributes after its spec: __loader__, __package__, __spec__, __path__, __file__.
bool set_module_attributes(Thread* t, Module* m, Value spec, bool override_old);
// module_from_spec(): create_module() of the loader, or a new module; with its attributes.
Value module_of_spec(Thread* t, Value spec);
// Makes, enters and runs the module that a finder in script described.
Value load_spec(Thread* t, const std::string& name, Value spec);
// __loader__ of a program: that of its file, or the one of built-in modules where there is none.
Value loader_of_program(Thread* t, const std::string& name, const std::string& file);
// Runs a builtin's or frozen module's code in it.
bool run_builtin(Thread* t, Module* m, NativeInit init);
bool run_frozen(Thread* t, Module* m, const std::string& name, const FrozenSource& source);
bool run_module_source(Thread* t, std::string_view source, const std::string& file, Module* m);
bool raise_import_error(Thread* t, Class* cls, const std::string& message, const std::string& name,
                        const std::string& path = "");
Value loaded_module(Thread* t, const std::string& name);  // of sys.modules; unbound()
bool forget_module(Thread* t, const std::string& name);   // out of sys.modules; false

}  // namespace baton
