// Python's regular expression syntax as a tree, and the tree as a PCRE2 pattern.
//
// parse_regex() (parse.cpp, parse_set.cpp) reads what `re` accepts and refuses the rest in CPython's
// words; emit_regex() (emit.cpp) writes the same meaning in PCRE2's syntax, once for every kind of
// subject it may meet (see Subject). Matching is program.h's business. Plain C++ data throughout: no
// Value, no lock.
// Behaviour: https://docs.python.org/3.11/library/re.html
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baton::regex {

enum Flag : uint32_t {
  kTemplate = 1,
  kIgnoreCase = 2,
  kLocale = 4,
  kMultiline = 8,
  kDotAll = 16,
  kUnicode = 32,
  kVerbose = 64,
  kDebug = 128,
  kAsciiOnly = 256,
};
inline constexpr uint32_t kTypeFlags = kLocale | kUnicode | kAsciiOnly;

inline constexpr uint64_t kMaxRepeat = 4294967295;  // "no upper bound", as in CPython

enum class Op : uint8_t {
  kSequence,     // kids in order
  kBranch,       // kids are alternatives
  kLiteral,      // c
  kAny,          // .
  kSet,          // items, negated
  kCategory,     // c is one of d D w W s S
  kStart,        // ^
  kEnd,          // $
  kTextStart,    // \A
  kTextEnd,      // \Z
  kBoundary,     // \b
  kNonBoundary,  // \B
  kCapture,      // group, kids[0]
  kGroup,        // (?:...), with flags to add and delete
  kAtomic,       // (?>...)
  kLook,         // (?=...) and the like: behind, negated
  kBackref,      // group
  kConditional,  // (?(group)kids[0]|kids[1])
  kRepeat,       // kids[0], min, max, mode
  kFail,         // (?!)
};

enum class Repeat : uint8_t { kGreedy, kLazy, kPossessive };

struct SetItem {
  char32_t lo, hi;
  char category = 0;  // d D w W s S, or 0: the range lo..hi
};

struct Node {
  explicit Node(Op o) : op(o) {}
  Op op;
  bool negated = false, behind = false;
  Repeat mode = Repeat::kGreedy;
  char32_t c = 0;
  uint32_t group = 0;
  uint32_t add = 0, del = 0;
  uint64_t min = 0, max = 0;
  std::vector<SetItem> items;
  std::vector<std::unique_ptr<Node>> kids;
};
using NodePtr = std::unique_ptr<Node>;

struct Error {
  enum Kind : uint8_t { kNone, kSyntax, kValue, kOverflow, kRecursion };
  Kind kind = kNone;
  std::string message;
  int64_t position = -1;  // code point in the pattern; -1: none is told
};

// One capturing group, as lastindex needs it.
struct GroupInfo {
  uint32_t close_order = 0;  // how many groups of the pattern close before it
  uint32_t loop = 0;         // number of the outermost repeat around it, 0: none
};

struct Syntax {
  bool text = true;    // a str pattern
  uint32_t flags = 0;  // what Pattern.flags says
  uint32_t group_count = 0;
  std::vector<GroupInfo> groups;  // [0] is unused
  std::vector<std::pair<std::string, uint32_t>> names;
  std::vector<std::string> warnings;  // of FutureWarning
  bool ascii_scope = false;           // some part reads \w and the like as ASCII
  bool unicode_scope = false;         // some part reads them as Unicode
  bool avoid_jit = false;             // holds what PCRE2 10.42's just-in-time compiler gets wrong
  NodePtr root;
};

// Reads a pattern, given as code points (or bytes, if not `text`). False: *error says why.
bool parse_regex(const std::u32string& pattern, bool text, uint32_t flags, Syntax* out,
                 Error* error);

// What a pattern is matched against: bytes by a bytes pattern; a str that is all ASCII, which is
// matched bytewise, with no UTF-8 in mind; any other str.
enum class Subject : uint8_t { kBytes, kAscii, kUtf };
struct Emitted {
  std::string pattern;
  uint32_t options = 0;  // of pcre2_compile
};
// `polling`: with a callout after each repeat, which is where all long matches come by again and
// again. False: the repeat counts are beyond what PCRE2 can be told.
bool emit_regex(const Syntax& syntax, Subject subject, bool polling, Emitted* out);

// A reader of patterns and templates: one token ahead, a backslash and what follows being one token.
class Tokens {
 public:
  Tokens(const std::u32string& source, bool text, Error* error);
  // The next token: empty at the end. Its code points; a first of '\\' means an escape.
  std::u32string_view next() const { return next_; }
  bool at_end() const { return next_.empty(); }
  bool next_is(char32_t c) const { return next_.size() == 1 && next_[0] == c; }
  bool next_in(std::string_view chars) const;
  std::u32string_view get();
  bool match(char32_t c);
  int64_t tell() const { return static_cast<int64_t>(index_ - next_.size()); }
  void seek(int64_t position);
  // Up to n tokens that are characters of `chars`.
  std::u32string get_while(int n, std::string_view chars);
  // What stands before `end`, which is consumed; false: it is missing, or nothing stands there.
  bool get_until(char32_t end, const char* what, std::u32string* out);
  // Records the first error, `back` characters before here.
  bool fail(const std::string& message, int64_t back = 0);
  bool check_name(const std::u32string& name, int64_t back);
  bool failed() const { return error_->kind != Error::kNone; }
  bool text() const { return text_; }
  Error* error() { return error_; }

 private:
  void advance();
  const std::u32string& source_;
  size_t index_ = 0;
  std::u32string_view next_;
  bool text_;
  Error* error_;
};

// Text for messages: UTF-8 of code points; quoted() is the repr.
std::string to_text(std::u32string_view s);
std::string quoted(std::u32string_view s);
bool is_name(std::u32string_view s);
// A group number in ASCII digits; false for anything else.
bool to_number(std::u32string_view s, uint64_t* out);
inline bool is_ascii_letter(char32_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
inline bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_octal_digit(char32_t c) { return c >= '0' && c <= '7'; }

// The part of an escape that sets and the rest of the pattern have in common: \x, \u, \U, \N and the
// one-letter controls. kOther: not its business.
enum class Escape : uint8_t { kLiteral, kOther, kFailed };
Escape common_escape(Tokens& in, std::u32string& escape, char32_t* out);
bool bad_escape(Tokens& in, const std::u32string& escape);
// A set, whose '[' has been read. Null: failed.
NodePtr parse_set(Tokens& in, Syntax& syntax);

}  // namespace baton::regex
