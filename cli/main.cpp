// The `baton` command: makes a Vm, runs one program in it as __main__, and turns how it ended into an
// exit status.
//
// The process leaves by _exit once threads are joined and files flushed: the heap is not taken down,
// since the system does that faster. Status: 0; 1 after an uncaught exception; what SystemExit says;
// 2 for a wrong command line or an unreadable script; 120 when standard output could not be written;
// killed by SIGINT after an uncaught KeyboardInterrupt.
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/options.h"
#include "compiler/compiler.h"
#include "stdlib/io.h"
#include "stdlib/stdlib.h"
#include "stdlib/thread_module.h"
#include "vm/heap/finalize.h"
#include "vm/objects/import.h"
#include "vm/objects/objects.h"
#include "vm/thread/signals.h"

namespace baton {
namespace {

// Reads a descriptor to its end; errno value, 0 when all went well.
int read_all(int fd, std::string* out) {
  char buffer[65536];
  for (;;) {
    ssize_t n = read(fd, buffer, sizeof buffer);
    if (n > 0)
      out->append(buffer, static_cast<size_t>(n));
    else if (n == 0)
      return 0;
    else if (errno != EINTR)
      return errno;
  }
}

std::string absolute(const std::string& path) {
  if (!path.empty() && path[0] == '/') return path;
  char cwd[PATH_MAX];
  if (!getcwd(cwd, sizeof cwd)) return path;
  std::string relative = path;
  while (relative.rfind("./", 0) == 0) relative.erase(0, 2);
  return std::string(cwd) + "/" + relative;
}

struct Program {
  std::string source, filename, directory;
};

// Finds and reads the program; -1, or the exit status of a failure that was told.
int load_program(CliOptions* o, Program* p) {
  using Run = CliOptions::Run;
  switch (o->run) {
    case Run::kCommand:
      p->source = o->what;
      p->filename = "<string>";
      o->vm.argv = {"-c"};
      break;
    case Run::kModule: {
      char cwd[PATH_MAX];
      if (getcwd(cwd, sizeof cwd)) p->directory = cwd;
      o->vm.argv = {"-m"};
      break;
    }
    case Run::kStdin: {
      int error = read_all(0, &p->source);
      if (error) {
        std::fprintf(stderr, "baton: can't read standard input: %s\n", std::strerror(error));
        return 2;
      }
      p->filename = "<stdin>";
      o->vm.argv = {o->dash ? "-" : ""};
      break;
    }
    default: {
      std::string path = absolute(o->what);
      struct stat st;
      if (stat(o->what.c_str(), &st) == 0 && S_ISDIR(st.st_mode)) {
        std::string inside = path + "/__main__.py";
        if (access(inside.c_str(), R_OK) != 0) {
          std::fprintf(stderr, "baton: can't find '__main__' module in '%s'\n", path.c_str());
          return 1;
        }
        path = inside;
      }
      FILE* f = std::fopen(path.c_str(), "rbe");
      int error = f && !o->what.empty() ? read_all(fileno(f), &p->source)
                  : o->what.empty()     ? ENOENT
                                        : errno;
      if (f) std::fclose(f);
      if (error) {
        std::fprintf(stderr, "baton: can't open file '%s': [Errno %d] %s\n", path.c_str(), error,
                     std::strerror(error));
        return 2;
      }
      p->filename = path;
      p->directory = path.substr(0, path.rfind('/'));
      if (p->directory.empty()) p->directory = "/";
      o->vm.argv = {o->what};
      break;
    }
  }
  o->vm.argv.insert(o->vm.argv.end(), o->args.begin(), o->args.end());
  if (!o->startup.safe_path) o->vm.path.insert(o->vm.path.begin(), p->directory);
  if (o->skip_first_line) {
    // The line stays, empty, so that numbers of lines are right.
    p->source.erase(0, std::min(p->source.find('\n'), p->source.size()));
  }
  return -1;
}

int disassemble_file(const std::string& path) {
  FILE* f = std::fopen(path.c_str(), "rbe");
  std::string source;
  int error = f ? read_all(fileno(f), &source) : errno;
  if (f) std::fclose(f);
  if (error) {
    std::fprintf(stderr, "baton: can't open file '%s': [Errno %d] %s\n", path.c_str(), error,
                 std::strerror(error));
    return 2;
  }
  CompileFailure failure{};
  std::shared_ptr<CodeBlob> blob =
      compile_hook({source, path, CompileRequest::Mode::kExec, false}, &failure);
  if (!blob) {
    std::fprintf(stderr, "  File \"%s\", line %d\n%s: %s\n", failure.filename.c_str(), failure.line,
                 failure.type.c_str(), failure.message.c_str());
    return 1;
  }
  std::string text = disassemble(*blob);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return std::fflush(stdout) == 0 ? 0 : 120;
}

// Exit status of the SystemExit that is given; other codes than numbers are printed.
int system_exit_status(Thread* t, Exception* e) {
  Value code = e->extra[0];
  if (code.is_unbound() || code.is_none()) return 0;
  if (is_intlike(code)) {
    int64_t n;
    if (code.is_bool()) return code.is_true();
    if (!to_int64(t, code, &n)) {
      clear_exception(t);
      n = -1;
    }
    return static_cast<int>(n & 0xff);
  }
  std::string text;
  if (!str_to(t, code, &text)) clear_exception(t);
  write_stderr(t, text + "\n");
  return 1;
}

// Shows the pending exception as the program's end; the exit status, or -1 for KeyboardInterrupt.
int report_uncaught(Thread* t) {
  Vm* vm = t->vm;
  Value e = take_exception(t);
  Exception* x = try_as<Exception>(e);
  if (!x) return 1;
  if (is_instance(t, e, vm->classes.system_exit)) return system_exit_status(t, x);
  Value out = sys_stream(t, vm->names.n_stdout);  // what was printed comes before the traceback
  if (TextWrapper* w = out.is_unbound() ? nullptr : plain_text(t, out); w && !w->buffer.is_none())
    if (!text_flush(t, w)) clear_exception(t);
  Value hook = sys_stream(t, intern(t, "excepthook"));
  if (!hook.is_unbound() && !is<NativeFunction>(hook)) {
    if (call3(t, hook, val(class_of(vm, e)), e, x->traceback).is_failed()) {
      Value second = take_exception(t);
      write_stderr(t, "Error in sys.excepthook:\n" + format_exception(t, second) +
                          "\nOriginal exception was:\n" + format_exception(t, e));
    }
  } else {
    write_stderr(t, format_exception(t, e));
  }
  return is_instance(t, e, vm->classes.keyboard_interrupt) ? -1 : 1;
}

[[noreturn]] void die_by_sigint() {
  signal(SIGINT, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  ::raise(SIGINT);
  _exit(130);
}

int run(CliOptions* o) {
  Program p;
  int status = load_program(o, &p);
  if (status >= 0) return status;
  o->vm.compile = o->startup.optimize > 0 ? compile_hook_optimized : compile_hook;
  Vm* vm = new Vm(o->vm);  // never deleted: see the head of this file
  Thread* t = current_thread();
  install_sigint(&t->gil);
  if (o->max_str_digits >= 0)
    vm->max_str_digits = static_cast<decltype(vm->max_str_digits)>(o->max_str_digits);
  install_stdlib(vm, o->startup);
  if (o->startup.unbuffered) {
    Value out = sys_stream(t, vm->names.n_stdout);
    unbuffer_stream(out);
  }
  std::string refused;
  Value r = Value::failed();
  if (t->exception.is_unbound()) {
    r = o->run == CliOptions::Run::kModule
            ? run_module_as_main(t, o->what, &refused)
            : run_source_as_module(t, p.source, p.filename, "__main__", true);
  }
  status = !refused.empty() ? 1 : r.is_failed() ? report_uncaught(t) : 0;
  if (!refused.empty()) write_stderr(t, "baton: " + refused + "\n");
  shutdown_threads(t, status == -1);
  if (!t->exception.is_unbound()) report_uncaught(t);
  run_exit_functions(t);
  run_exit_finalizers(t);
  clear_exception(t);
  if (!flush_at_exit(t) && status == 0) status = 120;
  if (status == -1) die_by_sigint();
  return status;
}

}  // namespace
}  // namespace baton

int main(int argc, char** argv) {
  using namespace baton;
  CliOptions o;
  if (!parse_options(argc, argv, &o)) return 2;
  o.startup.orig_argv.assign(argv, argv + argc);
  switch (o.run) {
    case CliOptions::Run::kHelp: std::fputs(usage_text(), stdout); return 0;
    case CliOptions::Run::kVersion: std::puts("Baton 0.1.0 (Python 3.11)"); return 0;
    case CliOptions::Run::kDisassemble: return disassemble_file(o.what);
    default:
      if (!read_environment(&o)) return 1;
      _exit(run(&o));
  }
}
