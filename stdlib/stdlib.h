// The standard library's front door: what makes a bare Vm a Python.
//
// install_stdlib fills builtins and sys and enters the initialisers of every other native module;
// those run when the module is imported, so that starting stays cheap. Lock held.
#pragma once
#include "vm/core/vm.h"

namespace baton {

// What the command line and the environment say about sys: flags, sys.warnoptions, sys._xoptions.
struct Startup {
  int debug = 0, optimize = 0, verbose = 0, bytes_warning = 0;
  bool dont_write_bytecode = true, no_user_site = false, no_site = false;
  bool ignore_environment = false, isolated = false, quiet = false, safe_path = false;
  bool fixed_hash_seed = false, unbuffered = false;
  std::vector<std::string> warnoptions, xoptions, orig_argv;
};

// Once per Vm, on its main thread.
void install_stdlib(Vm* vm, const Startup& startup = {});

// One initialiser per line of modules.def: fills a new module; may leave an exception pending.
#define MODULE(name, init) void init(Thread* t, Module* m);
#include "stdlib/modules.def"
#undef MODULE

// The compiler as vm->options.compile wants it. Any thread, no lock.
std::shared_ptr<CodeBlob> compile_hook(const CompileRequest& request, CompileFailure* failure);
// The same for `-O`: assert statements are left out and __debug__ is False.
std::shared_ptr<CodeBlob> compile_hook_optimized(const CompileRequest& request,
                                                 CompileFailure* failure);

// Parts of install_stdlib.
void install_builtins(Thread* t, Module* m);                  // builtins.cpp
void install_builtin_iterators(Thread* t, Module* m);         // builtins_iterators.cpp
void install_builtin_io(Thread* t, Module* m);                // builtins_io.cpp
void install_builtin_code(Thread* t, Module* m);              // builtins_code.cpp
void init_sys(Thread* t, Module* m, const Startup& startup);  // sys.cpp
// Makes the classes of the import system and the modules of stdlib/lib/, which are Python source
// inside the executable.
void install_import(Vm* vm);  // embedded.cpp
// Names of all top-level modules of the standard library, private ones included.
std::vector<std::string> standard_modules();

// End of a program: flushes sys.stdout (a failure is told on stderr), then every other open file.
// False if standard output could not be written. Lock held; no exception is left pending.
bool flush_at_exit(Thread* t);
// Calls what atexit.register() was given, the last first. Lock held; no exception is left pending.
void run_exit_functions(Thread* t);
// sys.stdout or sys.stderr as script sees it now; unbound() if there is none.
Value sys_stream(Thread* t, Str* name);
// Writes text to sys.stderr, or to descriptor 2 where that is impossible. Leaves no exception pending.
void write_stderr(Thread* t, const std::string& text);

}  // namespace baton
