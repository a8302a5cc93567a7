// Where modules come from: searching directories, reading source, loading native extensions.
#pragma once
#include <string>

#include "vm/objects/objects.h"

namespace baton {

struct Found {
  enum Kind { kNothing, kSource, kPackage, kNamespace, kExtension } kind = kNothing;
  std::string file;               // of the source or extension
  std::vector<std::string> dirs;  // of a package
};

// Looks for module `leaf` in the directories of a list object (sys.path, a package's __path__).
// Releases the lock while it asks the system. False: exception pending.
bool find_on_path(Thread* t, Value path_list, const std::string& leaf, Found* out);
// Reads a whole file without the lock; false: OSError pending.
bool read_source(Thread* t, const std::string& file, std::string* out);
// dlopens an extension and fills the module; false: ImportError (or what its init raised) pending.
bool load_extension(Thread* t, const std::string& file, const std::string& name, Module* m);

}  // namespace baton
