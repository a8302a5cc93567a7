// The grammar of Python's regular expressions: groups, repeats, alternatives, flags. It refuses what
// CPython refuses, with its words and positions, and works out what only the whole tree can tell:
// widths of look-behinds, group numbers, the order in which groups close. No Value, no lock.
// Behaviour: https://docs.python.org/3.11/library/re.html#regular-expression-syntax
#include <algorithm>

#include "stdlib/regex/syntax.h"
#include "vm/base/unicode.h"

namespace baton::regex {
namespace {

constexpr int kMaxDepth = 240;  // of nested groups: PCRE2's own limit is 250

struct Width {
  uint64_t lo = 0, hi = 0;
};

uint32_t flag_of(char32_t c) {
  switch (c) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiline;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAsciiOnly;
    case 't': return kTemplate;
    case 'u': return kUnicode;
    default: return 0;
  }
}

class Parser {
 public:
  Parser(const std::u32string& pattern, bool text, uint32_t flags, Syntax* out, Error* error)
      : in_(pattern, text, error), out_(*out) {
    out_.text = text;
    out_.flags = flags;
    out_.groups.resize(1);
    group_widths_.resize(1);
  }

  bool run() {
    if (in_.failed()) return false;
    out_.root = alternatives(out_.flags & kVerbose, 0);
    if (!out_.root || in_.failed() || !fix_flags()) return false;
    if (!in_.at_end()) return in_.fail("unbalanced parenthesis");
    for (auto [group, position] : conditional_positions_) {
      if (group < group_widths_.size()) continue;
      in_.error()->kind = Error::kSyntax;
      in_.error()->message = "invalid group reference " + std::to_string(group);
      in_.error()->position = position;
      return false;
    }
    out_.group_count = static_cast<uint32_t>(out_.groups.size() - 1);
    note_scopes(*out_.root, out_.flags);
    uint32_t loops = 0;
    note_loops(*out_.root, 0, &loops);
    note_jit_trouble(*out_.root, false, false);
    return check_look_behinds(*out_.root);
  }

 private:
  bool refuse(Error::Kind kind, const char* message) {
    if (in_.failed()) return false;
    in_.error()->kind = kind;
    in_.error()->message = message;
    return false;
  }

  bool fix_flags() {
    uint32_t& f = out_.flags;
    if (out_.text) {
      if (f & kLocale) return refuse(Error::kValue, "cannot use LOCALE flag with a str pattern");
      if ((f & kAsciiOnly) && (f & kUnicode))
        return refuse(Error::kValue, "ASCII and UNICODE flags are incompatible");
      if (!(f & kAsciiOnly)) f |= kUnicode;
    } else {
      if (f & kUnicode)
        return refuse(Error::kValue, "cannot use UNICODE flag with a bytes pattern");
      if ((f & kLocale) && (f & kAsciiOnly))
        return refuse(Error::kValue, "ASCII and LOCALE flags are incompatible");
    }
    return true;
  }

  NodePtr alternatives(bool verbose, int depth) {
    if (depth > kMaxDepth) {
      refuse(Error::kRecursion, "maximum recursion depth exceeded");
      return nullptr;
    }
    NodePtr first = sequence(verbose, depth, depth == 0);
    if (!first || !in_.next_is('|')) return first;
    auto branch = std::make_unique<Node>(Op::kBranch);
    branch->kids.push_back(std::move(first));
    while (in_.match('|')) {
      if (depth == 0) verbose = out_.flags & kVerbose;
      NodePtr next = sequence(verbose, depth, false);
      if (!next) return nullptr;
      branch->kids.push_back(std::move(next));
    }
    return branch;
  }

  NodePtr sequence(bool verbose, int depth, bool first) {
    auto seq = std::make_unique<Node>(Op::kSequence);
    auto add = [&](NodePtr node) {
      if (!node) return false;
      seq->kids.push_back(std::move(node));
      return true;
    };
    auto add_op = [&](Op op) { return add(std::make_unique<Node>(op)); };
    while (!in_.failed() && !in_.at_end() && !in_.next_is('|') && !in_.next_is(')')) {
      std::u32string token(in_.get());
      char32_t c = token[0];
      if (verbose && token.size() == 1) {
        if (c == ' ' || (c >= 9 && c <= 13)) continue;
        if (c == '#') {
          while (!in_.at_end() && in_.get() != U"\n") {}
          continue;
        }
      }
      bool ok = true;
      switch (c) {
        case '\\': ok = add(escape(token)); break;
        case '[': ok = add(parse_set(in_, out_)); break;
        case '.': ok = add_op(Op::kAny); break;
        case '^': ok = add_op(Op::kStart); break;
        case '$': ok = add_op(Op::kEnd); break;
        case '*':
        case '+':
        case '?':
        case '{': ok = repeat(c, *seq); break;
        case '(': ok = group(*seq, verbose, depth, first, &verbose); break;
        default: ok = add(literal(c));
      }
      if (!ok) return nullptr;
    }
    return in_.failed() ? nullptr : std::move(seq);
  }

  static NodePtr literal(char32_t c) {
    auto node = std::make_unique<Node>(Op::kLiteral);
    node->c = c;
    return node;
  }

  NodePtr escape(std::u32string& token) {
    char32_t c = token[1];
    auto op = [](Op o) { return std::make_unique<Node>(o); };
    switch (c) {
      case 'A': return op(Op::kTextStart);
      case 'Z': return op(Op::kTextEnd);
      case 'b': return op(Op::kBoundary);
      case 'B': return op(Op::kNonBoundary);
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W': {
        NodePtr node = op(Op::kCategory);
        node->c = c;
        return node;
      }
      default: break;
    }
    char32_t value = 0;
    switch (common_escape(in_, token, &value)) {
      case Escape::kLiteral: return literal(value);
      case Escape::kFailed: return nullptr;
      case Escape::kOther: break;
    }
    if (c == '0') {
      token += in_.get_while(2, "01234567");
      return literal(octal(token));
    }
    if (is_ascii_digit(c)) return digits(token);
    if (is_ascii_letter(c)) {
      bad_escape(in_, token);
      return nullptr;
    }
    return literal(c);
  }

  static char32_t octal(const std::u32string& token) {
    char32_t value = 0;
    for (char32_t d : std::u32string_view(token).substr(1)) value = value * 8 + (d - '0');
    return value;
  }

  // \1 to \99 are groups; three octal digits are a character.
  NodePtr digits(std::u32string& token) {
    if (in_.next_in("0123456789")) {
      token += in_.get();
      if (is_octal_digit(token[1]) && is_octal_digit(token[2]) && in_.next_in("01234567")) {
        token += in_.get();
        if (octal(token) > 0377) {
          in_.fail("octal escape value " + to_text(token) + " outside of range 0-0o377",
                   static_cast<int64_t>(token.size()));
          return nullptr;
        }
        return literal(octal(token));
      }
    }
    uint64_t group = 0;
    to_number(std::u32string_view(token).substr(1), &group);
    if (group >= group_widths_.size()) {
      in_.fail("invalid group reference " + std::to_string(group),
               static_cast<int64_t>(token.size()) - 1);
      return nullptr;
    }
    return backref(group, static_cast<int64_t>(token.size()));
  }

  bool is_open(uint64_t group) const {
    return std::find(open_.begin(), open_.end(), group) != open_.end();
  }

  NodePtr backref(uint64_t group, int64_t back) {
    if (is_open(group)) {
      in_.fail("cannot refer to an open group", back);
      return nullptr;
    }
    if (!check_look_behind_group(group)) return nullptr;
    auto node = std::make_unique<Node>(Op::kBackref);
    node->group = static_cast<uint32_t>(group);
    return node;
  }

  bool check_look_behind_group(uint64_t group) {
    if (look_behind_groups_ == 0) return true;
    if (is_open(group) || group >= group_widths_.size())
      return in_.fail("cannot refer to an open group");
    if (group >= look_behind_groups_)
      return in_.fail("cannot refer to group defined in the same lookbehind subpattern");
    return true;
  }

  bool repeat(char32_t c, Node& seq) {
    int64_t here = in_.tell();
    uint64_t min = 0, max = kMaxRepeat;
    if (c == '?') max = 1;
    if (c == '+') min = 1;
    if (c == '{') {
      if (in_.next_is('}')) {
        seq.kids.push_back(literal(c));
        return true;
      }
      std::u32string lo, hi;
      while (in_.next_in("0123456789")) lo += in_.get();
      if (in_.match(',')) {
        while (in_.next_in("0123456789")) hi += in_.get();
      } else {
        hi = lo;
      }
      if (!in_.match('}')) {
        if (in_.failed()) return false;
        seq.kids.push_back(literal(c));
        in_.seek(here);
        return true;
      }
      if (in_.failed()) return false;
      if (!lo.empty()) to_number(lo, &min);
      if (!hi.empty()) to_number(hi, &max);
      if ((!lo.empty() && min >= kMaxRepeat) || (!hi.empty() && max >= kMaxRepeat))
        return refuse(Error::kOverflow, "the repetition number is too large");
      if (max < min) return in_.fail("min repeat greater than max repeat", in_.tell() - here);
    }
    Node* last = seq.kids.empty() ? nullptr : seq.kids.back().get();
    int64_t back = in_.tell() - here + 1;
    if (!last || (last->op >= Op::kStart && last->op <= Op::kNonBoundary))
      return in_.fail("nothing to repeat", back);
    if (last->op == Op::kRepeat) return in_.fail("multiple repeat", back);
    auto node = std::make_unique<Node>(Op::kRepeat);
    node->min = min;
    node->max = max;
    if (in_.match('?')) {
      node->mode = Repeat::kLazy;
    } else if (in_.match('+')) {
      node->mode = Repeat::kPossessive;
    }
    node->kids.push_back(std::move(seq.kids.back()));
    seq.kids.back() = std::move(node);
    return true;
  }

  bool end_early() { return in_.fail("unexpected end of pattern"); }
  bool close(int64_t start) {
    if (in_.match(')')) return !in_.failed();
    return in_.fail("missing ), unterminated subpattern", in_.tell() - start);
  }

  // What follows a '('. `verbose` may change by a global flag.
  bool group(Node& seq, bool verbose, int depth, bool first, bool* outer_verbose) {
    int64_t start = in_.tell() - 1;
    bool capture = true, atomic = false;
    uint32_t add = 0, del = 0;
    std::u32string name;
    if (in_.match('?')) {
      if (in_.at_end()) return end_early();
      std::u32string kind(in_.get());
      char32_t c = kind[0];
      if (c == 'P') {
        if (in_.match('<')) {
          if (!in_.get_until('>', "group name", &name) || !in_.check_name(name, 1)) return false;
        } else if (in_.match('=')) {
          return named_reference(seq);
        } else {
          if (in_.at_end()) return end_early();
          std::u32string_view next = in_.get();
          return in_.fail("unknown extension ?P" + to_text(next),
                          static_cast<int64_t>(next.size()) + 2);
        }
      } else if (c == ':') {
        capture = false;
      } else if (c == '#') {
        for (;;) {
          if (in_.at_end()) return in_.fail("missing ), unterminated comment", in_.tell() - start);
          if (in_.get() == U")") return !in_.failed();
        }
      } else if (c == '=' || c == '!' || c == '<') {
        return look(seq, c, verbose, depth, start);
      } else if (c == '(') {
        return conditional(seq, verbose, depth, start);
      } else if (c == '>') {
        capture = false;
        atomic = true;
      } else if (flag_of(c) || c == '-') {
        bool global = false;
        if (!inline_flags(c, &add, &del, &global)) return false;
        if (global) {
          if (!first || !seq.kids.empty())
            return in_.fail("global flags not at the start of the expression", in_.tell() - start);
          *outer_verbose = out_.flags & kVerbose;
          return true;
        }
        capture = false;
      } else {
        return in_.fail("unknown extension ?" + to_text(kind),
                        static_cast<int64_t>(kind.size()) + 1);
      }
    }
    auto node = std::make_unique<Node>(capture ? Op::kCapture : atomic ? Op::kAtomic : Op::kGroup);
    if (capture && !open_group(name, &node->group)) return false;
    node->add = add;
    node->del = del;
    bool inner_verbose = (verbose || (add & kVerbose)) && !(del & kVerbose);
    NodePtr inside = alternatives(inner_verbose, depth + 1);
    if (!inside || !close(start)) return false;
    if (capture) {
      group_widths_[node->group] = width(*inside);
      open_.erase(std::find(open_.begin(), open_.end(), node->group));
      out_.groups[node->group].close_order = closed_++;
    }
    node->kids.push_back(std::move(inside));
    seq.kids.push_back(std::move(node));
    return true;
  }

  bool open_group(const std::u32string& name, uint32_t* number) {
    *number = static_cast<uint32_t>(group_widths_.size());
    if (*number > 65535) return in_.fail("too many groups", static_cast<int64_t>(name.size()) + 1);
    if (!name.empty()) {
      std::string text = to_text(name);
      for (auto& [known, group] : out_.names) {
        if (known != text) continue;
        return in_.fail("redefinition of group name " + quoted(name) + " as group " +
                            std::to_string(*number) + "; was group " + std::to_string(group),
                        static_cast<int64_t>(name.size()) + 1);
      }
      out_.names.emplace_back(text, *number);
    }
    group_widths_.emplace_back();
    out_.groups.emplace_back();
    open_.push_back(*number);
    return true;
  }

  bool find_name(const std::u32string& name, uint64_t* group) {
    std::string text = to_text(name);
    for (auto& [known, number] : out_.names) {
      if (known == text) {
        *group = number;
        return true;
      }
    }
    return in_.fail("unknown group name " + quoted(name), static_cast<int64_t>(name.size()) + 1);
  }

  bool named_reference(Node& seq) {
    std::u32string name;
    uint64_t group = 0;
    if (!in_.get_until(')', "group name", &name) || !in_.check_name(name, 1) ||
        !find_name(name, &group))
      return false;
    NodePtr node = backref(group, static_cast<int64_t>(name.size()) + 1);
    if (!node) return false;
    seq.kids.push_back(std::move(node));
    return true;
  }

  bool look(Node& seq, char32_t c, bool verbose, int depth, int64_t start) {
    auto node = std::make_unique<Node>(Op::kLook);
    uint32_t outside = look_behind_groups_;
    if (c == '<') {
      if (in_.at_end()) return end_early();
      std::u32string kind(in_.get());
      if (kind != U"=" && kind != U"!")
        return in_.fail("unknown extension ?<" + to_text(kind),
                        static_cast<int64_t>(kind.size()) + 2);
      c = kind[0];
      node->behind = true;
      if (outside == 0) look_behind_groups_ = static_cast<uint32_t>(group_widths_.size());
    }
    node->negated = c == '!';
    NodePtr inside = alternatives(verbose, depth + 1);
    if (!inside) return false;
    look_behind_groups_ = outside;
    if (!close(start)) return false;
    if (node->negated && inside->op == Op::kSequence && inside->kids.empty()) {
      seq.kids.push_back(std::make_unique<Node>(Op::kFail));
      return true;
    }
    node->kids.push_back(std::move(inside));
    seq.kids.push_back(std::move(node));
    return true;
  }

  bool conditional(Node& seq, bool verbose, int depth, int64_t start) {
    std::u32string name;
    if (!in_.get_until(')', "group name", &name)) return false;
    auto back = static_cast<int64_t>(name.size()) + 1;
    uint64_t group = 0;
    if (is_name(name)) {
      if (!find_name(name, &group)) return false;
    } else {
      if (!to_number(name, &group))
        return in_.fail("bad character in group name " + quoted(name), back);
      if (group == 0) return in_.fail("bad group number", back);
      if (group > 65535) return in_.fail("invalid group reference " + std::to_string(group), back);
      conditional_positions_.emplace(group, in_.tell() - back);
    }
    if (!check_look_behind_group(group)) return false;
    if (depth >= kMaxDepth) return refuse(Error::kRecursion, "maximum recursion depth exceeded");
    auto node = std::make_unique<Node>(Op::kConditional);
    node->group = static_cast<uint32_t>(group);
    NodePtr yes = sequence(verbose, depth + 1, false);
    if (!yes) return false;
    node->kids.push_back(std::move(yes));
    if (in_.match('|')) {
      NodePtr no = sequence(verbose, depth + 1, false);
      if (!no) return false;
      node->kids.push_back(std::move(no));
      if (in_.next_is('|')) return in_.fail("conditional backref with more than two branches");
    }
    if (!close(start)) return false;
    seq.kids.push_back(std::move(node));
    return true;
  }

  bool inline_flags(char32_t c, uint32_t* add, uint32_t* del, bool* global) {
    auto next = [&](const char* missing, char32_t* out) {
      if (in_.at_end()) return in_.fail(missing);
      *out = in_.get()[0];
      return !in_.failed();
    };
    auto unknown = [&](char32_t flag, const char* missing) {
      return in_.fail(is_alpha(flag) ? "unknown flag" : missing, flag == '\\' ? 2 : 1);
    };
    if (c != '-') {
      for (;;) {
        uint32_t flag = flag_of(c);
        if (in_.text() && c == 'L')
          return in_.fail("bad inline flags: cannot use 'L' flag with a str pattern");
        if (!in_.text() && c == 'u')
          return in_.fail("bad inline flags: cannot use 'u' flag with a bytes pattern");
        *add |= flag;
        if ((flag & kTypeFlags) && (*add & kTypeFlags) != flag)
          return in_.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (!next("missing -, : or )", &c)) return false;
        if (c == ')' || c == '-' || c == ':') break;
        if (!flag_of(c)) return unknown(c, "missing -, : or )");
      }
    }
    if (c == ')') {
      out_.flags |= *add;
      *global = true;
      return true;
    }
    if (*add & kTemplate) return in_.fail("bad inline flags: cannot turn on global flag", 1);
    if (c == '-') {
      if (!next("missing flag", &c)) return false;
      if (!flag_of(c)) return unknown(c, "missing flag");
      for (;;) {
        uint32_t flag = flag_of(c);
        if (flag & kTypeFlags)
          return in_.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        *del |= flag;
        if (!next("missing :", &c)) return false;
        if (c == ':') break;
        if (!flag_of(c)) return unknown(c, "missing :");
      }
    }
    if (*del & kTemplate) return in_.fail("bad inline flags: cannot turn off global flag", 1);
    if (*add & *del) return in_.fail("bad inline flags: flag turned on and off", 1);
    return true;
  }

  // Shortest and longest text a node can match, in characters.
  Width width(const Node& node) const {
    switch (node.op) {
      case Op::kLiteral:
      case Op::kAny:
      case Op::kSet:
      case Op::kCategory: return {1, 1};
      case Op::kBackref: return group_widths_[node.group];
      case Op::kSequence:
      case Op::kCapture:
      case Op::kGroup:
      case Op::kAtomic: {
        Width sum;
        for (const NodePtr& kid : node.kids) {
          Width w = width(*kid);
          sum.lo = std::min(sum.lo + w.lo, kMaxRepeat - 1);
          sum.hi = std::min(sum.hi + w.hi, kMaxRepeat);
        }
        return sum;
      }
      case Op::kBranch:
      case Op::kConditional: {
        Width all = width(*node.kids[0]);
        for (size_t i = 1; i < node.kids.size(); ++i) {
          Width w = width(*node.kids[i]);
          all = {std::min(all.lo, w.lo), std::max(all.hi, w.hi)};
        }
        if (node.op == Op::kConditional && node.kids.size() == 1) all.lo = 0;
        return all;
      }
      case Op::kRepeat: {
        Width w = width(*node.kids[0]);
        return {std::min(w.lo * node.min, kMaxRepeat - 1), std::min(w.hi * node.max, kMaxRepeat)};
      }
      default: return {};
    }
  }

  bool check_look_behinds(const Node& node) {
    if (node.op == Op::kLook && node.behind) {
      Width w = width(*node.kids[0]);
      if (w.lo != w.hi || w.hi > 65535)
        return refuse(Error::kSyntax, w.lo != w.hi ? "look-behind requires fixed-width pattern"
                                                   : "looks too much behind");
    }
    for (const NodePtr& kid : node.kids)
      if (!check_look_behinds(*kid)) return false;
    return true;
  }

  void note_scopes(const Node& node, uint32_t flags) {
    if (node.op == Op::kGroup) {
      if (node.add & kTypeFlags) flags &= ~kTypeFlags;
      flags = (flags | node.add) & ~node.del;
    }
    (flags & kUnicode ? out_.unicode_scope : out_.ascii_scope) = true;
    for (const NodePtr& kid : node.kids) note_scopes(*kid, flags);
  }

  void note_loops(const Node& node, uint32_t loop, uint32_t* loops) {
    if (node.op == Op::kRepeat && node.max > 1 && loop == 0) loop = ++*loops;
    if (node.op == Op::kCapture) out_.groups[node.group].loop = loop;
    for (const NodePtr& kid : node.kids) note_loops(*kid, loop, loops);
  }

  // Lazy repeats in an atomic group, and groups in a possessive repeat.
  void note_jit_trouble(const Node& node, bool atomic, bool possessive) {
    bool repeat = node.op == Op::kRepeat;
    if ((atomic && repeat && node.mode == Repeat::kLazy) || (possessive && node.op == Op::kCapture))
      out_.avoid_jit = true;
    possessive |= repeat && node.mode == Repeat::kPossessive;
    atomic |= possessive || node.op == Op::kAtomic;
    for (const NodePtr& kid : node.kids) note_jit_trouble(*kid, atomic, possessive);
  }

  Tokens in_;
  Syntax& out_;
  std::vector<Width> group_widths_;  // by group; [0] is unused
  std::vector<uint64_t> open_;
  uint32_t closed_ = 0;
  uint32_t look_behind_groups_ = 0;  // inside a look-behind: groups from this number on are its own
  std::map<uint64_t, int64_t> conditional_positions_;
};

}  // namespace

bool parse_regex(const std::u32string& pattern, bool text, uint32_t flags, Syntax* out,
                 Error* error) {
  return Parser(pattern, text, flags, out, error).run();
}

}  // namespace baton::regex
