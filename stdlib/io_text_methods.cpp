// Methods of TextIOWrapper; the machinery is io_text.cpp's. Lock held; whatever may block releases it.
#include <algorithm>

#include "stdlib/io.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {

TextWrapper* plain_text(Thread* t, Value v) {
  TextWrapper* w = as_text_wrapper(v);
  return w && is_exact(t, v) ? w : nullptr;
}

namespace {

NativeGroup text_methods{"TextIOWrapper"};

// An initialised, attached stream; null: exception pending.
TextWrapper* text_of(Thread* t, Value v) {
  TextWrapper* w = as_text_wrapper(v);
  if (!w) {
    type_error(t, "descriptor requires a '_io.TextIOWrapper' object but received a '" +
                      type_name(t, v) + "'");
    return nullptr;
  }
  if (BATON_LIKELY(!w->buffer.is_none())) return w;
  value_error(t, w->state->closed ? "underlying buffer has been detached"
                                  : "I/O operation on uninitialized object");
  return nullptr;
}

Value text_new(Thread* t, Class* cls, Kw, Args) {
  TextWrapper* w = new_text_wrapper(t, cls);
  return w ? val(w) : Value::failed();
}
DEF_NEW(text_methods, text_new, "TextIOWrapper(cls, *args, **kwargs)", "Characters over bytes.")

bool text_or_none(Thread* t, Value v, const char* name) {
  if (v.is_none() || is<Str>(v)) return true;
  type_error(t, std::string("TextIOWrapper() argument '") + name + "' must be str or None, not " +
                    type_name(t, v));
  return false;
}
Value text_init(Thread* t, Value self, Value buffer, Value encoding, Value errors, Value newline,
                bool line_buffering, bool write_through) {
  TextWrapper* w = as_text_wrapper(self);
  if (!w) return type_error(t, "descriptor requires a '_io.TextIOWrapper' object");
  if (!text_or_none(t, encoding, "encoding") || !text_or_none(t, newline, "newline"))
    return Value::failed();
  if (!errors.is_none() && !is<Str>(errors))
    return type_error(
        t, "TextIOWrapper() argument 'errors' must be str or None, not " + type_name(t, errors));
  // In place, because another thread or a caller may be using the stream.
  TextState* s = w->state;
  text_forget(s);
  s->out.clear();
  s->buf.reset();
  s->encode = EncodeState();
  s->decode = DecodeState{.stream = true};
  s->closed = false;
  s->seen = 0;
  w->buffer = Value::none();
  return init_text(t, w, buffer, encoding, errors, newline, line_buffering, write_through)
             ? Value::none()
             : Value::failed();
}
DEF(text_methods, text_init,
    "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
    "write_through=False)",
    "Initialize self.")

Value text_write(Thread* t, Value self, Value text) {
  TextWrapper* w = text_of(t, self);
  if (!w) return Value::failed();
  Str* s = try_as<Str>(text);
  if (!s) return type_error(t, "write() argument must be str, not " + type_name(t, text));
  if (!text_check_open(t, w) || !text_append(t, w, s, s->view(), s->ascii()))
    return Value::failed();
  return Value::from_int(s->length);
}
DEF(text_methods, text_write, "write(self, text, /)", "Write text; returns how many characters.")

Value text_read(Thread* t, Value self, Value size) {
  TextWrapper* w = text_of(t, self);
  int64_t n;
  if (!w || !io_size(t, size, &n) || !text_check_open(t, w)) return Value::failed();
  TextState* s = w->state;
  if (!s->readable) return unsupported_operation(t, "not readable");
  if (!text_hand_down(t, w)) return Value::failed();
  IoBusy busy(t, &s->gate, "a text stream", true);
  if (!busy.ok) return Value::failed();
  if (n < 0) {
    Value data = io_call(t, w->buffer, "read");
    if (data.is_failed()) return data;
    if (data.is_none()) return str_value(t, "");
    if (!is_buffer(data))
      return type_error(t, "underlying read() should have returned a bytes-like object, not '" +
                               type_name(t, data) + "'");
    std::string_view rest = bytes_view(data);
    std::string out = s->decoded.substr(s->at);
    // Plain UTF-8 is taken as it is.
    if (out.empty() && s->undecoded.empty() && !s->pending_cr && s->codec.id == CodecId::kUtf8 &&
        (!s->universal || rest.find('\r') == rest.npos) && utf8_validate(rest).ok) {
      if (s->universal && rest.find('\n') != rest.npos) s->seen |= 2;
      text_forget(s);
      return str_value(t, rest);
    }
    std::string bytes = s->undecoded + std::string(rest);
    s->undecoded.clear();
    std::string text;
    size_t consumed;
    if (!codec_decode(t, s->codec, s->errors, bytes, true, &s->decode, &text, &consumed))
      return Value::failed();
    if (s->universal) {
      if (s->pending_cr) text.insert(text.begin(), '\r');
      std::string plain;
      for (size_t i = 0; i < text.size(); ++i) {
        bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (text[i] == '\n') s->seen |= 2;
        if (text[i] == '\r') s->seen |= pair ? 4 : 1;
        if (pair) ++i;
        plain += pair || text[i] == '\r' ? '\n' : text[i];
      }
      if (s->translate) text.swap(plain);
    }
    text_forget(s);
    return str_value(t, out + text);
  }
  std::string out;
  for (auto room = static_cast<size_t>(n); room > 0;) {
    std::string_view have = std::string_view(s->decoded).substr(s->at);
    if (have.empty()) {
      int64_t got = text_fill(t, w);
      if (got == kIoFailed) return Value::failed();
      if (got == 0 && s->decoded.empty()) break;
      continue;
    }
    size_t take = utf8_advance(have, 0, room);
    room -= utf8_length(have.substr(0, take));
    out.append(have.substr(0, take));
    s->at += take;
  }
  return str_value(t, out);
}
DEF(text_methods, text_read, "read(self, size=-1, /)",
    "Read so many characters, or all that is left.")

Value text_readline(Thread* t, Value self, Value size) {
  TextWrapper* w = text_of(t, self);
  int64_t limit;
  std::string line;
  if (!w || !io_size(t, size, &limit) || !text_read_line(t, w, limit, &line))
    return Value::failed();
  return str_value(t, line);
}
DEF(text_methods, text_readline, "readline(self, size=-1, /)", "Read up to and with a line end.")
Value text_iter(Thread* t, Value self) {
  TextWrapper* w = text_of(t, self);
  return w && text_check_open(t, w) ? self : Value::failed();
}
DEF(text_methods, text_iter, "__iter__(self, /)", "Implement iter(self).")
DEF(text_methods, text_iter, "__enter__(self, /)", "")
Value text_next(Thread* t, Value self) {
  TextWrapper* w = text_of(t, self);
  if (!w) return Value::failed();
  w->state->telling = false;
  std::string line;
  if (!is_exact(t, self) && !has_own_method(t, self, "readline")) {
    Value v = call_method(t, self, t->vm->names.n_readline);
    if (v.is_failed() || !is<Str>(v)) return v;
    return as<Str>(v)->size ? v : raise_stop_iteration(t, Value::none());
  }
  if (!text_read_line(t, w, -1, &line)) return Value::failed();
  if (!line.empty()) return str_value(t, line);
  w->state->telling = w->state->seekable;
  return raise_stop_iteration(t, Value::none());
}
DEF(text_methods, text_next, "__next__(self, /)", "Implement next(self).")

Value text_flush_method(Thread* t, Value self) {
  TextWrapper* w = text_of(t, self);
  if (!w || !text_check_open(t, w)) return Value::failed();
  w->state->telling = w->state->seekable;
  if (!text_hand_down(t, w)) return Value::failed();
  return io_call(t, w->buffer, "flush");
}
DEF(text_methods, text_flush_method, "flush(self, /)", "Write out what is held back.")
Value text_close(Thread* t, Value self) {
  TextWrapper* w = text_of(t, self);
  bool closed;
  if (!w || !io_closed(t, w->buffer, &closed)) return Value::failed();
  if (closed) return Value::none();
  Value buffer = w->buffer;
  Value r = io_call(t, self, "flush");
  Value pending = r.is_failed() ? take_exception(t) : Value::unbound();
  if (!pending.is_unbound()) w->state->out.clear();
  if (w->state->listed) io_of(t->vm).texts.erase(w->state);
  w->state->listed = false;
  if (io_call(t, buffer, "close").is_failed()) return Value::failed();
  return pending.is_unbound() ? Value::none() : raise_object(t, pending);
}
DEF(text_methods, text_close, "close(self, /)", "Flush and close the stream.")
Value text_detach(Thread* t, Value self) {
  TextWrapper* w = text_of(t, self);
  if (!w || io_call(t, self, "flush").is_failed()) return Value::failed();
  Value buffer = w->buffer;
  w->state->closed = true;
  w->state->buf.reset();
  w->buffer = Value::none();
  return buffer;
}
DEF(text_methods, text_detach, "detach(self, /)", "Part from the buffer and return it.")

Value text_tell_method(Thread* t, Value self) {
  TextWrapper* w = text_of(t, self);
  return w ? text_tell(t, w) : Value::failed();
}
DEF(text_methods, text_tell_method, "tell(self, /)", "A position that seek() understands.")
Value text_seek_method(Thread* t, Value self, Value cookie, Int whence) {
  TextWrapper* w = text_of(t, self);
  return w ? text_seek(t, w, cookie, whence) : Value::failed();
}
DEF(text_methods, text_seek_method, "seek(self, cookie, whence=0, /)",
    "Change the stream position.")
Value text_truncate(Thread* t, Value self, Value size) {
  TextWrapper* w = text_of(t, self);
  if (!w || io_call(t, self, "flush").is_failed()) return Value::failed();
  return io_call(t, w->buffer, "truncate", size);
}
DEF(text_methods, text_truncate, "truncate(self, pos=None, /)", "Cut the stream off.")

Value text_reconfigure(Thread* t, Value self, Value encoding, Value errors, Value newline,
                       Value line_buffering, Value write_through) {
  TextWrapper* w = text_of(t, self);
  if (!w) return Value::failed();
  TextState* s = w->state;
  if (!s->decoded.empty() && (!encoding.is_none() || !errors.is_none() || !newline.is_unbound()))
    return unsupported_operation(
        t, "It is not possible to set the encoding or newline of stream after the first read");
  if (!newline.is_unbound()) {
    if (!newline.is_none() && !is<Str>(newline))
      return type_error(
          t, "reconfigure() argument 'newline' must be str or None, not " + type_name(t, newline));
    if (!check_newline(t, newline)) return Value::failed();
  }
  for (Value v : {encoding, errors})
    if (!v.is_none() && !is<Str>(v))
      return type_error(t, std::string("reconfigure() argument '") +
                               (v.w == encoding.w ? "encoding" : "errors") +
                               "' must be str or None, not " + type_name(t, v));
  bool lines = s->line_buffering, through = s->write_through;
  if ((!line_buffering.is_none() && !truth(t, line_buffering, &lines)) ||
      (!write_through.is_none() && !truth(t, write_through, &through)))
    return Value::failed();
  if (io_call(t, self, "flush").is_failed()) return Value::failed();
  if (is<Str>(encoding)) {
    std::string name(as<Str>(encoding)->view());
    if (name == "locale") name = "UTF-8";
    CodecSpec codec = find_codec(name);
    if (!codec.known()) return raise(t, t->vm->classes.lookup_error, "unknown encoding: " + name);
    s->codec = codec;
    s->encoding = name;
    if (errors.is_none()) s->errors = "strict";
    s->decode = DecodeState{.stream = true};
    s->encode = EncodeState();
  }
  if (is<Str>(errors)) s->errors = as<Str>(errors)->view();
  if (!newline.is_unbound()) {
    s->newline_given = is<Str>(newline);
    s->newline = s->newline_given ? as<Str>(newline)->view() : "";
    s->translate = !s->newline_given;
    s->universal = s->newline.empty();
    s->read_end = s->translate ? "\n" : s->newline;
    s->write_end = s->newline == "\n" ? "" : s->newline;
  }
  s->line_buffering = lines;
  s->write_through = through;
  return Value::none();
}
DEF(text_methods, text_reconfigure,
    "reconfigure(self, *, encoding=None, errors=None, newline=<absent>, line_buffering=None, "
    "write_through=None)",
    "Change how the stream works.")

#define FORWARD(method, text)                                    \
  Value forward_##method(Thread* t, Value self) {                \
    TextWrapper* w = text_of(t, self);                           \
    return w ? io_call(t, w->buffer, #method) : Value::failed(); \
  }                                                              \
  DEF(text_methods, forward_##method, #method "(self, /)", text)
FORWARD(fileno, "The descriptor.")
FORWARD(seekable, "Can the position be changed?")
FORWARD(readable, "Can one read from it?")
FORWARD(writable, "Can one write to it?")
FORWARD(isatty, "Is this a terminal?")
#undef FORWARD
#define FORWARD_GET(attribute)                                      \
  Value get_##attribute(Thread* t, Value self) {                    \
    TextWrapper* w = text_of(t, self);                              \
    return w ? io_attr(t, w->buffer, #attribute) : Value::failed(); \
  }                                                                 \
  DEF_GET(text_methods, get_##attribute, #attribute "(self)", "Of the buffer.")
FORWARD_GET(closed)
FORWARD_GET(name)
#undef FORWARD_GET

#define GETTER(name, expression, text)                 \
  Value get_##name(Thread* t, Value self) {            \
    TextWrapper* w = as_text_wrapper(self);            \
    if (!w) return type_error(t, "not a text stream"); \
    [[maybe_unused]] TextState* s = w->state;          \
    return expression;                                 \
  }                                                    \
  DEF_GET(text_methods, get_##name, #name "(self)", text)
GETTER(buffer, w->buffer, "The stream below.")
GETTER(encoding, str_value(t, s->encoding), "Name of the encoding.")
GETTER(errors, str_value(t, s->errors), "Name of the error handler.")
GETTER(line_buffering, Value::boolean(s->line_buffering), "Is every line written at once?")
GETTER(write_through, Value::boolean(s->write_through), "Is nothing held back here?")
#undef GETTER
Value get_newlines(Thread* t, Value self) {
  TextWrapper* w = text_of(t, self);
  if (!w) return Value::failed();
  static constexpr const char* kEnds[] = {"\r", "\n", "\r\n"};
  Value met[3];
  uint32_t n = 0;
  for (int i = 0; i < 3; ++i) {
    if (!(w->state->seen & (1 << i))) continue;
    met[n] = str_value(t, kEnds[i]);
    if (met[n++].is_failed()) return Value::failed();
  }
  if (n == 0) return Value::none();
  if (n == 1) return met[0];
  Tuple* all = new_tuple_from(t, met, n);
  return all ? val(all) : Value::failed();
}
DEF_GET(text_methods, get_newlines, "newlines(self)", "Line ends met so far.")
Value get_mode(Thread* t, Value self) {
  TextWrapper* w = as_text_wrapper(self);
  if (!w) return type_error(t, "not a text stream");
  return w->mode.is_unbound() ? raise_no_attribute(t, self, intern(t, "mode")) : w->mode;
}
Value set_mode(Thread* t, Value self, Value mode) {
  TextWrapper* w = as_text_wrapper(self);
  if (!w) return type_error(t, "not a text stream");
  barrier_store(w, &w->mode, mode);
  return Value::none();
}
DEF_GET(text_methods, get_mode, "mode(self)", "The mode, as for open().")
DEF_SET(text_methods, set_mode, "mode(self, value, /)", "")

Value text_repr(Thread* t, Value self) {
  TextWrapper* w = as_text_wrapper(self);
  if (!w) return type_error(t, "not a text stream");
  if (w->buffer.is_none() && !w->state->closed)
    return value_error(t, "I/O operation on uninitialized object");
  std::string rest;
  if (!w->mode.is_unbound()) {
    rest = " mode=";
    if (!repr_to(t, w->mode, &rest)) return Value::failed();
  }
  return io_repr(t, self, (rest + " encoding='" + w->state->encoding + "'").c_str());
}
DEF(text_methods, text_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void register_text_wrapper(Thread* t) {
  IoState& io = io_of(t->vm);
  io.text_wrapper = new_builtin_class(t, "_io.TextIOWrapper", io.text_base, Kind::kNativeObject,
                                      kClassHasDict, &kTextWrapperType);
  if (io.text_wrapper) install_methods(t, io.text_wrapper, text_methods);
}

}  // namespace baton
