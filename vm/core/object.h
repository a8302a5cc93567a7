// Heap objects: the header every object begins with, and the layouts the loop knows.
//
// Rules. (1) Objects never move. (2) `kind` says the memory layout, `shape` the class and, for
// attribute-carrying objects, the attribute names: class_of(vm, v) reads it. A subclass of a
// built-in type has the built-in's kind and its own shape, so "is exactly a list" is shape ==
// vm->shape_ids.list and "is laid out as a list" is kind == Kind::kList. (3) Every store of a Value
// into an object goes through barrier_store() (heap.h) or happens before the object is reachable.
// (4) Objects are read and written with the lock held; a body without the lock may not touch any.
// Types that only one module knows are NativeObjects with a NativeType (trace, finalize, next), not
// kinds.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "vm/bytecode/code_blob.h"
#include "vm/core/value.h"

namespace baton {

struct Thread;
struct Vm;
struct Shape;
struct Dict;
struct Class;
struct Str;
struct Tuple;
struct NativeDef;
class Marker;

enum class Kind : uint8_t {
  kFree = 0,  // a free cell
  kFloat,
  kBigInt,
  kComplex,
  kStr,
  kBytes,
  kByteArray,
  kTuple,
  kList,
  kDict,
  kSet,
  kRange,
  kSlice,
  kCell,
  kCode,
  kFunction,
  kNative,
  kBoundMethod,
  kClass,
  kInstance,
  kProperty,
  kClassMethod,
  kStaticMethod,
  kSuper,
  kModule,
  kException,
  kTraceback,
  kGenerator,
  kSlotDescriptor,
  kNativeObject,
};

enum ObjectFlag : uint16_t {
  kHasAttrs = 1,  // attributes in vm->attrs (objects that are not Instances): see attrs.h
  kDictMode = 2,  // attributes are a Dict (Instance: far slots hold it; others: AttrStore)
  kInterned = 4,  // Str: unique by content, compare by address
  kAscii = 8,     // Str
  kNameCached =
      16,        // Str: some inline cache or method-cache entry holds a class lookup of this name
  kFrozen = 32,  // Set: a frozenset
  kHasWeakRefs = 64,    // in vm->weak_refs: see vm/heap/weak.h
  kHasFinalizer = 128,  // the heap knows it by Heap::watch(): has __del__, or a frame to be closed
  kFinalized = 256,     // that was done
};

struct Object {
  uint32_t shape;
  Kind kind;
  uint8_t gc;  // mark colour; the heap's
  uint16_t flags;
};
static_assert(sizeof(Object) == 8);

struct FloatObj : Object {
  double d;
};  // exponents that do not fit inline, and float subclasses
struct ComplexObj : Object {
  double re, im;
};
struct BigInt : Object {  // normalised unless an int subclass (then any size)
  uint32_t n;             // limbs
  uint32_t neg;
  uint64_t limbs[];
};
struct Str : Object {  // immutable, valid generalized UTF-8, NUL after the end
  uint32_t size;       // bytes
  uint32_t length;     // code points
  int64_t hash;        // 0: not computed yet
  uint32_t* index;     // byte offset of every 64th code point; null until needed; malloc'ed
  char data[];
  std::string_view view() const { return {data, size}; }
  bool ascii() const { return flags & kAscii; }
};
struct Bytes : Object {
  int64_t hash;
  size_t size;
  uint8_t data[];
  std::string_view view() const { return {reinterpret_cast<const char*>(data), size}; }
};
struct ByteArray : Object {
  size_t size, capacity;
  uint8_t* data;
  uint32_t exports;  // natives that use the memory without the lock
  uint32_t views;    // memoryviews: see vm/objects/memoryview.h
};
struct Tuple : Object {
  size_t size;
  Value items[];
};
struct List : Object {
  size_t size;
  Value* items;
  size_t capacity;
};
struct Range : Object {
  Value start, stop, step, length;
};  // ints of any size
struct Slice : Object {
  Value start, stop, step;
};
struct Cell : Object {
  Value v;
};

// Insertion-ordered hash table. entries[0..used) hold live and deleted (key unbound) entries in
// order; index is open-addressed, power of two. `version` names the key set and the entries'
// address for inline caches: it changes (0 = none taken) when a key comes or goes or entries move,
// never when only a value is replaced.
struct DictEntry {
  Value key, value;
  int64_t hash;
};
struct Dict : Object {
  uint32_t version;   // 0, or unique within the Vm: dict_version() takes one
  uint32_t size;      // live entries
  uint32_t used;      // entries filled, deleted ones included
  uint32_t capacity;  // entries allocated
  DictEntry* entries;
  int32_t* index;  // -1 empty, -2 deleted, else entry number; null while used <= 8
  uint32_t index_mask;
  uint32_t guard;  // counts changes of keys: iterators compare it ("changed size during iteration")
};
struct SetEntry {
  Value key;
  int64_t hash;
};  // key unbound: empty, failed(): deleted
struct Set : Object {
  uint32_t fill, used;
  uint32_t mask;
  uint32_t finger;
  SetEntry* table;
  int64_t hash;
  SetEntry small[8];
};

// A code object: a blob made runnable in one Vm. Owns a copy of the instructions (inline caches).
struct Code : Object {
  const CodeBlob* blob;  // kept alive by `owner`
  std::shared_ptr<CodeBlob>* owner;
  Insn* insns;
  Value* consts;  // consts[-1] is this Code
  uint32_t insn_count, const_count;
  uint16_t registers;
  bool needs_close;  // a generator: suspended, it may have something to clean up
  Str* name;
  Str* qualname;
  Str* filename;
};
struct Function : Object {
  const Insn* entry;  // = code->insns
  Value* consts;      // = code->consts
  Code* code;
  Dict* globals;
  Dict* builtins;
  Cell** cells;      // captured; malloc'ed, code->blob->captures.size()
  Value defaults;    // Tuple or None
  Value kwdefaults;  // Dict or None
  Value name, qualname, doc, module, annotations;  // annotations: Dict or None
  uint16_t positional;                             // copies for the call path
  bool simple;  // no *args, **kwargs, keyword-only, not a generator
};
struct NativeFunction : Object {
  const NativeDef* def;
  Value self;    // module it lives in, or unbound
  Class* owner;  // class whose method it is, or null
  Value data;    // for closures made by natives; unbound otherwise
};
struct BoundMethod : Object {
  Value func, self;
};
struct Property : Object {
  Value get, set, del, doc;
};
struct ClassMethod : Object {
  Value func;
};
struct StaticMethod : Object {
  Value func;
};
struct SlotDescriptor : Object {
  Str* name;
  Class* owner;
  uint32_t slot;
};  // __slots__ member
struct Super : Object {
  Class* cls;
  Value self;
  Class* self_class;
};
struct Module : Object {
  Dict* dict;
  Value name;
};

// An instance of a script class (or of plain object). inline_slots: see instance_inline().
struct Instance : Object {
  Value* far;  // slots past the inline ones, malloc'ed; in dict mode a Dict*
  uint32_t inline_cap;
  uint32_t far_cap;
  Value slots[];
};

struct Exception : Object {
  Value args;            // Tuple
  Value traceback;       // Traceback or None
  Value cause, context;  // Exception or None
  bool suppress_context;
  Value notes;     // List or unbound
  Value extra[5];  // by class: StopIteration.value; OSError errno, strerror, filename, filename2;
                   // SyntaxError ...; ImportError name, path; else unbound
};
struct Traceback : Object {
  Value next;
  Code* code;
  uint32_t insn;
  int32_t line;
  Value globals;
  Value frame;    // its frame object, or unbound() until someone asks
  Value* window;  // where the frame was: says whether it still runs
};

enum class GenState : uint8_t { kCreated, kSuspended, kRunning, kDone };
struct Generator : Object {
  GenState state;
  uint8_t resume_kind;  // how it runs now: kGenNative, kGenFor, kGenSend
  Function* func;
  const Insn* pc;        // where to go on
  Value sent_reg;        // internal
  Value handled;         // exception being handled inside while suspended; none()
  Value caller_handled;  // the resumer's, while it runs
  uint32_t nregs;
  Value regs[];  // the frame's window while suspended
};

// What a class's instances are made of.
enum ClassFlag : uint32_t {
  kClassBuiltin = 1,     // made by the VM: attributes can't be set
  kClassNoSubclass = 2,  // bool, NoneType, function, range ...
  kClassHasDict = 4,     // instances take new attributes
  kClassHasSlots = 8,    // declared __slots__
  kClassGetattr = 16,    // a script-level __getattr__ or __getattribute__ in the MRO
  kClassGetattribute = 32,
  kClassSetattr = 64,  // a script-level __setattr__ or __delattr__ in the MRO
  kClassDel = 128,     // __del__ in the MRO
  kClassAbstract = 256,
  kClassWeakRefs = 512,  // instances can be referred to weakly
};
struct Class : Object {
  Value name, qualname;  // Str
  Tuple* bases;
  Tuple* mro;  // this class first
  Dict* dict;
  Shape* root;        // shape of a new instance
  Shape* dict_shape;  // shape of instances in dict mode
  Kind instance_kind;
  uint32_t class_flags;
  uint32_t slot_hint;                    // inline slots a new instance gets
  struct NativeType const* native_type;  // instances are NativeObjects of this type (inherited)
  const NativeDef*
      new_def;  // the built-in __new__ (DEF_NEW) this class or its nearest base has; null: object's
  Class** subclasses;  // malloc'ed, weak
  uint32_t subclass_count, subclass_cap;
};

// The memory of a bytes-like object: what memoryview and natives see of it.
struct Buffer {
  uint8_t* data;
  size_t size;  // bytes
  char format;  // of an item, as in struct
  uint32_t itemsize;
  bool readonly;
};

// Behaviour of a NativeObject. All functions run with the lock held. finalize runs in the sweeper:
// it must not allocate, raise or touch other objects. next returns unbound() at the end. buffer makes
// the type bytes-like: false if there is nothing to see now. views is the count of memoryviews onto
// the object; while check_views() (vm/objects/memoryview.h) refuses, its memory must not move.
struct NativeType {
  const char* name;
  void (*trace)(Object*, Marker&);
  void (*finalize)(Object*);
  Value (*next)(Thread*, Object*);
  bool (*buffer)(Object*, Buffer*) = nullptr;
  uint32_t* (*views)(Object*) = nullptr;
};
struct NativeObject : Object {
  const NativeType* type;
};

template <class T>
struct KindOf;
#define BATON_KIND(T, k)                   \
  template <>                              \
  struct KindOf<T> {                       \
    static constexpr Kind value = Kind::k; \
  };
// clang-format off
BATON_KIND(FloatObj, kFloat)
BATON_KIND(BigInt, kBigInt)
BATON_KIND(ComplexObj, kComplex)
BATON_KIND(Str, kStr)
BATON_KIND(Bytes, kBytes)
BATON_KIND(ByteArray, kByteArray)
BATON_KIND(Tuple, kTuple)
BATON_KIND(List, kList)
BATON_KIND(Dict, kDict)
BATON_KIND(Set, kSet)
BATON_KIND(Range, kRange)
BATON_KIND(Slice, kSlice)
BATON_KIND(Cell, kCell)
BATON_KIND(Code, kCode)
BATON_KIND(Function, kFunction)
BATON_KIND(NativeFunction, kNative)
BATON_KIND(BoundMethod, kBoundMethod)
BATON_KIND(Class, kClass)
BATON_KIND(Instance, kInstance)
BATON_KIND(Property, kProperty)
BATON_KIND(ClassMethod, kClassMethod)
BATON_KIND(StaticMethod, kStaticMethod)
BATON_KIND(Super, kSuper)
BATON_KIND(Module, kModule)
BATON_KIND(Exception, kException)
BATON_KIND(Traceback, kTraceback)
BATON_KIND(Generator, kGenerator)
BATON_KIND(SlotDescriptor, kSlotDescriptor)
BATON_KIND(NativeObject, kNativeObject)
// clang-format on
#undef BATON_KIND

// Layout tests and casts: is<List>(v), as<List>(v) (unchecked), try_as<List>(v) (null if not).
template <class T>
BATON_INLINE bool is(Value v) {
  return v.is_ptr() && v.ptr()->kind == KindOf<T>::value;
}
template <class T>
BATON_INLINE T* as(Value v) {
  return static_cast<T*>(v.ptr());
}
template <class T>
BATON_INLINE T* try_as(Value v) {
  return is<T>(v) ? as<T>(v) : nullptr;
}
BATON_INLINE Value val(const Object* o) { return Value::from_ptr(o); }

}  // namespace baton
