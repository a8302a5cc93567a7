// The _csv module: dialects, the reader and the writer of csv (stdlib/lib/csv.py), which keeps the
// registry of dialects and hands in its Error class and the list that holds the limit of a field.
//
// A reader is an iterator: each step reads lines from its source until a record is complete, with the
// parser's state on the native stack. A Dialect never changes once made. Lock held; reading a line,
// writing one and the text of a field run script, parsing and joining don't.
// Behaviour: https://docs.python.org/3.11/library/csv.html
#include <algorithm>
#include <string>

#include "stdlib/stdlib.h"
#include "vm/base/utf8.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

enum Quoting { kMinimal, kAll, kNonNumeric, kNone };
constexpr int32_t kUnset = -1, kLineEnd = -2;  // beside code points

// --- Dialect ---------------------------------------------------------------------------------------

struct Dialect : NativeObject {
  int32_t delimiter, quote, escape;
  int32_t quoting;
  Str* terminator;
  bool double_quote, skip_space, strict;
  // Can a character beginning with this byte mean something other than itself within a field?
  bool special[256];
};
void trace_dialect(Object* o, Marker& m) { m.mark_object(static_cast<Dialect*>(o)->terminator); }
const NativeType kDialectType{"_csv.Dialect", trace_dialect, nullptr, nullptr};
NativeGroup dialect_methods{"Dialect"};
Dialect* dialect_of(Thread* t, Value v) { return native_self<Dialect>(t, v, &kDialectType); }

constexpr std::string_view kNames[] = {"delimiter",        "doublequote", "escapechar",
                                       "lineterminator",   "quotechar",   "quoting",
                                       "skipinitialspace", "strict"};
enum Name { kDelimiter, kDoubleQuote, kEscape, kTerminator, kQuote, kQuoting, kSkip, kStrict };
constexpr int kNameCount = 8;

std::string quoted_name(int name) { return "\"" + std::string(kNames[name]) + "\""; }
bool character(Thread* t, int name, Value v, bool optional, int32_t* out) {
  if (v.is_unbound()) return true;
  if (optional && v.is_none()) {
    *out = kUnset;
    return true;
  }
  if (!is<Str>(v)) {
    type_error(t, quoted_name(name) + " must be string" + (optional ? " or None" : "") + ", not " +
                      type_name(t, v));
    return false;
  }
  if (as<Str>(v)->length != 1) {
    type_error(t, quoted_name(name) + " must be a 1-character string");
    return false;
  }
  *out = static_cast<int32_t>(utf8_at(as<Str>(v)->view(), 0));
  return true;
}
bool flag(Thread* t, Value v, bool* out) { return v.is_unbound() || truth(t, v, out); }

Value dialect_new(Thread* t, Class* cls, Value base, Kw kw) {
  RootVec given(t);
  given.v.resize(kNameCount, Value::unbound());
  uint32_t known = 0;
  for (int i = 0; i < kNameCount; ++i) {
    Str* name = intern(t, kNames[i]);
    if (!name) return Value::failed();
    if (kw.dict) given.v[i] = dict_get_str(kw.dict, name);
    known += !given.v[i].is_unbound();
    if (!given.v[i].is_unbound() || base.is_none()) continue;
    given.v[i] = get_attr_or_unbound(t, base, name);
    if (given.v[i].is_failed()) return given.v[i];
  }
  for (uint32_t i = 0; kw.dict && known < kw.dict->size && i < kw.dict->used; ++i) {
    Value key = kw.dict->entries[i].key;
    bool found = false;
    for (std::string_view name : kNames) found |= is<Str>(key) && as<Str>(key)->view() == name;
    if (found || !is<Str>(key)) continue;
    return type_error(t, "'" + std::string(as<Str>(key)->view()) +
                             "' is an invalid keyword argument for this function");
  }
  int32_t delimiter = ',', quote = '"', escape = kUnset;
  bool double_quote = true, skip_space = false, strict = false;
  if (!character(t, kDelimiter, given.v[kDelimiter], false, &delimiter) ||
      !flag(t, given.v[kDoubleQuote], &double_quote) ||
      !character(t, kEscape, given.v[kEscape], true, &escape))
    return Value::failed();
  Value terminator = given.v[kTerminator];
  if (terminator.is_unbound()) terminator = str_value(t, "\r\n");
  if (terminator.is_failed()) return terminator;
  if (!terminator.is_none() && !is<Str>(terminator))
    return type_error(t, quoted_name(kTerminator) + " must be a string");
  if (!character(t, kQuote, given.v[kQuote], true, &quote)) return Value::failed();
  Value quoting = given.v[kQuoting];
  int64_t how = kMinimal;
  if (quoting.is_unbound()) {
    how = given.v[kQuote].is_none() ? kNone : kMinimal;
  } else if (!is_intlike(quoting) || class_of(t->vm, quoting) != t->vm->classes.int_) {
    return type_error(t, quoted_name(kQuoting) + " must be an integer");
  } else if (!int_fits_int64(quoting, &how) || how != static_cast<int32_t>(how)) {
    return overflow_error(t, "Python int too large to convert to C int");
  } else if (how < kMinimal || how > kNone) {
    return type_error(t, "bad \"quoting\" value");
  }
  if (!flag(t, given.v[kSkip], &skip_space) || !flag(t, given.v[kStrict], &strict))
    return Value::failed();
  if (how != kNone && quote == kUnset)
    return type_error(t, "quotechar must be set if quoting enabled");
  if (terminator.is_none()) return type_error(t, "lineterminator must be set");

  Object* o = t->vm->heap.allocate(t, sizeof(Dialect), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* d = static_cast<Dialect*>(o);
  d->type = &kDialectType;
  d->delimiter = delimiter;
  d->quote = quote;
  d->escape = escape;
  d->quoting = static_cast<int32_t>(how);
  d->terminator = as<Str>(terminator);
  d->double_quote = double_quote;
  d->skip_space = skip_space;
  d->strict = strict;
  for (bool& b : d->special) b = false;
  d->special[static_cast<uint8_t>('\n')] = d->special[static_cast<uint8_t>('\r')] = true;
  for (int32_t c : {delimiter, quote, escape}) {
    if (c == kUnset) continue;
    char bytes[4];
    utf8_encode(static_cast<char32_t>(c), bytes);
    d->special[static_cast<uint8_t>(bytes[0])] = true;
  }
  return val(d);
}
DEF_NEW(dialect_methods, dialect_new, "Dialect(cls, dialect=None, **fmtparams)",
        "How a file is laid out: the attributes of another dialect, some of them replaced.")

Value character_value(Thread* t, int32_t c) {
  if (c == kUnset) return Value::none();
  Str* s = str_from_codepoint(t, static_cast<uint32_t>(c));
  return s ? val(s) : Value::failed();
}
Value get_delimiter(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? character_value(t, d->delimiter) : Value::failed();
}
DEF_GET(dialect_methods, get_delimiter, "delimiter(self)", "What separates fields.")
Value get_doublequote(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? Value::boolean(d->double_quote) : Value::failed();
}
DEF_GET(dialect_methods, get_doublequote, "doublequote(self)", "Is a quote in a field doubled?")
Value get_escapechar(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? character_value(t, d->escape) : Value::failed();
}
DEF_GET(dialect_methods, get_escapechar, "escapechar(self)", "What takes a character literally.")
Value get_lineterminator(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? val(d->terminator) : Value::failed();
}
DEF_GET(dialect_methods, get_lineterminator, "lineterminator(self)", "What ends a written row.")
Value get_quotechar(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? character_value(t, d->quote) : Value::failed();
}
DEF_GET(dialect_methods, get_quotechar, "quotechar(self)", "What stands around a quoted field.")
Value get_quoting(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? Value::from_int(d->quoting) : Value::failed();
}
DEF_GET(dialect_methods, get_quoting, "quoting(self)", "Which fields are quoted.")
Value get_skipinitialspace(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? Value::boolean(d->skip_space) : Value::failed();
}
DEF_GET(dialect_methods, get_skipinitialspace, "skipinitialspace(self)",
        "Are spaces after a delimiter left out?")
Value get_strict(Thread* t, Value self) {
  Dialect* d = dialect_of(t, self);
  return d ? Value::boolean(d->strict) : Value::failed();
}
DEF_GET(dialect_methods, get_strict, "strict(self)", "Is bad input an error?")

// --- reader ----------------------------------------------------------------------------------------

struct Reader : NativeObject {
  Value source;
  Dialect* dialect;
  Class* error;
  List* limit;  // [the most characters of a field]
  int64_t line;
  size_t width;  // fields of the last record: room for those of the next
};
void trace_reader(Object* o, Marker& m) {
  auto* r = static_cast<Reader*>(o);
  m.mark(r->source);
  m.mark_object(r->dialect);
  m.mark_object(r->error);
  m.mark_object(r->limit);
}

enum class State : uint8_t {
  kStartRecord,
  kStartField,
  kEscaped,
  kEscapedLineEnd,
  kInField,
  kInQuoted,
  kEscapedInQuoted,
  kQuoteInQuoted,
  kEatLineEnd
};
struct Parser {
  Thread* t;
  Reader* reader;
  Dialect* d;
  List* fields;
  int64_t limit;
  std::string field;
  State state = State::kStartRecord;
  bool numeric = false;

  bool fail(const std::string& message) {
    raise(t, reader->error, message);
    return false;
  }
  bool check_size() {
    if (static_cast<int64_t>(field.size()) <= limit ||
        static_cast<int64_t>(utf8_length(field)) <= limit)
      return true;
    return fail("field larger than field limit (" + std::to_string(limit) + ")");
  }
  bool add(int32_t c) {
    utf8_append(&field, static_cast<char32_t>(c));
    return check_size();
  }
  bool save() {
    bool ok = save(field);
    field.clear();
    return ok;
  }
  bool save(std::string_view text) {
    Value v = str_value(t, text);
    if (!v.is_failed() && numeric) v = call1(t, val(t->vm->classes.float_), v);
    numeric = false;
    return !v.is_failed() && list_append(t, fields, v);
  }
  static bool ends_line(int32_t c) { return c == '\n' || c == '\r' || c == kLineEnd; }
  bool end_field_and_line(int32_t c) {
    state = c == kLineEnd ? State::kStartRecord : State::kEatLineEnd;
    return save();
  }

  bool feed(int32_t c) {
    switch (state) {
      case State::kStartRecord:
        if (c == kLineEnd) return true;
        if (ends_line(c)) {
          state = State::kEatLineEnd;
          return true;
        }
        state = State::kStartField;
        [[fallthrough]];
      case State::kStartField:
        if (ends_line(c)) return end_field_and_line(c);
        if (c == d->quote && d->quoting != kNone) {
          state = State::kInQuoted;
        } else if (c == d->escape) {
          state = State::kEscaped;
        } else if (c == ' ' && d->skip_space) {
        } else if (c == d->delimiter) {
          return save();
        } else {
          numeric = d->quoting == kNonNumeric;
          state = State::kInField;
          return add(c);
        }
        return true;
      case State::kEscaped:
        if (c == '\n' || c == '\r') {
          state = State::kEscapedLineEnd;
          return add(c);
        }
        state = State::kInField;
        return add(c == kLineEnd ? '\n' : c);
      case State::kEscapedLineEnd:
        if (c == kLineEnd) return true;
        [[fallthrough]];
      case State::kInField:
        if (ends_line(c)) return end_field_and_line(c);
        if (c == d->escape) {
          state = State::kEscaped;
          return true;
        }
        if (c == d->delimiter) {
          state = State::kStartField;
          return save();
        }
        return add(c);
      case State::kInQuoted:
        if (c == kLineEnd) return true;
        if (c == d->escape) {
          state = State::kEscapedInQuoted;
        } else if (c == d->quote && d->quoting != kNone) {
          state = d->double_quote ? State::kQuoteInQuoted : State::kInField;
        } else {
          return add(c);
        }
        return true;
      case State::kEscapedInQuoted: state = State::kInQuoted; return add(c == kLineEnd ? '\n' : c);
      case State::kQuoteInQuoted:
        if (c == d->quote && d->quoting != kNone) {
          state = State::kInQuoted;
          return add(c);
        }
        if (c == d->delimiter) {
          state = State::kStartField;
          return save();
        }
        if (ends_line(c)) return end_field_and_line(c);
        if (d->strict) {
          std::string message = "'";
          utf8_append(&message, static_cast<char32_t>(d->delimiter));
          message += "' expected after '";
          utf8_append(&message, static_cast<char32_t>(d->quote));
          return fail(message + "'");
        }
        state = State::kInField;
        return add(c);
      case State::kEatLineEnd:
        if (c == kLineEnd) {
          state = State::kStartRecord;
        } else if (c != '\n' && c != '\r') {
          return fail(
              "new-line character seen in unquoted field - do you need to open the file in "
              "universal-newline mode?");
        }
        return true;
    }
    return true;
  }

  bool feed_line(std::string_view line) {
    for (size_t at = 0; at < line.size();) {
      char c = line[at];
      if (state <= State::kStartField && !d->special[static_cast<uint8_t>(c)] &&
          !(c == ' ' && d->skip_space)) {
        size_t end = at + 1;
        while (end < line.size() && !d->special[static_cast<uint8_t>(line[end])]) ++end;
        numeric = d->quoting == kNonNumeric;
        std::string_view text = line.substr(at, end - at);
        at = end;
        // A whole field that is its text, as most are.
        if (end < line.size() && line[end] == d->delimiter && line[end] >= 0 &&
            static_cast<int64_t>(text.size()) <= limit) {
          ++at;
          state = State::kStartField;
          if (!save(text)) return false;
          continue;
        }
        state = State::kInField;
        field.append(text);
        if (!check_size()) return false;
        continue;
      }
      if (state == State::kInField || state == State::kInQuoted) {  // what is plain, in one go
        size_t end = at;
        while (end < line.size() && !d->special[static_cast<uint8_t>(line[end])]) ++end;
        if (end > at) {
          field.append(line.substr(at, end - at));
          at = end;
          if (!check_size()) return false;
          continue;
        }
      }
      if (!feed(static_cast<int32_t>(utf8_next(line, &at)))) return false;
    }
    return feed(kLineEnd);
  }
};

Value read_record(Thread* t, Reader* r) {
  List* fields = new_list(t, r->width);
  if (!fields) return Value::failed();
  Parser p{.t = t, .reader = r, .d = r->dialect, .fields = fields, .limit = 0, .field = {}};
  Value limit = r->limit->size ? r->limit->items[0] : Value::from_int(0);
  p.limit = limit.is_int() ? limit.as_int() : INT64_MAX;
  do {
    Value line = iter_next(t, r->source);
    if (line.is_failed()) return line;
    if (line.is_unbound()) {
      if (p.field.empty() && p.state != State::kInQuoted) return line;
      if (p.d->strict) return raise(t, r->error, "unexpected end of data");
      return p.save() ? val(fields) : Value::failed();
    }
    if (!is<Str>(line)) {
      return raise(t, r->error,
                   "iterator should return strings, not " + type_name(t, line) +
                       " (the file should be opened in text mode)");
    }
    ++r->line;
    bool ok = p.feed_line(as<Str>(line)->view());
    keep_alive(line);
    if (!ok || !poll(t)) return Value::failed();
  } while (p.state != State::kStartRecord);
  r->width = std::min<size_t>(fields->size, 256);
  return val(fields);
}
Value reader_next(Thread* t, Object* o) {
  try {
    return read_record(t, static_cast<Reader*>(o));
  } catch (const std::bad_alloc&) {
    return raise_memory_error(t);
  } catch (const std::length_error&) { return raise_memory_error(t); }
}
const NativeType kReaderType{"_csv.reader", trace_reader, nullptr, reader_next};
NativeGroup reader_methods{"reader"};
Reader* reader_of(Thread* t, Value self) { return native_self<Reader>(t, self, &kReaderType); }

Value reader_new(Thread* t, Class* cls, Value source, Value dialect, Class* error, List* limit) {
  Dialect* d = dialect_of(t, dialect);
  Value it = d ? get_iter(t, source) : Value::failed();
  if (it.is_failed()) return it;
  Object* o = t->vm->heap.allocate(t, sizeof(Reader), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* r = static_cast<Reader*>(o);
  r->type = &kReaderType;
  r->source = it;
  r->dialect = d;
  r->error = error;
  r->limit = limit;
  r->line = 0;
  r->width = 0;
  return val(r);
}
DEF_NEW(reader_methods, reader_new, "reader(cls, source, dialect, error, limit, /)",
        "An iterator over the records of an iterable of lines.")
Value reader_dialect(Thread* t, Value self) {
  Reader* r = reader_of(t, self);
  return r ? val(r->dialect) : Value::failed();
}
DEF_GET(reader_methods, reader_dialect, "dialect(self)", "The dialect in use.")
Value reader_line_num(Thread* t, Value self) {
  Reader* r = reader_of(t, self);
  return r ? new_int(t, r->line) : Value::failed();
}
DEF_GET(reader_methods, reader_line_num, "line_num(self)", "How many lines were read.")

// --- writer ----------------------------------------------------------------------------------------

struct Writer : NativeObject {
  Value write;
  Dialect* dialect;
  Class* error;
};
void trace_writer(Object* o, Marker& m) {
  auto* w = static_cast<Writer*>(o);
  m.mark(w->write);
  m.mark_object(w->dialect);
  m.mark_object(w->error);
}
const NativeType kWriterType{"_csv.writer", trace_writer, nullptr, nullptr};
NativeGroup writer_methods{"writer"};
Writer* writer_of(Thread* t, Value self) { return native_self<Writer>(t, self, &kWriterType); }

// Appends one field as the dialect wants it.
bool join_field(Thread* t, Writer* w, std::string_view text, bool quoted, std::string* row) {
  Dialect* d = w->dialect;
  std::string_view terminator = d->terminator->view();
  std::string made;
  for (size_t at = 0; at < text.size();) {
    size_t start = at;
    auto c = static_cast<int32_t>(utf8_next(text, &at));
    std::string_view bytes = text.substr(start, at - start);
    if (c == d->delimiter || c == d->escape || c == d->quote ||
        terminator.find(bytes) != terminator.npos) {
      bool escaped = false;
      if (d->quoting == kNone) {
        escaped = true;
      } else if (c == d->quote) {
        if (d->double_quote)
          made += bytes;
        else
          escaped = true;
      } else if (c == d->escape) {
        escaped = true;
      }
      if (!escaped) quoted = true;
      if (escaped) {
        if (d->escape == kUnset) {
          raise(t, w->error, "need to escape, but no escapechar set");
          return false;
        }
        utf8_append(&made, static_cast<char32_t>(d->escape));
      }
    }
    made += bytes;
  }
  if (quoted) utf8_append(row, static_cast<char32_t>(d->quote));
  *row += made;
  if (quoted) utf8_append(row, static_cast<char32_t>(d->quote));
  return true;
}

bool is_number(Thread* t, Value v) {
  if (is_intlike(v) || is_floatlike(v) || is<ComplexObj>(v)) return true;
  Class* cls = class_of(t->vm, v);
  const Names& n = t->vm->names;
  for (Str* name : {n.index, n.int_, n.float_})
    if (!find_in_class(t->vm, cls, name).is_unbound()) return true;
  return false;
}
Value write_row(Thread* t, Writer* w, Value fields) {
  Dialect* d = w->dialect;
  Value it = get_iter(t, fields);
  if (it.is_failed()) {
    if (!exception_is(t, t->vm->classes.type_error)) return it;
    clear_exception(t);
    return raise(t, w->error, "iterable expected, not " + type_name(t, fields));
  }
  std::string row;
  size_t count = 0;
  for (;; ++count) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return v;
    if (v.is_unbound()) break;
    bool quoted = d->quoting == kAll || (d->quoting == kNonNumeric && !is_number(t, v));
    if (count > 0) utf8_append(&row, static_cast<char32_t>(d->delimiter));
    Value text = v.is_none() ? val(t->vm->empty_str) : is<Str>(v) ? v : str_of(t, v);
    if (text.is_failed()) return text;
    if (!join_field(t, w, as<Str>(text)->view(), quoted, &row)) return Value::failed();
    keep_alive(text);
  }
  if (count > 0 && row.empty()) {  // one empty field must differ from no field
    if (d->quoting == kNone) return raise(t, w->error, "single empty field record must be quoted");
    if (!join_field(t, w, "", true, &row)) return Value::failed();
  }
  row += d->terminator->view();
  Value line = str_value(t, row);
  return line.is_failed() ? line : call1(t, w->write, line);
}

Value writer_new(Thread* t, Class* cls, Value write, Value dialect, Class* error) {
  Dialect* d = dialect_of(t, dialect);
  if (!d) return Value::failed();
  Object* o = t->vm->heap.allocate(t, sizeof(Writer), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* w = static_cast<Writer*>(o);
  w->type = &kWriterType;
  w->write = write;
  w->dialect = d;
  w->error = error;
  return val(w);
}
DEF_NEW(writer_methods, writer_new, "writer(cls, write, dialect, error, /)",
        "Writes rows as lines, by a function.")
Value writer_writerow(Thread* t, Value self, Value row) {
  Writer* w = writer_of(t, self);
  return w ? write_row(t, w, row) : Value::failed();
}
DEF(writer_methods, writer_writerow, "writerow(self, row, /)",
    "Write one row, an iterable of fields; what the file's write() gave.")
Value writer_writerows(Thread* t, Value self, Value rows) {
  Writer* w = writer_of(t, self);
  if (!w) return Value::failed();
  bool ok = for_each_item(t, rows, [&](Value row) { return !write_row(t, w, row).is_failed(); });
  return ok ? Value::none() : Value::failed();
}
DEF(writer_methods, writer_writerows, "writerows(self, rows, /)", "Write several rows.")
Value writer_dialect(Thread* t, Value self) {
  Writer* w = writer_of(t, self);
  return w ? val(w->dialect) : Value::failed();
}
DEF_GET(writer_methods, writer_dialect, "dialect(self)", "The dialect in use.")

bool add_class(Thread* t, Module* m, Class* cls, const NativeGroup& methods) {
  if (!cls) return false;
  install_methods(t, cls, methods);
  return dict_set_str(t, m->dict, as<Str>(cls->name), val(cls));
}

}  // namespace

void init_csv(Thread* t, Module* m) {
  Class* object = t->vm->classes.object;
  Kind kind = Kind::kNativeObject;
  if (!add_class(t, m, new_iterator_class(t, &kReaderType), reader_methods) ||
      !add_class(
          t, m,
          new_builtin_class(t, kWriterType.name, object, kind, kClassNoSubclass, &kWriterType),
          writer_methods))
    return;
  add_class(t, m, new_builtin_class(t, kDialectType.name, object, kind, 0, &kDialectType),
            dialect_methods);
}

}  // namespace baton
