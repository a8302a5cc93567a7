// Compiled patterns: re.Pattern, its scanners and iterators, and the module _re under stdlib/lib/re.py.
// Lock held.
// Behaviour: https://docs.python.org/3.11/library/re.html#regular-expression-objects
#include <algorithm>

#include "stdlib/regex/objects.h"
#include "stdlib/stdlib.h"
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"

namespace baton::regex {

NativeGroup pattern_methods{"Pattern"};

namespace {

void trace_pattern(Object* o, Marker& m) {
  auto* self = static_cast<PatternObject*>(o);
  m.mark(self->source);
  if (self->names) m.mark(val(self->names));
}
void finalize_pattern(Object* o) { delete static_cast<PatternObject*>(o)->program; }

NativeGroup re_functions{"_re"};

}  // namespace

const NativeType kPatternType = {"Pattern", trace_pattern, finalize_pattern, nullptr};

std::u32string code_points(Value v) {
  std::string_view s = text_view(v);
  std::u32string out;
  out.reserve(s.size());
  if (is<Str>(v)) {
    for (size_t i = 0; i < s.size();) out += utf8_next(s, &i);
  } else {
    for (char c : s) out += static_cast<unsigned char>(c);
  }
  return out;
}

Value raise_regex_error(Thread* t, const Error& e, Value pattern) {
  switch (e.kind) {
    case Error::kValue: return value_error(t, e.message);
    case Error::kOverflow: return overflow_error(t, e.message);
    case Error::kRecursion: return raise_recursion_error(t);
    default: break;
  }
  Value module = import_module(t, "re");
  Str* name = module.is_failed() ? nullptr : intern(t, "error");
  Value cls = name ? get_attr(t, module, name) : Value::failed();
  if (cls.is_failed()) return cls;
  Value message = str_value(t, e.message);
  if (message.is_failed()) return message;
  Value args[3] = {message, pattern, Value::from_int(e.position)};
  Value error = call(t, cls, args, e.position >= 0 ? 3 : 1);
  return error.is_failed() ? error : raise_value(t, error, Value::unbound());
}

Target::~Target() {
  if (pin_.data) unpin(&pin_);
}

bool Target::open(Thread* t, PatternObject* p, Value string, int64_t from, int64_t to) {
  bool wants_text = p->program->syntax.text;
  int64_t length;
  if (Str* s = try_as<Str>(string)) {
    if (!wants_text)
      return type_error(t, "cannot use a bytes pattern on a string-like object"), false;
    text = {string, s->data, s->size, s->ascii() ? Subject::kAscii : Subject::kUtf};
    length = s->length;
  } else {
    if (is<Bytes>(string)) {
      std::string_view view = bytes_view(string);
      text = {string, view.data(), view.size(), Subject::kBytes};
    } else {
      if (!pin_bytes(t, string, &pin_)) {
        pin_.data = nullptr;
        if (!exception_is(t, t->vm->classes.type_error)) return false;
        clear_exception(t);
        type_error(t, "expected string or bytes-like object, got '" + type_name(t, string) + "'");
        return false;
      }
      text = {string, reinterpret_cast<const char*>(pin_.data), pin_.size, Subject::kBytes};
    }
    if (wants_text)
      return type_error(t, "cannot use a string pattern on a bytes-like object"), false;
    length = static_cast<int64_t>(text.size);
  }
  if (!text.data) text.data = "";
  pos = std::clamp<int64_t>(from, 0, length);
  endpos = std::clamp<int64_t>(to, 0, length);
  start = static_cast<size_t>(pos);
  size_t end = static_cast<size_t>(endpos);
  if (text.subject == Subject::kUtf) {
    Str* s = as<Str>(string);
    start = pos == 0 ? 0 : str_byte_offset(s, static_cast<uint32_t>(pos));
    end = endpos == length ? s->size : str_byte_offset(s, static_cast<uint32_t>(endpos));
  }
  text.size = end;
  return true;
}

Value Target::slice(Thread* t, size_t from, size_t to) const {
  std::string_view part(text.data + from, to - from);
  if (Str* s = try_as<Str>(text.owner)) {
    if (part.size() == s->size && exact_str(t, text.owner)) return text.owner;
    Str* r = new_substr(t, s, part);
    keep_alive(text.owner);
    return r ? val(r) : Value::failed();
  }
  if (is<Bytes>(text.owner) && part.size() == as<Bytes>(text.owner)->size &&
      text.owner.ptr()->shape == t->vm->shape_ids.bytes)
    return text.owner;
  Bytes* b = new_bytes(t, part);
  keep_alive(text.owner);
  return b ? val(b) : Value::failed();
}

namespace {

Value pattern_new(Thread* t, Class*, Kw, Args) {
  return type_error(t, "cannot create 're.Pattern' instances");
}
DEF_NEW(pattern_methods, pattern_new, "Pattern(cls, *args, **kwargs)",
        "Compiled regular expression object.")

// (pattern, flags) -> (Pattern, warnings); re.py keeps the cache.
Value compile_pattern(Thread* t, Value source, int64_t flags) {
  if (!is<Str>(source) && !is<Bytes>(source))
    return type_error(t, "first argument must be string or compiled pattern");
  Syntax syntax;
  Error error;
  if (!parse_regex(code_points(source), is<Str>(source), static_cast<uint32_t>(flags), &syntax,
                   &error))
    return raise_regex_error(t, error, source);
  Dict* names = new_dict(t);
  List* warnings = new_list(t);
  if (!names || !warnings) return Value::failed();
  for (auto& [name, group] : syntax.names) {
    Value key = str_value(t, name);
    if (key.is_failed() || !dict_set(t, names, key, Value::from_int(group))) return Value::failed();
  }
  for (const std::string& w : syntax.warnings) {
    Value text = str_value(t, w);
    if (text.is_failed() || !list_append(t, warnings, text)) return Value::failed();
  }
  auto program = std::make_unique<Program>(std::move(syntax));
  auto* p = make_native<PatternObject>(t, &kPatternType);
  if (!p) return Value::failed();
  p->program = nullptr;
  p->source = source;
  p->names = names;
  p->program = program.release();
  return tuple_of(t, {val(p), val(warnings)});
}
DEF(re_functions, compile_pattern, "compile(pattern, flags, /)",
    "A compiled pattern, and the texts of warnings about it.")

// --- matching ---

Value run_once(Thread* t, Value self, Value string, int64_t pos, int64_t endpos, Form form) {
  PatternObject* p = pattern_self(t, self);
  Target target;
  if (!p || !target.open(t, p, string, pos, endpos)) return Value::failed();
  if (target.empty_range()) return Value::none();
  Scratch scratch(t, p->program);
  int r = scratch.run(target.text, form, target.start, false);
  if (r <= 0) return r == 0 ? Value::none() : Value::failed();
  MatchObject* m = new_match(t, p, target, scratch.spans());
  return m ? val(m) : Value::failed();
}
Value pattern_match(Thread* t, Value self, Value string, int64_t pos, int64_t endpos) {
  return run_once(t, self, string, pos, endpos, Form::kMatch);
}
DEF(pattern_methods, pattern_match, "match(self, /, string, pos=0, endpos=9223372036854775807)",
    "Matches zero or more characters at the beginning of the string.")
Value pattern_fullmatch(Thread* t, Value self, Value string, int64_t pos, int64_t endpos) {
  return run_once(t, self, string, pos, endpos, Form::kFull);
}
DEF(pattern_methods, pattern_fullmatch,
    "fullmatch(self, /, string, pos=0, endpos=9223372036854775807)",
    "Matches against all of the string.")
Value pattern_search(Thread* t, Value self, Value string, int64_t pos, int64_t endpos) {
  return run_once(t, self, string, pos, endpos, Form::kSearch);
}
DEF(pattern_methods, pattern_search, "search(self, /, string, pos=0, endpos=9223372036854775807)",
    "Scan through string looking for a match, and return a Match or None.")

Value pattern_findall(Thread* t, Value self, Value string, int64_t pos, int64_t endpos) {
  PatternObject* p = pattern_self(t, self);
  Target target;
  if (!p || !target.open(t, p, string, pos, endpos)) return Value::failed();
  List* out = new_list(t);
  if (!out) return Value::failed();
  Walker walk(t, p, target);
  uint32_t groups = p->program->syntax.group_count;
  auto group = [&](uint32_t g) {
    const size_t* s = walk.spans();
    bool absent = s[g * 2] == SIZE_MAX;
    return target.slice(t, absent ? 0 : s[g * 2], absent ? 0 : s[g * 2 + 1]);
  };
  for (size_t n = 0;; ++n) {
    int r = walk.next();
    if (r < 0) return Value::failed();
    if (r == 0) return val(out);
    Value item;
    if (groups <= 1) {
      item = group(groups);
    } else {
      Tuple* tuple = new_tuple(t, groups);
      if (!tuple) return Value::failed();
      for (uint32_t g = 1; g <= groups; ++g) {
        Value v = group(g);
        if (v.is_failed()) return v;
        barrier_store(tuple, &tuple->items[g - 1], v);
      }
      item = val(tuple);
    }
    if (item.is_failed() || !list_append(t, out, item)) return Value::failed();
    if ((n & 1023) == 1023 && !poll(t)) return Value::failed();
  }
}
DEF(pattern_methods, pattern_findall, "findall(self, /, string, pos=0, endpos=9223372036854775807)",
    "All matches that don't overlap, as a list of strings or of tuples of groups.")

// --- scanners ---

// Walks a text match by match; also what finditer() returns (`iterating`).
struct ScannerObject : NativeObject {
  PatternObject* pattern;
  Value string;
  int64_t pos, endpos;  // characters
  size_t start;         // byte where the next match may begin
  bool must_advance, started, done;
};
void trace_scanner(Object* o, Marker& m) {
  auto* self = static_cast<ScannerObject*>(o);
  m.mark(val(self->pattern));
  m.mark(self->string);
}
// The next match, or None.
Value scan(Thread* t, ScannerObject* s, Form form) {
  if (s->done) return Value::none();
  PatternObject* p = s->pattern;
  Target target;
  if (!target.open(t, p, s->string, s->pos, s->endpos)) return Value::failed();
  if (!s->started) s->start = target.start;
  s->started = true;
  if (target.empty_range() || s->start > target.text.size) {
    s->done = true;
    return Value::none();
  }
  Scratch scratch(t, p->program);
  int r = scratch.run(target.text, form, s->start, s->must_advance);
  if (r < 0) return Value::failed();
  if (r == 0) {
    s->done = true;
    return Value::none();
  }
  const size_t* spans = scratch.spans();
  s->must_advance = spans[0] == spans[1];
  s->start = spans[1];
  MatchObject* m = new_match(t, p, target, spans);
  return m ? val(m) : Value::failed();
}
Value scanner_next(Thread* t, Object* o) {
  Value v = scan(t, static_cast<ScannerObject*>(o), Form::kSearch);
  return v.is_none() ? Value::unbound() : v;
}
const NativeType kScannerType = {"SRE_Scanner", trace_scanner, nullptr, nullptr};
const NativeType kFindIterType = {"callable_iterator", trace_scanner, nullptr, scanner_next};
NativeGroup scanner_methods{"SRE_Scanner"};

Value make_scanner(Thread* t, Value self, Value string, int64_t pos, int64_t endpos,
                   const NativeType* type) {
  PatternObject* p = pattern_self(t, self);
  if (!p) return Value::failed();
  {
    Target check;
    if (!check.open(t, p, string, pos, endpos)) return Value::failed();
  }
  auto* s = make_native<ScannerObject>(t, type);
  if (!s) return Value::failed();
  s->pattern = p;
  s->string = string;
  s->pos = pos;
  s->endpos = endpos;
  s->start = 0;
  s->must_advance = s->started = s->done = false;
  return val(s);
}
Value pattern_finditer(Thread* t, Value self, Value string, int64_t pos, int64_t endpos) {
  return make_scanner(t, self, string, pos, endpos, &kFindIterType);
}
DEF(pattern_methods, pattern_finditer,
    "finditer(self, /, string, pos=0, endpos=9223372036854775807)",
    "An iterator over all matches that don't overlap.")
Value pattern_scanner(Thread* t, Value self, Value string, int64_t pos, int64_t endpos) {
  return make_scanner(t, self, string, pos, endpos, &kScannerType);
}
DEF(pattern_methods, pattern_scanner, "scanner(self, /, string, pos=0, endpos=9223372036854775807)",
    "An object whose match() and search() go on where the last one ended.")

Value scanner_match(Thread* t, Value self) {
  auto* s = native_self<ScannerObject>(t, self, &kScannerType);
  return s ? scan(t, s, Form::kMatch) : Value::failed();
}
DEF(scanner_methods, scanner_match, "match(self, /)", "Match where the last match ended.")
Value scanner_search(Thread* t, Value self) {
  auto* s = native_self<ScannerObject>(t, self, &kScannerType);
  return s ? scan(t, s, Form::kSearch) : Value::failed();
}
DEF(scanner_methods, scanner_search, "search(self, /)", "Search from where the last match ended.")
Value scanner_pattern(Thread* t, Value self) {
  auto* s = native_self<ScannerObject>(t, self, &kScannerType);
  return s ? val(s->pattern) : Value::failed();
}
DEF_GET(scanner_methods, scanner_pattern, "pattern(self)", "The pattern that scans.")

// --- what a pattern is ---

Value pattern_source(Thread* t, Value self) {
  PatternObject* p = pattern_self(t, self);
  return p ? p->source : Value::failed();
}
DEF_GET(pattern_methods, pattern_source, "pattern(self)",
        "The pattern string from which it was compiled.")
Value pattern_flags(Thread* t, Value self) {
  PatternObject* p = pattern_self(t, self);
  return p ? Value::from_int(p->program->syntax.flags) : Value::failed();
}
DEF_GET(pattern_methods, pattern_flags, "flags(self)", "The regex matching flags.")
Value pattern_groups(Thread* t, Value self) {
  PatternObject* p = pattern_self(t, self);
  return p ? Value::from_int(p->program->syntax.group_count) : Value::failed();
}
DEF_GET(pattern_methods, pattern_groups, "groups(self)", "The number of capturing groups.")
Value pattern_groupindex(Thread* t, Value self) {
  PatternObject* p = pattern_self(t, self);
  return p ? native_to_mapping_proxy(t, p->names) : Value::failed();
}
DEF_GET(pattern_methods, pattern_groupindex, "groupindex(self)",
        "A mapping of group names to group numbers.")

Value pattern_repr(Thread* t, Value self) {
  PatternObject* p = pattern_self(t, self);
  std::string text;
  if (!p || !repr_to(t, p->source, &text)) return Value::failed();
  text.resize(utf8_offset_of(text, 200));
  constexpr struct {
    const char* name;
    uint32_t flag;
  } kNames[] = {
      {"re.TEMPLATE", kTemplate},   {"re.IGNORECASE", kIgnoreCase}, {"re.LOCALE", kLocale},
      {"re.MULTILINE", kMultiline}, {"re.DOTALL", kDotAll},         {"re.UNICODE", kUnicode},
      {"re.VERBOSE", kVerbose},     {"re.DEBUG", kDebug},           {"re.ASCII", kAsciiOnly}};
  uint32_t flags = p->program->syntax.flags;
  if (p->program->syntax.text && (flags & kTypeFlags) == kUnicode) flags &= ~kUnicode;
  const char* separator = ", ";
  for (auto& [name, flag] : kNames) {
    if (!(flags & flag)) continue;
    text += separator;
    text += name;
    separator = "|";
    flags &= ~flag;
  }
  if (flags) text += separator + format_message("0x%x", flags);
  return str_value(t, "re.compile(" + text + ")");
}
DEF(pattern_methods, pattern_repr, "__repr__(self, /)", "Return repr(self).")

Value pattern_compare(Thread* t, Value a, Value b, bool equal) {
  PatternObject* p = pattern_self(t, a);
  if (!p) return Value::failed();
  if (native_type_of(b) != &kPatternType) return Value::not_implemented();
  auto* q = as<PatternObject>(b);
  bool same = p == q;
  if (!same && p->program->syntax.flags == q->program->syntax.flags &&
      p->program->syntax.text == q->program->syntax.text &&
      !values_equal(t, p->source, q->source, &same))
    return Value::failed();
  return Value::boolean(same == equal);
}
Value pattern_eq(Thread* t, Value a, Value b) { return pattern_compare(t, a, b, true); }
DEF(pattern_methods, pattern_eq, "__eq__(self, value, /)", "Return self==value.")
Value pattern_ne(Thread* t, Value a, Value b) { return pattern_compare(t, a, b, false); }
DEF(pattern_methods, pattern_ne, "__ne__(self, value, /)", "Return self!=value.")
Value pattern_hash(Thread* t, Value self) {
  PatternObject* p = pattern_self(t, self);
  int64_t h;
  if (!p || !hash_value(t, p->source, &h)) return Value::failed();
  return new_int(t, h ^ static_cast<int64_t>(p->program->syntax.flags));
}
DEF(pattern_methods, pattern_hash, "__hash__(self, /)", "Return hash(self).")
Value pattern_copy(Thread*, Value self) { return self; }
DEF(pattern_methods, pattern_copy, "__copy__(self)", "The pattern itself, which never changes.")
Value pattern_deepcopy(Thread*, Value self, Value) { return self; }
DEF(pattern_methods, pattern_deepcopy, "__deepcopy__(self, memo, /)",
    "The pattern itself, which never changes.")
Value pattern_reduce(Thread* t, Value self) {
  PatternObject* p = pattern_self(t, self);
  Value module = p ? import_module(t, "re") : Value::failed();
  Str* name = module.is_failed() ? nullptr : intern(t, "_compile");
  Value compile = name ? get_attr(t, module, name) : Value::failed();
  if (compile.is_failed()) return compile;
  Value args = tuple_of(t, {p->source, Value::from_int(p->program->syntax.flags)});
  return args.is_failed() ? args : tuple_of(t, {compile, args});
}
DEF(pattern_methods, pattern_reduce, "__reduce__(self)", "How pickle makes the pattern again.")
Value pattern_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(pattern_methods, pattern_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

}  // namespace

void install_pattern_classes(Thread* t, Module* m) {
  Class* object = t->vm->classes.object;
  Class* pattern = new_builtin_class(t, "re.Pattern", object, Kind::kNativeObject, kClassNoSubclass,
                                     &kPatternType);
  install_methods(t, pattern, pattern_methods);
  Class* match =
      new_builtin_class(t, "re.Match", object, Kind::kNativeObject, kClassNoSubclass, &kMatchType);
  install_methods(t, match, match_methods);
  Class* scanner = new_builtin_class(t, "_sre.SRE_Scanner", object, Kind::kNativeObject,
                                     kClassNoSubclass, &kScannerType);
  install_methods(t, scanner, scanner_methods);
  new_iterator_class(t, &kFindIterType);
  dict_set_cstr(t, m->dict, "Pattern", val(pattern));
  dict_set_cstr(t, m->dict, "Match", val(match));
  install_functions(t, m, re_functions);
}

}  // namespace baton::regex

namespace baton {
void init_re(Thread* t, Module* m) { regex::install_pattern_classes(t, m); }
}  // namespace baton
