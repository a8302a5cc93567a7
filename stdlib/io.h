// Streams: what the module io offers, and what open(), sys.stdin, sys.stdout and sys.stderr are.
//
// Three layers, as in CPython: FileIO (a descriptor), BufferedReader / Writer / Random (bytes with a
// buffer), TextIOWrapper (characters). Each upper layer works over any object with the right methods;
// over the native one below it skips the method calls and shares that one's state, which is counted and
// so still there when the collector takes the objects in any order: what a file nobody closed held back
// is written then. Always: buffers are touched with the lock held, and what one write() appends is
// appended in one piece; system calls run without the lock, by the one thread that has the stream's
// IoBusy. Behaviour: https://docs.python.org/3.11/library/io.html
#pragma once
#include <memory>
#include <string>
#include <unordered_set>

#include "vm/native/native.h"
#include "vm/objects/codec.h"
#include "vm/thread/wait.h"

namespace baton {

struct BufState;
struct TextState;
struct IoState {
  std::unordered_set<BufState*> writers;  // over descriptors, written to and not closed
  std::unordered_set<TextState*> texts;   // text streams over those
  Class* io_base = nullptr;
  Class* raw_base = nullptr;
  Class* buffered_base = nullptr;
  Class* text_base = nullptr;
  Class* unsupported = nullptr;
  Class *file_io = nullptr, *reader = nullptr, *writer = nullptr, *random = nullptr;
  Class* text_wrapper = nullptr;
};
IoState& io_of(Vm* vm);

// Who may make the system calls of a stream.
struct IoGate {
  Thread* owner = nullptr;
  WaitQueue waiters;
};
class IoBusy {  // `ok` false: exception pending
 public:
  // `shared`: the thread that has it already may come again (script called back).
  IoBusy(Thread* t, IoGate* gate, const char* what, bool shared = false);
  ~IoBusy();
  IoBusy(const IoBusy&) = delete;
  bool ok = true;

 private:
  IoGate* gate_;
};

// --- a descriptor (io_file.cpp) ---
struct FdState {
  ~FdState();
  int fd = -1;
  bool readable = false, writable = false, appending = false, created = false;
  bool close_fd = true, regular = false, standard = false;
  int seekable = -1;  // -1: not asked yet
};
struct FileIO : NativeObject {
  std::shared_ptr<FdState>* state;
  Value name;
};
extern const NativeType kFileIOType;
inline FileIO* as_file_io(Value v) {
  NativeObject* o = try_as<NativeObject>(v);
  return o && o->type == &kFileIOType ? static_cast<FileIO*>(o) : nullptr;
}
constexpr int64_t kWouldBlock = -2;
constexpr int64_t kIoFailed = -1;
// One read or write: the count, kWouldBlock, or kIoFailed with the exception pending. `buffer` is
// malloc'ed or pinned. Interrupts are dealt with.
int64_t fd_read(Thread* t, FdState* s, char* buffer, size_t size);
size_t fd_room(const FdState* s, size_t size);  // as much of `size` as one read can give
int64_t fd_write(Thread* t, FdState* s, const char* data, size_t size);
int64_t fd_seek(Thread* t, FdState* s, int64_t offset, int whence);  // kIoFailed as above
bool fd_seekable(FdState* s);
FileIO* new_file_io(Thread* t, Class* cls, std::shared_ptr<FdState> state, Value name);
bool fd_close(Thread* t, FdState* s);
// The mode of open() in parts.
struct OpenMode {
  bool create = false, read = false, write = false, append = false, plus = false;
  bool binary = false, text = false;
};
std::shared_ptr<FdState> open_descriptor(Thread* t, Value file, const OpenMode& mode, bool closefd,
                                         Value opener);

// --- buffered bytes (io_buffered.cpp) ---
struct BufState {
  ~BufState();
  std::shared_ptr<FdState> fd;  // null: over an object with methods
  std::string in, out;          // room for what is read ahead; not written yet
  size_t in_pos = 0, in_end = 0;
  size_t size = 8192;
  bool unbuffered = false;  // flush at once (the command's -u)
  bool detached = false, closed = false;
  bool listed = false;  // in IoState::writers
  IoGate gate;
  std::weak_ptr<IoState> io;
  std::string_view ahead() const { return {in.data() + in_pos, in_end - in_pos}; }
  void forget_ahead() { in_pos = in_end = 0; }
  void list(Vm* vm);    // before `out` gets something
  void unlist(Vm* vm);  // closed
};
struct Buffered : NativeObject {
  std::shared_ptr<BufState>* state;
  Value raw;  // none() before __init__ and after detach()
  bool can_read, can_write;
};
extern const NativeType kReaderType, kWriterType, kRandomType;
inline Buffered* as_buffered(Value v) {
  NativeObject* o = try_as<NativeObject>(v);
  return o && (o->type == &kReaderType || o->type == &kWriterType || o->type == &kRandomType)
             ? static_cast<Buffered*>(o)
             : nullptr;
}
Buffered* new_buffered(Thread* t, Class* cls, Value raw, size_t size);
bool init_buffered(Thread* t, Buffered* b, Value raw, int64_t size);
// Reads one more piece into `in`, at least trying for `want` bytes: 1, 0 at the end, kWouldBlock or
// kIoFailed. Needs the gate. `raw` is unbound() if fd is set.
int64_t buf_fill(Thread* t, BufState* s, Value raw, size_t want);
// Writes out what is held back. Needs the gate / takes it.
bool buf_flush_gated(Thread* t, BufState* s, Value raw);
bool buf_flush(Thread* t, BufState* s, Value raw);
// Appends (after giving back what was read ahead) and flushes if it became too much.
bool buf_append(Thread* t, BufState* s, Value raw, std::string_view data);
bool buf_rewind(Thread* t, BufState* s, Value raw);  // gives back what was read ahead; gated
const char* buffered_name(const Buffered* b);
int64_t buf_seek_raw(Thread* t, BufState* s, Value raw, int64_t offset, int whence);

// --- text (io_text.cpp, io_text_methods.cpp) ---
struct TextState {
  ~TextState();
  std::shared_ptr<BufState> buf;  // null: over an object with methods
  CodecSpec codec;
  DecodeState decode{.stream = true};
  EncodeState encode;
  std::string errors = "strict", encoding;
  bool translate = true, universal = true;  // reading: \r\n and \r become \n / end a line
  std::string read_end, write_end;          // the line end asked for; what \n becomes ("": itself)
  bool newline_given = false;
  std::string newline;
  bool line_buffering = false, write_through = false;
  bool readable = false, writable = false;
  bool seekable = false, telling = false, has_read1 = true, closed = false;
  bool pending_cr = false;
  int seen = 0;         // line ends met: 1 \r, 2 \n, 4 \r\n
  std::string out;      // encoded, not handed down yet
  std::string decoded;  // text read, taken up to `at`
  size_t at = 0;
  std::string undecoded;  // bytes that are no character yet
  // Where `decoded` came from: the bytes, and the decoder before them.
  bool snapshot = false, snapshot_cr = false;
  std::string snapshot_bytes;
  DecodeState snapshot_decode;
  bool listed = false;  // in IoState::texts
  IoGate gate;
  std::weak_ptr<IoState> io;
};
struct TextWrapper : NativeObject {
  TextState* state;
  Value buffer;  // none() before __init__ and after detach()
  Value mode;    // what open() was told; unbound() otherwise
};
extern const NativeType kTextWrapperType;
inline TextWrapper* as_text_wrapper(Value v) {
  NativeObject* o = try_as<NativeObject>(v);
  return o && o->type == &kTextWrapperType ? static_cast<TextWrapper*>(o) : nullptr;
}
TextWrapper* new_text_wrapper(Thread* t, Class* cls);
bool init_text(Thread* t, TextWrapper* w, Value buffer, Value encoding, Value errors, Value newline,
               bool line_buffering, bool write_through);
bool check_newline(Thread* t, Value newline);
// A stream of ours that print() may write to at once: not null, and what a script sees as its methods
// are the built-in ones.
TextWrapper* plain_text(Thread* t, Value v);
bool text_append(Thread* t, TextWrapper* w, Str* owner, std::string_view text, bool ascii);
bool text_flush(Thread* t, TextWrapper* w);
bool text_hand_down(Thread* t, TextWrapper* w);  // pending bytes to the buffer
bool text_check_open(Thread* t, TextWrapper* w);
// One line with its end, at most `limit` characters; "" at the end of the file.
bool text_read_line(Thread* t, TextWrapper* w, int64_t limit, std::string* out);
int64_t text_fill(Thread* t, TextWrapper* w);  // 1, 0 at the end, kIoFailed
void text_forget(TextState* s);                // what was read ahead, and its snapshot
Value text_tell(Thread* t, TextWrapper* w);
Value text_seek(Thread* t, TextWrapper* w, Value cookie, int64_t whence);

// --- all (io_base.cpp, io_open.cpp) ---
void register_io(Thread* t);  // at start-up
void register_io_bases(Thread* t);
void register_file_io(Thread* t);
void register_buffered(Thread* t);
void register_text_wrapper(Thread* t);
void register_bytes_io(Thread* t, Module* m);  // when _io is imported
void register_string_io(Thread* t, Module* m);
BATON_COLD Value unsupported_operation(Thread* t, const char* what);
BATON_COLD Value closed_error(Thread* t);  // ValueError "I/O operation on closed file."
Value open_file(Thread* t, Value file, std::string_view mode, int64_t buffering, Value encoding,
                Value errors, Value newline, bool closefd, Value opener);
// The stream of a standard descriptor; none() if it is closed.
Value standard_stream(Thread* t, int fd, const char* name);
// -u: standard output and error go out with every write.
void unbuffer_stream(Value stream);
// Writes out everything held back anywhere, as far as it can be written. No exception is left.
void flush_all_streams(Thread* t);

// --- helpers ---
// A size argument: None or negative is -1. TypeError "argument should be integer or None, not 'str'".
bool io_size(Thread* t, Value v, int64_t* out);
Value io_bytes(Thread* t, std::string_view data);
// The memory of a bytes-like object that may be written to; unpin() as ever. TypeError "readinto()
// argument must be read-write bytes-like object, not bytes".
bool pin_writable(Thread* t, Value v, const char* function, Pinned* out);
Value io_call(Thread* t, Value object, const char* method);
Value io_call(Thread* t, Value object, const char* method, Value argument);
Value io_attr(Thread* t, Value object, const char* name);
bool io_truth(Thread* t, Value object, const char* method, bool* out);  // truth of object.method()
bool io_closed(Thread* t, Value object, bool* out);                     // of object.closed
// Is the built-in method (not a script's) what o.name finds?
bool has_own_method(Thread* t, Value o, const char* name);
// The next line of a script subclass of a stream in memory that has its own __next__ or readline;
// unbound() at the end. False: it has neither, and `*line` is not set.
bool subclass_line(Thread* t, Value o, Value* line);
bool is_exact(Thread* t, Value v);  // its class is built in
// "<_io.X name='y'>" with what follows; the name left out where there is none.
Value io_repr(Thread* t, Value self, const char* rest);

}  // namespace baton
