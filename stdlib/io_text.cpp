// The machinery of text streams: coding, line ends, positions. Methods are io_text_methods.cpp's, the
// rules io.h's.
//
// What was decoded and not taken yet always stems from one piece of input, the snapshot: from its bytes
// and the decoder before them a position in the text is counted back to a position in the file. Over a
// native buffer pieces are taken from its memory; over anything else by read1() or read().
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "stdlib/io.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

constexpr size_t kChunk = 8192;

void trace_text(Object* o, Marker& m) {
  m.mark(static_cast<TextWrapper*>(o)->buffer);
  m.mark(static_cast<TextWrapper*>(o)->mode);
}
void finalize_text(Object* o) {
  delete static_cast<TextWrapper*>(o)->state;
  static_cast<TextWrapper*>(o)->state = nullptr;
}
Value next_line(Thread* t, Object* o) {
  auto* w = static_cast<TextWrapper*>(o);
  if (BATON_UNLIKELY(!is_exact(t, val(o)))) {
    if (!has_own_method(t, val(o), "__next__")) {
      Value r = call_special(t, val(o), t->vm->names.next);
      if (!r.is_failed() || !exception_is(t, t->vm->classes.stop_iteration)) return r;
      clear_exception(t);
      return Value::unbound();
    }
    if (!has_own_method(t, val(o), "readline")) {
      Value line = call_method(t, val(o), t->vm->names.n_readline);
      if (line.is_failed()) return line;
      int64_t n;
      if (!length_of(t, line, &n)) return Value::failed();
      return n == 0 ? Value::unbound() : line;
    }
  }
  TextState* s = w->state;
  s->telling = false;
  if (BATON_LIKELY(s->gate.owner == nullptr && !s->closed && s->buf && s->buf->fd &&
                   s->buf->fd->fd >= 0 && s->out.empty() && s->read_end.size() == 1)) {
    size_t left = s->decoded.size() - s->at;
    const char* from = s->decoded.data() + s->at;
    const void* end = left ? std::memchr(from, '\n', left) : nullptr;
    if (end) {
      size_t n = static_cast<size_t>(static_cast<const char*>(end) - from) + 1;
      s->at += n;
      return str_value(t, {from, n});
    }
  }
  std::string line;
  if (!text_read_line(t, w, -1, &line)) return Value::failed();
  if (!line.empty()) return str_value(t, line);
  s->telling = s->seekable;
  return Value::unbound();
}

// \r\n and \r become \n where that is asked for; counts what was met. `text` is what the decoder gave.
void translate_lines(TextState* s, std::string* text, bool final) {
  if (s->pending_cr && (!text->empty() || final)) {
    text->insert(text->begin(), '\r');
    s->pending_cr = false;
  }
  if (!final && !text->empty() && text->back() == '\r') {
    text->pop_back();
    s->pending_cr = true;
  }
  if (text->find('\r') == text->npos) {
    if (!(s->seen & 2) && text->find('\n') != text->npos) s->seen |= 2;
    return;
  }
  std::string out;
  if (s->translate) out.reserve(text->size());
  for (size_t i = 0; i < text->size(); ++i) {
    char c = (*text)[i];
    if (c == '\r') {
      bool pair = i + 1 < text->size() && (*text)[i + 1] == '\n';
      s->seen |= pair ? 4 : 1;
      if (pair) ++i;
      if (s->translate) out += '\n';
    } else {
      if (c == '\n') s->seen |= 2;
      if (s->translate) out += c;
    }
  }
  if (s->translate) text->swap(out);
}

// The next piece of input; appended to *bytes. kIoFailed, or 1 (an empty piece is the end).
int64_t read_piece(Thread* t, TextWrapper* w, std::string* bytes) {
  TextState* s = w->state;
  if (s->buf && s->buf->fd) {
    std::shared_ptr<BufState> buf = s->buf;
    IoBusy busy(t, &buf->gate, "a buffered stream");
    if (!busy.ok) return kIoFailed;
    if (buf->fd->fd < 0) return value_error(t, "read of closed file"), kIoFailed;
    if (buf->ahead().empty()) {
      int64_t n = buf_fill(t, buf.get(), Value::unbound(), kChunk);
      if (n == kIoFailed) return n;
    }
    std::string_view ahead = buf->ahead().substr(0, kChunk);
    bytes->append(ahead);
    buf->in_pos += ahead.size();
    return 1;
  }
  const char* method = s->has_read1 ? "read1" : "read";
  Value data = io_call(t, w->buffer, method, Value::from_int(kChunk));
  if (data.is_failed()) return kIoFailed;
  std::string_view view;
  if (!is_buffer(data)) {
    type_error(t, "underlying " + std::string(method) +
                      "() should have returned a bytes-like object, not '" + type_name(t, data) +
                      "'");
    return kIoFailed;
  }
  bytes->append(bytes_view(data));
  return 1;
}

bool decode_piece(Thread* t, TextState* s, std::string_view bytes, bool final, std::string* out,
                  size_t* consumed) {
  if (!codec_decode(t, s->codec, s->errors, bytes, final, &s->decode, out, consumed)) return false;
  if (s->universal) translate_lines(s, out, final);
  return true;
}

}  // namespace

const NativeType kTextWrapperType{"TextIOWrapper", trace_text, finalize_text, next_line};

TextState::~TextState() {
  if (listed)
    if (std::shared_ptr<IoState> all = io.lock()) all->texts.erase(this);
  if (buf && buf->fd && buf->fd->fd >= 0) buf->out += out;
}

bool text_check_open(Thread* t, TextWrapper* w) {
  if (BATON_UNLIKELY(w->buffer.is_none())) {
    value_error(t, w->state->closed ? "underlying buffer has been detached"
                                    : "I/O operation on uninitialized object");
    return false;
  }
  bool closed;
  if (w->state->buf && w->state->buf->fd)
    closed = w->state->buf->fd->fd < 0;
  else if (!io_closed(t, w->buffer, &closed))
    return false;
  if (closed) closed_error(t);
  return !closed;
}

// --- writing -------------------------------------------------------------------------------------------

bool text_hand_down(Thread* t, TextWrapper* w) {
  TextState* s = w->state;
  if (s->out.empty()) return true;
  if (s->buf && s->buf->fd) {
    std::shared_ptr<BufState> buf = s->buf;
    if (buf->out.empty() && buf->ahead().empty()) {  // the usual case: hand over the memory as well
      buf->list(t->vm);
      buf->out.swap(s->out);
      return (buf->out.size() <= buf->size && !buf->unbuffered) ||
             buf_flush(t, buf.get(), Value::unbound());
    }
    std::string piece;
    piece.swap(s->out);
    return buf_append(t, buf.get(), Value::unbound(), piece);
  }
  Value data = io_bytes(t, s->out);
  if (data.is_failed()) return false;
  s->out.clear();
  return !io_call(t, w->buffer, "write", data).is_failed();
}

bool text_append(Thread* t, TextWrapper* w, Str* owner, std::string_view text, bool ascii) {
  TextState* s = w->state;
  if (!s->writable) {
    unsupported_operation(t, "not writable");
    return false;
  }
  bool newline = false, flush = s->write_through;
  if (!s->write_end.empty() || s->line_buffering) newline = text.find('\n') != text.npos;
  if (s->line_buffering && (newline || text.find('\r') != text.npos)) flush = true;
  std::string translated;
  if (newline && !s->write_end.empty()) {
    for (char c : text) {
      if (c == '\n')
        translated += s->write_end;
      else
        translated += c;
    }
    text = translated;
    owner = nullptr;
  }
  if (s->decoded.size() || s->snapshot) text_forget(s);
  if (BATON_UNLIKELY(!s->listed) && s->buf && s->buf->fd) {
    s->listed = true;
    s->io = t->vm->io;
    io_of(t->vm).texts.insert(s);
  }
  size_t size = text.size();
  if (ascii ? s->codec.ascii_superset()
            : s->codec.id == CodecId::kUtf8 && !find_surrogate(text, nullptr)) {
    if (s->out.size() + size > kChunk && !s->out.empty() && !text_hand_down(t, w)) return false;
    s->out.append(text);
  } else {
    if (!owner) {
      Value v = str_value(t, text);
      if (v.is_failed()) return false;
      owner = as<Str>(v);
    }
    std::string encoded;
    if (!codec_encode(t, s->codec, s->errors, owner, &s->encode, &encoded)) return false;
    keep_alive(val(owner));
    if (s->out.size() + encoded.size() > kChunk && !s->out.empty() && !text_hand_down(t, w))
      return false;
    s->out.append(encoded);
  }
  if (!flush && s->out.size() < kChunk) return true;
  if (!text_hand_down(t, w)) return false;
  if (!flush) return true;
  if (s->buf && s->buf->fd) {
    std::shared_ptr<BufState> buf = s->buf;
    return (!s->line_buffering && !buf->unbuffered) || buf_flush(t, buf.get(), Value::unbound());
  }
  return !s->line_buffering || !io_call(t, w->buffer, "flush").is_failed();
}

bool text_flush(Thread* t, TextWrapper* w) {
  if (!text_hand_down(t, w)) return false;
  if (w->state->buf && w->state->buf->fd) {
    std::shared_ptr<BufState> buf = w->state->buf;
    return buf_flush(t, buf.get(), Value::unbound());
  }
  return !io_call(t, w->buffer, "flush").is_failed();
}

// --- reading -------------------------------------------------------------------------------------------

void text_forget(TextState* s) {
  s->decoded.clear();
  s->at = 0;
  s->snapshot = false;
  s->undecoded.clear();
  s->pending_cr = false;
  if (!s->snapshot_bytes.empty()) s->snapshot_bytes.clear();
}

int64_t text_fill(Thread* t, TextWrapper* w) {
  TextState* s = w->state;
  if (!s->out.empty() && !text_hand_down(t, w)) return kIoFailed;
  std::string bytes = s->undecoded;
  size_t had = bytes.size();
  if (read_piece(t, w, &bytes) < 0) return kIoFailed;
  bool end = bytes.size() == had;
  DecodeState before = s->decode;
  bool before_cr = s->pending_cr;
  std::string text;
  size_t consumed = 0;
  s->undecoded.clear();
  if (!decode_piece(t, s, bytes, end, &text, &consumed)) return kIoFailed;
  s->undecoded.assign(bytes, consumed);
  s->decoded.swap(text);
  s->at = 0;
  s->snapshot = true;
  s->snapshot_cr = before_cr;
  s->snapshot_decode = before;
  s->snapshot_bytes.swap(bytes);
  return end ? 0 : 1;
}

namespace {

// The end of a line in `text` after `from`, or npos; a \r\n may be split between `tail` (the line's last
// character before `text`) and text.
size_t find_line_end(const TextState* s, std::string_view text, char tail) {
  if (s->read_end == "\n") {
    size_t end = text.find('\n');
    return end == text.npos ? end : end + 1;
  }
  if (s->read_end == "\r") {
    size_t end = text.find('\r');
    return end == text.npos ? end : end + 1;
  }
  if (s->read_end == "\r\n") {
    if (tail == '\r' && !text.empty() && text[0] == '\n') return 1;
    size_t end = text.find("\r\n");
    return end == text.npos ? end : end + 2;
  }
  size_t end = text.find_first_of("\r\n");
  if (end == text.npos) return end;
  return text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 2 : end + 1;
}

}  // namespace

bool text_read_line(Thread* t, TextWrapper* w, int64_t limit, std::string* out) {
  TextState* s = w->state;
  if (!text_check_open(t, w)) return false;
  if (!s->readable) {
    unsupported_operation(t, "not readable");
    return false;
  }
  if (!s->out.empty() && !text_flush(t, w)) return false;
  out->clear();
  IoBusy busy(t, &s->gate, "a text stream", true);
  if (!busy.ok) return false;
  size_t room = limit < 0 ? SIZE_MAX : static_cast<size_t>(limit);  // characters
  while (room > 0) {
    std::string_view have = std::string_view(s->decoded).substr(s->at);
    if (!have.empty()) {
      size_t end = find_line_end(s, have, out->empty() ? '\0' : out->back());
      size_t take = std::min(end, have.size());
      bool complete = end != have.npos;
      if (limit >= 0) {
        size_t most = utf8_advance(have, 0, room);
        if (most < take) take = most, complete = true;
        room -= utf8_length(have.substr(0, take));
      }
      out->append(have.substr(0, take));
      s->at += take;
      if (complete) return true;
      continue;
    }
    int64_t n = text_fill(t, w);
    if (n == kIoFailed) return false;
    if (n == 0 && s->decoded.empty()) {
      s->snapshot = false;
      return true;
    }
  }
  return true;
}

// --- positions -----------------------------------------------------------------------------------------

namespace {

// A position that a decoder can start from, and what has to be read and skipped after it.
struct Cookie {
  int64_t position = 0, flags = 0, feed = 0, skip = 0, need_end = 0;
};

int64_t flags_of(const TextState* s, const DecodeState& d, bool cr) {
  int64_t decoder = 0;
  if (s->codec.id == CodecId::kUtf16 || s->codec.id == CodecId::kUtf32)
    decoder = d.order == 0 ? 2 : d.order > 0 ? 1 : 0;
  if (s->codec.id == CodecId::kUtf8Sig) decoder = d.started ? 0 : 1;
  return s->universal ? decoder << 1 | (cr ? 1 : 0) : decoder;
}
void set_flags(TextState* s, int64_t flags) {
  if (s->universal) {
    s->pending_cr = flags & 1;
    flags >>= 1;
  }
  s->decode = DecodeState{.stream = true};
  if (s->codec.id == CodecId::kUtf16 || s->codec.id == CodecId::kUtf32)
    s->decode.order = flags == 2 ? 0 : flags == 1 ? 1 : -1;
  if (s->codec.id == CodecId::kUtf8Sig) s->decode.started = flags == 0;
}

// Laid out as CPython packs them: 64 bits of position, then 32 for each of the others.
Value pack(Thread* t, const Cookie& c) {
  Value v = new_int(t, c.position);
  const int64_t fields[] = {c.flags, c.feed, c.skip, c.need_end};
  for (int i = 0; i < 4; ++i) {
    if (fields[i] == 0) continue;
    Value part = binary_op(t, BinOp::kShl, new_int(t, fields[i]), Value::from_int(64 + 32 * i));
    if (part.is_failed()) return part;
    v = binary_op(t, BinOp::kOr, v, part);
    if (v.is_failed()) return v;
  }
  return v;
}
bool unpack(Thread* t, Value v, Cookie* c) {
  if (v.is_int()) return c->position = v.as_int(), true;
  int64_t* fields[] = {&c->position, &c->flags, &c->feed, &c->skip, &c->need_end};
  for (int i = 0; i < 5; ++i) {
    Value part = binary_op(t, BinOp::kShr, v, Value::from_int(i == 0 ? 0 : 32 + 32 * i));
    if (part.is_failed()) return false;
    part = binary_op(t, BinOp::kAnd, part, new_int(t, i == 0 ? INT64_MAX : 0xffffffff));
    if (part.is_failed() || !to_int64(t, part, fields[i])) return false;
  }
  return true;
}

Value buffer_tell(Thread* t, TextWrapper* w) { return io_call(t, w->buffer, "tell"); }

}  // namespace

Value text_tell(Thread* t, TextWrapper* w) {
  TextState* s = w->state;
  if (!text_check_open(t, w)) return Value::failed();
  if (!s->seekable) return unsupported_operation(t, "underlying stream is not seekable");
  if (!s->telling)
    return raise(t, t->vm->classes.os_error, "telling position disabled by next() call");
  if (!text_hand_down(t, w) || io_call(t, w->buffer, "flush").is_failed()) return Value::failed();
  Value at = buffer_tell(t, w);
  if (at.is_failed() || !s->snapshot) return at;
  int64_t end;
  if (!to_int64(t, at, &end)) return Value::failed();
  Cookie c;
  c.position = end - static_cast<int64_t>(s->snapshot_bytes.size());
  c.flags = flags_of(s, s->snapshot_decode, s->snapshot_cr);
  if (s->at == 0) return pack(t, c);
  size_t used = s->snapshot_bytes.size() - s->undecoded.size();
  if (s->codec.id == CodecId::kUtf8 && s->decoded.size() == used && !s->snapshot_cr &&
      !s->pending_cr && (!s->universal || s->decoded[s->at - 1] != '\r') &&
      std::memcmp(s->decoded.data(), s->snapshot_bytes.data(), s->at) == 0)
    return new_int(t, c.position + static_cast<int64_t>(s->at));
  // Decode anew, byte by byte, until the characters taken are there; remember the last byte where the
  // decoder could begin.
  TextState probe;
  probe.codec = s->codec;
  probe.errors = s->errors;
  probe.translate = s->translate;
  probe.universal = s->universal;
  probe.decode = s->snapshot_decode;
  probe.pending_cr = s->snapshot_cr;
  auto skip = static_cast<int64_t>(utf8_length(std::string_view(s->decoded).substr(0, s->at)));
  int64_t fed = 0, got = 0;
  std::string bytes = s->snapshot_bytes, waiting;
  for (char byte : bytes) {
    waiting += byte;
    ++fed;
    std::string text;
    size_t consumed = 0;
    if (!decode_piece(t, &probe, waiting, false, &text, &consumed)) return Value::failed();
    waiting.erase(0, consumed);
    got += static_cast<int64_t>(utf8_length(text));
    if (waiting.empty() && got <= skip) {
      c.position += fed;
      c.flags = flags_of(&probe, probe.decode, probe.pending_cr);
      skip -= got;
      fed = got = 0;
    }
    if (got >= skip) break;
  }
  if (got < skip) c.need_end = 1;
  if (skip > 0) {
    c.feed = fed;
    c.skip = skip;
  }
  return pack(t, c);
}

Value text_seek(Thread* t, TextWrapper* w, Value cookie, int64_t whence) {
  TextState* s = w->state;
  if (!text_check_open(t, w)) return Value::failed();
  if (!s->seekable) return unsupported_operation(t, "underlying stream is not seekable");
  bool zero;
  if (whence == 1 || whence == 2) {
    if (!values_equal(t, cookie, Value::from_int(0), &zero)) return Value::failed();
    if (!zero)
      return unsupported_operation(t, whence == 1 ? "can't do nonzero cur-relative seeks"
                                                  : "can't do nonzero end-relative seeks");
    if (whence == 1) {
      cookie = call_method(t, val(w), intern(t, "tell"));
      if (cookie.is_failed()) return cookie;
    } else {
      if (!text_flush(t, w)) return Value::failed();
      text_forget(s);
      s->decode = DecodeState{.stream = true};
      Value args[2] = {Value::from_int(0), Value::from_int(2)};
      Value at = call_method(t, w->buffer, intern(t, "seek"), args, 2);
      s->encode.started = !(at.is_int() && at.as_int() == 0);
      s->telling = s->seekable;
      return at;
    }
  } else if (whence != 0) {
    return value_error(t, "invalid whence (" + std::to_string(whence) + ", should be 0, 1 or 2)");
  }
  bool negative;
  if (!compare_bool(t, CmpOp::kLt, cookie, Value::from_int(0), &negative)) return Value::failed();
  if (negative) {
    std::string text = "negative seek position ";
    return repr_to(t, cookie, &text) ? value_error(t, text) : Value::failed();
  }
  if (!text_flush(t, w)) return Value::failed();
  Cookie c;
  Value index = to_index(t, cookie);
  if (index.is_failed() || !unpack(t, index, &c)) return Value::failed();
  Value args[1] = {new_int(t, c.position)};
  if (call_method(t, w->buffer, intern(t, "seek"), args, 1).is_failed()) return Value::failed();
  text_forget(s);
  if (c.position == 0 && c.flags == 0)
    s->decode = DecodeState{.stream = true};
  else
    set_flags(s, c.flags);
  s->encode.started = c.position != 0 || c.flags != 0;
  s->telling = s->seekable;
  if (c.skip > 0) {
    Value data = io_call(t, w->buffer, "read", new_int(t, c.feed));
    if (data.is_failed()) return data;
    if (!is<Bytes>(data)) return type_error(t, "underlying read() should have returned bytes");
    s->snapshot_decode = s->decode;
    s->snapshot_cr = s->pending_cr;
    s->snapshot_bytes = as<Bytes>(data)->view();
    s->snapshot = true;
    std::string bytes = s->snapshot_bytes, text;
    size_t consumed = 0;
    if (!decode_piece(t, s, bytes, c.need_end != 0, &text, &consumed)) return Value::failed();
    s->undecoded = bytes.substr(consumed);
    s->decoded = text;
    if (utf8_length(s->decoded) < static_cast<size_t>(c.skip))
      return raise(t, t->vm->classes.os_error, "can't restore logical file position");
    s->at = utf8_advance(s->decoded, 0, static_cast<size_t>(c.skip));
  }
  return cookie;
}

// --- making --------------------------------------------------------------------------------------------

TextWrapper* new_text_wrapper(Thread* t, Class* cls) {
  auto* w = static_cast<TextWrapper*>(
      t->vm->heap.allocate(t, sizeof(TextWrapper), Kind::kNativeObject, cls->root->id));
  if (!w) return nullptr;
  w->type = &kTextWrapperType;
  w->buffer = Value::none();
  w->mode = Value::unbound();
  w->state = new TextState();
  return w;
}

bool check_newline(Thread* t, Value newline) {
  if (newline.is_none()) return true;
  std::string_view n = as<Str>(newline)->view();
  if (n == "" || n == "\n" || n == "\r" || n == "\r\n") return true;
  value_error(t, "illegal newline value: " + std::string(n));
  return false;
}

bool init_text(Thread* t, TextWrapper* w, Value buffer, Value encoding, Value errors, Value newline,
               bool line_buffering, bool write_through) {
  TextState* s = w->state;
  if (!check_newline(t, newline)) return false;
  std::string name = "UTF-8";
  if (is<Str>(encoding) && as<Str>(encoding)->view() != "locale") name = as<Str>(encoding)->view();
  CodecSpec codec = find_codec(name);
  if (!codec.known()) {
    raise(t, t->vm->classes.lookup_error, "unknown encoding: " + name);
    return false;
  }
  s->codec = codec;
  s->encoding = name;
  s->errors = is<Str>(errors) ? as<Str>(errors)->view() : "strict";
  s->newline_given = is<Str>(newline);
  s->newline = s->newline_given ? as<Str>(newline)->view() : "";
  s->translate = !s->newline_given;
  s->universal = s->newline.empty();
  s->read_end = s->translate ? "\n" : s->newline;
  s->write_end = s->newline == "\n" ? "" : s->newline;
  s->line_buffering = line_buffering;
  s->write_through = write_through;
  Buffered* b = as_buffered(buffer);
  if (b && is_exact(t, buffer) && *b->state && (*b->state)->fd) {
    s->buf = *b->state;
    s->readable = b->can_read;
    s->writable = b->can_write;
    s->seekable = s->telling = fd_seekable(s->buf->fd.get());
  } else {
    bool seekable;
    if (!io_truth(t, buffer, "readable", &s->readable) ||
        !io_truth(t, buffer, "writable", &s->writable) ||
        !io_truth(t, buffer, "seekable", &seekable))
      return false;
    s->seekable = s->telling = seekable;
    Value read1 = get_attr_or_unbound(t, buffer, intern(t, "read1"));
    if (read1.is_failed()) return false;
    s->has_read1 = !read1.is_unbound();
  }
  barrier_store(w, &w->buffer, buffer);
  // In the middle of a file no byte order mark is due.
  bool marks =
      codec.id == CodecId::kUtf8Sig || codec.id == CodecId::kUtf16 || codec.id == CodecId::kUtf32;
  if (s->seekable && marks && (!b || b->can_write)) {
    Value at = buffer_tell(t, w);
    if (at.is_failed()) return false;
    s->encode.started = !(at.is_int() && at.as_int() == 0);
  }
  return true;
}

}  // namespace baton
