// The methods of str that search, split, join and replace. Positions are converted between
// characters and bytes here; the work is in text_algorithms.cpp.
#include <algorithm>

#include "vm/base/utf8.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

NativeGroup search_methods{"str"};

bool check_str(Thread* t, Value v) {
  if (BATON_LIKELY(is<Str>(v))) return true;
  type_error(t, "must be str, not " + (v.is_none() ? std::string("NoneType") : type_name(t, v)));
  return false;
}

// A part of a str by character positions, as bytes [begin, end); none if start lies past end.
struct Range32 {
  bool valid = false;
  int64_t first = 0, last = 0;  // characters
  size_t begin = 0, end = 0;
};
bool part_of(Thread* t, Str* s, Value start, Value end, Range32* r) {
  if (start.is_none() && end.is_none()) {
    *r = {true, 0, s->length, 0, s->size};
    return true;
  }
  if (!bounds_given(t, start, end, &r->first, &r->last)) return false;
  clip_bounds(s->length, &r->first, &r->last);
  r->valid = r->first <= r->last;
  if (r->valid) {
    r->begin = str_byte_offset(s, static_cast<uint32_t>(r->first));
    r->end = str_byte_offset(s, static_cast<uint32_t>(r->last));
  }
  return true;
}

// Position in characters, -1 if absent, -2 if failed.
int64_t find_in(Thread* t, Str* s, Value sub, Value start, Value end, bool last) {
  Range32 r;
  if (!check_str(t, sub) || !part_of(t, s, start, end, &r)) return -2;
  if (!r.valid) return -1;
  std::string_view text = s->view().substr(0, r.end), part = as<Str>(sub)->view();
  size_t at;
  if (last) {
    at = text_rfind(text.substr(r.begin), part);
    if (at != kNotFound) at += r.begin;
  } else {
    at = text_find(text, part, r.begin);
  }
  if (at == kNotFound) return -1;
  if (s->ascii()) return static_cast<int64_t>(at);
  return r.first + static_cast<int64_t>(utf8_length(text.substr(r.begin, at - r.begin)));
}

Value found(int64_t at) { return at == -2 ? Value::failed() : Value::from_int(at); }
Value found_or_raise(Thread* t, int64_t at) {
  return at == -1 ? value_error(t, "substring not found") : found(at);
}

Value str_find(Thread* t, Str* self, Value sub, Value start, Value end) {
  return found(find_in(t, self, sub, start, end, false));
}
DEF(search_methods, str_find, "find(self, sub, start=None, end=None, /)",
    "Return the lowest index where substring sub is found, or -1.")
Value str_rfind(Thread* t, Str* self, Value sub, Value start, Value end) {
  return found(find_in(t, self, sub, start, end, true));
}
DEF(search_methods, str_rfind, "rfind(self, sub, start=None, end=None, /)",
    "Return the highest index where substring sub is found, or -1.")
Value str_index_method(Thread* t, Str* self, Value sub, Value start, Value end) {
  return found_or_raise(t, find_in(t, self, sub, start, end, false));
}
DEF(search_methods, str_index_method, "index(self, sub, start=None, end=None, /)",
    "As find(), but raises ValueError when the substring is not found.")
Value str_rindex(Thread* t, Str* self, Value sub, Value start, Value end) {
  return found_or_raise(t, find_in(t, self, sub, start, end, true));
}
DEF(search_methods, str_rindex, "rindex(self, sub, start=None, end=None, /)",
    "As rfind(), but raises ValueError when the substring is not found.")

Value str_count(Thread* t, Str* self, Value sub, Value start, Value end) {
  Range32 r;
  if (!check_str(t, sub) || !part_of(t, self, start, end, &r)) return Value::failed();
  if (!r.valid) return Value::from_int(0);
  std::string_view part = as<Str>(sub)->view();
  if (part.empty()) return Value::from_int(r.last - r.first + 1);
  return Value::from_int(
      static_cast<int64_t>(text_count(self->view().substr(r.begin, r.end - r.begin), part)));
}
DEF(search_methods, str_count, "count(self, sub, start=None, end=None, /)",
    "Return the number of non-overlapping occurrences of substring sub.")

Value match_at(Thread* t, Str* self, Value what, Value start, Value end, bool at_end) {
  Range32 r;
  if (!part_of(t, self, start, end, &r)) return Value::failed();
  std::string_view text = r.valid ? self->view().substr(r.begin, r.end - r.begin) : "";
  auto matches = [&](Value v) {
    std::string_view part = as<Str>(v)->view();
    return r.valid && (at_end ? text.ends_with(part) : text.starts_with(part));
  };
  const char* name = at_end ? "endswith" : "startswith";
  if (is<Str>(what)) return Value::boolean(matches(what));
  if (!is<Tuple>(what))
    return raisef(t, t->vm->classes.type_error,
                  "%s first arg must be str or a tuple of str, not %s", name,
                  type_name(t, what).c_str());
  Tuple* tuple = as<Tuple>(what);
  for (size_t i = 0; i < tuple->size; ++i) {
    if (!is<Str>(tuple->items[i]))
      return raisef(t, t->vm->classes.type_error, "tuple for %s must only contain str, not %s",
                    name, type_name(t, tuple->items[i]).c_str());
    if (matches(tuple->items[i])) return Value::true_();
  }
  return Value::false_();
}
Value str_startswith(Thread* t, Str* self, Value prefix, Value start, Value end) {
  return match_at(t, self, prefix, start, end, false);
}
DEF(search_methods, str_startswith, "startswith(self, prefix, start=None, end=None, /)",
    "Return True if the string starts with the specified prefix, False otherwise.")
Value str_endswith(Thread* t, Str* self, Value suffix, Value start, Value end) {
  return match_at(t, self, suffix, start, end, true);
}
DEF(search_methods, str_endswith, "endswith(self, suffix, start=None, end=None, /)",
    "Return True if the string ends with the specified suffix, False otherwise.")

Value str_removeprefix(Thread* t, Str* self, Str* prefix) {
  std::string_view text = self->view();
  if (text.starts_with(prefix->view())) text.remove_prefix(prefix->size);
  return make_like(t, val(self), text);
}
DEF(search_methods, str_removeprefix, "removeprefix(self, prefix, /)",
    "Return a str with the given prefix string removed if present.")
Value str_removesuffix(Thread* t, Str* self, Str* suffix) {
  std::string_view text = self->view();
  if (text.ends_with(suffix->view())) text.remove_suffix(suffix->size);
  return make_like(t, val(self), text);
}
DEF(search_methods, str_removesuffix, "removesuffix(self, suffix, /)",
    "Return a str with the given suffix string removed if present.")

Value split(Thread* t, Str* self, Value sep, int64_t limit, bool right) {
  Value me = val(self);
  if (sep.is_none())
    return right ? text_rsplit_space(t, me, limit) : text_split_space(t, me, limit);
  if (!is<Str>(sep)) return type_error(t, "must be str or None, not " + type_name(t, sep));
  std::string_view text = as<Str>(sep)->view();
  if (text.empty()) return value_error(t, "empty separator");
  return right ? text_rsplit(t, me, text, limit) : text_split(t, me, text, limit);
}
Value str_split(Thread* t, Str* self, Value sep, Int maxsplit) {
  return split(t, self, sep, maxsplit, false);
}
DEF(search_methods, str_split, "split(self, sep=None, maxsplit=-1)",
    "Return a list of the substrings in the string, using sep as the separator string.")
Value str_rsplit(Thread* t, Str* self, Value sep, Int maxsplit) {
  return split(t, self, sep, maxsplit, true);
}
DEF(search_methods, str_rsplit, "rsplit(self, sep=None, maxsplit=-1)",
    "Return a list of the substrings in the string, using sep as the separator string, from the "
    "end.")
Value str_splitlines(Thread* t, Str* self, Int keep) {
  return text_splitlines(t, val(self), keep != 0);
}
DEF(search_methods, str_splitlines, "splitlines(self, keepends=False)",
    "Return a list of the lines in the string, breaking at line boundaries.")
Value str_partition(Thread* t, Str* self, Value sep) {
  return check_str(t, sep) ? text_partition(t, val(self), sep, false) : Value::failed();
}
DEF(search_methods, str_partition, "partition(self, sep, /)",
    "Partition the string into three parts using the given separator.")
Value str_rpartition(Thread* t, Str* self, Value sep) {
  return check_str(t, sep) ? text_partition(t, val(self), sep, true) : Value::failed();
}
DEF(search_methods, str_rpartition, "rpartition(self, sep, /)",
    "Partition the string into three parts using the given separator, from the end.")
Value str_join(Thread* t, Str* self, Value iterable) { return text_join(t, val(self), iterable); }
DEF(search_methods, str_join, "join(self, iterable, /)",
    "Concatenate any number of strings.\n\nThe string whose method is called is inserted in "
    "between each given string.")
Value str_replace(Thread* t, Str* self, Str* from, Str* to, Int count) {
  return text_replace(t, val(self), from->view(), to->view(), count);
}
DEF(search_methods, str_replace, "replace(self, old, new, count=-1, /)",
    "Return a copy with all occurrences of substring old replaced by new.")

}  // namespace

void register_str_search(Vm* vm, Thread* t) { install_methods(t, vm->classes.str, search_methods); }

}  // namespace baton
