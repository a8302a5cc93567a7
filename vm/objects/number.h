// Numbers from the inside: views of integers of any size, conversions and the steps that the number
// files and the modules over them (math, random) share. Lock held.
#pragma once
#include "vm/base/bigint.h"
#include "vm/objects/objects.h"

namespace baton {

// The integer behind an int, bool or int subclass (is_intlike(v)); small ones use *storage.
BATON_INLINE BigView int_view(Value v, uint64_t* storage) {
  if (v.is_int()) return view_of_int64(v.as_int(), storage);
  if (v.is_ptr()) {
    BigInt* b = as<BigInt>(v);
    return BigView{b->limbs, b->n, b->neg != 0};
  }
  return view_of_int64(v.is_true(), storage);
}
// An int Value of a computed result; inline when it fits. failed() when memory is short.
Value int_from_big(Thread* t, BigView view);
Value int_result(Thread* t, BigStatus status,
                 const BigBuf& b);  // raises for a status that is not kOk
Value big_status_error(Thread* t, BigStatus status);
// int subclass instance or boxed copy with the given shape.
Value new_bigint_of_shape(Thread* t, BigView view, uint32_t shape);
bool int_fits_int64(Value v, int64_t* out);  // needs is_intlike
bool int_to_double(Thread* t, Value v,
                   double* out);          // OverflowError "int too large to convert to float"
Value float_to_int(Thread* t, double d);  // truncation; errors for inf and nan
double float_floor_div(double a, double b);
double float_mod(double a, double b);
Value int_divmod(Thread* t, Value a, Value b, bool want_quotient, bool want_remainder);
Value number_round(Thread* t, Value v, Value ndigits);  // int and float __round__
Value int_floor_sqrt(Thread* t, Value v);
// A complex, or what __complex__, __float__ or __index__ make one; TypeError "must be real number".
bool complex_value(Thread* t, Value v, double* re, double* im);

void register_number_methods(Vm* vm, Thread* t);   // number_methods.cpp
void register_float_methods(Vm* vm, Thread* t);    // float_methods.cpp
void register_complex_methods(Vm* vm, Thread* t);  // complex_methods.cpp

}  // namespace baton
