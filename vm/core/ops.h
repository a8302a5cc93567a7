// The protocols of Python values: what an operator, a builtin or the loop's slow path does with any
// two Values.
//
// Every function here takes the lock as held, may allocate, may run script code (dunder methods,
// through call()) and may collect. Fallible ones return failed() / false with an exception pending.
#pragma once
#include "vm/core/error.h"
#include "vm/core/vm.h"

namespace baton {

enum class BinOp : uint8_t {
  kAdd,
  kSub,
  kMul,
  kDiv,
  kFloorDiv,
  kMod,
  kPow,
  kMatMul,
  kShl,
  kShr,
  kAnd,
  kOr,
  kXor,
  kDivMod
};
enum class CmpOp : uint8_t { kLt, kLe, kGt, kGe, kEq, kNe };
enum class UnOp : uint8_t { kNeg, kPos, kInvert };
const char* binop_sign(BinOp op);  // "+"
const char* cmp_sign(CmpOp op);

// --- operators (vm/core/binary.cpp, compare.cpp; lead) ---
Value binary_op(Thread* t, BinOp op, Value a, Value b, bool inplace = false);
Value power_mod(Thread* t, Value a, Value b, Value mod);
Value unary_op(Thread* t, UnOp op, Value a);
Value compare(Thread* t, CmpOp op, Value a, Value b);  // rich: any Value
bool compare_bool(Thread* t, CmpOp op, Value a, Value b, bool* out);
bool values_equal(Thread* t, Value a, Value b, bool* out);  // identity first, then ==
bool hash_value(Thread* t, Value v, int64_t* out);          // TypeError "unhashable type: 'list'"
bool truth(Thread* t, Value v, bool* out);
bool contains(Thread* t, Value container, Value item, bool* out);

// --- text (vm/core/text.cpp) ---
Value repr(Thread* t, Value v);    // Str
Value str_of(Thread* t, Value v);  // str(v)
Value ascii_of(Thread* t, Value v);
Value format_value(Thread* t, Value v, Value spec_str);  // format(v, spec)
bool repr_to(Thread* t, Value v, std::string* out);      // appends
bool str_to(Thread* t, Value v, std::string* out);
// Recursion guard for container reprs: enter returns false if v is already being printed by this
// thread.
struct ReprGuard {
  ReprGuard(Thread* t, Value v);
  ~ReprGuard();
  bool entered;

 private:
  Thread* t_;
};

// --- numbers ---
bool index_of(Thread* t, Value v, int64_t* out);  // __index__, clamped OverflowError -> IndexError
                                                  // "cannot fit 'int' into an index-sized integer"
Value to_index(
    Thread* t,
    Value v);  // any int via __index__; TypeError "'x' object cannot be interpreted as an integer"
bool to_int64(Thread* t, Value v, int64_t* out);  // for native arguments: OverflowError "Python int
                                                  // too large to convert to C long"
bool to_double(Thread* t, Value v,
               double* out);  // __float__/__index__; TypeError "must be real number, not str"
Value new_int(Thread* t, int64_t i);  // inline or BigInt
Value new_uint(Thread* t, uint64_t i);
Value new_float(Thread* t, double d);
bool is_intlike(Value v);     // int, bool, or subclass
bool is_floatlike(Value v);   // float or subclass
double float_value(Value v);  // needs is_floatlike

// --- attributes (vm/objects/attribute.cpp) ---
Value get_attr(Thread* t, Value o, Str* name);             // full protocol; AttributeError
Value get_attr_or_unbound(Thread* t, Value o, Str* name);  // unbound() instead of AttributeError
bool set_attr(Thread* t, Value o, Str* name, Value v);
bool del_attr(Thread* t, Value o, Str* name);
bool has_own_attr(Thread* t, Value o, Str* name);
// For a call o.name(...): *self = o and the result a function if the class has a plain
// function/builtin there and the object doesn't shadow it; otherwise *self = unbound and the result
// is the bound attribute.
Value get_method(Thread* t, Value o, Str* name, Value* self);
// Looks in the MRO only, no descriptor call; unbound() if absent. Never fails.
Value find_in_class(Vm* vm, Class* cls, Str* name);
// Special method lookup: type(o)'s attribute, bound as CPython's _PyObject_LookupSpecial would:
// *self as in get_method. unbound() if absent.
Value find_special(Thread* t, Value o, Str* name, Value* self);
// Calls o.__name__(args...) through the type; result unbound() (no exception) if there is no such
// method.
Value call_special(Thread* t, Value o, Str* name, const Value* args = nullptr, uint32_t nargs = 0);

// --- items ---
Value get_item(Thread* t, Value o, Value key);
bool set_item(Thread* t, Value o, Value key, Value v);
bool del_item(Thread* t, Value o, Value key);
bool length_of(Thread* t, Value o, int64_t* out);

// --- iteration ---
Value get_iter(Thread* t, Value o);    // TypeError "'int' object is not iterable"
Value iter_next(Thread* t, Value it);  // unbound() at the end, failed() on error
bool list_from_iterable(Thread* t, Value o, List** out);
// Runs f for each item; f returns false to stop with a failure pending.
template <class F>
bool for_each_item(Thread* t, Value o, F&& f) {
  Value it = get_iter(t, o);
  if (it.is_failed()) return false;
  for (;;) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return false;
    if (v.is_unbound()) return true;
    if (!f(v)) return false;
  }
}

// --- calls (vm/interp/call.cpp; lead) ---
// Calls any callable. args stay owned by the caller. kwnames (tuple of Str or null): the last
// kwnames->size of the nargs arguments are keywords.
Value call(Thread* t, Value callee, const Value* args, uint32_t nargs, Tuple* kwnames = nullptr);
inline Value call0(Thread* t, Value f) { return call(t, f, nullptr, 0); }
inline Value call1(Thread* t, Value f, Value a) { return call(t, f, &a, 1); }
inline Value call2(Thread* t, Value f, Value a, Value b) {
  Value v[2] = {a, b};
  return call(t, f, v, 2);
}
inline Value call3(Thread* t, Value f, Value a, Value b, Value c) {
  Value v[3] = {a, b, c};
  return call(t, f, v, 3);
}
Value call_method(Thread* t, Value o, Str* name, const Value* args = nullptr, uint32_t nargs = 0);
bool is_callable(Thread* t, Value v);
// Polls from inside long native loops (every 50 us or so): false with an exception pending.
[[nodiscard]] inline bool poll(Thread* t) {
  return BATON_LIKELY(t->gil.stop.load(std::memory_order_relaxed) == 0) || handle_stop(t);
}

// --- code (vm/interp/) ---
Code* make_code(Thread* t,
                std::shared_ptr<CodeBlob> blob);  // verified and instantiated; null on failure
Function* make_function(Thread* t, Code* code, Dict* globals);  // no captures
Value run_code(Thread* t, Code* code, Dict* globals, Value locals_mapping /*none: module code*/);
Value resume_generator(Thread* t, Generator* g,
                       Value sent);  // send(): value yielded, or unbound() at the end with
                                     // the return value in t->generator_result
Value generator_throw(Thread* t, Generator* g, Value exception);  // same results

}  // namespace baton
