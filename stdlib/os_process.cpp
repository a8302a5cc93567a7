// The posix module's calls about processes, users and the machine. The rules are os_module.cpp's. Lock
// held; whatever may block releases it.
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <climits>
#include <cstdlib>
#include <vector>

#include "stdlib/os_calls.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup functions{"posix"};

#define NUMBER(name, expression, doc)                              \
  int64_t do_##name() { return static_cast<int64_t>(expression); } \
  DEF(functions, do_##name, #name "()", doc)
NUMBER(geteuid, geteuid(), "The effective user id.")
NUMBER(getgid, getgid(), "The group id.")
NUMBER(getegid, getegid(), "The effective group id.")
NUMBER(getpgrp, getpgrp(), "The process group id.")
#undef NUMBER

Value by_pid(Thread* t, Value v, pid_t (*call)(pid_t)) {
  int pid;
  if (!get_c_int(t, v, &pid)) return Value::failed();
  pid_t r = call(pid);
  return r < 0 ? raise_os_error(t, errno) : Value::from_int(r);
}
Value do_getpgid(Thread* t, Value pid) { return by_pid(t, pid, getpgid); }
DEF(functions, do_getpgid, "getpgid(pid)", "The process group of a process.")
Value do_getsid(Thread* t, Value pid) { return by_pid(t, pid, getsid); }
DEF(functions, do_getsid, "getsid(pid, /)", "The session of a process.")
Value do_setsid(Thread* t) { return setsid() < 0 ? raise_os_error(t, errno) : Value::none(); }
DEF(functions, do_setsid, "setsid()", "Begin a session.")
Value do_setpgid(Thread* t, Value pid, Value group) {
  int p, g;
  if (!get_c_int(t, pid, &p) || !get_c_int(t, group, &g)) return Value::failed();
  return setpgid(p, g) < 0 ? raise_os_error(t, errno) : Value::none();
}
DEF(functions, do_setpgid, "setpgid(pid, pgrp, /)", "Put a process into a group.")
Value do_getgroups(Thread* t) {
  int n = getgroups(0, nullptr);
  std::vector<gid_t> groups(static_cast<size_t>(std::max(n, 0)) + 1);
  n = getgroups(static_cast<int>(groups.size()), groups.data());
  if (n < 0) return raise_os_error(t, errno);
  List* out = new_list(t, static_cast<size_t>(n));
  for (int i = 0; out && i < n; ++i)
    if (!list_append(t, out, Value::from_int(groups[static_cast<size_t>(i)])))
      return Value::failed();
  return out ? val(out) : Value::failed();
}
DEF(functions, do_getgroups, "getgroups()", "The supplemental groups.")
Value do_getlogin(Thread* t) {
  char name[256];
  int error = getlogin_r(name, sizeof name);
  return error ? raise_os_error(t, error) : decode_path(t, name, false);
}
DEF(functions, do_getlogin, "getlogin()", "Who is logged in at the terminal.")
// Of a user's entry in the password file: (name, home), or None.
Value do_user(Thread* t, Value uid) {
  int id;
  if (!get_c_int(t, uid, &id)) return Value::failed();
  passwd entry, *found = nullptr;
  char buffer[4096];
  without_lock(
      t, [&] { return getpwuid_r(static_cast<uid_t>(id), &entry, buffer, sizeof buffer, &found); });
  if (!found) return Value::none();
  return tuple_of(t, {decode_path(t, found->pw_name, false), decode_path(t, found->pw_dir, false)});
}
DEF(functions, do_user, "_user(uid, /)", "(name, home) of a user, or None.")
// The same for a group: its name, or None.
Value do_group(Thread* t, Value gid) {
  int id;
  if (!get_c_int(t, gid, &id)) return Value::failed();
  group entry, *found = nullptr;
  char buffer[16384];
  without_lock(
      t, [&] { return getgrgid_r(static_cast<gid_t>(id), &entry, buffer, sizeof buffer, &found); });
  return found ? decode_path(t, found->gr_name, false) : Value::none();
}
DEF(functions, do_group, "_group(gid, /)", "Name of a group, or None.")

Value do_kill(Thread* t, Value pid, Value signal) {
  int p, s;
  if (!get_c_int(t, pid, &p) || !get_c_int(t, signal, &s)) return Value::failed();
  if (kill(p, s) != 0) return raise_os_error(t, errno);
  return poll(t) ? Value::none() : Value::failed();
}
DEF(functions, do_kill, "kill(pid, signal, /)", "Send a signal to a process.")
Value do_killpg(Thread* t, Value group, Value signal) {
  int p, s;
  if (!get_c_int(t, group, &p) || !get_c_int(t, signal, &s)) return Value::failed();
  if (killpg(p, s) != 0) return raise_os_error(t, errno);
  return poll(t) ? Value::none() : Value::failed();
}
DEF(functions, do_killpg, "killpg(pgid, signal, /)", "Send a signal to a process group.")
Value do_abort(Thread*) { std::abort(); }
DEF(functions, do_abort, "abort()", "End the process at once, with a core dump.")

Value do_system(Thread* t, Value command) {
  Path p;
  if (!is<Str>(command) && !is<Bytes>(command)) {
    if (!get_path(t, command, "system", "command", kNameOnly, &p)) return Value::failed();
  } else if (!get_path(t, command, "system", "command", kNameOnly, &p)) {
    return Value::failed();
  }
  int status;
  {
    Blocking region(t, Blocking::Kind::kBlocking);
    status = std::system(p.c_str());
  }
  return Value::from_int(status);
}
DEF(functions, do_system, "system(command)", "Run a command in a shell; its wait status.")

// sh -c command with one end of a pipe as its standard input or output: (pid, our end).
Value do_spawn_shell(Thread* t, Value command, bool reading) {
  Path p;
  if (!get_path(t, command, "popen", "cmd", kNameOnly, &p)) return Value::failed();
  int fds[2];
  if (pipe2(fds, O_CLOEXEC) != 0) return raise_os_error(t, errno);
  int theirs = reading ? fds[1] : fds[0], ours = reading ? fds[0] : fds[1];
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, theirs, reading ? 1 : 0);
  char shell[] = "sh", option[] = "-c";
  char* argv[] = {shell, option, p.text.data(), nullptr};
  pid_t pid = 0;
  int error;
  {
    Blocking region(t, Blocking::Kind::kLazy);
    error = posix_spawn(&pid, "/bin/sh", &actions, nullptr, argv, environ);
  }
  posix_spawn_file_actions_destroy(&actions);
  close(theirs);
  if (error) {
    close(ours);
    return raise_os_error(t, error);
  }
  return tuple_of(t, {Value::from_int(pid), Value::from_int(ours)});
}
DEF(functions, do_spawn_shell, "_spawn_shell(command, reading, /)", "Start a shell beside a pipe.")

Value do_waitpid(Thread* t, Value pid, Value options) {
  int p, o, status = 0;
  if (!get_c_int(t, pid, &p) || !get_c_int(t, options, &o)) return Value::failed();
  for (;;) {
    pid_t got = 0;
    int error = 0;
    {
      Blocking region(t, Blocking::Kind::kBlocking);
      got = waitpid(p, &status, o);
      if (got < 0) error = errno;
    }
    if (got >= 0) return tuple_of(t, {Value::from_int(got), Value::from_int(got ? status : 0)});
    if (error != EINTR) return raise_os_error(t, error);
    if (!poll(t)) return Value::failed();
  }
}
DEF(functions, do_waitpid, "waitpid(pid, options, /)", "Wait for a child: (pid, status).")

#define STATUS(name, macro, convert)                                       \
  Value do_##name(Thread* t, Value status) {                               \
    int s;                                                                 \
    return get_c_int(t, status, &s) ? convert(macro(s)) : Value::failed(); \
  }                                                                        \
  DEF(functions, do_##name, #name "(status)", "Of the status of a wait.")
STATUS(WIFEXITED, WIFEXITED, Value::boolean)
STATUS(WIFSIGNALED, WIFSIGNALED, Value::boolean)
STATUS(WIFSTOPPED, WIFSTOPPED, Value::boolean)
STATUS(WIFCONTINUED, WIFCONTINUED, Value::boolean)
STATUS(WCOREDUMP, WCOREDUMP, Value::boolean)
STATUS(WEXITSTATUS, WEXITSTATUS, Value::from_int)
STATUS(WTERMSIG, WTERMSIG, Value::from_int)
STATUS(WSTOPSIG, WSTOPSIG, Value::from_int)
#undef STATUS
Value do_exitcode(Thread* t, Value status) {
  int s;
  if (!get_c_int(t, status, &s)) return Value::failed();
  if (WIFEXITED(s)) return Value::from_int(WEXITSTATUS(s));
  if (WIFSIGNALED(s)) return Value::from_int(-WTERMSIG(s));
  if (WIFSTOPPED(s))
    return value_error(t, "process stopped by delivery of signal " + std::to_string(WSTOPSIG(s)));
  return value_error(t, "invalid wait status: " + std::to_string(s));
}
DEF(functions, do_exitcode, "waitstatus_to_exitcode(status)", "The exit code a wait status means.")

Value do_uname(Thread* t) {
  utsname u;
  if (uname(&u) != 0) return raise_os_error(t, errno);
  return tuple_of(t, {decode_path(t, u.sysname, false), decode_path(t, u.nodename, false),
                      decode_path(t, u.release, false), decode_path(t, u.version, false),
                      decode_path(t, u.machine, false)});
}
DEF(functions, do_uname, "_uname()", "The fields of uname as a tuple.")
struct SysName {
  const char* name;
  int number;
};
constexpr SysName kSysNames[] = {
    {"SC_NPROCESSORS_ONLN", _SC_NPROCESSORS_ONLN},
    {"SC_NPROCESSORS_CONF", _SC_NPROCESSORS_CONF},
    {"SC_PAGE_SIZE", _SC_PAGE_SIZE},
    {"SC_PAGESIZE", _SC_PAGESIZE},
    {"SC_PHYS_PAGES", _SC_PHYS_PAGES},
    {"SC_AVPHYS_PAGES", _SC_AVPHYS_PAGES},
    {"SC_CLK_TCK", _SC_CLK_TCK},
    {"SC_OPEN_MAX", _SC_OPEN_MAX},
    {"SC_ARG_MAX", _SC_ARG_MAX},
    {"SC_CHILD_MAX", _SC_CHILD_MAX},
    {"SC_IOV_MAX", _SC_IOV_MAX},
    {"SC_NGROUPS_MAX", _SC_NGROUPS_MAX},
};
Value do_sysconf(Thread* t, Value name) {
  int number = -1;
  if (Str* s = try_as<Str>(name)) {
    for (const SysName& n : kSysNames)
      if (s->view() == n.name) number = n.number;
    if (number < 0) return value_error(t, "unrecognized configuration name");
  } else if (!is_intlike(name)) {
    return type_error(t, "configuration names must be strings or integers");
  } else if (!get_c_int(t, name, &number)) {
    return Value::failed();
  }
  errno = 0;
  long v = sysconf(number);
  return v == -1 && errno ? raise_os_error(t, errno) : new_int(t, v);
}
DEF(functions, do_sysconf, "sysconf(name, /)", "A number of the system's configuration.")
Value do_confstr(Thread* t, Value name) {
  if (!is<Str>(name) || as<Str>(name)->view() != "CS_GNU_LIBC_VERSION")
    return value_error(t, "unrecognized configuration name");
  char text[128];
  size_t n = confstr(_CS_GNU_LIBC_VERSION, text, sizeof text);
  return n == 0 ? raise_os_error(t, errno) : decode_path(t, text, false);
}
DEF(functions, do_confstr, "confstr(name, /)", "A configuration string of the system.")
Value do_times(Thread* t) {
  tms m;
  clock_t elapsed = times(&m);
  if (elapsed == static_cast<clock_t>(-1)) return raise_os_error(t, errno);
  auto per = static_cast<double>(sysconf(_SC_CLK_TCK));
  auto seconds = [&](clock_t c) { return new_float(t, static_cast<double>(c) / per); };
  return tuple_of(t, {seconds(m.tms_utime), seconds(m.tms_stime), seconds(m.tms_cutime),
                      seconds(m.tms_cstime), seconds(elapsed)});
}
DEF(functions, do_times, "_times()", "The fields of times as a tuple.")
Value do_getloadavg(Thread* t) {
  double load[3];
  if (getloadavg(load, 3) != 3)
    return raise(t, t->vm->classes.os_error, "Load averages are unobtainable");
  return tuple_of(t, {new_float(t, load[0]), new_float(t, load[1]), new_float(t, load[2])});
}
DEF(functions, do_getloadavg, "getloadavg()", "Average load of 1, 5 and 15 minutes.")
Value do_nice(Thread* t, Value increment) {
  int n;
  if (!get_c_int(t, increment, &n)) return Value::failed();
  errno = 0;
  int r = nice(n);
  return r == -1 && errno ? raise_os_error(t, errno) : Value::from_int(r);
}
DEF(functions, do_nice, "nice(increment, /)", "Add to the niceness; the new one.")

Value do_getaffinity(Thread* t, Value pid) {
  int p;
  if (!get_c_int(t, pid, &p)) return Value::failed();
  cpu_set_t cpus;
  if (sched_getaffinity(p, sizeof cpus, &cpus) != 0) return raise_os_error(t, errno);
  Set* out = new_set(t, false);
  for (int i = 0; out && i < CPU_SETSIZE; ++i)
    if (CPU_ISSET(i, &cpus) && !set_add(t, out, Value::from_int(i))) return Value::failed();
  return out ? val(out) : Value::failed();
}
DEF(functions, do_getaffinity, "sched_getaffinity(pid, /)", "The CPUs a process may run on.")
Value do_setaffinity(Thread* t, Value pid, Value mask) {
  int p;
  if (!get_c_int(t, pid, &p)) return Value::failed();
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  bool ok = for_each_item(t, mask, [&](Value v) {
    int cpu;
    if (!get_c_int(t, v, &cpu)) return false;
    if (cpu < 0) return value_error(t, "negative CPU number"), false;
    if (cpu < CPU_SETSIZE) CPU_SET(cpu, &cpus);
    return true;
  });
  if (!ok) return Value::failed();
  return sched_setaffinity(p, sizeof cpus, &cpus) != 0 ? raise_os_error(t, errno) : Value::none();
}
DEF(functions, do_setaffinity, "sched_setaffinity(pid, mask, /)",
    "Say which CPUs a process may run on.")
Value do_yield(Thread* t) {
  without_lock(t, [] { return sched_yield(); });
  return Value::none();
}
DEF(functions, do_yield, "sched_yield()", "Let other threads of the system run.")

}  // namespace

void install_posix_process(Thread* t, Module* m) {
  install_functions(t, m, functions);
#define CONSTANT(name) dict_set_cstr(t, m->dict, #name, Value::from_int(name));
  CONSTANT(WNOHANG)
  CONSTANT(WUNTRACED)
  CONSTANT(WCONTINUED)
  CONSTANT(EX_OK)
  CONSTANT(EX_USAGE)
  CONSTANT(EX_DATAERR)
  CONSTANT(EX_NOINPUT)
  CONSTANT(EX_NOUSER)
  CONSTANT(EX_NOHOST)
  CONSTANT(EX_UNAVAILABLE)
  CONSTANT(EX_SOFTWARE)
  CONSTANT(EX_OSERR)
  CONSTANT(EX_OSFILE)
  CONSTANT(EX_CANTCREAT)
  CONSTANT(EX_IOERR)
  CONSTANT(EX_TEMPFAIL)
  CONSTANT(EX_PROTOCOL)
  CONSTANT(EX_NOPERM)
  CONSTANT(EX_CONFIG)
#undef CONSTANT
}

}  // namespace baton
