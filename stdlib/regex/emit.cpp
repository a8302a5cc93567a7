// The tree of a regular expression as a PCRE2 pattern that means the same.
//
// Everything that Python and Perl read differently is spelled out here, so that PCRE2 sees only what
// both agree on: `.` and `^` and `$` in the form that needs no option, names as numbers, \s and the
// letters whose case Unicode and Python pair differently as sets. A pattern is written for one kind
// of subject. For one that is all ASCII no UTF-8 is in play: characters past ASCII can't match and
// are left out, which makes matching a good deal faster. No Value, no lock.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

#include "stdlib/regex/syntax.h"

namespace baton::regex {
namespace {

constexpr uint64_t kMaxCount = 65535;  // in PCRE2's {n}
constexpr char32_t kTop = 0x10ffff;

struct Range {
  char32_t lo, hi;
};
constexpr Range kUnicodeSpace[] = {
    {9, 13},          {0x1c, 0x20},     {0x85, 0x85},     {0xa0, 0xa0},     {0x1680, 0x1680},
    {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}};
constexpr Range kAsciiSpace[] = {{9, 13}, {32, 32}};
constexpr Range kAsciiDigit[] = {{'0', '9'}};
constexpr Range kAsciiWord[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};

// Characters that Python's IGNORECASE takes for one another and PCRE2's caseless matching doesn't.
constexpr char32_t kExtraCases[][4] = {{'i', 'I', 0x130, 0x131},
                                       {0x390, 0x1fd3, 0x390, 0x1fd3},
                                       {0x3b0, 0x1fe3, 0x3b0, 0x1fe3},
                                       {0xfb05, 0xfb06, 0xfb05, 0xfb06}};
// Characters past ASCII that are a case of an ASCII letter.
constexpr struct {
  char32_t c;
  char lower;
} kAsciiCases[] = {{0x130, 'i'}, {0x131, 'i'}, {0x17f, 's'}, {0x212a, 'k'}};

using Ranges = std::vector<Range>;

class Emitter {
 public:
  Emitter(const Syntax& syntax, Subject subject, bool polling, Emitted* out)
      : syntax_(syntax), subject_(subject), polling_(polling), out_(*out) {}

  bool run() {
    out_.options = PCRE2_DOTALL | PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX;
    if (subject_ == Subject::kUtf) {
      out_.options |= PCRE2_UTF;
      ucp_ = syntax_.unicode_scope;
      if (ucp_) out_.options |= PCRE2_UCP;
    }
    flags_ = syntax_.flags;
    caseless_ = wants_caseless();
    if (caseless_) out_.options |= PCRE2_CASELESS;
    node(*syntax_.root);
    return ok_;
  }

 private:
  bool unicode() const { return flags_ & kUnicode; }
  // PCRE2 folds by Unicode in UTF mode; an ASCII scope there writes both cases out.
  bool wants_caseless() const {
    return (flags_ & kIgnoreCase) && (subject_ != Subject::kUtf || unicode());
  }
  bool fold_by_hand() const {
    return (flags_ & kIgnoreCase) && subject_ == Subject::kUtf && !unicode();
  }

  void put(std::string_view s) { out_.pattern += s; }
  void put_char(char32_t c) {
    if (is_ascii_letter(c) || is_ascii_digit(c)) {
      out_.pattern += static_cast<char>(c);
      return;
    }
    char text[16];
    snprintf(text, sizeof text, "\\x{%x}", static_cast<unsigned>(c));
    put(text);
  }
  void put_number(uint64_t n) { out_.pattern += std::to_string(n); }

  void put_set(Ranges ranges, std::string_view categories, bool negated) {
    if (subject_ != Subject::kUtf) {  // clip to what the subject can hold
      char32_t top = subject_ == Subject::kAscii ? 127 : 255;
      std::erase_if(ranges, [top](const Range& r) { return r.lo > top; });
      for (Range& r : ranges) r.hi = std::min(r.hi, top);
    }
    if (ranges.empty() && categories.empty()) {
      put(negated ? "." : "[^\\x00-\\xff]");
      return;
    }
    put(negated ? "[^" : "[");
    for (const Range& r : ranges) {
      put_char(r.lo);
      if (r.hi == r.lo) continue;
      if (r.hi > r.lo + 1) put("-");
      put_char(r.hi);
    }
    put(categories);
    put("]");
  }

  static void add(Ranges* ranges, const Range* from, size_t n) {
    ranges->insert(ranges->end(), from, from + n);
  }
  static void add_complement(Ranges* ranges, const Range* from, size_t n) {
    char32_t next = 0;
    for (size_t i = 0; i < n; ++i) {
      if (from[i].lo > next) ranges->push_back({next, from[i].lo - 1});
      next = from[i].hi + 1;
    }
    ranges->push_back({next, kTop});
  }
  // \d and the like, as ranges where PCRE2's own letter means something else.
  void add_category(char category, Ranges* ranges, std::string* letters) const {
    bool is_upper = category < 'a';
    char kind = static_cast<char>(category | 32);
    bool native = kind != 's' && (subject_ != Subject::kUtf || unicode() || !ucp_);
    if (native) {
      *letters += '\\';
      *letters += category;
      return;
    }
    const Range* from = kAsciiSpace;
    size_t n = std::size(kAsciiSpace);
    if (kind == 's' && unicode()) {
      from = kUnicodeSpace;
      n = std::size(kUnicodeSpace);
    } else if (kind == 'd') {
      from = kAsciiDigit;
      n = std::size(kAsciiDigit);
    } else if (kind == 'w') {
      from = kAsciiWord;
      n = std::size(kAsciiWord);
    }
    is_upper ? add_complement(ranges, from, n) : add(ranges, from, n);
  }

  static bool covers(const Ranges& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range& r) { return r.lo <= c && c <= r.hi; });
  }
  // Adds the other cases that PCRE2 won't.
  void add_cases(Ranges* ranges) const {
    if (!(flags_ & kIgnoreCase)) return;
    Ranges given = *ranges;
    if (fold_by_hand()) {
      for (char32_t c = 'a'; c <= 'z'; ++c) {
        bool lower = covers(given, c), upper = covers(given, c - 32);
        if (lower && !upper) ranges->push_back({c - 32, c - 32});
        if (upper && !lower) ranges->push_back({c, c});
      }
    } else if (unicode()) {
      for (auto& group : kExtraCases) {
        if (std::none_of(std::begin(group), std::end(group),
                         [&](char32_t c) { return covers(given, c); }))
          continue;
        for (char32_t c : group)
          if (!covers(*ranges, c)) ranges->push_back({c, c});
      }
      if (subject_ == Subject::kAscii) {
        for (auto& [c, lower] : kAsciiCases) {
          auto l = static_cast<char32_t>(lower);
          if (covers(given, c) && !covers(*ranges, l)) ranges->push_back({l, l});
        }
      }
    }
  }

  void literal(char32_t c) {
    Ranges ranges = {{c, c}};
    add_cases(&ranges);
    bool representable = subject_ == Subject::kUtf || c < (subject_ == Subject::kAscii ? 128 : 256);
    if (representable && (ranges.size() == 1 || (subject_ == Subject::kAscii && caseless_))) {
      put_char(c);
    } else {
      put_set(std::move(ranges), "", false);
    }
  }

  void set(const Node& n) {
    Ranges ranges;
    std::string categories;
    for (const SetItem& item : n.items) {
      if (item.category) {
        add_category(item.category, &ranges, &categories);
      } else {
        ranges.push_back({item.lo, item.hi});
      }
    }
    add_cases(&ranges);
    put_set(std::move(ranges), categories, n.negated);
  }

  void boundary(bool negated) {
    bool native = subject_ != Subject::kUtf || unicode() || !ucp_;
    if (negated) put("(?!\\A\\z)");  // an empty text has no place between non-words either
    if (native) {
      put(negated ? "\\B" : "\\b");
      return;
    }
    Ranges word;
    add(&word, kAsciiWord, std::size(kAsciiWord));
    auto put_word = [&](const char* look) {
      put(look);
      put_set(word, "", false);
      put(")");
    };
    put("(?:");
    put_word("(?<=");
    put_word(negated ? "(?=" : "(?!");
    put("|");
    put_word("(?<!");
    put_word(negated ? "(?!" : "(?=");
    put(")");
  }

  void kids(const Node& n) {
    for (size_t i = 0; i < n.kids.size(); ++i) {
      if (i > 0 && n.op != Op::kSequence) put("|");
      node(*n.kids[i]);
    }
  }
  void wrapped(const char* open, const Node& n) {
    put(open);
    node(n);
    put(")");
  }

  void group(const Node& n) {
    uint32_t outside = flags_;
    bool outside_caseless = caseless_;
    if (n.add & kTypeFlags) flags_ &= ~kTypeFlags;
    flags_ = (flags_ | n.add) & ~n.del;
    caseless_ = wants_caseless();
    wrapped(caseless_ == outside_caseless ? "(?:" : caseless_ ? "(?i:" : "(?-i:", *n.kids[0]);
    flags_ = outside;
    caseless_ = outside_caseless;
  }

  static bool has_capture(const Node& n) {
    return n.op == Op::kCapture || std::any_of(n.kids.begin(), n.kids.end(),
                                               [](const NodePtr& k) { return has_capture(*k); });
  }

  // Does it match without taking a character, whatever the text?
  static bool is_assertion(const Node& n) {
    switch (n.op) {
      case Op::kStart:
      case Op::kEnd:
      case Op::kTextStart:
      case Op::kTextEnd:
      case Op::kBoundary:
      case Op::kNonBoundary:
      case Op::kLook:
      case Op::kFail: return true;
      case Op::kSequence:
      case Op::kBranch:
      case Op::kGroup:
      case Op::kAtomic:
      case Op::kConditional:
      case Op::kRepeat:
        return (n.op == Op::kRepeat && n.max == 0) ||
               std::all_of(n.kids.begin(), n.kids.end(),
                           [](const NodePtr& k) { return is_assertion(*k); });
      default: return false;
    }
  }

  // The repeated thing, in parentheses unless it is one unit by itself. Parentheses in the pattern
  // that hold one character go: PCRE2 repeats a group by writing it out.
  void item(const Node& n) {
    if (n.op == Op::kGroup && n.add == 0 && n.del == 0) {
      const Node& inside = *n.kids[0];
      if (inside.op == Op::kSequence && inside.kids.size() == 1 &&
          (inside.kids[0]->op == Op::kLiteral || inside.kids[0]->op == Op::kAny ||
           inside.kids[0]->op == Op::kSet || inside.kids[0]->op == Op::kCategory))
        return node(*inside.kids[0]);
    }
    bool unit = n.op == Op::kLiteral || n.op == Op::kAny || n.op == Op::kSet ||
                n.op == Op::kCategory || n.op == Op::kCapture || n.op == Op::kGroup ||
                n.op == Op::kAtomic;
    if (unit) {
      node(n);
    } else {
      wrapped("(?:", n);
    }
  }
  void count(uint64_t min, uint64_t max) {
    if (max == kMaxRepeat && min <= 1) {
      put(min == 0 ? "*" : "+");
    } else if (min == 0 && max == 1) {
      put("?");
    } else {
      put("{");
      put_number(min);
      if (max != min) put(",");
      if (max != min && max != kMaxRepeat) put_number(max);
      put("}");
    }
  }
  void repeat(const Node& n) {
    const Node& what = *n.kids[0];
    if (!has_capture(what) && (n.max == 0 || is_assertion(what))) {
      // Once is as good as often; PCRE2 would take a repeat for something of varying width.
      n.min > 0 ? node(what) : put("(?:)");
      return;
    }
    const char* mode = n.mode == Repeat::kLazy ? "?" : n.mode == Repeat::kPossessive ? "+" : "";
    if (n.min <= kMaxCount && (n.max <= kMaxCount || n.max == kMaxRepeat)) {
      item(what);
      count(n.min, n.max);
      put(mode);
      return;
    }
    // Counts that don't fit become several repeats in a row.
    if (has_capture(what) || n.min > kMaxCount * 8 ||
        (n.max != kMaxRepeat && n.max > kMaxCount * 8)) {
      ok_ = false;
      return;
    }
    bool possessive = n.mode == Repeat::kPossessive;
    put(possessive ? "(?>" : "(?:");
    uint64_t min = n.min, rest = n.max == kMaxRepeat ? 0 : n.max - n.min;
    for (; min > kMaxCount; min -= kMaxCount) {
      item(what);
      count(kMaxCount, kMaxCount);
    }
    item(what);
    count(min, n.max == kMaxRepeat ? kMaxRepeat : min);
    if (n.max == kMaxRepeat && !possessive) put(mode);
    while (rest > 0) {
      uint64_t part = std::min(rest, kMaxCount);
      item(what);
      count(0, part);
      if (!possessive) put(mode);
      rest -= part;
    }
    put(")");
  }

  void node(const Node& n) {
    switch (n.op) {
      case Op::kSequence:
      case Op::kBranch: kids(n); break;
      case Op::kLiteral: literal(n.c); break;
      case Op::kAny: put(flags_ & kDotAll ? "." : "\\N"); break;
      case Op::kSet: set(n); break;
      case Op::kCategory: {
        Ranges ranges;
        std::string letters;
        add_category(static_cast<char>(n.c), &ranges, &letters);
        if (letters.empty()) {
          put_set(std::move(ranges), "", false);
        } else {
          put(letters);
        }
        break;
      }
      case Op::kStart: put(flags_ & kMultiline ? "^" : "\\A"); break;
      case Op::kEnd: put(flags_ & kMultiline ? "$" : "\\Z"); break;
      case Op::kTextStart: put("\\A"); break;
      case Op::kTextEnd: put("\\z"); break;
      case Op::kBoundary: boundary(false); break;
      case Op::kNonBoundary: boundary(true); break;
      case Op::kCapture: wrapped("(", *n.kids[0]); break;
      case Op::kGroup: group(n); break;
      case Op::kAtomic: wrapped("(?>", *n.kids[0]); break;
      case Op::kLook:
        wrapped(n.behind ? (n.negated ? "(?<!" : "(?<=") : (n.negated ? "(?!" : "(?="), *n.kids[0]);
        break;
      case Op::kBackref:
        if (fold_by_hand()) put("(?i:");
        put("\\g{");
        put_number(n.group);
        put("}");
        if (fold_by_hand()) put(")");
        break;
      case Op::kConditional:
        put("(?(");
        put_number(n.group);
        put(")");
        node(*n.kids[0]);
        if (n.kids.size() > 1) {
          put("|");
          node(*n.kids[1]);
        }
        put(")");
        break;
      case Op::kRepeat:
        repeat(n);
        if (polling_ && n.max > 1) put("(?C)");
        break;
      case Op::kFail: put("(?!)"); break;
    }
  }

  const Syntax& syntax_;
  Subject subject_;
  bool polling_;
  Emitted& out_;
  uint32_t flags_ = 0;
  bool caseless_ = false;
  bool ucp_ = false;
  bool ok_ = true;
};

}  // namespace

bool emit_regex(const Syntax& syntax, Subject subject, bool polling, Emitted* out) {
  return Emitter(syntax, subject, polling, out).run();
}

}  // namespace baton::regex
