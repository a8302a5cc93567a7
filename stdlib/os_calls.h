// What the files of the posix module share: arguments turned into plain C++ data, errors with their paths,
// system calls without the lock. See os_module.cpp for the rules. Lock held but inside without_lock().
#pragma once
#include <cerrno>
#include <string>

#include "vm/native/native.h"

namespace baton {

// A path argument: `object` is what an error shows, text or fd (>= 0 unless given so) what is called with.
struct Path {
  Value object = Value::none();
  std::string text;
  int fd = -1;
  bool is_fd = false;
  const char* c_str() const { return text.c_str(); }
};
enum PathKinds { kNameOnly, kNameOrFd, kNameFdOrNone };
// `function` and `argument` name the parameter in errors. None, where it may be, is the directory ".".
bool get_path(Thread* t, Value v, const char* function, const char* argument, PathKinds kinds,
              Path* out);
// OSError(error, strerror, path) or, with a second path, of both; the class by errno.
Value path_error(Thread* t, int error, const Path& path, const Path* second = nullptr);
// A name of the file system as str, or as bytes.
Value decode_path(Thread* t, std::string_view path, bool bytes);
// An int argument that C takes as int.
bool get_c_int(Thread* t, Value v, int* out);
Value stat_path(Thread* t, const Path& p, bool follow);

// Runs a system call (0: good, -1: errno) without the lock; the error number, or 0.
template <class F>
int without_lock(Thread* t, F system_call) {
  Blocking region(t, Blocking::Kind::kLazy);
  return system_call() == 0 ? 0 : errno;
}

// The functions and constants of the other files.
void install_posix_files(Thread* t, Module* m);    // os_files.cpp
void install_posix_process(Thread* t, Module* m);  // os_process.cpp

}  // namespace baton
