// Whole Vms from C++: several in one process at once, each with its own lock; values and errors of
// what they run; the shapes and caches behind attributes.
#include <doctest/doctest.h>

#include <string>
#include <thread>

#include "stdlib/stdlib.h"
#include "vm/interp/interp.h"
#include "vm/objects/objects.h"

using namespace baton;

namespace {

// Runs source as a module of `vm` on the calling thread; its globals, or null with the exception pending.
Dict* run(Vm& vm, const std::string& source) {
  Thread* t = current_thread();
  CompileFailure failure{};
  auto blob = compile_hook({source, "<test>", CompileRequest::Mode::kExec, false}, &failure);
  REQUIRE_MESSAGE(blob, failure.message);
  REQUIRE(verify(*blob) == "");
  Code* code = make_code(t, blob);
  Module* m = new_module(t, "test");
  Value builtins = dict_get_str(vm.modules, intern(t, "builtins"));
  dict_set_str(t, m->dict, vm.names.builtins, builtins);
  return run_code(t, code, m->dict, Value::none()).is_failed() ? nullptr : m->dict;
}

Value global(Dict* d, const char* name) { return dict_get_str(d, intern(current_thread(), name)); }

}  // namespace

TEST_CASE("a Vm runs a program and gives its values") {
  VmOptions options;
  options.compile = compile_hook;
  Vm vm(options);
  install_stdlib(&vm);
  Dict* g = run(vm, "x = sum(i * i for i in range(10))\ny = 2 ** 70\nz = 'a' + 'b'\n");
  REQUIRE(g);
  CHECK(global(g, "x") == Value::from_int(285));
  CHECK(is<BigInt>(global(g, "y")));
  CHECK(as<Str>(global(g, "z"))->view() == "ab");
  CHECK(vm.heap.validate() == "");
}

TEST_CASE("an uncaught exception is pending and can be formatted") {
  VmOptions options;
  options.compile = compile_hook;
  Vm vm(options);
  install_stdlib(&vm);
  CHECK(run(vm, "def f():\n    return 1 // 0\nf()\n") == nullptr);
  Thread* t = current_thread();
  REQUIRE(exception_is(t, vm.classes.zero_division_error));
  std::string text = format_exception(t, take_exception(t));
  CHECK(text.find("ZeroDivisionError: integer division or modulo by zero") != std::string::npos);
  CHECK(text.find("line 2, in f") != std::string::npos);
  CHECK(t->control == t->stack_top);
}

TEST_CASE("two Vms in one process, each on its own thread and lock") {
  auto body = [](int64_t* out) {
    VmOptions options;
    options.compile = compile_hook;
    Vm vm(options);
    install_stdlib(&vm);
    Dict* g =
        run(vm,
            "class C:\n    def __init__(self, n): self.n = n\n    def get(self): return self.n\n"
            "total = 0\nfor i in range(20000): total += C(i).get() & 3\n");
    *out = g ? global(g, "total").as_int() : -1;
  };
  int64_t a = 0, b = 0;
  std::thread first(body, &a), second(body, &b);
  first.join();
  second.join();
  CHECK(a == 30000);
  CHECK(b == 30000);
}

TEST_CASE("objects made alike share a shape; a class change is seen through the caches") {
  VmOptions options;
  options.compile = compile_hook;
  Vm vm(options);
  install_stdlib(&vm);
  Dict* g =
      run(vm,
          "class P:\n    def __init__(self):\n        self.x = 1\n        self.y = 2\n    def "
          "who(self): return 'old'\n"
          "a, b = P(), P()\n"
          "def ask(p): return p.who()\n"
          "first = [ask(a) for i in range(3)]\nP.who = lambda self: 'new'\nsecond = ask(b)\n");
  REQUIRE(g);
  CHECK(global(g, "a").ptr()->shape == global(g, "b").ptr()->shape);
  CHECK(as<Str>(global(g, "second"))->view() == "new");
}
