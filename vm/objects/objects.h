// Making and reading the built-in objects from C++. One header for declarations only; each type's
// rules stand at the head of its .cpp. Lock held; "may collect" unless said otherwise;
// null/failed()/false = exception pending.
#pragma once
#include <string>
#include <string_view>

#include "vm/core/ops.h"

namespace baton {

// --- str (str.cpp) ---
Str* new_str(Thread* t, std::string_view utf8);     // trusted valid generalized UTF-8
Value str_value(Thread* t, std::string_view utf8);  // same as a Value (failed() on failure)
Str* intern(Thread* t, std::string_view utf8);      // unique, kept for the Vm's life
Str* intern_str(Thread* t, Str* s);
Str* str_from_codepoint(Thread* t, uint32_t cp);
int64_t str_hash(Str* s);  // cached
bool str_equal(Str* a, Str* b);
uint32_t str_byte_offset(
    Str* s, uint32_t index);  // code point index -> byte offset, constant time after first use
Value str_index(Thread* t, Str* s, int64_t i);  // one character; IndexError
Value str_concat(Thread* t, Str* a, Str* b);
Value str_slice(Thread* t, Str* s, int64_t start, int64_t stop, int64_t step,
                int64_t count);                         // adjusted indices
Value str_percent(Thread* t, Str* format, Value args);  // 'fmt' % args
Value str_binary(Thread* t, BinOp op, Value a,
                 Value b);  // not_implemented() if not its business (str, bytes, bytearray)
bool str_contains(Thread* t, Str* s, Value item, bool* out);
Bytes* new_bytes(Thread* t, std::string_view data);
void register_str(Vm* vm, Thread* t);  // methods of str, bytes, bytearray, and their iterators

// --- int, float, complex, bool (number.cpp ...) ---
Value int_from_text(Thread* t, std::string_view hex, int base);  // constants of blobs; normalised
Value number_binary(Thread* t, BinOp op, Value a,
                    Value b);  // int/bool/float/complex operands; not_implemented() if another type
Value number_unary(Thread* t, UnOp op, Value a);              // not_implemented() if not a number
Value number_compare(Thread* t, CmpOp op, Value a, Value b);  // not_implemented() if not numbers
Value number_power_mod(Thread* t, Value a, Value b, Value mod);
int64_t number_hash(Thread* t, Value v);  // int, float, complex
std::string int_to_text(Thread* t, Value v, int base = 10);
Value new_complex(Thread* t, double re, double im);
void register_numbers(Vm* vm, Thread* t);

// --- tuple, list (sequence.cpp, list.cpp, sort.cpp) ---
Tuple* new_tuple(Thread* t,
                 size_t n);  // items none(); fill before the next allocation or keep rooted
Tuple* new_tuple_from(Thread* t, const Value* items, size_t n);
Value tuple_of(Thread* t, std::initializer_list<Value> items);
List* new_list(Thread* t, size_t capacity = 0);
List* new_list_from(Thread* t, const Value* items, size_t n);
bool list_append(Thread* t, List* l, Value v);
bool list_extend(Thread* t, List* l, Value iterable);
bool list_sort(Thread* t, List* l, Value key /*none*/, bool reverse);
Value sequence_get(Thread* t, Value seq, Value key);  // list/tuple/str/bytes/range [index or slice]
bool list_set(Thread* t, List* l, Value key, Value v);
bool list_del(Thread* t, List* l, Value key);
Value sequence_binary(Thread* t, BinOp op, Value a, Value b,
                      bool inplace);  // list/tuple + and *; not_implemented() otherwise
Value sequence_compare(Thread* t, CmpOp op, Value a,
                       Value b);  // list/list, tuple/tuple; not_implemented() otherwise
Value new_range(Thread* t, Value start, Value stop, Value step);
Value new_slice(Thread* t, Value start, Value stop, Value step);
bool slice_indices(Thread* t, Slice* s, int64_t length, int64_t* start, int64_t* stop,
                   int64_t* step, int64_t* count);
void register_sequences(Vm* vm, Thread* t);  // tuple, list, range, slice and iterators

// --- dict, set (dict.cpp, set.cpp) ---
Dict* new_dict(Thread* t);
Value dict_get(Thread* t, Dict* d, Value key);  // unbound() if absent, failed() if hash/eq failed
Value dict_get_str(
    Dict* d, Str* key);  // key interned or not; never fails, never allocates; unbound() if absent
DictEntry* dict_find_str(Dict* d, Str* key);  // null if absent
bool dict_set(Thread* t, Dict* d, Value key, Value v);
bool dict_set_str(Thread* t, Dict* d, Str* key, Value v);
bool dict_set_cstr(Thread* t, Dict* d, std::string_view key, Value v);  // interns the key
int dict_del(Thread* t, Dict* d, Value key);      // 1 deleted, 0 absent, -1 failed
bool dict_del_str(Thread* t, Dict* d, Str* key);  // false: absent (no exception)
void dict_clear(Dict* d);
bool dict_update(Thread* t, Dict* d, Value mapping_or_pairs);
Dict* dict_copy(Thread* t, Dict* d);
uint32_t dict_version(Vm* vm, Dict* d);  // takes a version if it has none
Set* new_set(Thread* t, bool frozen);
bool set_add(Thread* t, Set* s, Value v);
bool set_contains(Thread* t, Set* s, Value v, bool* out);
Value set_binary(Thread* t, BinOp op, Value a, Value b,
                 bool inplace);  // set/frozenset/dict views, dict |; not_implemented() otherwise
Value set_compare(Thread* t, CmpOp op, Value a, Value b);
Value dict_compare(Thread* t, CmpOp op, Value a, Value b);
void register_mappings(Vm* vm, Thread* t);  // dict, views, set, frozenset and iterators

// --- classes (class.cpp, attribute.cpp, descriptor.cpp) ---
bool is_subclass(Class* cls, Class* of);
inline bool is_instance(Thread* t, Value v, Class* of) {
  return is_subclass(class_of(t->vm, v), of);
}
Class* new_builtin_class(Thread* t, std::string_view name, Class* base, Kind instance_kind,
                         uint32_t flags, const NativeType* type = nullptr);
Value build_class(Thread* t, Value body_func, Value name, Value bases,
                  Value kwargs);  // the BUILDCLASS instruction, metaclasses included
Value type_new(Thread* t, Class* metaclass, Value name, Value bases, Dict* ns, Value kwargs);
bool class_set_attr(Thread* t, Class* cls, Str* name,
                    Value v);  // bumps vm->class_epoch where a cache may know the name
Value construct(Thread* t, Class* cls, Value* args, uint32_t nargs,
                Tuple* kwnames);  // type.__call__: __new__ then __init__
Instance* new_instance(Thread* t, Class* cls);
Value bind_attr(Thread* t, Value attr, Value o,
                Class* cls);               // descriptor __get__ of a class attribute
Dict* attrs_as_dict(Thread* t, Value o);   // o.__dict__: converts to dict mode; null if o has none
void register_classes(Vm* vm, Thread* t);  // object, type, property, classmethod, staticmethod,
                                           // super, functions, methods, cell

// --- exceptions, modules, generators ---
void register_exceptions(Vm* vm, Thread* t);
Module* new_module(Thread* t, std::string_view name);
Value import_module(
    Thread* t, std::string_view name);  // by absolute name; from sys.modules, native table or path
void register_generators(Vm* vm, Thread* t);
void register_index_iterator(Thread* t);  // the iterator over __getitem__ (vm/core/items.cpp)

// --- iterators over native state ---
Value new_list_iterator(Thread* t, Value list_or_tuple);  // iterator object
bool is_exact_generator(Value v);

// Buffers: bytes-like access for natives that run without the lock. Keeps the object alive and its
// memory fixed.
struct Pinned {
  Value owner;
  const uint8_t* data;
  size_t size;
};
bool pin_bytes(Thread* t, Value v, Pinned* out);  // bytes, bytearray, str refused: TypeError "a
                                                  // bytes-like object is required, not 'x'"
void unpin(Pinned* p);

}  // namespace baton
