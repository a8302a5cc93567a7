// printf-style formatting: 'fmt' % args, for str, bytes and bytearray.
//
// One walk serves both: the format text is copied out first (a bytearray could change under
// __str__), a Source hands out arguments in CPython's order and with its errors, and the values
// are laid out by base/percent_format.h. Arguments stay alive through `args`, which the caller
// holds, and values made on the way through Source's root.
#include "vm/base/number_text.h"
#include "vm/base/percent_format.h"
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

bool raise_format_error(Thread* t, FormatError e, const std::string& message) {
  switch (e) {
    case FormatError::kValueError: value_error(t, message); break;
    case FormatError::kOverflowError: overflow_error(t, message); break;
    default: raise_memory_error(t); break;
  }
  return false;
}

bool is_mapping(Thread* t, Value v) {
  if (is<Tuple>(v) || is<Str>(v) || !v.is_ptr()) return false;
  return !find_in_class(t->vm, class_of(t->vm, v), t->vm->names.getitem).is_unbound();
}

// The arguments: a tuple's items in turn, or one value; a mapping for %(key)s.
struct Source {
  Source(Thread* thread, Value args) : t(thread), given(args), current(args) {
    count = is<Tuple>(args) ? static_cast<int64_t>(as<Tuple>(args)->size) : -1;
    next = is<Tuple>(args) ? 0 : -2;
  }
  bool take(Value* out) {
    if (next >= count) {
      type_error(t, "not enough arguments for format string");
      return false;
    }
    int64_t i = next++;
    *out = count < 0 ? current : as<Tuple>(current)->items[i];
    return true;
  }
  bool choose(Value key) {  // %(key)
    if (!mapping) {
      type_error(t, "format requires a mapping");
      return false;
    }
    current = get_item(t, given, key);
    count = -1;
    next = -2;
    return !current.is_failed();
  }
  Thread* t;
  Value given, current;
  int64_t count, next;
  bool mapping = false;
};

bool star(Source* s, const char* too_big, int64_t* out) {
  Value v;
  if (!s->take(&v)) return false;
  if (!is_intlike(v)) {
    type_error(s->t, "* wants int");
    return false;
  }
  uint64_t storage;
  if (fits_int64(int_view(v, &storage), out)) return true;
  overflow_error(s->t, too_big);
  return false;
}

// The int that %d and its like print for v; `big` holds what is neither inline nor an object.
bool integer_for(Thread* t, Value v, char32_t type, uint64_t* storage, BigBuf* big, Value* keep,
                 BigView* out) {
  Vm* vm = t->vm;
  bool hex = type == 'x' || type == 'X' || type == 'o';
  if (is_intlike(v)) {
    *out = int_view(v, storage);
    return true;
  }
  if (!hex && is_floatlike(v)) {
    BigStatus status = big_from_double(float_value(v), big);
    *out = big->view();
    if (status == BigStatus::kInvalid)
      return value_error(t, "cannot convert float NaN to integer"), false;
    if (status == BigStatus::kOverflow)
      return overflow_error(t, "cannot convert float infinity to integer"), false;
    return status == BigStatus::kOk || (raise_memory_error(t), false);
  }
  Value r = Value::unbound();
  if (!hex && !is_bytes_like(v) && !is<Str>(v) && !is<ComplexObj>(v))
    r = call_special(t, v, vm->names.int_);
  if (r.is_unbound() && has_index(t, v)) r = to_index(t, v);
  if (r.is_failed() && !exception_is(t, vm->classes.type_error)) return false;
  if (r.is_failed()) clear_exception(t);
  if (r.is_failed() || r.is_unbound() || !is_intlike(r)) {
    raisef(t, vm->classes.type_error, "%%%c format: %s is required, not %s",
           static_cast<char>(type), hex ? "an integer" : "a real number", type_name(t, v).c_str());
    return false;
  }
  *keep = r;
  *out = int_view(r, storage);
  return true;
}

bool put_number(Thread* t, Value v, const PercentSpec& spec, bool bytes, std::string* out) {
  std::string error;
  FormatError e;
  switch (spec.type) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': {
      uint64_t storage;
      BigBuf big;
      Value keep = Value::none();
      BigView view;
      if (!integer_for(t, v, spec.type, &storage, &big, &keep, &view)) return false;
      bool decimal = spec.type == 'd' || spec.type == 'i' || spec.type == 'u';
      if (decimal && big_exceeds_decimal_digits(view, kDefaultMaxStrDigits))
        return value_error(t,
                           "Exceeds the limit (4300 digits) for integer string conversion; use "
                           "sys.set_int_max_str_digits() to increase the limit"),
               false;
      e = percent_int(view, spec, out, &error);
      break;
    }
    default: {
      double d;
      if (!to_double(t, v, &d)) {
        if (bytes && exception_is(t, t->vm->classes.type_error)) {
          clear_exception(t);
          type_error(t, "float argument required, not " + type_name(t, v));
        }
        return false;
      }
      e = percent_float(d, spec, out, &error);
    }
  }
  return e == FormatError::kNone || raise_format_error(t, e, error);
}

bool put_text(Thread* t, std::string_view text, const PercentSpec& spec, bool bytes, bool is_char,
              std::string* out) {
  if (spec.width < 0 && spec.precision < 0) {
    out->append(text);
    return true;
  }
  if (!bytes) {
    std::string error;
    FormatError e = percent_str(text, utf8_length(text), spec, is_char, out, &error);
    return e == FormatError::kNone || raise_format_error(t, e, error);
  }
  if (!is_char && spec.precision >= 0) text = text.substr(0, static_cast<size_t>(spec.precision));
  if (spec.width > kMaxFormattedBytes) return raise_memory_error(t), false;
  size_t width = spec.width < 0 ? 0 : static_cast<size_t>(spec.width);
  size_t pad = width > text.size() ? width - text.size() : 0;
  if (!spec.left) out->append(pad, ' ');
  out->append(text);
  if (spec.left) out->append(pad, ' ');
  return true;
}

bool put_char(Thread* t, Value v, const PercentSpec& spec, std::string* out) {
  if (is<Str>(v) && as<Str>(v)->length == 1)
    return put_text(t, as<Str>(v)->view(), spec, false, true, out);
  if (is<Str>(v) || !has_index(t, v)) return type_error(t, "%c requires int or char"), false;
  v = to_index(t, v);
  if (v.is_failed()) return false;
  uint64_t storage;
  int64_t code;
  if (!fits_int64(int_view(v, &storage), &code)) code = -1;
  std::string error;
  FormatError e = percent_char(code, spec, out, &error);
  return e == FormatError::kNone || raise_format_error(t, e, error);
}

bool put_byte(Thread* t, Value v, const PercentSpec& spec, std::string* out) {
  if (is_bytes_like(v) && bytes_view(v).size() == 1)
    return put_text(t, std::string(bytes_view(v)), spec, true, true, out);
  if (is_bytes_like(v) || !has_index(t, v))
    return type_error(t, "%c requires an integer in range(256) or a single byte"), false;
  v = to_index(t, v);
  if (v.is_failed()) return false;
  if (!v.is_int() || v.as_int() < 0 || v.as_int() > 255)
    return overflow_error(t, "%c arg not in range(256)"), false;
  char c = static_cast<char>(v.as_int());
  return put_text(t, {&c, 1}, spec, true, true, out);
}

// %s and %b of a bytes format.
bool put_bytes(Thread* t, Value v, const PercentSpec& spec, std::string* out) {
  std::string_view view;
  if (is_buffer(v)) {
    if (!to_bytes_view(t, v, &view)) return false;
  } else {
    Value r = v.is_ptr() ? call_special(t, v, t->vm->names.bytes) : Value::unbound();
    if (r.is_failed()) return false;
    if (r.is_unbound()) {
      type_error(t,
                 "%b requires a bytes-like object, or an object that implements __bytes__, not '" +
                     type_name(t, v) + "'");
      return false;
    }
    if (!is<Bytes>(r))
      return type_error(t, "__bytes__ returned non-bytes (type " + type_name(t, r) + ")"), false;
    v = r;
  }
  return put_text(t, std::string(bytes_view(v)), spec, true, false, out);
}

bool put_value(Thread* t, Value v, std::string_view format, const PercentSpec& spec, bool bytes,
               std::string* out) {
  switch (spec.type) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return put_number(t, v, spec, bytes, out);
    case 'c': return bytes ? put_byte(t, v, spec, out) : put_char(t, v, spec, out);
    case 'b':
      if (bytes) return put_bytes(t, v, spec, out);
      break;
    case 's':
      if (bytes) return put_bytes(t, v, spec, out);
      if (spec.width < 0 && spec.precision < 0) return str_to(t, v, out);
      [[fallthrough]];
    case 'r':
    case 'a': {
      std::string text;
      if (!(spec.type == 's' ? str_to(t, v, &text) : repr_to(t, v, &text))) return false;
      if (spec.type == 'a' || bytes) text = escape_non_ascii(text);
      return put_text(t, text, spec, bytes, false, out);
    }
    default: break;
  }
  value_error(t, unsupported_percent_type(format, spec));
  return false;
}

bool format_percent(Thread* t, std::string_view format, Value args, bool bytes, std::string* out) {
  if (native_stack_exhausted(t)) return false;
  Source source(t, args);
  source.mapping = is_mapping(t, args) && !(bytes && is_bytes_like(args));
  RootVec root(t);
  root.v.push_back(Value::none());
  std::string error;
  for (size_t pos = 0; pos < format.size();) {
    size_t percent = text_find(format, "%", pos);
    if (percent == kNotFound) percent = format.size();
    out->append(format.substr(pos, percent - pos));
    pos = percent;
    if (pos == format.size()) break;
    ++pos;
    if (pos < format.size() && format[pos] == '%') {
      out->push_back('%');
      ++pos;
      continue;
    }
    PercentSpec spec;
    FormatError e = parse_percent(format, &pos, &spec, &error);
    // A mapping is asked for, and asked, before the rest of the conversion is read.
    if (spec.has_key) {
      Value key;
      if (!source.mapping) return type_error(t, "format requires a mapping"), false;
      if (bytes) {
        Bytes* b = new_bytes(t, spec.key);
        key = b ? val(b) : Value::failed();
      } else {
        key = str_value(t, spec.key);
      }
      if (key.is_failed() || !source.choose(key)) return false;
      root.v[0] = source.current;
    }
    if (e != FormatError::kNone) return raise_format_error(t, e, error);
    int64_t n;
    if (spec.width_star) {
      if (!star(&source, "Python int too large to convert to C ssize_t", &n)) return false;
      set_star_width(&spec, n);
    }
    if (spec.precision_star) {
      if (!star(&source, "Python int too large to convert to C int", &n)) return false;
      if (n > INT32_MAX || n < INT32_MIN)
        return overflow_error(t, "Python int too large to convert to C int"), false;
      set_star_precision(&spec, n);
    }
    Value v;
    if (!source.take(&v) || !put_value(t, v, format, spec, bytes, out)) return false;
    if (source.mapping && source.next < source.count)
      return type_error(t, bytes ? "not all arguments converted during bytes formatting"
                                 : "not all arguments converted during string formatting"),
             false;
    if (out->size() > kMaxText) return raise_memory_error(t), false;
  }
  if (source.next < source.count && !source.mapping)
    return type_error(t, bytes ? "not all arguments converted during bytes formatting"
                               : "not all arguments converted during string formatting"),
           false;
  return true;
}

}  // namespace

Value str_percent(Thread* t, Str* format, Value args) {
  std::string out;
  out.reserve(format->size + 16);
  return format_percent(t, format->view(), args, false, &out) ? str_value(t, out) : Value::failed();
}

Value bytes_percent(Thread* t, Value format, Value args) {
  std::string out, text(bytes_view(format));
  if (!format_percent(t, text, args, true, &out)) return Value::failed();
  if (is<Bytes>(format)) {
    Bytes* b = new_bytes(t, out);
    return b ? val(b) : Value::failed();
  }
  ByteArray* b = new_bytearray(t, out);
  return b ? val(b) : Value::failed();
}

}  // namespace baton
