// The methods that bytes and bytearray share: results are of self's kind. ASCII decides about case
// and classes of characters, whatever the bytes mean.
//
// A bytearray may change while an argument's __index__ runs: views are taken after the last
// conversion (ByteSelf, BytesLike).
#include <algorithm>

#include "vm/base/unicode.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

NativeGroup methods{"bytes"};

// --- protocol ---
int64_t bytes_len(ByteSelf self) { return static_cast<int64_t>(self.view().size()); }
DEF(methods, bytes_len, "__len__(self, /)", "Return len(self).")
Value bytes_getitem(Thread* t, ByteSelf self, Value key) { return sequence_get(t, self.v, key); }
DEF(methods, bytes_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value bytes_iter(Thread* t, ByteSelf self) { return new_bytes_iterator(t, self.v); }
DEF(methods, bytes_iter, "__iter__(self, /)", "Implement iter(self).")
Value bytes_add(Thread* t, ByteSelf self, Value value) {
  return str_binary(t, BinOp::kAdd, self.v, value);
}
DEF(methods, bytes_add, "__add__(self, value, /)", "Return self+value.")
Value bytes_mul(Thread* t, ByteSelf self, Value value) {
  return str_binary(t, BinOp::kMul, self.v, value);
}
DEF(methods, bytes_mul, "__mul__(self, value, /)", "Return self*value.")
DEF(methods, bytes_mul, "__rmul__(self, value, /)", "Return value*self.")
Value bytes_mod(Thread* t, ByteSelf self, Value value) { return bytes_percent(t, self.v, value); }
DEF(methods, bytes_mod, "__mod__(self, value, /)", "Return self%value.")

Value compare_bytes(Thread*, CmpOp op, Value a, Value b) {
  if (!is_bytes_like(a) || !is_bytes_like(b)) return Value::not_implemented();
  int c = bytes_view(a).compare(bytes_view(b));
  switch (op) {
    case CmpOp::kLt: return Value::boolean(c < 0);
    case CmpOp::kLe: return Value::boolean(c <= 0);
    case CmpOp::kGt: return Value::boolean(c > 0);
    case CmpOp::kGe: return Value::boolean(c >= 0);
    case CmpOp::kEq: return Value::boolean(c == 0);
    default: return Value::boolean(c != 0);
  }
}
BATON_DEF_COMPARE(methods, bytes_cmp, compare_bytes)

// --- searching ---
// What to look for: bytes, or one byte by number.
struct Needle {
  Value v = Value::none();
  char byte = 0;
  std::string_view view() const {
    return is_buffer(v) ? bytes_view(v) : std::string_view(&byte, 1);
  }
};
bool take_needle(Thread* t, Value v, Needle* out) {
  out->v = v;
  if (is_buffer(v)) {
    std::string_view unused;
    return to_bytes_view(t, v, &unused);
  }
  if (!has_index(t, v)) {
    raisef(t, t->vm->classes.type_error,
           "argument should be integer or bytes-like object, not '%s'", type_name(t, v).c_str());
    return false;
  }
  uint8_t byte;
  if (!byte_value(t, v, "byte must be in range(0, 256)", &byte)) return false;
  out->byte = static_cast<char>(byte);
  return true;
}

Value bytes_contains(Thread* t, ByteSelf self, Value key) {
  Needle needle;
  if (!is_buffer(key) && !has_index(t, key)) {
    std::string_view unused;
    to_bytes_view(t, key, &unused);
    return Value::failed();
  }
  if (!take_needle(t, key, &needle)) return Value::failed();
  return Value::boolean(text_find(self.view(), needle.view()) != kNotFound);
}
DEF(methods, bytes_contains, "__contains__(self, key, /)", "Return key in self.")

// The part of self between optional bounds; false in *valid if start lies past end.
bool part_of(Thread* t, ByteSelf self, Value start, Value end, bool* valid, int64_t* from,
             std::string_view* part) {
  int64_t to;
  if (!bounds_given(t, start, end, from, &to)) return false;
  std::string_view text = self.view();
  clip_bounds(static_cast<int64_t>(text.size()), from, &to);
  *valid = *from <= to;
  if (*valid) *part = text.substr(static_cast<size_t>(*from), static_cast<size_t>(to - *from));
  return true;
}

int64_t find_in(Thread* t, ByteSelf self, Value sub, Value start, Value end, bool last) {
  Needle needle;
  bool valid;
  int64_t from;
  std::string_view part;
  if (!take_needle(t, sub, &needle) || !part_of(t, self, start, end, &valid, &from, &part))
    return -2;
  if (!valid) return -1;
  size_t at = last ? text_rfind(part, needle.view()) : text_find(part, needle.view());
  return at == kNotFound ? -1 : from + static_cast<int64_t>(at);
}
Value found(int64_t at) { return at == -2 ? Value::failed() : Value::from_int(at); }
Value found_or_raise(Thread* t, int64_t at) {
  return at == -1 ? value_error(t, "subsection not found") : found(at);
}
Value bytes_find(Thread* t, ByteSelf self, Value sub, Value start, Value end) {
  return found(find_in(t, self, sub, start, end, false));
}
DEF(methods, bytes_find, "find(self, sub, start=None, end=None, /)",
    "Return the lowest index where subsection sub is found, or -1.")
Value bytes_rfind(Thread* t, ByteSelf self, Value sub, Value start, Value end) {
  return found(find_in(t, self, sub, start, end, true));
}
DEF(methods, bytes_rfind, "rfind(self, sub, start=None, end=None, /)",
    "Return the highest index where subsection sub is found, or -1.")
Value bytes_index(Thread* t, ByteSelf self, Value sub, Value start, Value end) {
  return found_or_raise(t, find_in(t, self, sub, start, end, false));
}
DEF(methods, bytes_index, "index(self, sub, start=None, end=None, /)",
    "As find(), but raises ValueError when the subsection is not found.")
Value bytes_rindex(Thread* t, ByteSelf self, Value sub, Value start, Value end) {
  return found_or_raise(t, find_in(t, self, sub, start, end, true));
}
DEF(methods, bytes_rindex, "rindex(self, sub, start=None, end=None, /)",
    "As rfind(), but raises ValueError when the subsection is not found.")
Value bytes_count(Thread* t, ByteSelf self, Value sub, Value start, Value end) {
  Needle needle;
  bool valid;
  int64_t from;
  std::string_view part;
  if (!take_needle(t, sub, &needle) || !part_of(t, self, start, end, &valid, &from, &part))
    return Value::failed();
  if (!valid) return Value::from_int(0);
  size_t n = needle.view().empty() ? part.size() + 1 : text_count(part, needle.view());
  return Value::from_int(static_cast<int64_t>(n));
}
DEF(methods, bytes_count, "count(self, sub, start=None, end=None, /)",
    "Return the number of non-overlapping occurrences of subsection sub.")

Value match_at(Thread* t, ByteSelf self, Value what, Value start, Value end, bool at_end) {
  bool valid;
  int64_t from;
  std::string_view part;
  if (!part_of(t, self, start, end, &valid, &from, &part)) return Value::failed();
  auto matches = [&](Value v) {
    std::string_view w = bytes_view(v);
    return valid && (at_end ? part.ends_with(w) : part.starts_with(w));
  };
  if (is_buffer(what)) {
    std::string_view unused;
    return to_bytes_view(t, what, &unused) ? Value::boolean(matches(what)) : Value::failed();
  }
  if (!is<Tuple>(what))
    return raisef(t, t->vm->classes.type_error,
                  "%s first arg must be bytes or a tuple of bytes, not %s",
                  at_end ? "endswith" : "startswith", type_name(t, what).c_str());
  Tuple* tuple = as<Tuple>(what);
  for (size_t i = 0; i < tuple->size; ++i) {
    std::string_view unused;
    if (!to_bytes_view(t, tuple->items[i], &unused)) return Value::failed();
    if (matches(tuple->items[i])) return Value::true_();
  }
  return Value::false_();
}
Value bytes_startswith(Thread* t, ByteSelf self, Value prefix, Value start, Value end) {
  return match_at(t, self, prefix, start, end, false);
}
DEF(methods, bytes_startswith, "startswith(self, prefix, start=None, end=None, /)",
    "Return True if the bytes start with the specified prefix, False otherwise.")
Value bytes_endswith(Thread* t, ByteSelf self, Value suffix, Value start, Value end) {
  return match_at(t, self, suffix, start, end, true);
}
DEF(methods, bytes_endswith, "endswith(self, suffix, start=None, end=None, /)",
    "Return True if the bytes end with the specified suffix, False otherwise.")
Value bytes_removeprefix(Thread* t, ByteSelf self, BytesLike prefix) {
  std::string_view text = self.view();
  if (text.starts_with(prefix.view())) text.remove_prefix(prefix.view().size());
  return make_like(t, self.v, text);
}
DEF(methods, bytes_removeprefix, "removeprefix(self, prefix, /)",
    "Return a bytes object with the given prefix string removed if present.")
Value bytes_removesuffix(Thread* t, ByteSelf self, BytesLike suffix) {
  std::string_view text = self.view();
  if (text.ends_with(suffix.view())) text.remove_suffix(suffix.view().size());
  return make_like(t, self.v, text);
}
DEF(methods, bytes_removesuffix, "removesuffix(self, suffix, /)",
    "Return a bytes object with the given suffix string removed if present.")

// --- splitting, joining, replacing ---
Value split(Thread* t, ByteSelf self, Value sep, int64_t limit, bool right) {
  if (sep.is_none())
    return right ? text_rsplit_space(t, self.v, limit) : text_split_space(t, self.v, limit);
  std::string_view text;
  if (!to_bytes_view(t, sep, &text)) return Value::failed();
  if (text.empty()) return value_error(t, "empty separator");
  return right ? text_rsplit(t, self.v, text, limit) : text_split(t, self.v, text, limit);
}
Value bytes_split(Thread* t, ByteSelf self, Value sep, Int maxsplit) {
  return split(t, self, sep, maxsplit, false);
}
DEF(methods, bytes_split, "split(self, sep=None, maxsplit=-1)",
    "Return a list of the sections in the bytes, using sep as the delimiter.")
Value bytes_rsplit(Thread* t, ByteSelf self, Value sep, Int maxsplit) {
  return split(t, self, sep, maxsplit, true);
}
DEF(methods, bytes_rsplit, "rsplit(self, sep=None, maxsplit=-1)",
    "Return a list of the sections in the bytes, using sep as the delimiter, from the end.")
Value bytes_splitlines(Thread* t, ByteSelf self, Int keep) {
  return text_splitlines(t, self.v, keep != 0);
}
DEF(methods, bytes_splitlines, "splitlines(self, keepends=False)",
    "Return a list of the lines in the bytes, breaking at line boundaries.")
Value bytes_partition(Thread* t, ByteSelf self, BytesLike sep) {
  return text_partition(t, self.v, sep.v, false);
}
DEF(methods, bytes_partition, "partition(self, sep, /)",
    "Partition the bytes into three parts using the given separator.")
Value bytes_rpartition(Thread* t, ByteSelf self, BytesLike sep) {
  return text_partition(t, self.v, sep.v, true);
}
DEF(methods, bytes_rpartition, "rpartition(self, sep, /)",
    "Partition the bytes into three parts using the given separator, from the end.")
Value bytes_join(Thread* t, ByteSelf self, Value iterable) {
  return text_join(t, self.v, iterable);
}
DEF(methods, bytes_join, "join(self, iterable_of_bytes, /)",
    "Concatenate any number of bytes objects.")
Value bytes_replace(Thread* t, ByteSelf self, BytesLike from, BytesLike to, Int count) {
  return text_replace(t, self.v, from.view(), to.view(), count);
}
DEF(methods, bytes_replace, "replace(self, old, new, count=-1, /)",
    "Return a copy with all occurrences of substring old replaced by new.")

// --- padding and stripping ---
Value strip(Thread* t, ByteSelf self, Value chars, int sides) {
  if (chars.is_none()) return text_strip(t, self.v, nullptr, sides);
  std::string_view set;
  if (!to_bytes_view(t, chars, &set)) return Value::failed();
  return text_strip(t, self.v, &set, sides);
}
Value bytes_strip(Thread* t, ByteSelf self, Value chars) {
  return strip(t, self, chars, kStripBoth);
}
DEF(methods, bytes_strip, "strip(self, bytes=None, /)",
    "Strip leading and trailing bytes contained in the argument.")
Value bytes_lstrip(Thread* t, ByteSelf self, Value chars) {
  return strip(t, self, chars, kStripLeft);
}
DEF(methods, bytes_lstrip, "lstrip(self, bytes=None, /)",
    "Strip leading bytes contained in the argument.")
Value bytes_rstrip(Thread* t, ByteSelf self, Value chars) {
  return strip(t, self, chars, kStripRight);
}
DEF(methods, bytes_rstrip, "rstrip(self, bytes=None, /)",
    "Strip trailing bytes contained in the argument.")

Value justify(Thread* t, ByteSelf self, int64_t width, Value fill, Justify side, const char* name) {
  std::string_view text = " ";
  if (!fill.is_unbound()) {
    if (!is_bytes_like(fill) || bytes_view(fill).size() != 1)
      return raisef(t, t->vm->classes.type_error,
                    "%s() argument 2 must be a byte string of length 1, not %s", name,
                    type_name(t, fill).c_str());
    text = bytes_view(fill);
  }
  return text_justify(t, self.v, width, text, side);
}
Value bytes_center(Thread* t, ByteSelf self, Int width, Value fill) {
  return justify(t, self, width, fill, Justify::kCenter, "center");
}
DEF(methods, bytes_center, "center(self, width, fillchar=<absent>, /)",
    "Return a centered string of length width.")
Value bytes_ljust(Thread* t, ByteSelf self, Int width, Value fill) {
  return justify(t, self, width, fill, Justify::kLeft, "ljust");
}
DEF(methods, bytes_ljust, "ljust(self, width, fillchar=<absent>, /)",
    "Return a left-justified string of length width.")
Value bytes_rjust(Thread* t, ByteSelf self, Int width, Value fill) {
  return justify(t, self, width, fill, Justify::kRight, "rjust");
}
DEF(methods, bytes_rjust, "rjust(self, width, fillchar=<absent>, /)",
    "Return a right-justified string of length width.")
Value bytes_zfill(Thread* t, ByteSelf self, Int width) { return text_zfill(t, self.v, width); }
DEF(methods, bytes_zfill, "zfill(self, width, /)",
    "Pad a numeric string with zeros on the left, to fill a field of the given width.")
Value bytes_expandtabs(Thread* t, ByteSelf self, Int tab_size) {
  return text_expandtabs(t, self.v, tab_size);
}
DEF(methods, bytes_expandtabs, "expandtabs(self, tabsize=8)",
    "Return a copy where all tab characters are expanded using spaces.")

// --- case and tests ---
bool lower_byte(char c) { return c >= 'a' && c <= 'z'; }
bool upper_byte(char c) { return c >= 'A' && c <= 'Z'; }
bool alpha_byte(char c) { return lower_byte(c) || upper_byte(c); }
bool digit_byte(char c) { return c >= '0' && c <= '9'; }
char flipped(char c) { return static_cast<char>(c ^ 0x20); }

template <class F>
Value mapped(Thread* t, ByteSelf self, F f) {
  size_t n = self.view().size();
  Room room = take_like(t, self.v, n, n);
  if (!room.p) return room.v;
  std::string_view text = self.view();
  bool word = false;  // after a letter
  for (size_t i = 0; i < n; ++i) {
    room.p[i] = f(text[i], i, word);
    word = alpha_byte(text[i]);
  }
  return room.v;
}
Value bytes_lower(Thread* t, ByteSelf self) {
  return mapped(t, self, [](char c, size_t, bool) { return upper_byte(c) ? flipped(c) : c; });
}
DEF(methods, bytes_lower, "lower(self, /)", "B.lower() -> copy of B with ASCII letters lowercase.")
Value bytes_upper(Thread* t, ByteSelf self) {
  return mapped(t, self, [](char c, size_t, bool) { return lower_byte(c) ? flipped(c) : c; });
}
DEF(methods, bytes_upper, "upper(self, /)", "B.upper() -> copy of B with ASCII letters uppercase.")
Value bytes_swapcase(Thread* t, ByteSelf self) {
  return mapped(t, self, [](char c, size_t, bool) { return alpha_byte(c) ? flipped(c) : c; });
}
DEF(methods, bytes_swapcase, "swapcase(self, /)", "Convert uppercase to lowercase and back.")
Value bytes_title(Thread* t, ByteSelf self) {
  return mapped(t, self, [](char c, size_t, bool word) {
    return (word ? upper_byte(c) : lower_byte(c)) ? flipped(c) : c;
  });
}
DEF(methods, bytes_title, "title(self, /)", "Return a titlecased version of B.")
Value bytes_capitalize(Thread* t, ByteSelf self) {
  return mapped(t, self, [](char c, size_t i, bool) {
    return (i != 0 ? upper_byte(c) : lower_byte(c)) ? flipped(c) : c;
  });
}
DEF(methods, bytes_capitalize, "capitalize(self, /)",
    "Return a copy of B with only its first character capitalized.")

template <class F>
bool all_bytes(ByteSelf self, F f) {
  std::string_view text = self.view();
  return !text.empty() && std::all_of(text.begin(), text.end(), f);
}
bool bytes_isalnum(ByteSelf self) {
  return all_bytes(self, [](char c) { return alpha_byte(c) || digit_byte(c); });
}
DEF(methods, bytes_isalnum, "isalnum(self, /)", "All characters are alphanumeric, at least one.")
bool bytes_isalpha(ByteSelf self) { return all_bytes(self, alpha_byte); }
DEF(methods, bytes_isalpha, "isalpha(self, /)", "All characters are alphabetic, at least one.")
bool bytes_isdigit(ByteSelf self) { return all_bytes(self, digit_byte); }
DEF(methods, bytes_isdigit, "isdigit(self, /)", "All characters are digits, at least one.")
bool bytes_isspace(ByteSelf self) { return all_bytes(self, is_byte_space); }
DEF(methods, bytes_isspace, "isspace(self, /)", "All characters are whitespace, at least one.")
bool bytes_isascii(ByteSelf self) {
  std::string_view text = self.view();
  return std::none_of(text.begin(), text.end(), [](char c) { return c & 0x80; });
}
DEF(methods, bytes_isascii, "isascii(self, /)", "True if B is empty or all characters are ASCII.")
bool bytes_islower(ByteSelf self) {
  std::string_view text = self.view();
  return std::none_of(text.begin(), text.end(), upper_byte) &&
         std::any_of(text.begin(), text.end(), lower_byte);
}
DEF(methods, bytes_islower, "islower(self, /)", "All cased characters are lowercase, at least one.")
bool bytes_isupper(ByteSelf self) {
  std::string_view text = self.view();
  return std::none_of(text.begin(), text.end(), lower_byte) &&
         std::any_of(text.begin(), text.end(), upper_byte);
}
DEF(methods, bytes_isupper, "isupper(self, /)", "All cased characters are uppercase, at least one.")
bool bytes_istitle(ByteSelf self) {
  bool word = false, cased = false;
  for (char c : self.view()) {
    if (word ? upper_byte(c) : lower_byte(c)) return false;
    word = alpha_byte(c);
    cased = cased || word;
  }
  return cased;
}
DEF(methods, bytes_istitle, "istitle(self, /)", "True if B is a titlecased string.")

// --- codecs and translation ---
Value bytes_decode(Thread* t, ByteSelf self, Value encoding, Value errors) {
  for (auto [name, v] : {std::pair{"encoding", encoding}, std::pair{"errors", errors}})
    if (!v.is_unbound() && !is<Str>(v))
      return raisef(t, t->vm->classes.type_error, "decode() argument '%s' must be str, not %s",
                    name, v.is_none() ? "None" : type_name(t, v).c_str());
  return decode_text(t, self.view(), encoding.is_unbound() ? "utf-8" : as<Str>(encoding)->view(),
                     errors.is_unbound() ? "strict" : as<Str>(errors)->view());
}
DEF(methods, bytes_decode, "decode(self, encoding=<absent>, errors=<absent>)",
    "Decode the bytes using the codec registered for encoding.")

Value bytes_hex(Thread* t, ByteSelf self, Value sep, Int group) {
  constexpr char kDigits[] = "0123456789abcdef";
  char separator = 0;
  if (!sep.is_unbound()) {
    int64_t n;
    if (!length_of(t, sep, &n)) return Value::failed();
    if (n != 1) return value_error(t, "sep must be length 1.");
    if (!is<Str>(sep) && !is_bytes_like(sep)) return type_error(t, "sep must be str or bytes.");
    separator = text_view(sep)[0];
    if (separator & 0x80) return value_error(t, "sep must be ASCII.");
  }
  std::string_view data = self.view();
  uint64_t every =
      group < 0 ? uint64_t{0} - static_cast<uint64_t>(group.v) : static_cast<uint64_t>(group.v);
  bool separated = !sep.is_unbound() && every != 0;
  std::string out;
  out.reserve(data.size() * 2);
  for (size_t i = 0; i < data.size(); ++i) {
    // Groups are counted from the right, unless the number is negative.
    size_t place = group < 0 ? i : data.size() - i;
    if (separated && i != 0 && place % every == 0) out.push_back(separator);
    auto byte = static_cast<unsigned char>(data[i]);
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 15]);
  }
  return str_value(t, out);
}
DEF(methods, bytes_hex, "hex(self, sep=<absent>, bytes_per_sep=1)",
    "Create a string of hexadecimal numbers from a bytes object.")

int hex_digit(char c) {
  if (digit_byte(c)) return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
Value bytes_fromhex(Thread* t, Class* cls, Str* string) {
  std::string out;
  std::string_view text = string->view();
  for (size_t i = 0; i < text.size();) {
    if (is_byte_space(text[i])) {
      ++i;
      continue;
    }
    int high = hex_digit(text[i]);
    int low = high >= 0 && i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
    if (high < 0 || low < 0)
      return raisef(t, t->vm->classes.value_error,
                    "non-hexadecimal number found in fromhex() arg at position %zu",
                    text_length(val(string), text.substr(0, high < 0 ? i : i + 1)));
    out.push_back(static_cast<char>(high << 4 | low));
    i += 2;
  }
  Object* r;
  if (is_subclass(cls, t->vm->classes.bytearray))
    r = new_bytearray(t, out);
  else
    r = new_bytes(t, out);
  if (!r) return Value::failed();
  if (cls == t->vm->classes.bytes || cls == t->vm->classes.bytearray) return val(r);
  return call1(t, val(cls), val(r));
}
DEF_CLASS(methods, bytes_fromhex, "fromhex(cls, string, /)",
          "Create a bytes object from a string of hexadecimal numbers.")

Value bytes_translate(Thread* t, ByteSelf self, Value table, Value deleted) {
  std::string_view map, drop;
  if (!table.is_none()) {
    if (!to_bytes_view(t, table, &map)) return Value::failed();
    if (map.size() != 256) return value_error(t, "translation table must be 256 characters long");
  }
  if (!deleted.is_unbound() && !to_bytes_view(t, deleted, &drop)) return Value::failed();
  bool dropped[256] = {};
  for (char c : drop) dropped[static_cast<unsigned char>(c)] = true;
  std::string out;
  for (char c : self.view()) {
    auto byte = static_cast<unsigned char>(c);
    if (!dropped[byte]) out.push_back(map.empty() ? c : map[byte]);
  }
  return make_like(t, self.v, out);
}
DEF(methods, bytes_translate, "translate(self, table, /, delete=<absent>)",
    "Return a copy with each character mapped by the given translation table.")

Value bytes_maketrans(Thread* t, BytesLike from, BytesLike to) {
  std::string_view a = from.view(), b = to.view();
  if (a.size() != b.size()) return value_error(t, "maketrans arguments must have same length");
  char map[256];
  for (int i = 0; i < 256; ++i) map[i] = static_cast<char>(i);
  for (size_t i = 0; i < a.size(); ++i) map[static_cast<unsigned char>(a[i])] = b[i];
  Bytes* r = new_bytes(t, {map, sizeof map});
  return r ? val(r) : Value::failed();
}
DEF_STATIC(methods, bytes_maketrans, "maketrans(frm, to, /)",
           "Return a translation table usable for the bytes or bytearray translate method.")

}  // namespace

void register_bytes_methods(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.bytes, methods);
  install_methods(t, vm->classes.bytearray, methods);
}

}  // namespace baton
