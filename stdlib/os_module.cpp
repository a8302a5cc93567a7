// The posix module: the system calls behind os and os.path (stdlib/lib/os.py, posixpath.py), one thin
// function each. What can be said in Python is said there.
//
// A path is a str, bytes or a path-like object, and for some calls a descriptor. It is turned into
// bytes (UTF-8; undecodable bytes are lone surrogates, as everywhere) while the lock is held; every
// call that touches the file system runs without it (lazily: mostly short) on plain C++ data, and
// errno is read before the lock is taken again. The process environment is only touched with the
// lock held. Behaviour: https://docs.python.org/3.11/library/os.html
#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include "stdlib/os_calls.h"
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup posix_functions{"posix"};

// --- paths -------------------------------------------------------------------------------------------

// str or bytes of a path-like object; a str or bytes as it is; unbound() for any other type.
Value fspath_or_unbound(Thread* t, Value path) {
  if (is<Str>(path) || is<Bytes>(path)) return path;
  Value p = call_special(t, path, t->vm->names.fspath);
  if (p.is_failed() || p.is_unbound() || is<Str>(p) || is<Bytes>(p)) return p;
  return type_error(t, "expected " + type_name(t, path) +
                           ".__fspath__() to return str or bytes, not " + type_name(t, p));
}

Value posix_fspath(Thread* t, Value path) {
  Value p = fspath_or_unbound(t, path);
  if (!p.is_unbound()) return p;
  return type_error(t, "expected str, bytes or os.PathLike object, not " + type_name(t, path));
}
DEF(posix_functions, posix_fspath, "fspath(path)",
    "Return the file system path representation of the object.")

// The bytes of a str or bytes, without a null byte among them.
bool encode_path(Thread* t, Value path, std::string* out) {
  if (is<Str>(path)) {
    Bytes* b = encode_str(t, as<Str>(path), "utf-8", "surrogateescape");
    if (!b) return false;
    *out = b->view();
  } else {
    *out = as<Bytes>(path)->view();
  }
  if (out->find('\0') == out->npos) return true;
  value_error(t, "embedded null byte");
  return false;
}
}  // namespace
Value decode_path(Thread* t, std::string_view path, bool bytes) {
  if (!bytes) return decode_text(t, path, "utf-8", "surrogateescape");
  Bytes* b = new_bytes(t, path);
  return b ? val(b) : Value::failed();
}
namespace {}  // namespace
bool get_path(Thread* t, Value v, const char* function, const char* argument, PathKinds kinds,
              Path* out) {
  if (kinds == kNameFdOrNone && v.is_none()) {
    v = str_value(t, ".");
    if (v.is_failed()) return false;
  }
  if (kinds != kNameOnly && is_intlike(v)) {
    int64_t fd;
    if (!int_fits_int64(v, &fd) || fd > INT_MAX || fd < INT_MIN) {
      uint64_t room;
      overflow_error(
          t, int_view(v, &room).neg ? "fd is less than minimum" : "fd is greater than maximum");
      return false;
    }
    out->object = v;
    out->fd = static_cast<int>(fd);
    out->is_fd = true;
    return true;
  }
  Value p = fspath_or_unbound(t, v);
  if (p.is_failed()) return false;
  if (p.is_unbound()) {
    const char* allowed = kinds == kNameOnly   ? " or os.PathLike"
                          : kinds == kNameOrFd ? ", os.PathLike or integer"
                                               : ", os.PathLike, integer or None";
    type_error(t, std::string(function) + ": " + argument + " should be string, bytes" + allowed +
                      ", not " + type_name(t, v));
    return false;
  }
  out->object = p;
  return encode_path(t, p, &out->text);
}
namespace {

// OSError(error, strerror, path) or, with a second path, of both; the class by errno.
}  // namespace
Value path_error(Thread* t, int error, const Path& path, const Path* second) {
  Value text = str_value(t, std::strerror(error));
  if (text.is_failed()) return text;
  Value args[5] = {Value::from_int(error), text, path.object, Value::none(), Value::none()};
  if (second) args[4] = second->object;
  Value e = call(t, val(t->vm->classes.os_error), args, second ? 5 : 3);
  return e.is_failed() ? e : raise_object(t, e);
}
namespace {

// An int argument that C takes as int.
}  // namespace
bool get_c_int(Thread* t, Value v, int* out) {
  Value i = to_index(t, v);
  if (i.is_failed()) return false;
  int64_t n;
  if (!int_fits_int64(i, &n) || n > INT_MAX || n < INT_MIN) {
    overflow_error(t, "Python int too large to convert to C int");
    return false;
  }
  *out = static_cast<int>(n);
  return true;
}
namespace {

// --- files and directories ---------------------------------------------------------------------------

Value posix_mkdir(Thread* t, Value path, Value mode) {
  Path p;
  int bits;
  if (!get_path(t, path, "mkdir", "path", kNameOnly, &p) || !get_c_int(t, mode, &bits))
    return Value::failed();
  int error = without_lock(t, [&] { return mkdir(p.c_str(), static_cast<mode_t>(bits)); });
  return error ? path_error(t, error, p) : Value::none();
}
DEF(posix_functions, posix_mkdir, "mkdir(path, mode=511)", "Create a directory.")

Value remove_by(Thread* t, Value path, const char* function, int (*remove)(const char*)) {
  Path p;
  if (!get_path(t, path, function, "path", kNameOnly, &p)) return Value::failed();
  int error = without_lock(t, [&] { return remove(p.c_str()); });
  return error ? path_error(t, error, p) : Value::none();
}
Value posix_rmdir(Thread* t, Value path) { return remove_by(t, path, "rmdir", rmdir); }
DEF(posix_functions, posix_rmdir, "rmdir(path)", "Remove a directory.")
Value posix_remove(Thread* t, Value path) { return remove_by(t, path, "remove", unlink); }
DEF(posix_functions, posix_remove, "remove(path)", "Remove a file (same as unlink()).")
Value posix_unlink(Thread* t, Value path) { return remove_by(t, path, "unlink", unlink); }
DEF(posix_functions, posix_unlink, "unlink(path)", "Remove a file (same as remove()).")

Value rename_by(Thread* t, Value src, Value dst, const char* function) {
  Path from, to;
  if (!get_path(t, src, function, "src", kNameOnly, &from) ||
      !get_path(t, dst, function, "dst", kNameOnly, &to))
    return Value::failed();
  int error = without_lock(t, [&] { return std::rename(from.c_str(), to.c_str()); });
  return error ? path_error(t, error, from, &to) : Value::none();
}
Value posix_rename(Thread* t, Value src, Value dst) { return rename_by(t, src, dst, "rename"); }
DEF(posix_functions, posix_rename, "rename(src, dst)", "Rename a file or directory.")
Value posix_replace(Thread* t, Value src, Value dst) { return rename_by(t, src, dst, "replace"); }
DEF(posix_functions, posix_replace, "replace(src, dst)",
    "Rename a file or directory, overwriting the destination.")

Value posix_chdir(Thread* t, Value path) {
  Path p;
  if (!get_path(t, path, "chdir", "path", kNameOrFd, &p)) return Value::failed();
  int error = without_lock(t, [&] { return p.is_fd ? fchdir(p.fd) : chdir(p.c_str()); });
  return error ? path_error(t, error, p) : Value::none();
}
DEF(posix_functions, posix_chdir, "chdir(path)",
    "Change the current working directory to the specified path.")

Value working_directory(Thread* t, bool bytes) {
  std::string text;
  int error = without_lock(t, [&] {
    std::unique_ptr<char, decltype(&std::free)> found(getcwd(nullptr, 0), std::free);
    if (!found) return -1;
    text = found.get();
    return 0;
  });
  return error ? raise_os_error(t, error) : decode_path(t, text, bytes);
}
Value posix_getcwd(Thread* t) { return working_directory(t, false); }
DEF(posix_functions, posix_getcwd, "getcwd()",
    "Return a unicode string representing the current working directory.")
Value posix_getcwdb(Thread* t) { return working_directory(t, true); }
DEF(posix_functions, posix_getcwdb, "getcwdb()",
    "Return a bytes string representing the current working directory.")

// Reads all names but . and ..; 0 or an error number. No lock needed.
int read_directory(const Path& p, std::vector<std::string>* names) {
  DIR* dir;
  if (p.is_fd) {
    // closedir closes what fdopendir was given, and the position belongs to the open file.
    int fd = fcntl(p.fd, F_DUPFD_CLOEXEC, 0);
    if (fd < 0) return errno;
    dir = fdopendir(fd);
    if (!dir) {
      int error = errno;
      close(fd);
      return error;
    }
    rewinddir(dir);
  } else {
    dir = opendir(p.c_str());
    if (!dir) return errno;
  }
  int error = 0;
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(dir);
    if (!entry) {
      error = errno;
      break;
    }
    if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
      names->emplace_back(entry->d_name);
  }
  if (p.is_fd) rewinddir(dir);
  closedir(dir);
  return error;
}

Value posix_listdir(Thread* t, Value path) {
  Path p;
  if (!get_path(t, path, "listdir", "path", kNameFdOrNone, &p)) return Value::failed();
  std::vector<std::string> names;
  int error;
  {
    Blocking region(t, Blocking::Kind::kLazy);
    error = read_directory(p, &names);
  }
  if (error) return p.is_fd ? raise_os_error(t, error) : path_error(t, error, p);
  List* out = new_list(t, names.size());
  if (!out) return Value::failed();
  for (const std::string& name : names) {
    Value v = decode_path(t, name, is<Bytes>(p.object));
    if (v.is_failed() || !list_append(t, out, v)) return Value::failed();
  }
  return val(out);
}
DEF(posix_functions, posix_listdir, "listdir(path=None)",
    "Return a list containing the names of the files in the directory.")

Value posix_readlink(Thread* t, Value path) {
  Path p;
  if (!get_path(t, path, "readlink", "path", kNameOnly, &p)) return Value::failed();
  char target[PATH_MAX];
  ssize_t size = 0;
  int error = without_lock(t, [&] {
    size = readlink(p.c_str(), target, sizeof target);
    return size < 0 ? -1 : 0;
  });
  if (error) return path_error(t, error, p);
  return decode_path(t, {target, static_cast<size_t>(size)}, is<Bytes>(p.object));
}
DEF(posix_functions, posix_readlink, "readlink(path)",
    "Return a string representing the path to which the symbolic link points.")

// --- stat --------------------------------------------------------------------------------------------

// What stat gives: attributes, and the first ten as a sequence (times in whole seconds).
struct StatResult : NativeObject {
  struct stat st;
};
const NativeType kStatResultType{"os.stat_result", nullptr, nullptr, nullptr};
NativeGroup stat_fields{"os.stat_result"}, stat_methods{"os.stat_result"};

#define STAT_FIELD(name, expression)                              \
  Value get_##name(Thread* t, Value self) {                       \
    auto* r = native_self<StatResult>(t, self, &kStatResultType); \
    if (!r) return Value::failed();                               \
    const struct stat& st = r->st;                                \
    return expression;                                            \
  }                                                               \
  DEF_GET(stat_fields, get_##name, #name "(self)", "")
Value seconds_of(Thread* t, const timespec& at) {
  return new_float(t, static_cast<double>(at.tv_sec) + 1e-9 * static_cast<double>(at.tv_nsec));
}
Value nanoseconds_of(Thread* t, const timespec& at) {
  return new_int(t, static_cast<int64_t>(at.tv_sec) * 1000000000 + at.tv_nsec);
}
STAT_FIELD(st_mode, new_uint(t, st.st_mode))
STAT_FIELD(st_ino, new_uint(t, st.st_ino))
STAT_FIELD(st_dev, new_uint(t, st.st_dev))
STAT_FIELD(st_nlink, new_uint(t, st.st_nlink))
STAT_FIELD(st_uid, new_uint(t, st.st_uid))
STAT_FIELD(st_gid, new_uint(t, st.st_gid))
STAT_FIELD(st_size, new_int(t, st.st_size))
STAT_FIELD(st_atime, seconds_of(t, st.st_atim))
STAT_FIELD(st_mtime, seconds_of(t, st.st_mtim))
STAT_FIELD(st_ctime, seconds_of(t, st.st_ctim))
STAT_FIELD(st_atime_ns, nanoseconds_of(t, st.st_atim))
STAT_FIELD(st_mtime_ns, nanoseconds_of(t, st.st_mtim))
STAT_FIELD(st_ctime_ns, nanoseconds_of(t, st.st_ctim))
STAT_FIELD(st_blksize, new_int(t, st.st_blksize))
STAT_FIELD(st_blocks, new_int(t, st.st_blocks))
STAT_FIELD(st_rdev, new_uint(t, st.st_rdev))
#undef STAT_FIELD

// The sequence part as a tuple.
Value stat_tuple(Thread* t, Value self) {
  auto* r = native_self<StatResult>(t, self, &kStatResultType);
  if (!r) return Value::failed();
  const struct stat& st = r->st;
  return tuple_of(t, {new_uint(t, st.st_mode), new_uint(t, st.st_ino), new_uint(t, st.st_dev),
                      new_uint(t, st.st_nlink), new_uint(t, st.st_uid), new_uint(t, st.st_gid),
                      new_int(t, st.st_size), new_int(t, st.st_atim.tv_sec),
                      new_int(t, st.st_mtim.tv_sec), new_int(t, st.st_ctim.tv_sec)});
}
Value stat_getitem(Thread* t, Value self, Value key) {
  Value items = stat_tuple(t, self);
  return items.is_failed() ? items : get_item(t, items, key);
}
DEF(stat_methods, stat_getitem, "__getitem__(self, key, /)", "Return self[key].")
int64_t stat_len(Value) { return 10; }
DEF(stat_methods, stat_len, "__len__(self, /)", "Return len(self).")
Value stat_iter(Thread* t, Value self) {
  Value items = stat_tuple(t, self);
  return items.is_failed() ? items : get_iter(t, items);
}
DEF(stat_methods, stat_iter, "__iter__(self, /)", "Implement iter(self).")
Value stat_compare(Thread* t, CmpOp op, Value a, Value b) {
  Value left = stat_tuple(t, a);
  if (left.is_failed()) return left;
  if (native_type_of(b) == &kStatResultType) b = stat_tuple(t, b);
  if (b.is_failed()) return b;
  return is<Tuple>(b) ? sequence_compare(t, op, left, b) : Value::not_implemented();
}
BATON_DEF_COMPARE(stat_methods, stat, stat_compare)
Value stat_hash(Thread* t, Value self) {
  Value items = stat_tuple(t, self);
  int64_t hash;
  if (items.is_failed() || !hash_value(t, items, &hash)) return Value::failed();
  return new_int(t, hash);
}
DEF(stat_methods, stat_hash, "__hash__(self, /)", "Return hash(self).")
Value stat_repr(Thread* t, Value self) {
  static constexpr const char* kNames[] = {"st_mode",  "st_ino",  "st_dev",  "st_nlink",
                                           "st_uid",   "st_gid",  "st_size", "st_atime",
                                           "st_mtime", "st_ctime"};
  Value items = stat_tuple(t, self);
  if (items.is_failed()) return items;
  std::string text = "os.stat_result(";
  for (size_t i = 0; i < 10; ++i)
    text +=
        std::string(i ? ", " : "") + kNames[i] + "=" + int_to_text(t, as<Tuple>(items)->items[i]);
  return str_value(t, text + ")");
}
DEF(stat_methods, stat_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace
Value stat_path(Thread* t, const Path& p, bool follow) {
  struct stat st;
  int error = without_lock(t, [&] {
    return p.is_fd ? fstat(p.fd, &st) : follow ? stat(p.c_str(), &st) : lstat(p.c_str(), &st);
  });
  if (error) return path_error(t, error, p);
  auto* r = make_native<StatResult>(t, &kStatResultType);
  if (!r) return Value::failed();
  r->st = st;
  return val(r);
}
namespace {
Value posix_stat(Thread* t, Value path, bool follow) {
  Path p;
  if (!get_path(t, path, "stat", "path", kNameOrFd, &p)) return Value::failed();
  if (p.is_fd && !follow) return value_error(t, "stat: cannot use fd and follow_symlinks together");
  return stat_path(t, p, follow);
}
DEF(posix_functions, posix_stat, "stat(path, *, follow_symlinks=True)",
    "Perform a stat system call on the given path.")
Value posix_lstat(Thread* t, Value path) {
  Path p;
  return get_path(t, path, "lstat", "path", kNameOnly, &p) ? stat_path(t, p, false)
                                                           : Value::failed();
}
DEF(posix_functions, posix_lstat, "lstat(path)",
    "Perform a stat system call on the given path, without following symbolic links.")

// --- environment -------------------------------------------------------------------------------------

// A name or value for the environment, which may be path-like as in CPython.
bool get_text(Thread* t, Value v, std::string* out) {
  Value p = posix_fspath(t, v);
  return !p.is_failed() && encode_path(t, p, out);
}
Value posix_putenv(Thread* t, Value name, Value value) {
  std::string n, v;
  if (!get_text(t, name, &n) || !get_text(t, value, &v)) return Value::failed();
  if (n.find('=') != n.npos) return value_error(t, "illegal environment variable name");
  return setenv(n.c_str(), v.c_str(), 1) != 0 ? raise_os_error(t, errno) : Value::none();
}
DEF(posix_functions, posix_putenv, "putenv(name, value, /)",
    "Change or add an environment variable.")
Value posix_unsetenv(Thread* t, Value name) {
  std::string n;
  if (!get_text(t, name, &n)) return Value::failed();
  return unsetenv(n.c_str()) != 0 ? raise_os_error(t, errno) : Value::none();
}
DEF(posix_functions, posix_unsetenv, "unsetenv(name, /)", "Delete an environment variable.")

// The environment the process began with, as bytes to bytes; of a name set twice the first counts.
Dict* environment(Thread* t) {
  Dict* out = new_dict(t);
  for (char** e = environ; out && e && *e; ++e) {
    std::string_view entry(*e);
    size_t equals = entry.find('=');
    if (equals == entry.npos) continue;
    Value key = decode_path(t, entry.substr(0, equals), true);
    if (key.is_failed()) return nullptr;
    Value have = dict_get(t, out, key);
    if (have.is_failed()) return nullptr;
    if (!have.is_unbound()) continue;
    Value value = decode_path(t, entry.substr(equals + 1), true);
    if (value.is_failed() || !dict_set(t, out, key, value)) return nullptr;
  }
  return out;
}

// --- process and system ------------------------------------------------------------------------------

int64_t posix_getpid() { return getpid(); }
DEF(posix_functions, posix_getpid, "getpid()", "Return the current process id.")
int64_t posix_getppid() { return getppid(); }
DEF(posix_functions, posix_getppid, "getppid()", "Return the parent's process id.")
int64_t posix_getuid() { return getuid(); }
DEF(posix_functions, posix_getuid, "getuid()", "Return the current process's user id.")
Value posix_cpu_count(Thread*) {
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? Value::from_int(n) : Value::none();
}
DEF(posix_functions, posix_cpu_count, "cpu_count()",
    "Return the number of CPUs in the system; return None if indeterminable.")

Value posix_strerror(Thread* t, Value code) {
  int n;
  return get_c_int(t, code, &n) ? str_value(t, std::strerror(n)) : Value::failed();
}
DEF(posix_functions, posix_strerror, "strerror(code, /)",
    "Translate an error code to a message string.")

Value posix_isatty(Thread* t, Value fd) {
  int n;
  return get_c_int(t, fd, &n) ? Value::boolean(isatty(n) == 1) : Value::failed();
}
DEF(posix_functions, posix_isatty, "isatty(fd, /)",
    "Return True if the fd is connected to a terminal.")

// Ends the process at once: nothing is flushed, no thread is waited for.
Value posix_exit(Thread* t, Value status) {
  int n;
  if (!get_c_int(t, status, &n)) return Value::failed();
  ::_exit(n);
}
DEF(posix_functions, posix_exit, "_exit(status)",
    "Exit to the system with specified status, without normal exit processing.")

Value posix_urandom(Thread* t, Value size) {
  Value index = to_index(t, size);
  if (index.is_failed()) return index;
  int64_t n;
  if (!int_fits_int64(index, &n))
    return overflow_error(t, "Python int too large to convert to C ssize_t");
  if (n < 0) return value_error(t, "negative argument not allowed");
  Bytes* out = take_bytes(t, static_cast<size_t>(n), shape_of(t->vm->classes.bytes));
  if (!out) return Value::failed();
  // In pieces, so that a signal can end a long request; the object is filled with the lock held only.
  uint8_t piece[4096];
  for (size_t done = 0; done < out->size;) {
    ssize_t got = 0;
    size_t want = std::min(out->size - done, sizeof piece);
    int error = without_lock(t, [&] {
      got = getrandom(piece, want, 0);
      return got < 0 ? -1 : 0;
    });
    if (error && error != EINTR) return raise_os_error(t, error);
    if (!error) {
      std::memcpy(out->data + done, piece, static_cast<size_t>(got));
      done += static_cast<size_t>(got);
    }
    if (!poll(t)) return Value::failed();
  }
  return val(out);
}
DEF(posix_functions, posix_urandom, "urandom(size, /)",
    "Return a bytes object containing random bytes suitable for cryptographic use.")

}  // namespace

void init_posix(Thread* t, Module* m) {
  Class* result = new_builtin_class(t, "os.stat_result", t->vm->classes.object, Kind::kNativeObject,
                                    kClassNoSubclass, &kStatResultType);
  if (!result) return;
  install_methods(t, result, stat_fields);
  install_methods(t, result, stat_methods);
  install_functions(t, m, posix_functions);
  if (!dict_set_cstr(t, m->dict, "stat_result", val(result)) ||
      !dict_set_cstr(t, m->dict, "error", val(t->vm->classes.os_error)))
    return;
  install_posix_files(t, m);
  install_posix_process(t, m);
  if (Dict* env = environment(t)) dict_set_cstr(t, m->dict, "environ", val(env));
}

}  // namespace baton
