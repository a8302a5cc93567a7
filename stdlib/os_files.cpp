// The posix module's calls on descriptors and on what belongs to a file besides its data. The rules are
// os_module.cpp's. Lock held; whatever may block releases it.
#include "stdlib/os_calls.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <climits>
#include <cmath>
#include <cstring>
#include <vector>

#include "stdlib/io.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup functions{"posix"};

// --- descriptors -----------------------------------------------------------------------------------------

// An argument that is a descriptor; not `ok`: exception pending.
struct FdArg {
  FdArg(Thread* t, Value v) { ok = get_c_int(t, v, &fd); }
  int fd = -1;
  bool ok;
};
Value done(Thread* t, int error) { return error ? raise_os_error(t, error) : Value::none(); }

Value do_open(Thread* t, Value path, Value flags, Value mode) {
  Path p;
  int f, m, fd = -1;
  if (!get_path(t, path, "open", "path", kNameOnly, &p) || !get_c_int(t, flags, &f) ||
      !get_c_int(t, mode, &m))
    return Value::failed();
  for (;;) {
    int error = without_lock(t, [&] {
      fd = open(p.c_str(), f | O_CLOEXEC, static_cast<mode_t>(m));
      return fd < 0 ? -1 : 0;
    });
    if (!error) return Value::from_int(fd);
    if (error != EINTR) return path_error(t, error, p);
    if (!poll(t)) return Value::failed();
  }
}
DEF(functions, do_open, "open(path, flags, mode=511)", "Open a file; returns a descriptor.")
Value do_close(Thread* t, Value v) {
  FdArg a(t, v);
  return a.ok ? done(t, without_lock(t, [&] { return close(a.fd); })) : Value::failed();
}
DEF(functions, do_close, "close(fd)", "Close a descriptor.")
Value do_closerange(Thread* t, Value low, Value high) {
  FdArg a(t, low), b(t, high);
  if (!a.ok || !b.ok) return Value::failed();
  for (int fd = std::max(a.fd, 0); fd < b.fd; ++fd) close(fd);
  return Value::none();
}
DEF(functions, do_closerange, "closerange(fd_low, fd_high, /)", "Close all descriptors of a range.")

// A descriptor as the streams' functions want it: not closed at the end.
bool borrow(Thread* t, Value v, FdState* s) {
  FdArg a(t, v);
  if (!a.ok) return false;
  struct stat st;
  s->fd = a.fd;
  s->close_fd = false;
  if (fstat(a.fd, &st) != 0) {
    raise_os_error(t, errno);
    return false;
  }
  s->regular = S_ISREG(st.st_mode);
  return true;
}
Value would_block(Thread* t) { return raise_os_error(t, EAGAIN); }
Value do_read(Thread* t, Value fd, Int length) {
  FdState s;
  if (!borrow(t, fd, &s)) return Value::failed();
  if (length < 0) return raise_os_error(t, EINVAL);
  std::string data(fd_room(&s, static_cast<size_t>(length.v)), '\0');
  int64_t n = fd_read(t, &s, data.data(), data.size());
  if (n == kWouldBlock) return would_block(t);
  return n < 0 ? Value::failed()
               : io_bytes(t, std::string_view(data).substr(0, static_cast<size_t>(n)));
}
DEF(functions, do_read, "read(fd, length, /)", "Read from a descriptor.")
Value do_write(Thread* t, Value fd, Value data) {
  FdState s;
  Pinned p{};
  if (!borrow(t, fd, &s) || !pin_bytes(t, data, &p)) return Value::failed();
  int64_t n = fd_write(t, &s, reinterpret_cast<const char*>(p.data), p.size);
  unpin(&p);
  if (n == kWouldBlock) return would_block(t);
  return n < 0 ? Value::failed() : Value::from_int(n);
}
DEF(functions, do_write, "write(fd, data, /)", "Write to a descriptor.")
Value do_pread(Thread* t, Value fd, Int length, Int offset) {
  FdArg a(t, fd);
  if (!a.ok) return Value::failed();
  if (length < 0) return raise_os_error(t, EINVAL);
  if (static_cast<size_t>(length.v) > kMaxBytes) return raise_memory_error(t);
  std::string data(static_cast<size_t>(length.v), '\0');
  ssize_t n = 0;
  int error = without_lock(t, [&] {
    n = pread(a.fd, data.data(), data.size(), offset.v);
    return n < 0 ? -1 : 0;
  });
  if (error) return raise_os_error(t, error);
  return io_bytes(t, std::string_view(data).substr(0, static_cast<size_t>(n)));
}
DEF(functions, do_pread, "pread(fd, length, offset, /)", "Read at a place of a file.")
Value do_pwrite(Thread* t, Value fd, Value data, Int offset) {
  FdArg a(t, fd);
  Pinned p{};
  if (!a.ok || !pin_bytes(t, data, &p)) return Value::failed();
  ssize_t n = 0;
  int error = without_lock(t, [&] {
    n = pwrite(a.fd, p.data, p.size, offset.v);
    return n < 0 ? -1 : 0;
  });
  unpin(&p);
  return error ? raise_os_error(t, error) : Value::from_int(n);
}
DEF(functions, do_pwrite, "pwrite(fd, buffer, offset, /)", "Write at a place of a file.")
Value do_lseek(Thread* t, Value fd, Int position, Value how) {
  FdArg a(t, fd);
  int whence;
  if (!a.ok || !get_c_int(t, how, &whence)) return Value::failed();
  off_t at = lseek(a.fd, position, whence);
  return at < 0 ? raise_os_error(t, errno) : new_int(t, at);
}
DEF(functions, do_lseek, "lseek(fd, position, how, /)", "Set the position of a descriptor.")
Value do_dup(Thread* t, Value fd) {
  FdArg a(t, fd);
  if (!a.ok) return Value::failed();
  int copy = fcntl(a.fd, F_DUPFD_CLOEXEC, 0);
  return copy < 0 ? raise_os_error(t, errno) : Value::from_int(copy);
}
DEF(functions, do_dup, "dup(fd, /)", "A duplicate of a descriptor.")
Value do_dup2(Thread* t, Value fd, Value fd2, bool inheritable) {
  FdArg a(t, fd), b(t, fd2);
  if (!a.ok || !b.ok) return Value::failed();
  int error = without_lock(t, [&] {
    int r = inheritable || a.fd == b.fd ? dup2(a.fd, b.fd) : dup3(a.fd, b.fd, O_CLOEXEC);
    return r < 0 ? -1 : 0;
  });
  return error ? raise_os_error(t, error) : Value::from_int(b.fd);
}
DEF(functions, do_dup2, "dup2(fd, fd2, inheritable=True)",
    "Duplicate a descriptor to a given number.")
Value do_pipe(Thread* t) {
  int fds[2];
  if (pipe2(fds, O_CLOEXEC) != 0) return raise_os_error(t, errno);
  return tuple_of(t, {Value::from_int(fds[0]), Value::from_int(fds[1])});
}
DEF(functions, do_pipe, "pipe()", "A pipe: descriptors to read from and to write to.")
#define FD_CALL(name, call, doc)                                                          \
  Value do_##name(Thread* t, Value fd) {                                                  \
    FdArg a(t, fd);                                                                       \
    return a.ok ? done(t, without_lock(t, [&] { return call(a.fd); })) : Value::failed(); \
  }                                                                                       \
  DEF(functions, do_##name, #name "(fd)", doc)
FD_CALL(fsync, fsync, "Force a file's data and metadata to disk.")
FD_CALL(fchdir, fchdir, "Change the current directory to an open one.")
FD_CALL(fdatasync, fdatasync, "Force a file's data to disk.")
#undef FD_CALL
Value do_fstat(Thread* t, Value fd) {
  FdArg a(t, fd);
  if (!a.ok) return Value::failed();
  struct stat st;
  if (fstat(a.fd, &st) != 0) return raise_os_error(t, errno);
  Path p;
  p.fd = a.fd;
  p.is_fd = true;
  return stat_path(t, p, true);
}
DEF(functions, do_fstat, "fstat(fd)", "The stat of a descriptor.")
Value do_ftruncate(Thread* t, Value fd, Int length) {
  FdArg a(t, fd);
  return a.ok ? done(t, without_lock(t, [&] { return ftruncate(a.fd, length); })) : Value::failed();
}
DEF(functions, do_ftruncate, "ftruncate(fd, length, /)", "Cut a file off.")
Value do_truncate(Thread* t, Value path, Int length) {
  Path p;
  if (!get_path(t, path, "truncate", "path", kNameOrFd, &p)) return Value::failed();
  int error = without_lock(
      t, [&] { return p.is_fd ? ftruncate(p.fd, length) : truncate(p.c_str(), length); });
  return error ? path_error(t, error, p) : Value::none();
}
DEF(functions, do_truncate, "truncate(path, length)", "Cut a file off.")
Value do_get_inheritable(Thread* t, Value fd) {
  FdArg a(t, fd);
  int flags = a.ok ? fcntl(a.fd, F_GETFD) : 0;
  if (!a.ok) return Value::failed();
  return flags < 0 ? raise_os_error(t, errno) : Value::boolean(!(flags & FD_CLOEXEC));
}
DEF(functions, do_get_inheritable, "get_inheritable(fd, /)", "Do child processes get it?")
Value set_flag(Thread* t, Value fd, int get, int set, int flag, bool on) {
  FdArg a(t, fd);
  if (!a.ok) return Value::failed();
  int flags = fcntl(a.fd, get);
  if (flags < 0 || fcntl(a.fd, set, on ? flags | flag : flags & ~flag) < 0)
    return raise_os_error(t, errno);
  return Value::none();
}
Value do_set_inheritable(Thread* t, Value fd, bool on) {
  return set_flag(t, fd, F_GETFD, F_SETFD, FD_CLOEXEC, !on);
}
DEF(functions, do_set_inheritable, "set_inheritable(fd, inheritable, /)",
    "Say whether child processes get it.")
Value do_get_blocking(Thread* t, Value fd) {
  FdArg a(t, fd);
  if (!a.ok) return Value::failed();
  int flags = fcntl(a.fd, F_GETFL);
  return flags < 0 ? raise_os_error(t, errno) : Value::boolean(!(flags & O_NONBLOCK));
}
DEF(functions, do_get_blocking, "get_blocking(fd, /)", "Do reads of it wait?")
Value do_set_blocking(Thread* t, Value fd, bool on) {
  return set_flag(t, fd, F_GETFL, F_SETFL, O_NONBLOCK, !on);
}
DEF(functions, do_set_blocking, "set_blocking(fd, blocking, /)", "Say whether reads of it wait.")
Value do_ttyname(Thread* t, Value fd) {
  FdArg a(t, fd);
  if (!a.ok) return Value::failed();
  char name[256];
  int error = ttyname_r(a.fd, name, sizeof name);
  return error ? raise_os_error(t, error) : decode_path(t, name, false);
}
DEF(functions, do_ttyname, "ttyname(fd, /)", "The name of a terminal.")
Value do_terminal_size(Thread* t, Value fd) {
  FdArg a(t, fd);
  if (!a.ok) return Value::failed();
  struct winsize w;
  if (ioctl(a.fd, TIOCGWINSZ, &w) != 0) return raise_os_error(t, errno);
  return tuple_of(t, {Value::from_int(w.ws_col), Value::from_int(w.ws_row)});
}
DEF(functions, do_terminal_size, "_terminal_size(fd, /)", "(columns, lines)")

// --- by name -----------------------------------------------------------------------------------------------

Value do_access(Thread* t, Value path, Value mode, bool effective_ids, bool follow_symlinks) {
  Path p;
  int m;
  if (!get_path(t, path, "access", "path", kNameOnly, &p) || !get_c_int(t, mode, &m))
    return Value::failed();
  int flags = (effective_ids ? AT_EACCESS : 0) | (follow_symlinks ? 0 : AT_SYMLINK_NOFOLLOW);
  return Value::boolean(without_lock(t, [&] {
                          return flags ? faccessat(AT_FDCWD, p.c_str(), m, flags)
                                       : access(p.c_str(), m);
                        }) == 0);
}
DEF(functions, do_access, "access(path, mode, *, effective_ids=False, follow_symlinks=True)",
    "May this process use a file so?")
Value do_chmod(Thread* t, Value path, Value mode, bool follow_symlinks) {
  Path p;
  int m;
  if (!get_path(t, path, "chmod", "path", kNameOrFd, &p) || !get_c_int(t, mode, &m))
    return Value::failed();
  auto bits = static_cast<mode_t>(m);
  int error = without_lock(t, [&] {
    if (p.is_fd) return fchmod(p.fd, bits);
    return follow_symlinks ? chmod(p.c_str(), bits)
                           : fchmodat(AT_FDCWD, p.c_str(), bits, AT_SYMLINK_NOFOLLOW);
  });
  return error ? path_error(t, error, p) : Value::none();
}
DEF(functions, do_chmod, "chmod(path, mode, *, follow_symlinks=True)",
    "Change a file's permissions.")
Value do_fchmod(Thread* t, Value fd, Value mode) {
  FdArg a(t, fd);
  int m;
  if (!a.ok || !get_c_int(t, mode, &m)) return Value::failed();
  return done(t, without_lock(t, [&] { return fchmod(a.fd, static_cast<mode_t>(m)); }));
}
DEF(functions, do_fchmod, "fchmod(fd, mode)", "Change a file's permissions.")
Value do_chown(Thread* t, Value path, Value uid, Value gid, bool follow_symlinks) {
  Path p;
  int u, g;
  if (!get_path(t, path, "chown", "path", kNameOrFd, &p) || !get_c_int(t, uid, &u) ||
      !get_c_int(t, gid, &g))
    return Value::failed();
  auto user = static_cast<uid_t>(u);
  auto group = static_cast<gid_t>(g);
  int error = without_lock(t, [&] {
    if (p.is_fd) return fchown(p.fd, user, group);
    return follow_symlinks ? chown(p.c_str(), user, group) : lchown(p.c_str(), user, group);
  });
  return error ? path_error(t, error, p) : Value::none();
}
DEF(functions, do_chown, "chown(path, uid, gid, *, follow_symlinks=True)", "Change a file's owner.")
Value do_fchown(Thread* t, Value fd, Value uid, Value gid) {
  FdArg a(t, fd);
  int u, g;
  if (!a.ok || !get_c_int(t, uid, &u) || !get_c_int(t, gid, &g)) return Value::failed();
  return done(t, without_lock(t, [&] {
                return fchown(a.fd, static_cast<uid_t>(u), static_cast<gid_t>(g));
              }));
}
DEF(functions, do_fchown, "fchown(fd, uid, gid)", "Change a file's owner.")
Value do_lchown(Thread* t, Value path, Value uid, Value gid) {
  Path p;
  int u, g;
  if (!get_path(t, path, "lchown", "path", kNameOnly, &p) || !get_c_int(t, uid, &u) ||
      !get_c_int(t, gid, &g))
    return Value::failed();
  int error = without_lock(
      t, [&] { return lchown(p.c_str(), static_cast<uid_t>(u), static_cast<gid_t>(g)); });
  return error ? path_error(t, error, p) : Value::none();
}
DEF(functions, do_lchown, "lchown(path, uid, gid)", "Change the owner of a link itself.")
Value do_link(Thread* t, Value src, Value dst, bool follow_symlinks) {
  Path from, to;
  if (!get_path(t, src, "link", "src", kNameOnly, &from) ||
      !get_path(t, dst, "link", "dst", kNameOnly, &to))
    return Value::failed();
  int error = without_lock(t, [&] {
    return linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(),
                  follow_symlinks ? AT_SYMLINK_FOLLOW : 0);
  });
  return error ? path_error(t, error, from, &to) : Value::none();
}
DEF(functions, do_link, "link(src, dst, *, follow_symlinks=True)", "Make a hard link.")
Value do_symlink(Thread* t, Value src, Value dst, bool) {
  Path from, to;
  if (!get_path(t, src, "symlink", "src", kNameOnly, &from) ||
      !get_path(t, dst, "symlink", "dst", kNameOnly, &to))
    return Value::failed();
  int error = without_lock(t, [&] { return symlink(from.c_str(), to.c_str()); });
  return error ? path_error(t, error, from, &to) : Value::none();
}
DEF(functions, do_symlink, "symlink(src, dst, target_is_directory=False)", "Make a symbolic link.")
Value do_mkfifo(Thread* t, Value path, Value mode) {
  Path p;
  int m;
  if (!get_path(t, path, "mkfifo", "path", kNameOnly, &p) || !get_c_int(t, mode, &m))
    return Value::failed();
  int error = without_lock(t, [&] { return mkfifo(p.c_str(), static_cast<mode_t>(m)); });
  return error ? path_error(t, error, p) : Value::none();
}
DEF(functions, do_mkfifo, "mkfifo(path, mode=438)", "Make a named pipe.")
Value do_umask(Thread* t, Value mask) {
  int m;
  if (!get_c_int(t, mask, &m)) return Value::failed();
  return Value::from_int(umask(static_cast<mode_t>(m)));
}
DEF(functions, do_umask, "umask(mask, /)", "Set the permissions new files don't get; the old ones.")

// Seconds (int or float) or nanoseconds as a timespec.
bool get_seconds(Thread* t, Value v, timespec* out) {
  if (is_floatlike(v)) {
    double whole = std::floor(float_value(v));
    double part = std::floor((float_value(v) - whole) * 1e9);
    if (!(whole >= -9.2e18 && whole <= 9.2e18)) {
      overflow_error(t, "timestamp out of range for platform time_t");
      return false;
    }
    *out = {static_cast<time_t>(whole), static_cast<long>(std::min(part, 999999999.0))};
    return true;
  }
  int64_t n;
  if (!to_int64(t, v, &n)) return false;
  *out = {static_cast<time_t>(n), 0};
  return true;
}
bool get_nanoseconds(Thread* t, Value v, timespec* out) {
  int64_t n;
  if (!to_int64(t, v, &n)) return false;
  int64_t seconds = n / 1000000000, rest = n % 1000000000;
  if (rest < 0) --seconds, rest += 1000000000;
  *out = {static_cast<time_t>(seconds), static_cast<long>(rest)};
  return true;
}
Value do_utime(Thread* t, Value path, Value times, Value ns, bool follow_symlinks) {
  Path p;
  if (!get_path(t, path, "utime", "path", kNameOrFd, &p)) return Value::failed();
  timespec at[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  if (!times.is_none() && !ns.is_unbound())
    return value_error(t, "utime: you may specify either 'times' or 'ns' but not both");
  bool nano = !ns.is_unbound();
  Value pair = nano ? ns : times;
  if (!pair.is_none()) {
    Tuple* two = try_as<Tuple>(pair);
    if (!two || two->size != 2)
      return type_error(t, nano ? "utime: 'ns' must be a tuple of two ints"
                                : "utime: 'times' must be either a tuple of two ints or None");
    for (int i = 0; i < 2; ++i)
      if (!(nano ? get_nanoseconds(t, two->items[i], &at[i])
                 : get_seconds(t, two->items[i], &at[i])))
        return Value::failed();
  }
  int error = without_lock(t, [&] {
    return p.is_fd ? futimens(p.fd, at)
                   : utimensat(AT_FDCWD, p.c_str(), at, follow_symlinks ? 0 : AT_SYMLINK_NOFOLLOW);
  });
  return done(t, error);
}
DEF(functions, do_utime, "utime(path, times=None, *, ns=<absent>, follow_symlinks=True)",
    "Set a file's times of access and change.")

Value do_statvfs(Thread* t, Value path) {
  Path p;
  struct statvfs s;
  if (!get_path(t, path, "statvfs", "path", kNameOrFd, &p)) return Value::failed();
  int error =
      without_lock(t, [&] { return p.is_fd ? fstatvfs(p.fd, &s) : statvfs(p.c_str(), &s); });
  if (error) return path_error(t, error, p);
  return tuple_of(t, {new_uint(t, s.f_bsize), new_uint(t, s.f_frsize), new_uint(t, s.f_blocks),
                      new_uint(t, s.f_bfree), new_uint(t, s.f_bavail), new_uint(t, s.f_files),
                      new_uint(t, s.f_ffree), new_uint(t, s.f_favail), new_uint(t, s.f_flag),
                      new_uint(t, s.f_namemax)});
}
DEF(functions, do_statvfs, "_statvfs(path)", "The fields of statvfs as a tuple.")

// [(name, kind, inode), ...]: what scandir() is made of.
Value do_scan(Thread* t, Value path) {
  Path p;
  if (!get_path(t, path, "scandir", "path", kNameFdOrNone, &p)) return Value::failed();
  struct Entry {
    std::string name;
    int kind;
    uint64_t inode;
  };
  std::vector<Entry> entries;
  int error = without_lock(t, [&] {
    DIR* dir;
    if (p.is_fd) {
      int fd = fcntl(p.fd, F_DUPFD_CLOEXEC, 0);
      if (fd < 0) return -1;
      dir = fdopendir(fd);
      if (!dir) return close(fd), -1;
      rewinddir(dir);
    } else {
      dir = opendir(p.c_str());
      if (!dir) return -1;
    }
    int failed = 0;
    for (;;) {
      errno = 0;
      const dirent* e = readdir(dir);
      if (!e) {
        failed = errno;
        break;
      }
      if (std::strcmp(e->d_name, ".") != 0 && std::strcmp(e->d_name, "..") != 0)
        entries.push_back({e->d_name, e->d_type, e->d_ino});
    }
    if (p.is_fd) rewinddir(dir);
    closedir(dir);
    errno = failed;
    return failed ? -1 : 0;
  });
  if (error) return path_error(t, error, p);
  List* out = new_list(t, entries.size());
  if (!out) return Value::failed();
  for (const Entry& e : entries) {
    Value name = decode_path(t, e.name, is<Bytes>(p.object));
    Value inode = new_uint(t, e.inode);
    if (name.is_failed() || inode.is_failed()) return Value::failed();
    Value item = tuple_of(t, {name, Value::from_int(e.kind), inode});
    if (item.is_failed() || !list_append(t, out, item)) return Value::failed();
  }
  return val(out);
}
DEF(functions, do_scan, "_scan(path=None)", "The entries of a directory.")

Value do_sync(Thread* t) {
  without_lock(t, [] { return sync(), 0; });
  return Value::none();
}
DEF(functions, do_sync, "sync()", "Force everything to disk.")

}  // namespace

void install_posix_files(Thread* t, Module* m) {
  install_functions(t, m, functions);
#define CONSTANT(name) dict_set_cstr(t, m->dict, #name, Value::from_int(name));
  CONSTANT(O_RDONLY)
  CONSTANT(O_WRONLY)
  CONSTANT(O_RDWR)
  CONSTANT(O_APPEND)
  CONSTANT(O_CREAT)
  CONSTANT(O_EXCL)
  CONSTANT(O_TRUNC)
  CONSTANT(O_NONBLOCK)
  CONSTANT(O_NDELAY)
  CONSTANT(O_NOCTTY)
  CONSTANT(O_SYNC)
  CONSTANT(O_DSYNC)
  CONSTANT(O_RSYNC)
  CONSTANT(O_ASYNC)
  CONSTANT(O_CLOEXEC)
  CONSTANT(O_DIRECT)
  CONSTANT(O_DIRECTORY)
  CONSTANT(O_LARGEFILE)
  CONSTANT(O_NOATIME)
  CONSTANT(O_NOFOLLOW)
  CONSTANT(O_PATH)
  CONSTANT(O_TMPFILE)
  CONSTANT(O_ACCMODE)
  CONSTANT(F_OK)
  CONSTANT(R_OK)
  CONSTANT(W_OK)
  CONSTANT(X_OK)
#undef CONSTANT
}

}  // namespace baton
