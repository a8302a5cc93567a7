// Where modules come from: directories of sys.path, source files, native extensions.
//
// Every call into the file system happens without the lock (lazily: it is mostly cached and short).
// In one directory NAME/__init__.py comes before NAME.so before NAME.py; a directory NAME without
// __init__.py is a namespace package, taken only when no directory has anything else.
#include "vm/objects/import_path.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

#include "vm/include/baton/ext.h"

namespace baton {
namespace {

enum class Entry { kNone, kFile, kDirectory };
Entry look(const std::string& path) {
  struct stat st;
  if (stat(path.c_str(), &st) != 0) return Entry::kNone;
  return S_ISDIR(st.st_mode) ? Entry::kDirectory : Entry::kFile;
}

void look_in(const std::string& dir, const std::string& leaf, Found* out) {
  std::string base = dir.empty() ? leaf : dir.back() == '/' ? dir + leaf : dir + "/" + leaf;
  Entry folder = look(base);
  if (folder == Entry::kDirectory && look(base + "/__init__.py") == Entry::kFile) {
    *out = {Found::kPackage, base + "/__init__.py", {base}};
  } else if (look(base + ".so") == Entry::kFile) {
    *out = {Found::kExtension, base + ".so", {}};
  } else if (look(base + ".py") == Entry::kFile) {
    *out = {Found::kSource, base + ".py", {}};
  } else if (folder == Entry::kDirectory) {
    out->kind = Found::kNamespace;
    out->dirs.push_back(base);
  }
}

Value import_error(Thread* t, const std::string& message) {
  return raise(t, t->vm->classes.import_error, message);
}

}  // namespace

bool find_on_path(Thread* t, Value path_list, const std::string& leaf, Found* out) {
  std::vector<std::string> dirs;
  if (List* l = try_as<List>(path_list)) {
    for (size_t i = 0; i < l->size; ++i)
      if (is<Str>(l->items[i])) dirs.emplace_back(as<Str>(l->items[i])->view());
  } else if (!path_list.is_unbound() && !path_list.is_none()) {
    bool ok = for_each_item(t, path_list, [&](Value v) {
      if (is<Str>(v)) dirs.emplace_back(as<Str>(v)->view());
      return true;
    });
    if (!ok) return false;
  }
  if (leaf.empty() || leaf.find('/') != leaf.npos || leaf.find('\0') != leaf.npos) return true;
  Blocking b(t, Blocking::Kind::kLazy);
  for (std::string& dir : dirs) {
    // A module's __file__ stays true when the program changes its folder.
    if (char cwd[PATH_MAX]; dir.empty() || dir[0] != '/') {
      if (!getcwd(cwd, sizeof cwd)) continue;
      while (dir.starts_with("./")) dir.erase(0, 2);
      dir = dir.empty() || dir == "." ? cwd : std::string(cwd) + "/" + dir;
    }
    look_in(dir, leaf, out);
    if (out->kind != Found::kNothing && out->kind != Found::kNamespace) break;
  }
  return true;
}

bool read_source(Thread* t, const std::string& file, std::string* out) {
  int error = 0;
  {
    Blocking b(t, Blocking::Kind::kLazy);
    int fd = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
      error = errno;
    } else {
      char buffer[65536];
      for (;;) {
        ssize_t n = read(fd, buffer, sizeof buffer);
        if (n > 0) {
          out->append(buffer, static_cast<size_t>(n));
        } else if (n == 0) {
          break;
        } else if (errno != EINTR) {
          error = errno;
          break;
        }
      }
      close(fd);
    }
  }
  if (error) raise_os_error(t, error, file);
  return error == 0;
}

bool load_extension(Thread* t, const std::string& file, const std::string& name, Module* m) {
  std::string problem;
  const baton_ext* ext = nullptr;
  {
    Blocking b(t);
    // A path without a slash would be looked for in the system's directories.
    std::string path = file.find('/') == file.npos ? "./" + file : file;
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) {
      const char* why = dlerror();
      problem = why ? why : "cannot load " + file;
    } else if (void* entry = dlsym(library, "baton_ext_v1")) {
      ext = reinterpret_cast<const baton_ext* (*)()>(entry)();
      if (!ext) problem = file + ": baton_ext_v1() returned nothing";
    } else {
      problem = "dynamic module does not define module export function (baton_ext_v1)";
    }
  }
  if (ext && ext->size < sizeof(baton_ext)) {
    problem = file + ": extension table of " + std::to_string(ext->size) + " bytes is too small";
    ext = nullptr;
  }
  if (ext && (ext->abi_major != kExtAbiMajor || ext->abi_minor > kExtAbiMinor)) {
    problem = file + ": built for extension ABI " + std::to_string(ext->abi_major) + "." +
              std::to_string(ext->abi_minor) + ", this Baton has " + std::to_string(kExtAbiMajor) +
              "." + std::to_string(kExtAbiMinor);
    ext = nullptr;
  }
  if (ext && !ext->init) {
    problem = file + ": the extension has no init function";
    ext = nullptr;
  }
  if (!ext) {
    import_error(t, problem);
    if (Exception* e = try_as<Exception>(t->exception)) {
      Value n = str_value(t, name);
      if (!n.is_failed()) barrier_store(e, &e->extra[0], n);
      Value p = str_value(t, file);
      if (!p.is_failed()) barrier_store(e, &e->extra[1], p);
    }
    return false;
  }
  ext->init(t, m);
  return t->exception.is_unbound();
}

}  // namespace baton
