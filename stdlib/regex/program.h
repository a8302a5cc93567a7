// A regular expression ready to match: PCRE2 programs made from a Syntax as they are needed, and the
// way to run them.
//
// A pattern has up to two subjects' worth of programs (see Subject) in three forms each: searching,
// matching at the start, matching the whole. They run through PCRE2's just-in-time compiler once they
// have proved to be used often. A match that takes unusually many steps is begun anew in a form that
// calls back every few steps, where signals and other threads get their turn: no pattern, however
// unfortunate, can't be interrupted.
//
// The lock is held throughout, except inside those calls back. Program is malloc'ed and owned by the
// Pattern object; a Scratch is what one caller needs while it matches, since script code that runs
// between two of its matches may use the same Program.
#pragma once
#include "stdlib/regex/syntax.h"
#include "vm/core/vm.h"

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;
struct pcre2_real_jit_stack_8;

namespace baton::regex {

enum class Form : uint8_t { kSearch, kMatch, kFull };

// Text being matched. `owner` keeps it alive; it doesn't change or move meanwhile.
struct Text {
  Value owner = Value::none();
  const char* data = nullptr;
  size_t size = 0;  // of what may match: the end for $ and \Z
  Subject subject = Subject::kBytes;
};

struct Program {
  explicit Program(Syntax s);
  ~Program();
  Program(const Program&) = delete;

  Syntax syntax;

 private:
  friend class Scratch;
  struct Variant {
    pcre2_real_code_8* code = nullptr;
    pcre2_real_code_8* polling = nullptr;  // the same with callouts
    uint32_t runs = 0;                     // till the just-in-time compiler
    bool jit = false;
    bool deep = false;  // has overflowed the small machine stack
  };
  // Null with an exception pending.
  pcre2_real_code_8* code(Thread* t, Subject subject, Form form, bool polling);
  Variant variants_[2][3];
  pcre2_real_match_data_8* spare_ = nullptr;  // free for the next Scratch
  pcre2_real_jit_stack_8* jit_stack_ = nullptr;
};

// What matching needs beside the program, for as long as one caller goes on matching.
class Scratch {
 public:
  Scratch(Thread* t, Program* p);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  // 1: matched, spans() says where; 0: no match; -1: exception pending. `must_advance`: a match that
  // is empty and at `start` doesn't count.
  int run(const Text& text, Form form, size_t start, bool must_advance);
  // Byte offsets, two a group; SIZE_MAX for a group that took no part. Good until the next run().
  const size_t* spans() const { return spans_; }

 private:
  int run_polling(const Text& text, Form form, size_t start, uint32_t options);
  Thread* t_;
  Program* program_;
  pcre2_real_match_data_8* data_ = nullptr;
  const size_t* spans_ = nullptr;
  bool large_ = false;  // data_ may hold much memory for backtracking
};

}  // namespace baton::regex
