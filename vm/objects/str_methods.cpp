// The special methods of str, and those that look at characters: case, tests, padding, translation,
// encoding. Searching and splitting are in str_methods_search.cpp, format() in str_format.cpp.
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

NativeGroup str_methods{"str"};

Value give_str(Str* s) { return s ? val(s) : Value::failed(); }

// --- making ---
Value str_from_arguments(Thread* t, Value object, Value encoding, Value errors) {
  if (object.is_unbound()) return val(t->vm->empty_str);
  if (encoding.is_unbound() && errors.is_unbound()) return str_of(t, object);
  for (auto [name, v] : {std::pair{"encoding", encoding}, std::pair{"errors", errors}})
    if (!v.is_unbound() && !is<Str>(v))
      return raisef(t, t->vm->classes.type_error, "str() argument '%s' must be str, not %s", name,
                    v.is_none() ? "None" : type_name(t, v).c_str());
  if (is<Str>(object)) return type_error(t, "decoding str is not supported");
  std::string_view data;
  if (!is_buffer(object))
    return raisef(t, t->vm->classes.type_error,
                  "decoding to str: need a bytes-like object, %s found",
                  type_name(t, object).c_str());
  if (!to_bytes_view(t, object, &data)) return Value::failed();
  return decode_text(t, data, encoding.is_unbound() ? "utf-8" : as<Str>(encoding)->view(),
                     errors.is_unbound() ? "strict" : as<Str>(errors)->view());
}

Value str_new(Thread* t, Class* cls, Value object, Value encoding, Value errors) {
  Value v = str_from_arguments(t, object, encoding, errors);
  if (v.is_failed() || cls == t->vm->classes.str) return v;
  return give_str(new_str_of_shape(t, as<Str>(v)->view(), shape_of(cls)));
}
DEF_NEW(str_methods, str_new, "str(cls, object=<absent>, encoding=<absent>, errors=<absent>)",
        "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new "
        "string object from the given object.")

Value str_getnewargs(Thread* t, Str* self) {
  Str* copy = new_str(t, self->view());
  return copy ? tuple_of(t, {val(copy)}) : Value::failed();
}
DEF(str_methods, str_getnewargs, "__getnewargs__(self, /)", "")

// --- protocol ---
Value str_self(Thread* t, Str* self) {
  if (self->shape == t->vm->shape_ids.str) return val(self);
  return give_str(new_str(t, self->view()));
}
DEF(str_methods, str_self, "__str__(self, /)", "Return str(self).")
Value str_repr(Thread* t, Str* self) { return str_value(t, repr_str(self->view())); }
DEF(str_methods, str_repr, "__repr__(self, /)", "Return repr(self).")
int64_t str_len(Str* self) { return self->length; }
DEF(str_methods, str_len, "__len__(self, /)", "Return len(self).")
int64_t str_hash_method(Str* self) { return str_hash(self); }
DEF(str_methods, str_hash_method, "__hash__(self, /)", "Return hash(self).")
Value str_getitem(Thread* t, Str* self, Value key) { return sequence_get(t, val(self), key); }
DEF(str_methods, str_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value str_contains_method(Thread* t, Str* self, Value key) {
  bool found;
  return str_contains(t, self, key, &found) ? Value::boolean(found) : Value::failed();
}
DEF(str_methods, str_contains_method, "__contains__(self, key, /)", "Return key in self.")
Value str_iter(Thread* t, Str* self) { return new_str_iterator(t, self); }
DEF(str_methods, str_iter, "__iter__(self, /)", "Implement iter(self).")
Value str_add(Thread* t, Str* self, Value value) {
  return str_binary(t, BinOp::kAdd, val(self), value);
}
DEF(str_methods, str_add, "__add__(self, value, /)", "Return self+value.")
Value str_mul(Thread* t, Str* self, Value value) {
  return str_binary(t, BinOp::kMul, val(self), value);
}
DEF(str_methods, str_mul, "__mul__(self, value, /)", "Return self*value.")
DEF(str_methods, str_mul, "__rmul__(self, value, /)", "Return value*self.")
Value str_mod(Thread* t, Str* self, Value value) { return str_percent(t, self, value); }
DEF(str_methods, str_mod, "__mod__(self, value, /)", "Return self%value.")
Value str_rmod(Thread* t, Str* self, Value value) {
  if (!is<Str>(value)) return Value::not_implemented();
  return str_percent(t, as<Str>(value), val(self));
}
DEF(str_methods, str_rmod, "__rmod__(self, value, /)", "Return value%self.")
int64_t str_sizeof(Str* self) { return static_cast<int64_t>(sizeof(Str)) + self->size + 1; }
DEF(str_methods, str_sizeof, "__sizeof__(self, /)", "Return the size of the string in memory.")

Value compare_str(Thread*, CmpOp op, Value a, Value b) {
  if (!is<Str>(a) || !is<Str>(b)) return Value::not_implemented();
  if (op == CmpOp::kEq) return Value::boolean(str_equal(as<Str>(a), as<Str>(b)));
  if (op == CmpOp::kNe) return Value::boolean(!str_equal(as<Str>(a), as<Str>(b)));
  int c = as<Str>(a)->view().compare(as<Str>(b)->view());  // UTF-8 orders as code points do
  switch (op) {
    case CmpOp::kLt: return Value::boolean(c < 0);
    case CmpOp::kLe: return Value::boolean(c <= 0);
    case CmpOp::kGt: return Value::boolean(c > 0);
    default: return Value::boolean(c >= 0);
  }
}
BATON_DEF_COMPARE(str_methods, str_cmp, compare_str)

// --- case ---
template <char kFirst, char kLast>
Str* flip_ascii(Thread* t, Str* s) {
  Str* r = take_str(t, s->size, s->size);
  if (!r) return nullptr;
  for (uint32_t i = 0; i < s->size; ++i) {
    char c = s->data[i];
    r->data[i] = c >= kFirst && c <= kLast ? static_cast<char>(c ^ 0x20) : c;
  }
  return r;
}
Value str_lower(Thread* t, Str* self) {
  if (self->ascii() && self->size > 1) return give_str(flip_ascii<'A', 'Z'>(t, self));
  return str_value(t, to_lower(self->view()));
}
DEF(str_methods, str_lower, "lower(self, /)", "Return a copy of the string converted to lowercase.")
Value str_upper(Thread* t, Str* self) {
  if (self->ascii() && self->size > 1) return give_str(flip_ascii<'a', 'z'>(t, self));
  return str_value(t, to_upper(self->view()));
}
DEF(str_methods, str_upper, "upper(self, /)", "Return a copy of the string converted to uppercase.")
Value str_casefold(Thread* t, Str* self) {
  if (self->ascii()) return str_lower(t, self);
  return str_value(t, to_casefold(self->view()));
}
DEF(str_methods, str_casefold, "casefold(self, /)",
    "Return a version of the string suitable for caseless comparisons.")
Value str_title(Thread* t, Str* self) { return str_value(t, to_title(self->view())); }
DEF(str_methods, str_title, "title(self, /)",
    "Return a version of the string where each word is titlecased.")
Value str_capitalize(Thread* t, Str* self) { return str_value(t, to_capitalized(self->view())); }
DEF(str_methods, str_capitalize, "capitalize(self, /)",
    "Return a capitalized version of the string.")
Value str_swapcase(Thread* t, Str* self) { return str_value(t, to_swapcase(self->view())); }
DEF(str_methods, str_swapcase, "swapcase(self, /)",
    "Convert uppercase characters to lowercase and lowercase characters to uppercase.")

// --- tests ---
bool str_isalnum(Str* self) { return all_alnum(self->view()); }
DEF(str_methods, str_isalnum, "isalnum(self, /)",
    "Return True if the string is an alpha-numeric string, False otherwise.")
bool str_isalpha(Str* self) { return all_alpha(self->view()); }
DEF(str_methods, str_isalpha, "isalpha(self, /)",
    "Return True if the string is an alphabetic string, False otherwise.")
bool str_isascii(Str* self) { return self->ascii(); }
DEF(str_methods, str_isascii, "isascii(self, /)",
    "Return True if all characters in the string are ASCII, False otherwise.")
bool str_isdecimal(Str* self) { return all_decimal(self->view()); }
DEF(str_methods, str_isdecimal, "isdecimal(self, /)",
    "Return True if the string is a decimal string, False otherwise.")
bool str_isdigit(Str* self) { return all_digit(self->view()); }
DEF(str_methods, str_isdigit, "isdigit(self, /)",
    "Return True if the string is a digit string, False otherwise.")
bool str_isnumeric(Str* self) { return all_numeric(self->view()); }
DEF(str_methods, str_isnumeric, "isnumeric(self, /)",
    "Return True if the string is a numeric string, False otherwise.")
bool str_isidentifier(Str* self) { return is_identifier(self->view()); }
DEF(str_methods, str_isidentifier, "isidentifier(self, /)",
    "Return True if the string is a valid Python identifier, False otherwise.")
bool str_islower(Str* self) { return str_is_lower(self->view()); }
DEF(str_methods, str_islower, "islower(self, /)",
    "Return True if the string is a lowercase string, False otherwise.")
bool str_isupper(Str* self) { return str_is_upper(self->view()); }
DEF(str_methods, str_isupper, "isupper(self, /)",
    "Return True if the string is an uppercase string, False otherwise.")
bool str_istitle(Str* self) { return str_is_title(self->view()); }
DEF(str_methods, str_istitle, "istitle(self, /)",
    "Return True if the string is a title-cased string, False otherwise.")
bool str_isprintable(Str* self) { return all_printable(self->view()); }
DEF(str_methods, str_isprintable, "isprintable(self, /)",
    "Return True if the string is printable, False otherwise.")
bool str_isspace(Str* self) { return all_space(self->view()); }
DEF(str_methods, str_isspace, "isspace(self, /)",
    "Return True if the string is a whitespace string, False otherwise.")

// --- padding and stripping ---
Value justify(Thread* t, Str* self, int64_t width, Value fill, Justify side) {
  std::string_view text = " ";
  if (!fill.is_unbound()) {
    if (!is<Str>(fill))
      return raisef(t, t->vm->classes.type_error,
                    "The fill character must be a unicode character, not %s",
                    type_name(t, fill).c_str());
    if (as<Str>(fill)->length != 1)
      return type_error(t, "The fill character must be exactly one character long");
    text = as<Str>(fill)->view();
  }
  return text_justify(t, val(self), width, text, side);
}
Value str_center(Thread* t, Str* self, Int width, Value fill) {
  return justify(t, self, width, fill, Justify::kCenter);
}
DEF(str_methods, str_center, "center(self, width, fillchar=<absent>, /)",
    "Return a centered string of length width.")
Value str_ljust(Thread* t, Str* self, Int width, Value fill) {
  return justify(t, self, width, fill, Justify::kLeft);
}
DEF(str_methods, str_ljust, "ljust(self, width, fillchar=<absent>, /)",
    "Return a left-justified string of length width.")
Value str_rjust(Thread* t, Str* self, Int width, Value fill) {
  return justify(t, self, width, fill, Justify::kRight);
}
DEF(str_methods, str_rjust, "rjust(self, width, fillchar=<absent>, /)",
    "Return a right-justified string of length width.")
Value str_zfill(Thread* t, Str* self, Int width) { return text_zfill(t, val(self), width); }
DEF(str_methods, str_zfill, "zfill(self, width, /)",
    "Pad a numeric string with zeros on the left, to fill a field of the given width.")
Value str_expandtabs(Thread* t, Str* self, Int tab_size) {
  return text_expandtabs(t, val(self), tab_size);
}
DEF(str_methods, str_expandtabs, "expandtabs(self, tabsize=8)",
    "Return a copy where all tab characters are expanded using spaces.")

Value strip(Thread* t, Str* self, Value chars, int sides, const char* name) {
  if (chars.is_none()) return text_strip(t, val(self), nullptr, sides);
  if (!is<Str>(chars))
    return raisef(t, t->vm->classes.type_error, "%s arg must be None or str", name);
  std::string_view set = as<Str>(chars)->view();
  return text_strip(t, val(self), &set, sides);
}
Value str_strip(Thread* t, Str* self, Value chars) {
  return strip(t, self, chars, kStripBoth, "strip");
}
DEF(str_methods, str_strip, "strip(self, chars=None, /)",
    "Return a copy of the string with leading and trailing whitespace removed.\n\nIf chars is "
    "given and not None, remove characters in chars instead.")
Value str_lstrip(Thread* t, Str* self, Value chars) {
  return strip(t, self, chars, kStripLeft, "lstrip");
}
DEF(str_methods, str_lstrip, "lstrip(self, chars=None, /)",
    "Return a copy of the string with leading whitespace removed.\n\nIf chars is given and not "
    "None, remove characters in chars instead.")
Value str_rstrip(Thread* t, Str* self, Value chars) {
  return strip(t, self, chars, kStripRight, "rstrip");
}
DEF(str_methods, str_rstrip, "rstrip(self, chars=None, /)",
    "Return a copy of the string with trailing whitespace removed.\n\nIf chars is given and not "
    "None, remove characters in chars instead.")

// --- translation ---
// What the table says for one character, appended to *out; may run script.
bool translate_char(Thread* t, Value table, char32_t c, std::string* out) {
  Value key = Value::from_int(static_cast<int64_t>(c)), v;
  if (exact_dict(t, table)) {
    v = dict_get(t, as<Dict>(table), key);
    if (v.is_unbound()) {
      utf8_append(out, c);
      return true;
    }
  } else {
    v = get_item(t, table, key);
    if (v.is_failed() && exception_is(t, t->vm->classes.lookup_error)) {
      clear_exception(t);
      utf8_append(out, c);
      return true;
    }
  }
  if (v.is_failed()) return false;
  if (v.is_none()) return true;
  if (is<Str>(v)) {
    out->append(as<Str>(v)->view());
    return true;
  }
  if (!is_intlike(v)) {
    type_error(t, "character mapping must return integer, None or str");
    return false;
  }
  uint64_t storage, cp;
  if (!fits_uint64(int_view(v, &storage), &cp) || cp > kMaxCodePoint) {
    value_error(t, "character mapping must be in range(0x110000)");
    return false;
  }
  utf8_append(out, static_cast<char32_t>(cp));
  return true;
}

Value str_translate(Thread* t, Str* self, Value table) {
  std::string out;
  out.reserve(self->size);
  for (size_t pos = 0; pos < self->size;) {
    if (!translate_char(t, table, utf8_next(self->view(), &pos), &out)) return Value::failed();
    if (out.size() > kMaxText) return raise_memory_error(t);
  }
  return str_value(t, out);
}
DEF(str_methods, str_translate, "translate(self, table, /)",
    "Replace each character in the string using the given translation table.\n\n  table\n    "
    "Translation table, which must be a mapping of Unicode ordinals to\n    Unicode ordinals, "
    "strings, or None.")

bool map_dict_entry(Thread* t, Dict* to, Value key, Value v) {
  if (is<Str>(key)) {
    Str* s = as<Str>(key);
    if (s->length != 1)
      return value_error(t, "string keys in translate table must be of length 1"), false;
    return dict_set(t, to, Value::from_int(static_cast<int64_t>(utf8_at(s->view(), 0))), v);
  }
  if (!is_intlike(key))
    return type_error(t, "keys in translate table must be strings or integers"), false;
  return dict_set(t, to, key, v);
}

Value str_maketrans(Thread* t, Value x, Value y, Value z) {
  Dict* d = new_dict(t);
  if (!d) return Value::failed();
  if (y.is_unbound()) {
    if (!is<Dict>(x))
      return type_error(t, "if you give only one argument to maketrans it must be a dict");
    Dict* from = as<Dict>(x);
    for (uint32_t i = 0; i < from->used; ++i) {
      DictEntry e = from->entries[i];
      if (!e.key.is_unbound() && !map_dict_entry(t, d, e.key, e.value)) return Value::failed();
    }
    return val(d);
  }
  if (!is<Str>(y) || (!z.is_unbound() && !is<Str>(z))) {
    bool second = !is<Str>(y);
    return raisef(t, t->vm->classes.type_error, "maketrans() argument %d must be str, not %s",
                  second ? 2 : 3, type_name(t, second ? y : z).c_str());
  }
  if (!is<Str>(x))
    return type_error(t, "first maketrans argument must be a string if there is a second argument");
  Str *from = as<Str>(x), *to = as<Str>(y);
  if (from->length != to->length)
    return value_error(t, "the first two maketrans arguments must have equal length");
  for (size_t i = 0, k = 0; i < from->size;) {
    Value key = Value::from_int(static_cast<int64_t>(utf8_next(from->view(), &i)));
    Value v = Value::from_int(static_cast<int64_t>(utf8_next(to->view(), &k)));
    if (!dict_set(t, d, key, v)) return Value::failed();
  }
  if (!z.is_unbound())
    for (size_t i = 0; i < as<Str>(z)->size;) {
      Value key = Value::from_int(static_cast<int64_t>(utf8_next(as<Str>(z)->view(), &i)));
      if (!dict_set(t, d, key, Value::none())) return Value::failed();
    }
  return val(d);
}
DEF_STATIC(str_methods, str_maketrans, "maketrans(x, y=<absent>, z=<absent>, /)",
           "Return a translation table usable for str.translate().")

Value str_encode(Thread* t, Str* self, Value encoding, Value errors) {
  for (auto [name, v] : {std::pair{"encoding", encoding}, std::pair{"errors", errors}})
    if (!v.is_unbound() && !is<Str>(v))
      return raisef(t, t->vm->classes.type_error, "encode() argument '%s' must be str, not %s",
                    name, v.is_none() ? "None" : type_name(t, v).c_str());
  Bytes* b = encode_str(t, self, encoding.is_unbound() ? "utf-8" : as<Str>(encoding)->view(),
                        errors.is_unbound() ? "strict" : as<Str>(errors)->view());
  return b ? val(b) : Value::failed();
}
DEF(str_methods, str_encode, "encode(self, encoding=<absent>, errors=<absent>)",
    "Encode the string using the codec registered for encoding.")

}  // namespace

void register_str_methods(Vm* vm, Thread* t) { install_methods(t, vm->classes.str, str_methods); }

}  // namespace baton
