// StringIO: text in memory as a stream.
//
// The text is generalised UTF-8 in a std::string; the position is kept both in bytes and in characters, so
// that writing at the end and reading on cost nothing extra, and only a seek into the middle of text that is
// not ASCII has to count. Past the end there are only characters. Lock held, nothing blocks.
#include <algorithm>

#include "stdlib/io.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup methods{"StringIO"};

struct Text {
  std::string data;
  size_t length = 0;        // characters
  size_t at = 0, byte = 0;  // the position; byte <= data.size()
  bool translate = false;   // newline=None: \r\n and \r become \n when written
  bool universal = false;   // newline=None or '': lines end at any of the three
  std::string newline = "\n", write_end;
  bool initialised = false;
  int seen = 0;
};
struct StringIO : NativeObject {
  Text* text;  // null: closed
};
void finalize_string_io(Object* o) {
  delete static_cast<StringIO*>(o)->text;
  static_cast<StringIO*>(o)->text = nullptr;
}
Value next_line(Thread* t, Object* o);
const NativeType kStringIOType{"StringIO", nullptr, finalize_string_io, next_line};

StringIO* any_of(Thread* t, Value self) { return native_self<StringIO>(t, self, &kStringIOType); }
Text* text_of(Thread* t, Value self) {
  StringIO* s = any_of(t, self);
  if (!s) return nullptr;
  if (!s->text) return value_error(t, "I/O operation on closed file"), nullptr;
  if (s->text->initialised) return s->text;
  value_error(t, "I/O operation on uninitialized object");
  return nullptr;
}

void go_to(Text* x, size_t at) {
  x->at = at;
  if (at >= x->length)
    x->byte = x->data.size();
  else if (x->length == x->data.size())
    x->byte = at;
  else
    x->byte = utf8_offset_of(x->data, at);
}

// Line ends as the stream stores them.
std::string stored(Text* x, std::string_view text) {
  std::string out;
  if (x->translate || x->universal) {
    for (size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      bool pair = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
      if (c == '\n') x->seen |= 2;
      if (c == '\r') x->seen |= pair ? 4 : 1;
      if (pair && x->translate) ++i;
      if (pair && !x->translate) {
        out += "\r\n";
        ++i;
        continue;
      }
      out += c == '\r' && x->translate ? '\n' : c;
    }
    return out;
  }
  for (char c : text) {
    if (c == '\n')
      out += x->write_end;
    else
      out += c;
  }
  return out;
}

bool put(Thread* t, Text* x, std::string_view text, size_t length) {
  std::string changed;
  if ((x->universal && text.find_first_of("\r\n") != text.npos) ||
      (!x->write_end.empty() && text.find('\n') != text.npos)) {
    changed = stored(x, text);
    text = changed;
    length = utf8_length(text);
  }
  if (length == 0) return true;
  if (x->at > kMaxText || x->data.size() + text.size() > kMaxText) {
    raise_memory_error(t);
    return false;
  }
  if (x->at > x->length) {
    x->data.append(x->at - x->length, '\0');
    x->length = x->at;
    x->byte = x->data.size();
  }
  if (x->byte == x->data.size()) {
    x->data.append(text);
    x->length += length;
  } else {
    size_t end = utf8_advance(x->data, x->byte, length);
    size_t replaced = utf8_length(std::string_view(x->data).substr(x->byte, end - x->byte));
    x->data.replace(x->byte, end - x->byte, text);
    x->length += length - replaced;
  }
  x->at += length;
  x->byte += text.size();
  return true;
}

Value take(Thread* t, Text* x, size_t bytes) {
  std::string_view part = std::string_view(x->data).substr(x->byte, bytes);
  Value v = str_value(t, part);
  if (v.is_failed()) return v;
  x->byte += part.size();
  x->at += as<Str>(v)->length;
  return v;
}

// Bytes of the next line, of at most `limit` characters.
size_t line_bytes(const Text* x, int64_t limit) {
  std::string_view rest = std::string_view(x->data).substr(x->byte);
  if (limit >= 0) rest = rest.substr(0, utf8_advance(rest, 0, static_cast<size_t>(limit)));
  if (x->universal && !x->translate) {
    size_t end = rest.find_first_of("\r\n");
    if (end == rest.npos) return rest.size();
    return rest[end] == '\r' && end + 1 < rest.size() && rest[end + 1] == '\n' ? end + 2 : end + 1;
  }
  std::string_view nl = x->translate ? std::string_view("\n") : std::string_view(x->newline);
  size_t end = nl.size() == 1 ? rest.find(nl[0]) : rest.find(nl);
  return end == rest.npos ? rest.size() : end + nl.size();
}

Value make(Thread* t, Class* cls, Kw, Args) {
  auto* s = static_cast<StringIO*>(
      t->vm->heap.allocate(t, sizeof(StringIO), Kind::kNativeObject, cls->root->id));
  if (!s) return Value::failed();
  s->type = &kStringIOType;
  s->text = new Text;
  return val(s);
}
DEF_NEW(methods, make, "StringIO(cls, *args, **kwargs)", "Text in memory as a stream.")
Value init(Thread* t, Value self, Value initial, Value newline) {
  StringIO* s = any_of(t, self);
  if (!s) return Value::failed();
  if (newline.is_unbound()) newline = str_value(t, "\n");
  if (newline.is_failed()) return newline;
  if (!newline.is_none() && !is<Str>(newline))
    return type_error(t, "newline must be str or None, not " + type_name(t, newline));
  if (is<Str>(newline)) {
    std::string_view n = as<Str>(newline)->view();
    if (n != "" && n != "\n" && n != "\r" && n != "\r\n") {
      std::string message = "illegal newline value: ";
      return repr_to(t, newline, &message) ? value_error(t, message) : Value::failed();
    }
  }
  if (!initial.is_none() && !is<Str>(initial))
    return type_error(t, "initial_value must be str or None, not " + type_name(t, initial));
  auto x = std::make_unique<Text>();
  x->initialised = true;
  x->translate = newline.is_none();
  x->newline = is<Str>(newline) ? as<Str>(newline)->view() : "";
  x->universal = x->newline.empty();
  x->write_end = x->newline == "\n" ? "" : x->newline;
  if (is<Str>(initial) && !put(t, x.get(), as<Str>(initial)->view(), as<Str>(initial)->length))
    return Value::failed();
  go_to(x.get(), 0);
  delete s->text;
  s->text = x.release();
  return Value::none();
}
DEF(methods, init, "__init__(self, initial_value='', newline=<absent>)", "Initialize self.")

Value do_read(Thread* t, Value self, Value size) {
  int64_t n;
  if (!text_of(t, self) || !io_size(t, size, &n)) return Value::failed();
  Text* x = text_of(t, self);
  if (!x) return Value::failed();
  size_t bytes = std::string::npos;
  if (n >= 0)
    bytes = x->length == x->data.size()
                ? static_cast<size_t>(n)
                : utf8_advance(x->data, x->byte, static_cast<size_t>(n)) - x->byte;
  return take(t, x, bytes);
}
DEF(methods, do_read, "read(self, size=-1, /)", "Read so many characters, or all that is left.")
Value do_readline(Thread* t, Value self, Value size) {
  int64_t n;
  if (!text_of(t, self) || !io_size(t, size, &n)) return Value::failed();
  Text* x = text_of(t, self);
  return x ? take(t, x, line_bytes(x, n)) : Value::failed();
}
DEF(methods, do_readline, "readline(self, size=-1, /)", "Read up to and with a line end.")
Value next_line(Thread* t, Object* o) {
  Value line;
  if (BATON_UNLIKELY(!is_exact(t, val(o))) && subclass_line(t, val(o), &line)) return line;
  Text* x = text_of(t, val(o));
  if (!x) return Value::failed();
  size_t n = line_bytes(x, -1);
  return n == 0 ? Value::unbound() : take(t, x, n);
}
Value do_next(Thread* t, Value self) {
  if (!is_exact(t, self) && !has_own_method(t, self, "readline")) {
    Value v = call_method(t, self, t->vm->names.n_readline);
    return is<Str>(v) && as<Str>(v)->size == 0 ? raise_stop_iteration(t, Value::none()) : v;
  }
  Text* x = text_of(t, self);
  if (!x) return Value::failed();
  size_t n = line_bytes(x, -1);
  return n == 0 ? raise_stop_iteration(t, Value::none()) : take(t, x, n);
}
DEF(methods, do_next, "__next__(self, /)", "Implement next(self).")

Value do_write(Thread* t, Value self, Value text) {
  StringIO* any = any_of(t, self);
  if (!any) return Value::failed();
  Text* x = text_of(t, self);
  if (!x) return Value::failed();
  Str* s = try_as<Str>(text);
  if (!s) return type_error(t, "string argument expected, got '" + type_name(t, text) + "'");
  return put(t, x, s->view(), s->length) ? Value::from_int(s->length) : Value::failed();
}
DEF(methods, do_write, "write(self, s, /)", "Write text; returns how many characters.")
Value do_getvalue(Thread* t, Value self) {
  Text* x = text_of(t, self);
  return x ? str_value(t, x->data) : Value::failed();
}
DEF(methods, do_getvalue, "getvalue(self, /)", "All of the text.")
Value do_tell(Thread* t, Value self) {
  Text* x = text_of(t, self);
  return x ? new_uint(t, x->at) : Value::failed();
}
DEF(methods, do_tell, "tell(self, /)", "The position in characters.")
Value do_seek(Thread* t, Value self, Int pos, Int whence) {
  Text* x = text_of(t, self);
  if (!x) return Value::failed();
  if (whence < 0 || whence > 2)
    return value_error(t, "Invalid whence (" + std::to_string(whence.v) + ", should be 0, 1 or 2)");
  if (whence == 0 && pos < 0)
    return value_error(t, "Negative seek position " + std::to_string(pos.v));
  if (whence != 0 && pos != 0)
    return raise(t, t->vm->classes.os_error, "Can't do nonzero cur-relative seeks");
  if (whence != 1) go_to(x, whence == 0 ? static_cast<size_t>(pos.v) : x->length);
  return new_uint(t, x->at);
}
DEF(methods, do_seek, "seek(self, pos, whence=0, /)", "Change the stream position.")
Value do_truncate(Thread* t, Value self, Value size) {
  Text* x = text_of(t, self);
  if (!x) return Value::failed();
  int64_t n = static_cast<int64_t>(x->at);
  if (!size.is_none()) {
    if (!has_index(t, size))
      return type_error(t, "argument should be integer or None, not '" + type_name(t, size) + "'");
    if (!index_of(t, size, &n)) return Value::failed();
    if (n < 0) return value_error(t, "Negative size value " + std::to_string(n));
    x = text_of(t, self);
    if (!x) return Value::failed();
  }
  if (static_cast<size_t>(n) < x->length) {
    x->data.resize(utf8_offset_of(x->data, static_cast<size_t>(n)));
    x->length = static_cast<size_t>(n);
    go_to(x, x->at);
  }
  return new_int(t, n);
}
DEF(methods, do_truncate, "truncate(self, pos=None, /)", "Cut the stream off.")
Value do_close(Thread* t, Value self) {
  StringIO* s = any_of(t, self);
  if (!s) return Value::failed();
  delete s->text;
  s->text = nullptr;
  return Value::none();
}
DEF(methods, do_close, "close(self, /)", "Let go of the text.")
Value yes(Thread* t, Value self) { return text_of(t, self) ? Value::true_() : Value::failed(); }
DEF(methods, yes, "readable(self, /)", "Can one read from it?")
DEF(methods, yes, "writable(self, /)", "Can one write to it?")
DEF(methods, yes, "seekable(self, /)", "Can the position be changed?")
Value get_closed(Thread* t, Value self) {
  StringIO* s = any_of(t, self);
  return s ? Value::boolean(!s->text) : Value::failed();
}
DEF_GET(methods, get_closed, "closed(self)", "Is the stream closed?")
Value get_line_buffering(Thread* t, Value self) {
  return text_of(t, self) ? Value::false_() : Value::failed();
}
DEF_GET(methods, get_line_buffering, "line_buffering(self)", "False: there is no buffer.")
Value get_newlines(Thread* t, Value self) {
  Text* x = text_of(t, self);
  if (!x) return Value::failed();
  static constexpr const char* kEnds[] = {"\r", "\n", "\r\n"};
  Value met[3];
  uint32_t n = 0;
  for (int i = 0; i < 3; ++i) {
    if (!(x->seen & (1 << i))) continue;
    met[n] = str_value(t, kEnds[i]);
    if (met[n++].is_failed()) return Value::failed();
  }
  if (n < 2) return n ? met[0] : Value::none();
  Tuple* all = new_tuple_from(t, met, n);
  return all ? val(all) : Value::failed();
}
DEF_GET(methods, get_newlines, "newlines(self)", "Line ends met so far.")
Value get_state(Thread* t, Value self) {
  Text* x = text_of(t, self);
  if (!x) return Value::failed();
  Value dict = any_of(t, self)->flags & kHasAttrs ? val(attrs_as_dict(t, self)) : Value::none();
  Value newline = x->translate ? Value::none() : str_value(t, x->newline);
  return tuple_of(t, {str_value(t, x->data), newline, new_uint(t, x->at), dict});
}
DEF(methods, get_state, "__getstate__(self, /)", "For pickle and copy.")

}  // namespace

void register_string_io(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, "_io.StringIO", io_of(t->vm).text_base, Kind::kNativeObject,
                                 kClassHasDict, &kStringIOType);
  if (!cls) return;
  install_methods(t, cls, methods);
  dict_set_cstr(t, m->dict, "StringIO", val(cls));
}

}  // namespace baton
