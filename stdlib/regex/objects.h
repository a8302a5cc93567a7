// The objects of module re: Pattern and Match, and what the files of this folder share about them.
//
// A Pattern owns its Program; a Match keeps its Pattern and text, and the groups as byte offsets, which
// become positions of characters when asked for. Lock held throughout; failures leave an exception
// pending.
#pragma once
#include "stdlib/regex/program.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton::regex {

struct PatternObject : NativeObject {
  Program* program;
  Value source;  // str or bytes
  Dict* names;   // group name -> number
};
struct MatchObject : NativeObject {
  PatternObject* pattern;
  Value string;
  int64_t pos, endpos;  // characters
  uint32_t groups;      // with group 0
  size_t spans[];       // bytes, two a group
};
extern const NativeType kPatternType, kMatchType;
extern NativeGroup pattern_methods, match_methods;

inline PatternObject* pattern_self(Thread* t, Value v) {
  return native_self<PatternObject>(t, v, &kPatternType);
}
inline MatchObject* match_self(Thread* t, Value v) {
  return native_self<MatchObject>(t, v, &kMatchType);
}

// The text of a call: what to match against, from where. Unpins a bytearray at its end.
class Target {
 public:
  Target() = default;
  ~Target();
  Target(const Target&) = delete;
  // pos and endpos in characters, clipped. False: the pattern is not for this type of text.
  bool open(Thread* t, PatternObject* p, Value string, int64_t pos, int64_t endpos);
  bool empty_range() const { return pos > endpos; }
  // A part of the text: str, or bytes.
  Value slice(Thread* t, size_t from, size_t to) const;

  Text text;
  int64_t pos = 0, endpos = 0;  // characters
  size_t start = 0;             // bytes

 private:
  Pinned pin_{Value::none(), nullptr, 0};
};

// Byte offset <-> position of a str (any other text counts bytes).
int64_t char_position(Value string, size_t byte);
// The text of a Match as it is now (a bytearray may have changed meanwhile).
std::string_view match_text(MatchObject* m);
Value match_slice(Thread* t, MatchObject* m, uint32_t group, Value absent);
MatchObject* new_match(Thread* t, PatternObject* p, const Target& target, const size_t* spans);
// A group's number from an argument of group(); IndexError "no such group".
bool group_number(Thread* t, MatchObject* m, Value which, uint32_t* out);

// One step of findall and the like: the next match at or after *start; steps past empty matches.
struct Walker {
  Walker(Thread* t, PatternObject* p, const Target& target)
      : scratch(t, p->program), target(target), start(target.start) {}
  int next() {
    if (start > target.text.size) return 0;
    int r = scratch.run(target.text, Form::kSearch, start, must_advance);
    if (r > 0) {
      must_advance = spans()[1] == spans()[0];
      start = spans()[1];
    }
    return r;
  }
  const size_t* spans() const { return scratch.spans(); }
  Scratch scratch;
  const Target& target;
  size_t start;
  bool must_advance = false;
};

// re.error(message, pattern, position). Returns failed().
Value raise_regex_error(Thread* t, const Error& e, Value pattern);
// A str's code points, or a bytes-like object's bytes.
std::u32string code_points(Value v);

// sub(), subn() and expand() (replace.cpp).
Value expand_template(Thread* t, MatchObject* m, Value text);

void install_pattern_classes(Thread* t, Module* m);

}  // namespace baton::regex
