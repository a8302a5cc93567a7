// Match objects: the groups of one match, as text and as positions. Lock held.
// Behaviour: https://docs.python.org/3.11/library/re.html#match-objects
#include <algorithm>

#include "stdlib/regex/objects.h"
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"

namespace baton::regex {

NativeGroup match_methods{"Match"};

namespace {

void trace_match(Object* o, Marker& m) {
  auto* self = static_cast<MatchObject*>(o);
  m.mark(val(self->pattern));
  m.mark(self->string);
}

}  // namespace

const NativeType kMatchType = {"Match", trace_match, nullptr, nullptr};

int64_t char_position(Value string, size_t byte) {
  Str* s = try_as<Str>(string);
  if (!s || s->ascii()) return static_cast<int64_t>(byte);
  // Binary search over the positions whose offsets are known, then count from there.
  constexpr uint32_t kStride = 64;
  uint32_t lo = 0, hi = s->length / kStride;
  while (lo < hi) {
    uint32_t mid = (lo + hi + 1) / 2;
    if (str_byte_offset(s, mid * kStride) <= byte) {
      lo = mid;
    } else {
      hi = mid - 1;
    }
  }
  size_t from = str_byte_offset(s, lo * kStride);
  return static_cast<int64_t>(lo * kStride + utf8_length(s->view().substr(from, byte - from)));
}

std::string_view match_text(MatchObject* m) {
  return is<Str>(m->string) || is_bytes_like(m->string) ? text_view(m->string) : std::string_view();
}

Value match_slice(Thread* t, MatchObject* m, uint32_t group, Value absent) {
  size_t from = m->spans[group * 2], to = m->spans[group * 2 + 1];
  if (from == SIZE_MAX) return absent;
  std::string_view all = match_text(m);
  to = std::min(to, all.size());
  from = std::min(from, to);
  std::string_view part = all.substr(from, to - from);
  if (Str* s = try_as<Str>(m->string)) {
    if (part.size() == s->size && exact_str(t, m->string)) return m->string;
    Str* r = new_substr(t, s, part);
    keep_alive(val(m));
    return r ? val(r) : Value::failed();
  }
  if (is<Bytes>(m->string) && part.size() == all.size() &&
      m->string.ptr()->shape == t->vm->shape_ids.bytes)
    return m->string;
  Bytes* r = new_bytes(t, std::string(part));
  return r ? val(r) : Value::failed();
}

MatchObject* new_match(Thread* t, PatternObject* p, const Target& target, const size_t* spans) {
  uint32_t groups = p->program->syntax.group_count + 1;
  Class* cls = native_class(t->vm, &kMatchType);
  Object* o = t->vm->heap.allocate(t, sizeof(MatchObject) + groups * 2 * sizeof(size_t),
                                   Kind::kNativeObject, cls->root->id);
  if (!o) return nullptr;
  auto* m = static_cast<MatchObject*>(o);
  m->type = &kMatchType;
  m->pattern = p;
  m->string = target.text.owner;
  m->pos = target.pos;
  m->endpos = target.endpos;
  m->groups = groups;
  std::copy(spans, spans + size_t{groups} * 2, m->spans);
  return m;
}

bool group_number(Thread* t, MatchObject* m, Value which, uint32_t* out) {
  int64_t i = -1;
  if (which.is_int()) {
    i = which.as_int();
  } else if (has_index(t, which)) {
    if (!index_of(t, which, &i)) {
      if (!exception_is(t, t->vm->classes.index_error)) return false;
      clear_exception(t);  // any number past the groups is as good
      i = -1;
    }
  } else {
    Value found = dict_get(t, m->pattern->names, which);
    if (found.is_failed()) return false;
    if (!found.is_unbound()) i = found.as_int();
  }
  if (i < 0 || i >= m->groups) return index_error(t, "no such group"), false;
  *out = static_cast<uint32_t>(i);
  return true;
}

namespace {

Value match_new(Thread* t, Class*, Kw, Args) {
  return type_error(t, "cannot create 're.Match' instances");
}
DEF_NEW(match_methods, match_new, "Match(cls, *args, **kwargs)",
        "The result of re.match() and re.search().")

Value group_of(Thread* t, MatchObject* m, Value which) {
  uint32_t i;
  return group_number(t, m, which, &i) ? match_slice(t, m, i, Value::none()) : Value::failed();
}
Value match_group(Thread* t, Value self, Args args) {
  MatchObject* m = match_self(t, self);
  if (!m) return Value::failed();
  if (args.n == 0) return match_slice(t, m, 0, Value::none());
  if (args.n == 1) return group_of(t, m, args.v[0]);
  Tuple* out = new_tuple(t, args.n);
  if (!out) return Value::failed();
  for (uint32_t i = 0; i < args.n; ++i) {
    Value v = group_of(t, m, args.v[i]);
    if (v.is_failed()) return v;
    barrier_store(out, &out->items[i], v);
  }
  return val(out);
}
DEF(match_methods, match_group, "group(self, *args)",
    "One or more groups of the match, by number or name; group 0 is the whole.")
Value match_getitem(Thread* t, Value self, Value which) {
  MatchObject* m = match_self(t, self);
  return m ? group_of(t, m, which) : Value::failed();
}
DEF(match_methods, match_getitem, "__getitem__(self, key, /)", "Return self[key].")

Value match_groups(Thread* t, Value self, Value absent) {
  MatchObject* m = match_self(t, self);
  Tuple* out = m ? new_tuple(t, m->groups - 1) : nullptr;
  if (!out) return Value::failed();
  for (uint32_t i = 1; i < m->groups; ++i) {
    Value v = match_slice(t, m, i, absent);
    if (v.is_failed()) return v;
    barrier_store(out, &out->items[i - 1], v);
  }
  return val(out);
}
DEF(match_methods, match_groups, "groups(self, default=None)",
    "All groups from 1 on; default for those that took no part.")
Value match_groupdict(Thread* t, Value self, Value absent) {
  MatchObject* m = match_self(t, self);
  Dict* out = m ? new_dict(t) : nullptr;
  if (!out) return Value::failed();
  Dict* names = m->pattern->names;
  for (uint32_t i = 0; i < names->used; ++i) {
    DictEntry& e = names->entries[i];
    Value v = match_slice(t, m, static_cast<uint32_t>(e.value.as_int()), absent);
    if (v.is_failed() || !dict_set(t, out, e.key, v)) return Value::failed();
  }
  return val(out);
}
DEF(match_methods, match_groupdict, "groupdict(self, default=None)",
    "The named groups; default for those that took no part.")

int64_t edge(MatchObject* m, uint32_t group, int side) {
  size_t at = m->spans[group * 2 + static_cast<uint32_t>(side)];
  return at == SIZE_MAX ? -1 : char_position(m->string, at);
}
Value span_of(Thread* t, MatchObject* m, uint32_t group) {
  return tuple_of(t, {Value::from_int(edge(m, group, 0)), Value::from_int(edge(m, group, 1))});
}
Value match_start(Thread* t, Value self, Value group) {
  MatchObject* m = match_self(t, self);
  uint32_t i;
  if (!m || !group_number(t, m, group, &i)) return Value::failed();
  return Value::from_int(edge(m, i, 0));
}
DEF(match_methods, match_start, "start(self, group=0, /)", "Where a group begins; -1 if unmatched.")
Value match_end(Thread* t, Value self, Value group) {
  MatchObject* m = match_self(t, self);
  uint32_t i;
  if (!m || !group_number(t, m, group, &i)) return Value::failed();
  return Value::from_int(edge(m, i, 1));
}
DEF(match_methods, match_end, "end(self, group=0, /)", "Where a group ends; -1 if unmatched.")
Value match_span(Thread* t, Value self, Value group) {
  MatchObject* m = match_self(t, self);
  uint32_t i;
  if (!m || !group_number(t, m, group, &i)) return Value::failed();
  return span_of(t, m, i);
}
DEF(match_methods, match_span, "span(self, group=0, /)", "(start, end) of a group.")
Value match_expand(Thread* t, Value self, Value text) {
  MatchObject* m = match_self(t, self);
  return m ? expand_template(t, m, text) : Value::failed();
}
DEF(match_methods, match_expand, "expand(self, template)",
    "The template with its references to groups replaced, as sub() does it.")

Value match_regs(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  Tuple* out = m ? new_tuple(t, m->groups) : nullptr;
  if (!out) return Value::failed();
  for (uint32_t i = 0; i < m->groups; ++i) {
    Value v = span_of(t, m, i);
    if (v.is_failed()) return v;
    barrier_store(out, &out->items[i], v);
  }
  return val(out);
}
DEF_GET(match_methods, match_regs, "regs(self)", "The spans of all groups.")
Value match_string(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  return m ? m->string : Value::failed();
}
DEF_GET(match_methods, match_string, "string(self)", "The text passed to match() or search().")
Value match_re(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  return m ? val(m->pattern) : Value::failed();
}
DEF_GET(match_methods, match_re, "re(self)", "The regular expression object.")
Value match_pos(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  return m ? Value::from_int(m->pos) : Value::failed();
}
DEF_GET(match_methods, match_pos, "pos(self)", "Where the search was told to begin.")
Value match_endpos(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  return m ? Value::from_int(m->endpos) : Value::failed();
}
DEF_GET(match_methods, match_endpos, "endpos(self)", "Where the search was told to end.")

// The group that closed last; 0: none. Groups close in the order their parentheses do, except within
// one loop, where the one that ends further on closed in a later round.
uint32_t last_group(MatchObject* m) {
  const std::vector<GroupInfo>& info = m->pattern->program->syntax.groups;
  uint32_t best = 0;
  for (uint32_t i = 1; i < m->groups; ++i) {
    if (m->spans[i * 2] == SIZE_MAX) continue;
    if (best != 0) {
      bool later = info[i].close_order > info[best].close_order;
      size_t end = m->spans[i * 2 + 1], best_end = m->spans[best * 2 + 1];
      if (info[i].loop != 0 && info[i].loop == info[best].loop && end != best_end)
        later = end > best_end;
      if (!later) continue;
    }
    best = i;
  }
  return best;
}
Value match_lastindex(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  if (!m) return Value::failed();
  uint32_t last = last_group(m);
  return last ? Value::from_int(last) : Value::none();
}
DEF_GET(match_methods, match_lastindex, "lastindex(self)", "Number of the group that closed last.")
Value match_lastgroup(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  if (!m) return Value::failed();
  Value last = Value::from_int(last_group(m));
  Dict* names = m->pattern->names;
  for (uint32_t i = 0; i < names->used; ++i)
    if (names->entries[i].value == last) return names->entries[i].key;
  return Value::none();
}
DEF_GET(match_methods, match_lastgroup, "lastgroup(self)", "Name of the group that closed last.")

Value match_repr(Thread* t, Value self) {
  MatchObject* m = match_self(t, self);
  if (!m) return Value::failed();
  Value whole = match_slice(t, m, 0, Value::none());
  std::string text;
  if (whole.is_failed() || !repr_to(t, whole, &text)) return Value::failed();
  text.resize(utf8_offset_of(text, 50));
  return str_value(t, "<re.Match object; span=(" + std::to_string(edge(m, 0, 0)) + ", " +
                          std::to_string(edge(m, 0, 1)) + "), match=" + text + ">");
}
DEF(match_methods, match_repr, "__repr__(self, /)", "Return repr(self).")
Value match_copy(Thread*, Value self) { return self; }
DEF(match_methods, match_copy, "__copy__(self)", "The match itself, which never changes.")
Value match_deepcopy(Thread*, Value self, Value) { return self; }
DEF(match_methods, match_deepcopy, "__deepcopy__(self, memo, /)",
    "The match itself, which never changes.")
Value match_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(match_methods, match_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

}  // namespace
}  // namespace baton::regex
