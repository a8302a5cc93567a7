// Searching, splitting, joining and padding, once for str, bytes and bytearray.
//
// All three are byte strings here. For str that is right because UTF-8 is self-synchronising: a
// character sequence is found where its bytes are. What differs (white space, line ends, what one
// character is, the kind of the result) is decided by the kind of `self`. Nothing here runs script
// code except text_join() and text_repeat(), which take their views after it ran.
#include <algorithm>

#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

bool is_exact(Thread* t, Value v) {
  uint32_t shape = v.ptr()->shape;
  return shape == t->vm->shape_ids.str || shape == t->vm->shape_ids.bytes;
}

// White space at text[pos] (pos < size): its width in bytes, 0 if it is none.
BATON_INLINE size_t space_at(std::string_view text, size_t pos, bool unicode) {
  auto c = static_cast<unsigned char>(text[pos]);
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (unicode && c >= 0x1c && c <= 0x1f);
  if (!unicode || c < 0xc2) return 0;
  size_t next = pos;
  return is_space(utf8_next(text, &next)) ? next - pos : 0;
}
// The same for what ends at text[end] (end > 0).
BATON_INLINE size_t space_before(std::string_view text, size_t end, bool unicode) {
  auto c = static_cast<unsigned char>(text[end - 1]);
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (unicode && c >= 0x1c && c <= 0x1f);
  if (!unicode) return 0;
  size_t prev = end;
  return is_space(utf8_prev(text, &prev)) ? end - prev : 0;
}

bool add_part(Thread* t, List* l, Value self, std::string_view part) {
  Value v = make_like(t, self, part);
  return !v.is_failed() && list_append(t, l, v);
}

}  // namespace

bool is_byte_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }

Value make_like(Thread* t, Value self, std::string_view part) {
  if (is<Str>(self)) {
    Str* s = as<Str>(self);
    if (part.data() == s->data && part.size() == s->size && is_exact(t, self)) return self;
    Str* r = new_substr(t, s, part);
    return r ? val(r) : Value::failed();
  }
  if (is<Bytes>(self)) {
    Bytes* b = as<Bytes>(self);
    if (part.data() == b->view().data() && part.size() == b->size && is_exact(t, self)) return self;
    Bytes* r = new_bytes(t, part);
    return r ? val(r) : Value::failed();
  }
  ByteArray* r = new_bytearray(t, part);
  return r ? val(r) : Value::failed();
}

Room take_like(Thread* t, Value self, size_t size, size_t length) {
  if (is<Str>(self)) {
    Str* s = take_str(t, size, length);
    if (s) return {val(s), s->data};
  } else if (is<Bytes>(self)) {
    Bytes* b = take_bytes(t, size, t->vm->shape_ids.bytes);
    if (b) return {val(b), reinterpret_cast<char*>(b->data)};
  } else {
    ByteArray* b = take_bytearray(t, size, t->vm->shape_ids.bytearray);
    if (b) return {val(b), reinterpret_cast<char*>(b->data)};
  }
  return {};
}

size_t text_length(Value self, std::string_view part) {
  return is<Str>(self) && !as<Str>(self)->ascii() ? utf8_length(part) : part.size();
}

size_t text_find(std::string_view text, std::string_view part, size_t from) {
  if (from > text.size()) return kNotFound;
  if (part.empty()) return from;
  const char* begin = text.data() + from;
  size_t left = text.size() - from;
  if (part.size() > left) return kNotFound;
  const void* at = part.size() == 1 ? std::memchr(begin, part[0], left)
                                    : memmem(begin, left, part.data(), part.size());
  return at ? static_cast<size_t>(static_cast<const char*>(at) - text.data()) : kNotFound;
}

size_t text_rfind(std::string_view text, std::string_view part) {
  if (part.size() > text.size()) return kNotFound;
  if (part.empty()) return text.size();
  const char last = part.back();
  for (size_t end = text.size(); end >= part.size();) {
    const void* at = memrchr(text.data() + part.size() - 1, last, end - part.size() + 1);
    if (!at) return kNotFound;
    end = static_cast<size_t>(static_cast<const char*>(at) - text.data()) + 1;
    size_t start = end - part.size();
    if (std::memcmp(text.data() + start, part.data(), part.size()) == 0) return start;
    --end;
  }
  return kNotFound;
}

size_t text_count(std::string_view text, std::string_view part, size_t limit) {
  size_t n = 0;
  for (size_t at = 0; n < limit; ++n) {
    at = text_find(text, part, at);
    if (at == kNotFound) break;
    at += part.size();
  }
  return n;
}

Value text_split(Thread* t, Value self, std::string_view sep, int64_t limit) {
  std::string_view text = text_view(self);
  List* l = new_list(t);
  if (!l) return Value::failed();
  size_t at = 0;
  if (limit < 0) limit = INT64_MAX;
  while (limit-- > 0) {
    size_t next = text_find(text, sep, at);
    if (next == kNotFound) break;
    if (!add_part(t, l, self, text.substr(at, next - at))) return Value::failed();
    at = next + sep.size();
  }
  return add_part(t, l, self, text.substr(at)) ? val(l) : Value::failed();
}

Value text_rsplit(Thread* t, Value self, std::string_view sep, int64_t limit) {
  std::string_view text = text_view(self);
  List* l = new_list(t);
  if (!l) return Value::failed();
  size_t end = text.size();
  if (limit < 0) limit = INT64_MAX;
  while (limit-- > 0) {
    size_t at = text_rfind(text.substr(0, end), sep);
    if (at == kNotFound) break;
    size_t from = at + sep.size();
    if (!add_part(t, l, self, text.substr(from, end - from))) return Value::failed();
    end = at;
  }
  if (!add_part(t, l, self, text.substr(0, end))) return Value::failed();
  std::reverse(l->items, l->items + l->size);
  return val(l);
}

Value text_split_space(Thread* t, Value self, int64_t limit) {
  std::string_view text = text_view(self);
  bool unicode = is<Str>(self);
  List* l = new_list(t);
  if (!l) return Value::failed();
  if (limit < 0) limit = INT64_MAX;
  for (size_t at = 0;;) {
    while (at < text.size()) {
      size_t width = space_at(text, at, unicode);
      if (width == 0) break;
      at += width;
    }
    if (at == text.size()) return val(l);
    size_t end = at;
    if (limit-- <= 0)
      end = text.size();
    else
      while (end < text.size() && space_at(text, end, unicode) == 0) ++end;
    if (!add_part(t, l, self, text.substr(at, end - at))) return Value::failed();
    at = end;
  }
}

Value text_rsplit_space(Thread* t, Value self, int64_t limit) {
  std::string_view text = text_view(self);
  bool unicode = is<Str>(self);
  List* l = new_list(t);
  if (!l) return Value::failed();
  if (limit < 0) limit = INT64_MAX;
  for (size_t end = text.size();;) {
    while (end > 0) {
      size_t width = space_before(text, end, unicode);
      if (width == 0) break;
      end -= width;
    }
    if (end == 0) break;
    size_t at = end;
    if (limit-- <= 0) {
      at = 0;
    } else {
      while (at > 0 && space_before(text, at, unicode) == 0) {
        --at;
        while (unicode && at > 0 && is_utf8_continuation(text[at])) --at;
      }
    }
    if (!add_part(t, l, self, text.substr(at, end - at))) return Value::failed();
    end = at;
  }
  std::reverse(l->items, l->items + l->size);
  return val(l);
}

Value text_splitlines(Thread* t, Value self, bool keep_ends) {
  std::string_view text = text_view(self);
  bool unicode = is<Str>(self);
  List* l = new_list(t);
  if (!l) return Value::failed();
  for (size_t at = 0; at < text.size();) {
    size_t end = at, after = at;
    while (after < text.size()) {
      end = after;
      auto c = static_cast<unsigned char>(text[after]);
      bool breaks;
      if (c < 0x80 || !unicode) {
        ++after;
        breaks = c == '\n' || c == '\r' || (unicode && is_line_break(c));
      } else {
        breaks = is_line_break(utf8_next(text, &after));
      }
      if (breaks) {
        if (c == '\r' && after < text.size() && text[after] == '\n') ++after;
        break;
      }
      end = after;
    }
    if (!add_part(t, l, self, text.substr(at, (keep_ends ? after : end) - at)))
      return Value::failed();
    at = after;
  }
  return val(l);
}

Value text_partition(Thread* t, Value self, Value sep_value, bool last) {
  std::string_view text = text_view(self), sep = text_view(sep_value);
  if (sep.empty()) return value_error(t, "empty separator");
  size_t at = last ? text_rfind(text, sep) : text_find(text, sep);
  Value whole = make_like(t, self, text);
  if (whole.is_failed()) return whole;
  Value before, between, after;
  if (at == kNotFound) {
    before = whole;
    between = make_like(t, self, text.substr(0, 0));
    if (between.is_failed()) return between;
    after = make_like(t, self, text.substr(0, 0));
    if (after.is_failed()) return after;
    if (last) std::swap(before, after);
  } else {
    before = make_like(t, self, text.substr(0, at));
    if (before.is_failed()) return before;
    between = is<Str>(self) && is_exact(t, sep_value)
                  ? sep_value
                  : make_like(t, self, text.substr(at, sep.size()));
    if (between.is_failed()) return between;
    after = make_like(t, self, text.substr(at + sep.size()));
    if (after.is_failed()) return after;
  }
  return tuple_of(t, {before, between, after});
}

namespace {

// replace() of the empty text: `to` goes before every character and at the end.
Value interleave(Thread* t, Value self, std::string_view to, size_t limit) {
  std::string_view text = text_view(self);
  size_t length = text_length(self, text), n = std::min(limit, length + 1);
  if (to.size() > (kMaxBytes - text.size()) / n) return raise_memory_error(t);
  size_t to_length = is<Str>(self) ? utf8_length(to) : to.size();
  Room room = take_like(t, self, text.size() + n * to.size(), length + n * to_length);
  if (!room.p) return room.v;
  char* p = room.p;
  size_t pos = 0;
  for (size_t i = 0; i < n; ++i) {
    std::memcpy(p, to.data(), to.size());
    p += to.size();
    if (pos == text.size()) break;
    size_t width = is<Str>(self) ? utf8_sequence_length(text[pos]) : 1;
    width = std::min(width, text.size() - pos);
    std::memcpy(p, text.data() + pos, width);
    p += width;
    pos += width;
  }
  std::memcpy(p, text.data() + pos, text.size() - pos);
  return room.v;
}

}  // namespace

Value text_replace(Thread* t, Value self, std::string_view from, std::string_view to,
                   int64_t limit) {
  std::string_view text = text_view(self);
  size_t most = limit < 0 ? SIZE_MAX : static_cast<size_t>(limit);
  if (most == 0 || from.size() > text.size() || from == to) return make_like(t, self, text);
  if (from.empty()) return interleave(t, self, to, most);
  size_t n = text_count(text, from, most);
  if (n == 0) return make_like(t, self, text);
  if (to.size() > from.size() && to.size() - from.size() > (kMaxBytes - text.size()) / n)
    return raise_memory_error(t);
  size_t length = text_length(self, text), size = text.size() - n * from.size() + n * to.size();
  if (is<Str>(self))
    length = length - n * utf8_length(from) + n * utf8_length(to);
  else
    length = size;
  Room room = take_like(t, self, size, length);
  if (!room.p) return room.v;
  char* p = room.p;
  size_t at = 0;
  for (size_t i = 0; i < n; ++i) {
    size_t next = text_find(text, from, at);
    std::memcpy(p, text.data() + at, next - at);
    p += next - at;
    std::memcpy(p, to.data(), to.size());
    p += to.size();
    at = next + from.size();
  }
  std::memcpy(p, text.data() + at, text.size() - at);
  return room.v;
}

Value text_strip(Thread* t, Value self, const std::string_view* chars, int sides) {
  std::string_view text = text_view(self);
  bool unicode = is<Str>(self);
  size_t begin = 0, end = text.size();
  auto stripped = [&](size_t at, size_t width) {
    return chars->find(text.substr(at, width)) != kNotFound;
  };
  if (sides & kStripLeft) {
    while (begin < end) {
      size_t width;
      if (!chars) {
        width = space_at(text, begin, unicode);
      } else {
        width = unicode ? std::min<size_t>(utf8_sequence_length(text[begin]), end - begin) : 1;
        if (!stripped(begin, width)) width = 0;
      }
      if (width == 0) break;
      begin += width;
    }
  }
  if (sides & kStripRight) {
    while (end > begin) {
      size_t width;
      if (!chars) {
        width = space_before(text, end, unicode);
      } else {
        size_t at = end - 1;
        while (unicode && at > begin && is_utf8_continuation(text[at])) --at;
        width = stripped(at, end - at) ? end - at : 0;
      }
      if (width == 0) break;
      end -= width;
    }
  }
  return make_like(t, self, text.substr(begin, end - begin));
}

Value text_expandtabs(Thread* t, Value self, int64_t tab_size) {
  std::string_view text = text_view(self);
  bool unicode = is<Str>(self);
  std::string out;
  int64_t column = 0;
  for (char c : text) {
    if (c == '\t') {
      if (tab_size <= 0) continue;
      int64_t spaces = tab_size - column % tab_size;
      if (spaces > static_cast<int64_t>(kMaxText) - static_cast<int64_t>(out.size()))
        return overflow_error(t, unicode ? "new string is too long" : "result too long");
      out.append(static_cast<size_t>(spaces), ' ');
      column += spaces;
      continue;
    }
    out.push_back(c);
    if (c == '\n' || c == '\r')
      column = 0;
    else if (!unicode || !is_utf8_continuation(c))
      ++column;
  }
  return make_like(t, self, out == text ? text : std::string_view(out));
}

Value text_zfill(Thread* t, Value self, int64_t width) {
  std::string_view text = text_view(self);
  size_t length = text_length(self, text);
  if (width <= static_cast<int64_t>(length)) return make_like(t, self, text);
  size_t pad = static_cast<size_t>(width) - length;
  if (pad > kMaxBytes) return raise_memory_error(t);
  Room room = take_like(t, self, text.size() + pad, length + pad);
  if (!room.p) return room.v;
  size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  std::memcpy(room.p, text.data(), sign);
  std::memset(room.p + sign, '0', pad);
  std::memcpy(room.p + sign + pad, text.data() + sign, text.size() - sign);
  return room.v;
}

Value text_justify(Thread* t, Value self, int64_t width, std::string_view fill, Justify side) {
  std::string_view text = text_view(self);
  size_t length = text_length(self, text);
  if (width <= static_cast<int64_t>(length)) return make_like(t, self, text);
  size_t pad = static_cast<size_t>(width) - length;
  if (pad > kMaxBytes / fill.size()) return raise_memory_error(t);
  size_t left = side == Justify::kLeft    ? 0
                : side == Justify::kRight ? pad
                                          : pad / 2 + (pad & static_cast<size_t>(width) & 1);
  Room room = take_like(t, self, text.size() + pad * fill.size(), length + pad);
  if (!room.p) return room.v;
  char* p = room.p;
  auto put = [&](size_t n) {
    if (fill.size() == 1) {
      std::memset(p, fill[0], n);
    } else {
      for (size_t i = 0; i < n; ++i) std::memcpy(p + i * fill.size(), fill.data(), fill.size());
    }
    p += n * fill.size();
  };
  put(left);
  std::memcpy(p, text.data(), text.size());
  p += text.size();
  put(pad - left);
  return room.v;
}

// Of these the bytes can be had in one piece.
static bool is_joinable(Value v) {
  Buffer b;
  return is_bytes_like(v) || buffer_of(v, &b);
}

Value text_join(Thread* t, Value self, Value iterable) {
  Vm* vm = t->vm;
  Value seq = iterable;
  if (!exact_list(t, seq) && !exact_tuple(t, seq)) {
    Value it = get_iter(t, iterable);
    if (it.is_failed()) {
      if (!exception_is(t, vm->classes.type_error)) return it;
      clear_exception(t);
      return type_error(t, "can only join an iterable");
    }
    List* l = new_list(t);
    if (!l || !list_extend(t, l, it)) return Value::failed();
    seq = val(l);
  }
  const Value* items = is<List>(seq) ? as<List>(seq)->items : as<Tuple>(seq)->items;
  size_t n = is<List>(seq) ? as<List>(seq)->size : as<Tuple>(seq)->size;
  bool str = is<Str>(self);
  std::string_view sep = text_view(self);
  size_t sep_length = text_length(self, sep), size = 0, length = 0;
  for (size_t i = 0; i < n; ++i) {
    Value v = items[i];
    if (str ? !is<Str>(v) : !is_joinable(v))
      return raisef(t, vm->classes.type_error, "sequence item %zu: expected %s, %s found", i,
                    str ? "str instance" : "a bytes-like object", type_name(t, v).c_str());
    if (str) {
      size += as<Str>(v)->size;
      length += as<Str>(v)->length;
    } else {
      size += bytes_view(v).size();
    }
  }
  if (n == 0) return make_like(t, self, sep.substr(0, 0));
  if (n == 1 && is_exact(t, items[0]) && is<Str>(items[0]) == str && !is<ByteArray>(self))
    return items[0];
  if (sep.size() != 0 && n - 1 > (kMaxBytes - size) / sep.size()) return raise_memory_error(t);
  size += (n - 1) * sep.size();
  length = str ? length + (n - 1) * sep_length : size;
  Room room = take_like(t, self, size, length);
  if (!room.p) return room.v;
  char* p = room.p;
  for (size_t i = 0; i < n; ++i) {
    if (i != 0) {
      std::memcpy(p, sep.data(), sep.size());
      p += sep.size();
    }
    std::string_view part = text_view(items[i]);
    std::memcpy(p, part.data(), part.size());
    p += part.size();
  }
  keep_alive(seq);  // `items` points into it, and the result was allocated since
  return room.v;
}

Value text_repeat(Thread* t, Value self, Value count) {
  int64_t times;
  if (BATON_LIKELY(count.is_int())) {
    times = count.as_int();
  } else {
    if (!has_index(t, count))
      return raisef(t, t->vm->classes.type_error, "can't multiply sequence by non-int of type '%s'",
                    type_name(t, count).c_str());
    Value i = to_index(t, count);
    if (i.is_failed()) return i;
    if (!int_fits_int64(i, &times))
      return overflow_error(t, "cannot fit 'int' into an index-sized integer");
  }
  std::string_view text = text_view(self);
  if (times <= 0 || text.empty()) return make_like(t, self, text.substr(0, 0));
  if (times == 1) return make_like(t, self, text);
  size_t size;
  if (__builtin_mul_overflow(text.size(), static_cast<size_t>(times), &size) || size > INT64_MAX)
    return overflow_error(
        t, is<Str>(self) ? "repeated string is too long" : "repeated bytes are too long");
  if (size > kMaxBytes) return raise_memory_error(t);
  Room room = take_like(t, self, size, text_length(self, text) * static_cast<size_t>(times));
  if (!room.p) return room.v;
  if (text.size() == 1) {
    std::memset(room.p, text[0], size);
    return room.v;
  }
  std::memcpy(room.p, text.data(), text.size());
  for (size_t have = text.size(); have < size;) {
    size_t part = std::min(have, size - have);
    std::memcpy(room.p + have, room.p, part);
    have += part;
  }
  return room.v;
}

bool bounds_given(Thread* t, Value start, Value end, int64_t* from, int64_t* to) {
  auto convert = [&](Value v, int64_t* out) {
    if (v.is_int()) {
      *out = v.as_int();
      return true;
    }
    if (v.is_none() || v.is_unbound()) return true;
    if (has_index(t, v)) return slice_bound(t, v, out);
    type_error(t, "slice indices must be integers or None or have an __index__ method");
    return false;
  };
  *from = 0;
  *to = INT64_MAX;
  return convert(start, from) && convert(end, to);
}

void clip_bounds(int64_t length, int64_t* from, int64_t* to) {
  if (*to > length) {
    *to = length;
  } else if (*to < 0) {
    *to = std::max<int64_t>(*to + length, 0);
  }
  if (*from < 0) *from = std::max<int64_t>(*from + length, 0);
}

}  // namespace baton
