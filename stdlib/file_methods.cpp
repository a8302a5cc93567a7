// Methods of file objects; the machinery is file.cpp's.
//
// One set of methods serves text and binary files: what differs (str or bytes in and out, character
// or byte counts) is asked of the object. Lock held; whatever may block releases it.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "stdlib/file.h"
#include "vm/base/utf8.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

NativeGroup file_methods{"TextIOWrapper"};
NativeGroup text_methods{"TextIOWrapper"};

FileObject* self_file(Thread* t, Value v) {
  FileObject* f = as_file(v);
  if (!f)
    type_error(t, "descriptor requires a '_io.TextIOWrapper' object but received a '" +
                      type_name(t, v) + "'");
  return f;
}

Value bytes_value(Thread* t, std::string_view data) {
  Bytes* b = new_bytes(t, data);
  return b ? val(b) : Value::failed();
}

// What was read, as the file's kind gives it.
Value data_value(Thread* t, FileObject* f, std::string_view data) {
  return f->binary ? bytes_value(t, data) : decode_text(t, f->state->get(), data);
}

bool size_argument(Thread* t, Value v, int64_t* out) {
  *out = -1;
  if (v.is_none()) return true;
  if (has_index(t, v)) return to_int64(t, v, out);
  type_error(t, "argument should be integer or None, not '" + type_name(t, v) + "'");
  return false;
}

// Reads `size` characters or bytes, or everything if negative.
Value file_read(Thread* t, Value self, Value size) {
  FileObject* f = self_file(t, self);
  int64_t want;
  if (!f || !size_argument(t, size, &want)) return Value::failed();
  std::shared_ptr<FileState> keep = *f->state;
  FileState* s = keep.get();
  if (!check_readable(t, s)) return Value::failed();
  std::string data;
  {
    FileBusy busy(t, s);
    if (!busy.ok) return Value::failed();
    for (;;) {
      std::string_view have = std::string_view(s->in).substr(s->in_pos);
      size_t take = have.npos;
      if (want >= 0) {
        auto n = static_cast<size_t>(want);
        if (f->binary) {
          if (have.size() >= n) take = n;
        } else if (have.size() >= n) {
          size_t end = utf8_advance(have, 0, n);
          // The last character may not be complete yet.
          if (end < have.size() ||
              (utf8_length(have) >= n && utf8_validate(have.substr(0, end)).ok))
            take = end;
        }
      }
      if (take == have.npos && s->eof) take = have.size();
      if (take != have.npos) {
        data.assign(have.substr(0, take));
        s->in_pos += take;
        if (s->in_pos == s->in.size()) {
          s->in.clear();
          s->in_pos = 0;
          s->eof = false;
        }
        break;
      }
      if (!fill_busy(t, s, !f->binary)) return Value::failed();
    }
  }
  return data_value(t, f, data);
}
DEF(file_methods, file_read, "read(self, size=-1, /)",
    "Read at most size characters (bytes, in binary mode), or all that is left.")

Value file_readline(Thread* t, Value self, Value size) {
  FileObject* f = self_file(t, self);
  int64_t limit;
  if (!f || !size_argument(t, size, &limit)) return Value::failed();
  std::string line;
  if (!file_read_line(t, f, limit, &line)) return Value::failed();
  return data_value(t, f, line);
}
DEF(file_methods, file_readline, "readline(self, size=-1, /)", "Read until newline or EOF.")

Value file_readlines(Thread* t, Value self, Value hint) {
  FileObject* f = self_file(t, self);
  int64_t limit;
  if (!f || !size_argument(t, hint, &limit)) return Value::failed();
  List* lines = new_list(t);
  if (!lines) return Value::failed();
  int64_t taken = 0;
  for (;;) {
    std::string line;
    if (!file_read_line(t, f, -1, &line)) return Value::failed();
    if (line.empty()) return val(lines);
    Value v = data_value(t, f, line);
    if (v.is_failed() || !list_append(t, lines, v)) return Value::failed();
    taken += static_cast<int64_t>(line.size());
    if (limit > 0 && taken >= limit) return val(lines);
  }
}
DEF(file_methods, file_readlines, "readlines(self, hint=-1, /)",
    "Return a list of lines from the stream.")

Value write_value(Thread* t, FileObject* f, Value data) {
  std::shared_ptr<FileState> keep = *f->state;
  FileState* s = keep.get();
  if (!f->binary) {
    Str* text = try_as<Str>(data);
    if (!text) return type_error(t, "write() argument must be str, not " + type_name(t, data));
    if (!file_write_text(t, f, text->view(), text->ascii())) return Value::failed();
    return Value::from_int(text->length);
  }
  if (is<Str>(data)) return type_error(t, "a bytes-like object is required, not 'str'");
  if (!check_writable(t, s)) return Value::failed();
  Pinned p{};
  if (!pin_bytes(t, data, &p)) return Value::failed();
  std::string_view bytes{reinterpret_cast<const char*>(p.data), p.size};
  bool ok = file_write_text(t, f, bytes, true);  // as they are, like ASCII text
  auto n = static_cast<int64_t>(p.size);
  unpin(&p);
  return ok ? Value::from_int(n) : Value::failed();
}

Value file_write(Thread* t, Value self, Value data) {
  FileObject* f = self_file(t, self);
  return f ? write_value(t, f, data) : Value::failed();
}
DEF(file_methods, file_write, "write(self, data, /)", "Write data; returns its length.")

Value file_writelines(Thread* t, Value self, Value lines) {
  FileObject* f = self_file(t, self);
  if (!f || !check_open(t, f->state->get())) return Value::failed();
  bool ok = for_each_item(t, lines, [&](Value v) { return !write_value(t, f, v).is_failed(); });
  return ok ? Value::none() : Value::failed();
}
DEF(file_methods, file_writelines, "writelines(self, lines, /)", "Write a list of lines to stream.")

Value file_flush_method(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  std::shared_ptr<FileState> keep = *f->state;
  if (!check_open(t, keep.get())) return Value::failed();
  return file_flush(t, keep.get()) ? Value::none() : Value::failed();
}
DEF(file_methods, file_flush_method, "flush(self, /)", "Flush write buffers, if applicable.")

Value file_close(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  std::shared_ptr<FileState> keep = *f->state;
  return close_file(t, keep.get()) ? Value::none() : Value::failed();
}
DEF(file_methods, file_close, "close(self, /)", "Flush and close the IO object.")

Value file_enter(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  return f && check_open(t, f->state->get()) ? self : Value::failed();
}
DEF(file_methods, file_enter, "__enter__(self, /)", "")
Value file_exit(Thread* t, Value self, Args) { return file_close(t, self); }
DEF(file_methods, file_exit, "__exit__(self, /, *args)", "")

Value file_iter(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  return f && check_open(t, f->state->get()) ? self : Value::failed();
}
DEF(file_methods, file_iter, "__iter__(self, /)", "Implement iter(self).")
Value file_next(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  Value v = f->type->next(t, f);
  return v.is_unbound() ? raise_stop_iteration(t, Value::none()) : v;
}
DEF(file_methods, file_next, "__next__(self, /)", "Implement next(self).")

Value file_tell(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  FileState* s = f->state->get();
  if (!check_open(t, s)) return Value::failed();
  off_t at = lseek(s->fd, 0, s->append && !s->out.empty() ? SEEK_END : SEEK_CUR);
  if (at < 0) return unsupported_operation(t, "underlying stream is not seekable");
  at += static_cast<off_t>(s->out.size()) - static_cast<off_t>(s->in.size() - s->in_pos);
  return new_int(t, at);
}
DEF(file_methods, file_tell, "tell(self, /)", "Return current stream position.")

Value file_seek(Thread* t, Value self, Int offset, Int whence) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  std::shared_ptr<FileState> keep = *f->state;
  FileState* s = keep.get();
  if (!check_open(t, s)) return Value::failed();
  if (whence < 0 || whence > 2)
    return value_error(t, "invalid whence (" + std::to_string(whence.v) + ", should be 0, 1 or 2)");
  if (!f->binary && whence == 1 && offset != 0)
    return unsupported_operation(t, "can't do nonzero cur-relative seeks");
  if (!f->binary && whence == 2 && offset != 0)
    return unsupported_operation(t, "can't do nonzero end-relative seeks");
  if (whence == 0 && offset < 0)
    return value_error(t, "negative seek position " + std::to_string(offset.v));
  FileBusy busy(t, s);
  if (!busy.ok || !flush_busy(t, s)) return Value::failed();
  int64_t to = offset;
  if (whence == 1) to -= static_cast<int64_t>(s->in.size() - s->in_pos);
  off_t at = lseek(s->fd, to, whence == 0 ? SEEK_SET : whence == 1 ? SEEK_CUR : SEEK_END);
  if (at < 0) {
    if (errno == ESPIPE) return unsupported_operation(t, "underlying stream is not seekable");
    return raise_os_error(t, errno);
  }
  s->in.clear();
  s->in_pos = 0;
  s->eof = s->pending_cr = false;
  return new_int(t, at);
}
DEF(file_methods, file_seek, "seek(self, offset, whence=0, /)", "Change stream position.")

Value file_truncate(Thread* t, Value self, Value size) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  std::shared_ptr<FileState> keep = *f->state;
  FileState* s = keep.get();
  if (!check_writable(t, s) || !file_flush(t, s)) return Value::failed();
  int64_t to;
  if (size.is_none()) {
    Value at = file_tell(t, self);
    if (at.is_failed() || !to_int64(t, at, &to)) return Value::failed();
  } else if (!to_int64(t, size, &to)) {
    return Value::failed();
  }
  if (ftruncate(s->fd, to) != 0) return raise_os_error(t, errno);
  return new_int(t, to);
}
DEF(file_methods, file_truncate, "truncate(self, size=None, /)", "Truncate file to size bytes.")

#define FLAG_METHOD(id, name, expr)                                    \
  Value file_##id(Thread* t, Value self) {                             \
    FileObject* f = self_file(t, self);                                \
    if (!f || !check_open(t, f->state->get())) return Value::failed(); \
    FileState* s = f->state->get();                                    \
    return expr;                                                       \
  }                                                                    \
  DEF(file_methods, file_##id, name "(self, /)", "")
FLAG_METHOD(readable, "readable", Value::boolean(s->readable))
FLAG_METHOD(writable, "writable", Value::boolean(s->writable))
FLAG_METHOD(seekable, "seekable", Value::boolean(lseek(s->fd, 0, SEEK_CUR) >= 0))
FLAG_METHOD(isatty, "isatty", Value::boolean(isatty(s->fd)))
FLAG_METHOD(fileno, "fileno", Value::from_int(s->fd))
#undef FLAG_METHOD

Value get_closed(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  return f ? Value::boolean((*f->state)->closed) : Value::failed();
}
DEF_GET(file_methods, get_closed, "closed(self)", "")
Value get_name(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  FileState* s = f->state->get();
  return s->name_is_fd ? Value::from_int(s->fd) : str_value(t, s->name);
}
DEF_GET(file_methods, get_name, "name(self)", "")
Value get_mode(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  std::string mode = (*f->state)->mode;
  if (f->binary && mode.find('b') == mode.npos) mode += 'b';
  return str_value(t, mode);
}
DEF_GET(file_methods, get_mode, "mode(self)", "")

Value get_encoding(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  return f ? str_value(t, (*f->state)->encoding) : Value::failed();
}
DEF_GET(text_methods, get_encoding, "encoding(self)", "")
Value get_errors(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  switch ((*f->state)->errors) {
    case CodecErrors::kStrict: return str_value(t, "strict");
    case CodecErrors::kIgnore: return str_value(t, "ignore");
    case CodecErrors::kReplace: return str_value(t, "replace");
    case CodecErrors::kBackslash: return str_value(t, "backslashreplace");
    default: return str_value(t, "surrogateescape");
  }
}
DEF_GET(text_methods, get_errors, "errors(self)", "")
Value get_newlines(Thread*, Value) { return Value::none(); }
DEF_GET(text_methods, get_newlines, "newlines(self)", "")
Value get_line_buffering(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  return f ? Value::boolean((*f->state)->line_buffered) : Value::failed();
}
DEF_GET(text_methods, get_line_buffering, "line_buffering(self)", "")
// The same file as bytes: shares the buffers.
Value get_buffer(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  FileObject* b = new_file(t, *f->state, true);
  return b ? val(b) : Value::failed();
}
DEF_GET(text_methods, get_buffer, "buffer(self)", "")

Value reconfigure(Thread* t, Value self, Value encoding, Value errors, Value newline,
                  Value line_buffering, Value write_through) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  std::shared_ptr<FileState> keep = *f->state;
  FileState* s = keep.get();
  if (!file_flush(t, s) || !parse_codec(t, encoding, errors, s)) return Value::failed();
  if (is<Str>(newline)) s->translate = false;
  bool on;
  if (!line_buffering.is_none()) {
    if (!truth(t, line_buffering, &on)) return Value::failed();
    s->line_buffered = on;
  }
  if (!write_through.is_none()) {
    if (!truth(t, write_through, &on)) return Value::failed();
    s->unbuffered = on;
  }
  return Value::none();
}
DEF(text_methods, reconfigure,
    "reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, "
    "write_through=None)",
    "Reconfigure the text stream with new parameters.")

Value file_repr(Thread* t, Value self) {
  FileObject* f = self_file(t, self);
  if (!f) return Value::failed();
  FileState* s = f->state->get();
  Value name = get_name(t, self);
  if (name.is_failed()) return name;
  std::string text;
  if (f->binary) {
    const char* cls = s->readable && s->writable ? "BufferedRandom"
                      : s->writable              ? "BufferedWriter"
                                                 : "BufferedReader";
    text = std::string("<_io.") + cls + " name=";
    if (!repr_to(t, name, &text)) return Value::failed();
    return str_value(t, text + ">");
  }
  text = "<_io.TextIOWrapper name=";
  if (!repr_to(t, name, &text)) return Value::failed();
  return str_value(t, text + " mode='" + s->mode + "' encoding='" + s->encoding + "'>");
}
DEF(file_methods, file_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void install_file_methods(Thread* t, Class* text, Class* binary) {
  install_methods(t, text, file_methods);
  install_methods(t, text, text_methods);
  install_methods(t, binary, file_methods);
}

}  // namespace baton
