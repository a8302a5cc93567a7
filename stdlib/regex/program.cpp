// Compiling and running PCRE2 programs. See program.h for what holds.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "stdlib/regex/program.h"

#include <pcre2.h>

#include <algorithm>

#include "vm/core/error.h"
#include "vm/core/ops.h"

namespace baton::regex {
namespace {

constexpr uint32_t kRunsBeforeJit = 16;
constexpr size_t kLongText = 512;           // bytes that make compiling worth it at once
constexpr size_t kLargeText = 64 << 10;     // bytes: what matching it took isn't kept
constexpr uint32_t kStepLimit = 5'000'000;  // steps before a match is begun anew with polling
constexpr uint32_t kLastStepLimit = 4'000'000'000;
constexpr uint32_t kPollEvery = 1024;     // callouts
constexpr size_t kJitStackMax = 8 << 20;  // bytes; past it PCRE2's interpreter takes over
constexpr uint32_t kHeapLimit = 2 << 20;  // KiB that the interpreter may take for backtracking

struct Poller {
  Thread* t;
  uint32_t left = kPollEvery;
};
int poll_callout(pcre2_callout_block*, void* data) {
  auto* p = static_cast<Poller*>(data);
  if (BATON_LIKELY(--p->left > 0)) return 0;
  p->left = kPollEvery;
  return poll(p->t) ? 0 : PCRE2_ERROR_CALLOUT;
}

struct MatchContext {
  MatchContext() : c(pcre2_match_context_create(nullptr)) {
    if (!c) return;
    pcre2_set_match_limit(c, kStepLimit);
    pcre2_set_depth_limit(c, UINT32_MAX);
    pcre2_set_heap_limit(c, kHeapLimit);
  }
  ~MatchContext() { pcre2_match_context_free(c); }
  pcre2_match_context* c;
};

}  // namespace

Program::Program(Syntax s) : syntax(std::move(s)) {}

Program::~Program() {
  for (auto& row : variants_) {
    for (Variant& v : row) {
      pcre2_code_free(v.code);
      pcre2_code_free(v.polling);
    }
  }
  pcre2_match_data_free(spare_);
  if (jit_stack_) pcre2_jit_stack_free(jit_stack_);
}

pcre2_code* Program::code(Thread* t, Subject subject, Form form, bool polling) {
  Variant& v = variants_[subject == Subject::kUtf][static_cast<int>(form)];
  pcre2_code*& slot = polling ? v.polling : v.code;
  if (BATON_LIKELY(slot != nullptr)) return slot;
  auto too_large = [&]() -> pcre2_code* {
    overflow_error(t, "regular expression is too large");
    return nullptr;
  };
  Emitted e;
  if (!emit_regex(syntax, subject, polling, &e)) return too_large();
  uint32_t options = e.options;
  if (form != Form::kSearch) options |= PCRE2_ANCHORED;
  if (form == Form::kFull) e.pattern = "(?:" + e.pattern + ")\\z";
  pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
  if (!context) return raise_memory_error(t), nullptr;
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_parens_nest_limit(context, 1000);
  pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
  int error = 0;
  size_t where = 0;
  slot = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(e.pattern.data()), e.pattern.size(),
                       options | PCRE2_NO_UTF_CHECK, &error, &where, context);
  pcre2_compile_context_free(context);
  if (!slot) {
    if (error == PCRE2_ERROR_HEAP_FAILED) return raise_memory_error(t), nullptr;
    constexpr int kTooLarge = 120, kTooComplicated = 186;
    if (error == kTooLarge || error == kTooComplicated) return too_large();
    char text[256] = "";
    pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(text), sizeof text);
    runtime_error(t, std::string("regular expression can't be compiled: ") + text);
    return nullptr;
  }
  size_t size = 0;
  pcre2_pattern_info(slot, PCRE2_INFO_SIZE, &size);
  t->vm->heap.account(static_cast<ptrdiff_t>(size));  // for the pace; marking counts anew
  return slot;
}

Scratch::Scratch(Thread* t, Program* p) : t_(t), program_(p) {
  data_ = p->spare_;
  p->spare_ = nullptr;
  if (!data_) data_ = pcre2_match_data_create(p->syntax.group_count + 1, nullptr);
}

Scratch::~Scratch() {
  if (data_ && !program_->spare_ && !large_) {
    program_->spare_ = data_;
  } else {
    pcre2_match_data_free(data_);
  }
}

int Scratch::run(const Text& text, Form form, size_t start, bool must_advance) {
  if (!data_) return raise_memory_error(t_), -1;
  pcre2_code* code = program_->code(t_, text.subject, form, false);
  if (!code) return -1;
  Program::Variant& v = program_->variants_[text.subject == Subject::kUtf][static_cast<int>(form)];
  if (!v.jit && v.runs < kRunsBeforeJit) {
    ++v.runs;
    if (text.size - start >= kLongText) v.runs = kRunsBeforeJit;
    if (v.runs == kRunsBeforeJit && !program_->syntax.avoid_jit &&
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0) {
      v.jit = true;
      size_t size = 0;
      pcre2_pattern_info(code, PCRE2_INFO_JITSIZE, &size);
      t_->vm->heap.account(static_cast<ptrdiff_t>(size));
    }
  }
  // A null context means PCRE2's own limits, which are enough for nearly every match.
  auto subject = reinterpret_cast<PCRE2_SPTR>(text.data);
  uint32_t options = must_advance ? PCRE2_NOTEMPTY_ATSTART : 0;
  int rc = PCRE2_ERROR_JIT_STACKLIMIT;
  if (v.jit && !v.deep) {
    rc = pcre2_jit_match(code, subject, text.size, start, options, data_, nullptr);
    if (rc == PCRE2_ERROR_JIT_STACKLIMIT) v.deep = true;
  }
  if (rc == PCRE2_ERROR_JIT_STACKLIMIT) {
    MatchContext context;
    if (!context.c) return raise_memory_error(t_), -1;
    options |= PCRE2_NO_UTF_CHECK;
    if (v.jit) {
      if (!program_->jit_stack_)
        program_->jit_stack_ = pcre2_jit_stack_create(64 << 10, kJitStackMax, nullptr);
      if (program_->jit_stack_) {
        pcre2_jit_stack_assign(context.c, nullptr, program_->jit_stack_);
        rc = pcre2_jit_match(code, subject, text.size, start, options, data_, context.c);
      }
    }
    large_ |= text.size > kLargeText;
    if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
      rc = pcre2_match(code, subject, text.size, start, options | PCRE2_NO_JIT, data_, context.c);
  }
  if (rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_DEPTHLIMIT)
    rc = run_polling(text, form, start, options);
  if (BATON_LIKELY(rc > 0)) {
    spans_ = pcre2_get_ovector_pointer(data_);
    return 1;
  }
  if (rc == PCRE2_ERROR_NOMATCH) return 0;
  if (!t_->exception.is_unbound()) return -1;
  if (rc == PCRE2_ERROR_NOMEMORY || rc == PCRE2_ERROR_HEAPLIMIT) {
    raise_memory_error(t_);
  } else if (rc == PCRE2_ERROR_MATCHLIMIT) {
    runtime_error(t_, "regular expression match gave up after 4000000000 steps");
  } else {
    runtime_error(t_, "regular expression match failed: PCRE2 error " + std::to_string(rc));
  }
  return -1;
}

int Scratch::run_polling(const Text& text, Form form, size_t start, uint32_t options) {
  pcre2_code* code = program_->code(t_, text.subject, form, true);
  if (!code) return PCRE2_ERROR_CALLOUT;
  MatchContext context;
  if (!context.c) return PCRE2_ERROR_NOMEMORY;
  large_ = true;
  Poller poller{t_};
  pcre2_set_match_limit(context.c, kLastStepLimit);
  pcre2_set_callout(context.c, poll_callout, &poller);
  auto subject = reinterpret_cast<PCRE2_SPTR>(text.data);
  int rc = PCRE2_ERROR_JIT_STACKLIMIT;
  if (!program_->syntax.avoid_jit && pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0) {
    // A stack of its own: while a callout polls, another thread may match with the same program.
    pcre2_jit_stack* stack = pcre2_jit_stack_create(64 << 10, kJitStackMax, nullptr);
    if (stack) {
      pcre2_jit_stack_assign(context.c, nullptr, stack);
      rc = pcre2_jit_match(code, subject, text.size, start, options & PCRE2_NOTEMPTY_ATSTART, data_,
                           context.c);
      pcre2_jit_stack_free(stack);
    }
  }
  if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
    rc = pcre2_match(code, subject, text.size, start, options | PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
                     data_, context.c);
  keep_alive(text.owner);
  return rc;
}

}  // namespace baton::regex
