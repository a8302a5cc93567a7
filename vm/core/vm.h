// The Vm: everything one interpreter owns. No global mutable state exists beside it.
//
// Every field is protected by the Vm's lock unless it says otherwise.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "vm/core/object.h"
#include "vm/core/shape.h"
#include "vm/core/thread.h"
#include "vm/heap/heap.h"

namespace baton {

struct NativeGroup;

// Built-in classes the VM names itself: CLASS(field, "name", base field, Kind of instances, flags).
#define BATON_CORE_CLASSES(CLASS)                                                          \
  CLASS(object, "object", object, kInstance, 0)                                            \
  CLASS(type, "type", object, kClass, 0)                                                   \
  CLASS(none_type, "NoneType", object, kFree, kClassNoSubclass)                            \
  CLASS(not_implemented_type, "NotImplementedType", object, kFree, kClassNoSubclass)       \
  CLASS(ellipsis_type, "ellipsis", object, kFree, kClassNoSubclass)                        \
  CLASS(int_, "int", object, kBigInt, 0)                                                   \
  CLASS(bool_, "bool", int_, kBigInt, kClassNoSubclass)                                    \
  CLASS(float_, "float", object, kFloat, 0)                                                \
  CLASS(complex_, "complex", object, kComplex, 0)                                          \
  CLASS(str, "str", object, kStr, 0)                                                       \
  CLASS(bytes, "bytes", object, kBytes, 0)                                                 \
  CLASS(bytearray, "bytearray", object, kByteArray, 0)                                     \
  CLASS(tuple, "tuple", object, kTuple, 0)                                                 \
  CLASS(list, "list", object, kList, 0)                                                    \
  CLASS(dict, "dict", object, kDict, 0)                                                    \
  CLASS(set, "set", object, kSet, 0)                                                       \
  CLASS(frozenset, "frozenset", object, kSet, 0)                                           \
  CLASS(range, "range", object, kRange, kClassNoSubclass)                                  \
  CLASS(slice, "slice", object, kSlice, kClassNoSubclass)                                  \
  CLASS(cell, "cell", object, kCell, kClassNoSubclass)                                     \
  CLASS(code, "code", object, kCode, kClassNoSubclass)                                     \
  CLASS(function, "function", object, kFunction, kClassNoSubclass | kClassHasDict)         \
  CLASS(builtin_function, "builtin_function_or_method", object, kNative, kClassNoSubclass) \
  CLASS(method_descriptor, "method_descriptor", object, kNative, kClassNoSubclass)         \
  CLASS(method, "method", object, kBoundMethod, kClassNoSubclass)                          \
  CLASS(property, "property", object, kProperty, 0)                                        \
  CLASS(classmethod, "classmethod", object, kClassMethod, 0)                               \
  CLASS(staticmethod, "staticmethod", object, kStaticMethod, 0)                            \
  CLASS(super, "super", object, kSuper, 0)                                                 \
  CLASS(module, "module", object, kModule, kClassHasDict)                                  \
  CLASS(traceback, "traceback", object, kTraceback, kClassNoSubclass)                      \
  CLASS(generator, "generator", object, kGenerator, kClassNoSubclass)                      \
  CLASS(member_descriptor, "member_descriptor", object, kSlotDescriptor, kClassNoSubclass)

// The exception classes: EXC(field, "Name", base field).
#define BATON_EXCEPTIONS(EXC)                                               \
  EXC(base_exception, "BaseException", object)                              \
  EXC(system_exit, "SystemExit", base_exception)                            \
  EXC(keyboard_interrupt, "KeyboardInterrupt", base_exception)              \
  EXC(generator_exit, "GeneratorExit", base_exception)                      \
  EXC(base_exception_group, "BaseExceptionGroup", base_exception)           \
  EXC(exception, "Exception", base_exception)                               \
  EXC(exception_group, "ExceptionGroup", base_exception_group)              \
  EXC(stop_iteration, "StopIteration", exception)                           \
  EXC(stop_async_iteration, "StopAsyncIteration", exception)                \
  EXC(arithmetic_error, "ArithmeticError", exception)                       \
  EXC(overflow_error, "OverflowError", arithmetic_error)                    \
  EXC(zero_division_error, "ZeroDivisionError", arithmetic_error)           \
  EXC(floating_point_error, "FloatingPointError", arithmetic_error)         \
  EXC(assertion_error, "AssertionError", exception)                         \
  EXC(attribute_error, "AttributeError", exception)                         \
  EXC(buffer_error, "BufferError", exception)                               \
  EXC(eof_error, "EOFError", exception)                                     \
  EXC(import_error, "ImportError", exception)                               \
  EXC(module_not_found_error, "ModuleNotFoundError", import_error)          \
  EXC(lookup_error, "LookupError", exception)                               \
  EXC(index_error, "IndexError", lookup_error)                              \
  EXC(key_error, "KeyError", lookup_error)                                  \
  EXC(memory_error, "MemoryError", exception)                               \
  EXC(name_error, "NameError", exception)                                   \
  EXC(unbound_local_error, "UnboundLocalError", name_error)                 \
  EXC(os_error, "OSError", exception)                                       \
  EXC(blocking_io_error, "BlockingIOError", os_error)                       \
  EXC(child_process_error, "ChildProcessError", os_error)                   \
  EXC(connection_error, "ConnectionError", os_error)                        \
  EXC(broken_pipe_error, "BrokenPipeError", connection_error)               \
  EXC(connection_aborted_error, "ConnectionAbortedError", connection_error) \
  EXC(connection_refused_error, "ConnectionRefusedError", connection_error) \
  EXC(connection_reset_error, "ConnectionResetError", connection_error)     \
  EXC(file_exists_error, "FileExistsError", os_error)                       \
  EXC(file_not_found_error, "FileNotFoundError", os_error)                  \
  EXC(interrupted_error, "InterruptedError", os_error)                      \
  EXC(is_a_directory_error, "IsADirectoryError", os_error)                  \
  EXC(not_a_directory_error, "NotADirectoryError", os_error)                \
  EXC(permission_error, "PermissionError", os_error)                        \
  EXC(process_lookup_error, "ProcessLookupError", os_error)                 \
  EXC(timeout_error, "TimeoutError", os_error)                              \
  EXC(reference_error, "ReferenceError", exception)                         \
  EXC(runtime_error, "RuntimeError", exception)                             \
  EXC(not_implemented_error, "NotImplementedError", runtime_error)          \
  EXC(recursion_error, "RecursionError", runtime_error)                     \
  EXC(syntax_error, "SyntaxError", exception)                               \
  EXC(indentation_error, "IndentationError", syntax_error)                  \
  EXC(tab_error, "TabError", indentation_error)                             \
  EXC(system_error, "SystemError", exception)                               \
  EXC(type_error, "TypeError", exception)                                   \
  EXC(value_error, "ValueError", exception)                                 \
  EXC(unicode_error, "UnicodeError", value_error)                           \
  EXC(unicode_decode_error, "UnicodeDecodeError", unicode_error)            \
  EXC(unicode_encode_error, "UnicodeEncodeError", unicode_error)            \
  EXC(unicode_translate_error, "UnicodeTranslateError", unicode_error)      \
  EXC(warning, "Warning", exception)                                        \
  EXC(deprecation_warning, "DeprecationWarning", warning)                   \
  EXC(pending_deprecation_warning, "PendingDeprecationWarning", warning)    \
  EXC(runtime_warning, "RuntimeWarning", warning)                           \
  EXC(syntax_warning, "SyntaxWarning", warning)                             \
  EXC(user_warning, "UserWarning", warning)                                 \
  EXC(future_warning, "FutureWarning", warning)                             \
  EXC(import_warning, "ImportWarning", warning)                             \
  EXC(unicode_warning, "UnicodeWarning", warning)                           \
  EXC(bytes_warning, "BytesWarning", warning)                               \
  EXC(resource_warning, "ResourceWarning", warning)                         \
  EXC(encoding_warning, "EncodingWarning", warning)

struct Names {
#define NAME(id, text) Str* id;
#include "vm/core/names.def"
#undef NAME
};
struct CoreClasses {
#define CLASS(field, name, base, kind, flags) Class* field;
  BATON_CORE_CLASSES(CLASS)
#undef CLASS
#define EXC(field, name, base) Class* field;
  BATON_EXCEPTIONS(EXC)
#undef EXC
};
// Shape ids of exact instances of the classes the loop tests for.
struct CoreShapes {
  uint32_t float_, bigint, complex_, str, bytes, bytearray, tuple, list, dict, set, frozenset,
      range, slice, cell, code, function, builtin_function, method_descriptor, method, property,
      classmethod, staticmethod, super, module, traceback, generator, member_descriptor, type;
};

// Attributes of an object that is not an Instance (a list subclass, a function, an exception):
// slots by shape, or a Dict.
struct AttrStore {
  std::vector<Value> slots;
  Dict* dict = nullptr;
};

struct MethodCacheEntry {
  Class* cls;
  Str* name;
  Value value;
  uint32_t epoch;
};

// What an attribute's name means for objects of a shape, for the sites that see more shapes than
// their inline cache holds. Shape ids are never used again, so an entry can be stale (its epoch
// passed) but never wrong, and what it points to is alive while an object of that shape is.
struct SiteCacheEntry {
  enum Use : uint8_t { kNothing, kGetSlot, kGetValue, kMethod, kSetSlot, kSetAdd };
  Str* name;
  uint32_t shape;
  uint32_t epoch;  // of kGetValue, kMethod, kSetAdd
  Value value;     // of kGetValue, kMethod
  uint32_t slot;   // of the others; of the object's inline slots and then its far ones
  uint32_t after : 29;
  uint32_t use : 3;
};

// Zeroed memory that costs nothing until it is touched, unlike calloc's when it is small.
struct MappedMemory {
  explicit MappedMemory(size_t size);  // aborts when there is none
  ~MappedMemory();
  MappedMemory(const MappedMemory&) = delete;
  void* data;
  size_t bytes;
};
template <class T, size_t kCount>
class LazyTable : MappedMemory {
 public:
  LazyTable() : MappedMemory(kCount * sizeof(T)) {}
  T& operator[](size_t i) { return static_cast<T*>(data)[i]; }
};

// How import, eval and the REPL reach the compiler, which the VM does not know.
struct CompileRequest {
  std::string_view source;
  std::string filename;
  enum class Mode { kExec, kEval, kSingle } mode;
  bool name_mode;
};
struct CompileFailure {
  std::string type, message, filename, text;
  int line, col, end_line, end_col;
  bool incomplete;
};
using CompileHook = std::shared_ptr<CodeBlob> (*)(const CompileRequest&, CompileFailure* failure);

struct VmOptions {
  int64_t switch_interval_ns = 5'000'000;
  int64_t switch_ticks = 0;  // 0: by time
  GilPolicy policy = GilPolicy::kDefault;
  int64_t slice_ns = 500'000;
  size_t memory_limit = 0;
  uint32_t recursion_limit = 1000;
  std::vector<std::string> argv, path;
  CompileHook compile = nullptr;
};

struct Vm {
  explicit Vm(const VmOptions&
                  options);  // the calling thread becomes main thread, attached, holding the lock
  ~Vm();
  Vm(const Vm&) = delete;

  VmOptions options;
  Gil gil;
  Heap heap;
  Names names{};
  CoreClasses classes{};
  CoreShapes shape_ids{};
  std::vector<std::unique_ptr<Shape>> shapes;          // by id; 0 is none
  std::unordered_map<const Object*, AttrStore> attrs;  // of objects flagged kHasAttrs
  std::unordered_map<std::string_view, Str*>
      interned;              // keys point into the strings (kept for the Vm's life)
  uint32_t class_epoch = 1;  // bumped when a cached class attribute changes
  uint32_t next_dict_version = 1;
  static constexpr size_t kMethodCache = 2048, kSiteCache = 1024;  // entries; powers of two
  LazyTable<MethodCacheEntry, kMethodCache> method_cache;
  LazyTable<SiteCacheEntry, kSiteCache> site_cache;

  Dict* modules = nullptr;   // sys.modules
  Dict* builtins = nullptr;  // namespace of the builtins module
  Str* empty_str = nullptr;
  Tuple* empty_tuple = nullptr;
  Str* latin1[256] = {};      // one-character strings
  Thread* threads = nullptr;  // all attached threads
  Thread* main_thread = nullptr;
  uint64_t max_str_digits = 4300;  // sys.set_int_max_str_digits(); 0: no limit
  uint32_t recursion_limit = 1000;
  Code* stub_code = nullptr;        // the frame that nested runs and __init__ calls return through
  const Insn* halt_stub = nullptr;  // entry stub code, see interp.h
  Value* stub_consts = nullptr;
  std::unordered_map<std::string, void (*)(Thread*, Module*)>
      native_modules;  // import name -> initialiser (may set an exception)
  std::unordered_map<const NativeType*, Class*>
      native_classes;  // class of each NativeType (new_builtin_class enters it)
  // What is to run for the dead: weak references (their callback), instances (__del__), generators.
  std::vector<Value> pending_finalizers;
  std::unordered_map<const Object*, struct WeakRef*> weak_refs;  // vm/heap/weak.h
  uint64_t weak_ref_number = 0;
  std::vector<struct MemoryView*> memory_views;  // all that were not released, weakly
  bool late_del = false;           // some class got a __del__ when it might have instances already
  uint64_t next_local_number = 1;  // of threading.local objects
  size_t thread_stack_bytes = 0;   // native stack of new threads; 0: the default
  Value object_init = Value::none();   // object.__init__, likewise
  Value object_new = Value::none();    // object.__new__, to know a class that has its own
  Value memory_error = Value::none();  // made beforehand, for when there is no memory (error.cpp)
  std::shared_ptr<struct OsThreads>
      os_threads;                               // threads that scripts started: vm/thread/threads.h
  std::shared_ptr<struct IoState> io;           // open files: stdlib/io.h
  std::shared_ptr<struct ImportState> imports;  // modules being imported now: vm/objects/import.cpp
  bool closing = false;
};

// The class whose instances are NativeObjects of this type.
inline Class* native_class(Vm* vm, const NativeType* type) {
  return vm->native_classes.find(type)->second;
}

// Class of any value.
Class* class_of_immediate(Vm* vm, Value v);
BATON_INLINE Class* class_of(Vm* vm, Value v) {
  if (BATON_LIKELY(v.is_ptr())) return vm->shapes[v.ptr()->shape]->cls;
  return class_of_immediate(vm, v);
}

}  // namespace baton
