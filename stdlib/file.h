// File objects: what open() gives and what sys.stdin, sys.stdout and sys.stderr are.
//
// A FileState is a descriptor with a buffer each way; one or two objects (text, and the binary one
// that is its .buffer) share it. Its buffers are touched with the lock held. System calls run
// without the lock, by the one thread that is `busy` with the file; others wait. Text appended by
// one write() is never torn apart by another thread's.
#pragma once
#include <memory>
#include <string>
#include <unordered_set>

#include "vm/native/native.h"
#include "vm/thread/wait.h"

namespace baton {

enum class Codec : uint8_t { kUtf8, kAscii, kLatin1 };
enum class CodecErrors : uint8_t { kStrict, kIgnore, kReplace, kBackslash, kSurrogateEscape };

struct FileState;
struct IoState {
  std::unordered_set<FileState*> open;  // every file not closed yet
};

struct FileState {
  ~FileState() {
    if (std::shared_ptr<IoState> io = owner.lock()) io->open.erase(this);
  }
  int fd = -1;
  bool readable = false, writable = false, append = false;
  bool line_buffered = false, unbuffered = false;
  bool close_fd = true, closed = false, regular = false;
  bool translate = true;  // \r\n and \r become \n on reading
  bool pending_cr = false, eof = false;
  bool broken = false;  // a write at exit failed already
  Codec codec = Codec::kUtf8;
  CodecErrors errors = CodecErrors::kStrict;
  std::string name, mode;
  std::string encoding = "UTF-8";  // as it was asked for
  bool name_is_fd = false;
  std::string out;  // not written yet
  std::string in;   // read but not taken, from in_pos on
  size_t in_pos = 0;
  Thread* busy = nullptr;
  WaitQueue waiters;
  std::weak_ptr<IoState> owner;
};

struct FileObject : NativeObject {
  std::shared_ptr<FileState>* state;
  bool binary;
};

// A file object over a descriptor. `state` is filled but for `regular`. Null: exception pending.
FileObject* new_file(Thread* t, std::shared_ptr<FileState> state, bool binary);
// The object if v is a file of ours, else null.
FileObject* as_file(Value v);
// Appends text (generalised UTF-8, encoded as the file wants it) and flushes as its buffering says.
// False: exception pending.
bool file_write_text(Thread* t, FileObject* f, std::string_view text, bool ascii);
bool file_flush(Thread* t, FileState* s);
// One line with its newline; "" at the end of the file. For input(). False: exception pending.
bool file_read_line(Thread* t, FileObject* f, int64_t limit, std::string* out);
// open(): failed() with the exception pending.
Value open_file(Thread* t, Value file, std::string_view mode, int64_t buffering, Value encoding,
                Value errors, Value newline, bool closefd, Value opener);
void register_files(Thread* t);  // file.cpp, at start-up

// Steps shared by file.cpp and file_methods.cpp.
class FileBusy {  // the right to make system calls on a file; `ok` false: exception pending
 public:
  FileBusy(Thread* t, FileState* s);
  ~FileBusy();
  FileBusy(const FileBusy&) = delete;
  bool ok;

 private:
  FileState* s_;
};
bool check_open(Thread* t, FileState* s);
bool check_readable(Thread* t, FileState* s);
bool check_writable(Thread* t, FileState* s);
Value unsupported_operation(Thread* t, const char* what);
bool flush_busy(Thread* t, FileState* s);            // needs FileBusy
bool fill_busy(Thread* t, FileState* s, bool text);  // reads a piece; sets s->eof at the end
Value decode_text(Thread* t, FileState* s, std::string_view bytes);
bool close_file(Thread* t, FileState* s);
// Parses open()'s encoding and errors; false: LookupError pending.
bool parse_codec(Thread* t, Value encoding, Value errors, FileState* s);
const char* codec_name(Codec c);
extern const NativeType kTextFileType, kBinaryFileType;
void install_file_methods(Thread* t, Class* text, Class* binary);

}  // namespace baton
