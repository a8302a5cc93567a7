// repr(), str(), ascii() and format() of any value.
//
// Exact built-in scalars are written here without a lookup; everything else goes through its
// class's __repr__, __str__ or __format__, the built-in containers' included. What such a method
// returns is checked. Lock held; script may run.
#include <algorithm>
#include <vector>

#include "vm/base/format_spec.h"
#include "vm/base/number_text.h"
#include "vm/base/unicode.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

// What this OS thread is printing, innermost last. The values are alive: their printer is on the
// stack.
thread_local std::vector<uint64_t> printing;

// Appends repr() of a scalar whose class is exactly the built-in one; false for anything else.
bool scalar_repr(Thread* t, Value v, std::string* out) {
  if (v.is_int()) {
    append_int64(out, v.as_int());
  } else if (v.is_float()) {
    *out += float_repr(v.as_float());
  } else if (v.is_none()) {
    *out += "None";
  } else if (v.is_bool()) {
    *out += v.is_true() ? "True" : "False";
  } else if (v.is_ptr()) {
    uint32_t shape = v.ptr()->shape;
    const CoreShapes& exact = t->vm->shape_ids;
    if (shape == exact.str)
      *out += repr_str(as<Str>(v)->view());
    else if (shape == exact.float_)
      *out += float_repr(as<FloatObj>(v)->d);
    else if (shape == exact.bytes)
      *out += repr_bytes(as<Bytes>(v)->view());
    else
      return false;
  } else {
    return false;
  }
  return true;
}

Value checked_text(Thread* t, Value r, const char* method) {
  if (BATON_LIKELY(is<Str>(r)) || r.is_failed()) return r;
  return raisef(t, t->vm->classes.type_error, "%s returned non-string (type %s)", method,
                type_name(t, r).c_str());
}

Value call_repr(Thread* t, Value v) {
  if (native_stack_exhausted(t)) return Value::failed();
  Value r = call_special(t, v, t->vm->names.repr);
  if (r.is_unbound())
    return str_value(t, format_message("<%s object at %p>", type_name(t, v).c_str(),
                                       v.is_ptr() ? static_cast<void*>(v.ptr()) : nullptr));
  return checked_text(t, r, "__repr__");
}

Value call_str(Thread* t, Value v) {
  if (native_stack_exhausted(t)) return Value::failed();
  Value r = call_special(t, v, t->vm->names.str);
  return r.is_unbound() ? repr(t, v) : checked_text(t, r, "__str__");
}

Value raise_format_error(Thread* t, FormatError e, const std::string& message) {
  switch (e) {
    case FormatError::kValueError: return value_error(t, message);
    case FormatError::kOverflowError: return overflow_error(t, message);
    default: return raise_memory_error(t);
  }
}

// Is f the __format__ of a built-in class whose instances format_builtin() knows?
bool is_builtin_format(Thread* t, Value f) {
  if (!is<NativeFunction>(f)) return false;
  const CoreClasses& c = t->vm->classes;
  Class* owner = as<NativeFunction>(f)->owner;
  return owner && (owner == c.int_ || owner == c.bool_ || owner == c.float_ || owner == c.str ||
                   owner == c.complex_);
}

}  // namespace

Value repr(Thread* t, Value v) {
  std::string text;
  if (scalar_repr(t, v, &text)) return str_value(t, text);
  return call_repr(t, v);
}

Value str_of(Thread* t, Value v) {
  if (exact_str(t, v)) return v;
  if (is<Bytes>(v)) return call_str(t, v);
  std::string text;
  if (scalar_repr(t, v, &text)) return str_value(t, text);
  return call_str(t, v);
}

Value ascii_of(Thread* t, Value v) {
  Value r = repr(t, v);
  if (r.is_failed() || as<Str>(r)->ascii()) return r;
  return str_value(t, escape_non_ascii(as<Str>(r)->view()));
}

bool repr_to(Thread* t, Value v, std::string* out) {
  if (scalar_repr(t, v, out)) return true;
  Value r = call_repr(t, v);
  if (r.is_failed()) return false;
  if (out->size() + as<Str>(r)->size > kMaxText) {
    raise_memory_error(t);
    return false;
  }
  out->append(as<Str>(r)->view());
  return true;
}

bool str_to(Thread* t, Value v, std::string* out) {
  if (exact_str(t, v)) {
    if (out->size() + as<Str>(v)->size > kMaxText) {
      raise_memory_error(t);
      return false;
    }
    out->append(as<Str>(v)->view());
    return true;
  }
  if (!v.is_ptr() && scalar_repr(t, v, out)) return true;
  Value r = str_of(t, v);
  if (r.is_failed()) return false;
  if (out->size() + as<Str>(r)->size > kMaxText) {
    raise_memory_error(t);
    return false;
  }
  out->append(as<Str>(r)->view());
  return true;
}

Value format_builtin(Thread* t, Value v, Str* spec) {
  if (spec->size == 0) return str_of(t, v);
  std::string_view type = as<Str>(class_of(t->vm, v)->name)->view();
  std::string error, out;
  FormatSpec parsed;
  FormatError e = parse_format_spec(spec->view(), type, &parsed, &error);
  if (e == FormatError::kNone) {
    if (is<Str>(v)) {
      e = format_str(as<Str>(v)->view(), as<Str>(v)->length, parsed, type, &out, &error);
    } else if (is<ComplexObj>(v)) {
      e = format_complex(as<ComplexObj>(v)->re, as<ComplexObj>(v)->im, parsed, type, &out, &error);
    } else if (is_floatlike(v)) {
      e = format_float(float_value(v), parsed, type, &out, &error);
    } else {
      uint64_t storage;
      BigView view = int_view(v, &storage);
      bool decimal = parsed.type == 0 || parsed.type == 'd' || parsed.type == 'n';
      if (decimal && big_exceeds_decimal_digits(view, kDefaultMaxStrDigits))
        return value_error(t,
                           "Exceeds the limit (4300 digits) for integer string conversion; use "
                           "sys.set_int_max_str_digits() to increase the limit");
      e = format_int(view, parsed, type, &out, &error);
    }
  }
  return e == FormatError::kNone ? str_value(t, out) : raise_format_error(t, e, error);
}

Value format_value(Thread* t, Value v, Value spec) {
  if (!is<Str>(spec))
    return raisef(t, t->vm->classes.type_error, "format() argument 2 must be str, not %s",
                  type_name(t, spec).c_str());
  bool builtin = v.is_int() || v.is_float() || v.is_bool();
  if (!builtin && v.is_ptr()) {
    uint32_t shape = v.ptr()->shape;
    const CoreShapes& exact = t->vm->shape_ids;
    builtin = shape == exact.str || shape == exact.bigint || shape == exact.float_ ||
              shape == exact.complex_;
  }
  if (builtin) return format_builtin(t, v, as<Str>(spec));
  Value self;
  Value f = find_special(t, v, t->vm->names.format, &self);
  if (f.is_failed()) return f;
  if (f.is_unbound()) {
    if (as<Str>(spec)->size == 0) return str_of(t, v);
    return raisef(t, t->vm->classes.type_error, "unsupported format string passed to %s.__format__",
                  type_name(t, v).c_str());
  }
  // An int's own __format__ may be written with this function: a subclass must not come back here.
  if (is_builtin_format(t, f)) return format_builtin(t, v, as<Str>(spec));
  if (native_stack_exhausted(t)) return Value::failed();
  Value r = self.is_unbound() ? call1(t, f, spec) : call2(t, f, self, spec);
  if (r.is_failed() || is<Str>(r)) return r;
  return raisef(t, t->vm->classes.type_error, "__format__ must return a str, not %s",
                type_name(t, r).c_str());
}

ReprGuard::ReprGuard(Thread* t, Value v) : t_(t) {
  entered = std::find(printing.begin(), printing.end(), v.w) == printing.end();
  if (entered) printing.push_back(v.w);
}

ReprGuard::~ReprGuard() {
  if (entered && !printing.empty()) printing.pop_back();
}

}  // namespace baton
