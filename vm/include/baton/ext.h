// What a native extension module (NAME.so) shows to Baton: one C symbol that returns a table.
//
//   static NativeGroup group{"fast"};
//   static double hypot2(double x, double y) { ... }
//   DEF(group, hypot2, "hypot2(x, y, /)", "...")
//   BATON_MODULE(fast, group)
//
// The import system finds NAME.so on sys.path, calls baton_ext_v1() and refuses a table whose size
// or ABI it does not know with ImportError. An extension uses the functions of the baton executable
// itself, so it is built against the same headers; it is never unloaded. init runs with the lock.
#pragma once
#include <cstdint>

#include "vm/native/native.h"

namespace baton {
inline constexpr uint16_t kExtAbiMajor = 1;  // differs: refused
inline constexpr uint16_t kExtAbiMinor = 0;  // the extension's may not be newer than Baton's
}  // namespace baton

struct baton_ext {
  uint32_t size;  // sizeof(baton_ext) as the extension saw it
  uint16_t abi_major, abi_minor;
  const char* name;     // the module's last name component
  const char* version;  // of the extension, free text
  uint32_t flags;       // 0
  // Fills the module; an exception left pending makes the import fail with it.
  void (*init)(baton::Thread*, baton::Module*);
};

#define BATON_EXT_EXPORT extern "C" __attribute__((visibility("default")))

// Exports an extension whose functions are the DEFs of one NativeGroup.
#define BATON_MODULE(module_name, native_group)                                                    \
  BATON_EXT_EXPORT const baton_ext* baton_ext_v1(void) {                                           \
    static const baton_ext table = {                                                               \
        sizeof(baton_ext),                                                                         \
        baton::kExtAbiMajor,                                                                       \
        baton::kExtAbiMinor,                                                                       \
        #module_name,                                                                              \
        "",                                                                                        \
        0,                                                                                         \
        [](baton::Thread* t, baton::Module* m) { baton::install_functions(t, m, native_group); }}; \
    return &table;                                                                                 \
  }
