// match statements.
//
// Subject and parts of it sit in temporaries until a whole pattern has matched; only then are the
// names bound, in the order in which the pattern mentions them.
#include "compiler/codegen.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;
using ast::Pattern;
using ast::PatternKind;

namespace {

// Matches anything: a capture or the wildcard.
const ast::MatchAs* irrefutable(const Pattern* p) {
  auto* a = ast::dyn<ast::MatchAs>(p);
  return a && !a->pattern ? a : nullptr;
}

bool is_wildcard(const Pattern* p) {
  auto* a = irrefutable(p);
  return a && a->name.empty();
}

[[noreturn]] void fail_unreachable(const ast::MatchAs* p) {
  fail(*p, p->name.empty() ? std::string("wildcard makes remaining patterns unreachable")
                           : "name capture '" + std::string(p->name) +
                                 "' makes remaining patterns unreachable");
}

std::string repr_of_key(const ConstValue& v, const Expr* e) {
  if (v.kind == Const::Kind::kInt) return std::to_string(v.i);
  return unparse(e);
}

}  // namespace

void Unit::match(const ast::Match* s) {
  int mark = next_register();
  int subject = push(s->subject);
  Label end;
  for (uint32_t i = 0; i < s->cases.size; i++) {
    const ast::MatchCase& c = s->cases[i];
    bool last = i + 1 == s->cases.size;
    if (auto* any = irrefutable(c.pattern); any && !c.guard && !last) fail_unreachable(any);
    Label next;
    std::vector<Capture> captures;
    pattern(c.pattern, subject, &next, &captures);
    for (const Capture& each : captures) store_name(each.name, each.reg, each.pos);
    free_to(subject + 1);
    if (c.guard) condition(c.guard, false, &next);
    statements(c.body);
    if (!last) jump(*c.body.back(), &end);
    place(&next);
  }
  place(&end);
  free_to(mark);
}

void Unit::capture(std::string_view n, int r, const ast::Position& pos,
                   std::vector<Capture>* captures) {
  for (const Capture& c : *captures) {
    if (c.name == n) fail(pos, "multiple assignments to name '" + std::string(n) + "' in pattern");
  }
  captures->push_back({n, r, pos});
}

// Writes the test of R[subject] against `p`. Registers it takes stay taken: captures live there.
void Unit::pattern(const Pattern* p, int subject, Label* fail_to, std::vector<Capture>* captures) {
  switch (p->kind) {
    case PatternKind::kMatchValue: {
      auto* v = as<ast::MatchValue>(p);
      link_condition(ast::CmpOperator::kEq, subject, v->value, -1, false, fail_to, *p);
      return;
    }
    case PatternKind::kMatchSingleton: {
      auto* v = as<ast::MatchSingleton>(p);
      if (v->value == ast::ConstantKind::kNone) {
        branch(*p, Op::JNOTNONE, subject, fail_to);
        return;
      }
      int mark = next_register();
      int r = push_constant(ConstValue::boolean(v->value == ast::ConstantKind::kTrue), *p);
      emit(*p, Op::IS, r, subject, r);
      truth_branch(r, false, fail_to, *p);
      free_to(mark);
      return;
    }
    case PatternKind::kMatchSequence:
      return sequence_pattern(as<ast::MatchSequence>(p), subject, fail_to, captures);
    case PatternKind::kMatchMapping:
      return mapping_pattern(as<ast::MatchMapping>(p), subject, fail_to, captures);
    case PatternKind::kMatchClass:
      return class_pattern(as<ast::MatchClass>(p), subject, fail_to, captures);
    case PatternKind::kMatchOr: return or_pattern(as<ast::MatchOr>(p), subject, fail_to, captures);
    case PatternKind::kMatchStar: {
      auto* star = as<ast::MatchStar>(p);
      if (!star->name.empty()) capture(star->name, subject, *p, captures);
      return;
    }
    case PatternKind::kMatchAs: {
      auto* a = as<ast::MatchAs>(p);
      if (a->pattern) pattern(a->pattern, subject, fail_to, captures);
      if (!a->name.empty()) capture(a->name, subject, *p, captures);
      return;
    }
  }
}

// Goes on only if `R[length] op n` holds.
void Unit::compare_length(int length, ast::CmpOperator op, uint32_t n, Label* fail_to,
                          const ast::Position& pos) {
  int mark = next_register();
  int r = -1;
  bool equal = op == ast::CmpOperator::kEq;
  uint32_t k = constant(ConstValue::integer(n));
  if (!long_jumps() && k <= 0xFFFF) {
    compare_branch(pos, equal ? Op::JEQKF : Op::JGEKF, length, static_cast<int>(k), fail_to);
  } else {
    r = push_constant(ConstValue::integer(n), pos);
    emit(pos, equal ? Op::EQ : Op::GE, r, length, r);
    truth_branch(r, false, fail_to, pos);
  }
  free_to(mark);
}

void Unit::sequence_pattern(const ast::MatchSequence* p, int subject, Label* fail_to,
                            std::vector<Capture>* captures) {
  uint32_t n = p->patterns.size, star = n;
  bool only_wildcards = true;
  for (uint32_t i = 0; i < n; i++) {
    const Pattern* each = p->patterns[i];
    if (auto* s = ast::dyn<ast::MatchStar>(each)) {
      if (star != n) fail(*p, "multiple starred names in sequence pattern");
      star = i;
      only_wildcards &= s->name.empty();
    } else {
      only_wildcards &= is_wildcard(each);
    }
  }
  bool starred = star != n;
  int test = alloc();
  emit(*p, Op::MATCHSEQ, test, subject);
  truth_branch(test, false, fail_to, *p);
  uint32_t fixed = n - (starred ? 1 : 0);
  if (!starred || fixed > 0) {
    emit(*p, Op::LEN, test, subject);
    compare_length(test, starred ? ast::CmpOperator::kGtE : ast::CmpOperator::kEq, fixed, fail_to,
                   *p);
  }
  if (only_wildcards) return;
  if (starred && as<ast::MatchStar>(p->patterns[star])->name.empty()) {
    // Nobody wants the middle: fetch the ends by index. R[test] is the length.
    for (uint32_t i = 0; i < n; i++) {
      const Pattern* each = p->patterns[i];
      if (i == star || is_wildcard(each)) continue;
      int item = alloc();
      uint32_t index = i < star ? i : n - i;
      if (i < star && index <= 32767) {
        emit(*p, Op::GETIDXI, item, subject, static_cast<int>(index));
      } else {
        load_constant(ConstValue::integer(index), item, *p);
        if (i > star) emit(*p, Op::SUB, item, test, item);
        emit(*p, Op::GETIDX, item, subject, item);
      }
      pattern(each, item, fail_to, captures);
    }
    return;
  }
  int first = alloc(static_cast<int>(n));
  if (starred) {
    if (star > 255 || n - star - 1 > 255) {
      fail(*p, "too many expressions in star-unpacking sequence pattern");
    }
    emit(*p, Op::UNPACKEX, first, subject, static_cast<int>(star | (n - star - 1) << 8));
  } else {
    emit(*p, Op::UNPACK, first, subject, static_cast<int>(n));
  }
  for (uint32_t i = 0; i < n; i++) {
    pattern(p->patterns[i], first + static_cast<int>(i), fail_to, captures);
  }
}

void Unit::mapping_pattern(const ast::MatchMapping* p, int subject, Label* fail_to,
                           std::vector<Capture>* captures) {
  uint32_t n = p->keys.size;
  int test = alloc();
  emit(*p, Op::MATCHMAP, test, subject);
  truth_branch(test, false, fail_to, *p);
  if (n == 0 && p->rest.empty()) return;
  if (n > 0) {
    emit(*p, Op::LEN, test, subject);
    compare_length(test, ast::CmpOperator::kGtE, n, fail_to, *p);
  }
  std::vector<std::string> seen;
  int keys = alloc();
  int first = next_register();
  for (const Expr* e : p->keys) {
    ConstValue v;
    if (folded(e, &v)) {
      std::string key;
      append_key(v, &key);
      for (const std::string& other : seen) {
        if (other == key)
          fail(*p, "mapping pattern checks duplicate key (" + repr_of_key(v, e) + ")");
      }
      seen.push_back(std::move(key));
    }
    push(e);
  }
  emit(*p, Op::TUPLE, keys, n ? first : keys, static_cast<int>(n));
  free_to(first);
  if (n > 0) {
    int values = alloc();
    emit(*p, Op::MATCHKEYS, values, subject, keys);
    branch(*p, Op::JNONE, values, fail_to);
    int item = alloc(static_cast<int>(n));
    emit(*p, Op::UNPACK, item, values, static_cast<int>(n));
    for (uint32_t i = 0; i < n; i++) {
      pattern(p->patterns[i], item + static_cast<int>(i), fail_to, captures);
    }
  }
  if (!p->rest.empty()) {
    int rest = alloc();
    emit(*p, Op::MATCHREST, rest, subject, keys);
    capture(p->rest, rest, *p, captures);
  }
}

void Unit::class_pattern(const ast::MatchClass* p, int subject, Label* fail_to,
                         std::vector<Capture>* captures) {
  std::vector<ConstValue> names;
  for (uint32_t i = 0; i < p->kwd_attrs.size; i++) {
    for (uint32_t j = 0; j < i; j++) {
      if (p->kwd_attrs[i] == p->kwd_attrs[j]) {
        fail(*p->kwd_patterns[i],
             "attribute name repeated in class pattern: " + std::string(p->kwd_attrs[i]));
      }
    }
    names.push_back(ConstValue::text(p->kwd_attrs[i]));
  }
  uint32_t n = p->patterns.size + p->kwd_patterns.size;
  int result = push(p->cls);
  int how = small_constant(ConstValue::tuple(
      {ConstValue::integer(p->patterns.size), ConstValue::tuple(std::move(names))}));
  emit(*p, Op::MATCHCLASS, result, subject, how);
  branch(*p, Op::JNONE, result, fail_to);
  if (n == 0) return;
  int first = alloc(static_cast<int>(n));
  emit(*p, Op::UNPACK, first, result, static_cast<int>(n));
  for (uint32_t i = 0; i < n; i++) {
    const Pattern* each =
        i < p->patterns.size ? p->patterns[i] : p->kwd_patterns[i - p->patterns.size];
    pattern(each, first + static_cast<int>(i), fail_to, captures);
  }
}

void Unit::or_pattern(const ast::MatchOr* p, int subject, Label* fail_to,
                      std::vector<Capture>* captures) {
  // Every alternative leaves its captures in the registers the first one chose.
  std::vector<Capture> common;
  Label success;
  for (uint32_t i = 0; i < p->patterns.size; i++) {
    const Pattern* each = p->patterns[i];
    bool last = i + 1 == p->patterns.size;
    if (auto* any = irrefutable(each); any && !last) fail_unreachable(any);
    Label next;
    std::vector<Capture> mine;
    int mark = next_register();
    if (i == 0) {
      // Names are few; room for them below what the alternative needs is made by looking first.
      std::vector<Capture> names;
      names_of(each, &names);
      for (Capture& c : names) c.reg = alloc();
      common = std::move(names);
      mark = next_register();
    }
    pattern(each, subject, last ? fail_to : &next, &mine);
    bool same = mine.size() == common.size();
    for (const Capture& to : common) {
      const Capture* from = nullptr;
      for (const Capture& c : mine) {
        if (c.name == to.name) from = &c;
      }
      if (!from) {
        same = false;
        break;
      }
      move(*each, to.reg, from->reg);
    }
    if (!same) fail(*p, "alternative patterns bind different names");
    free_to(mark);
    if (!last) jump(*each, &success);
    place(&next);
  }
  place(&success);
  for (const Capture& c : common) capture(c.name, c.reg, c.pos, captures);
}

// The names a pattern binds, in order; registers are left open.
void Unit::names_of(const Pattern* p, std::vector<Capture>* names) {
  auto add = [&](std::string_view n) {
    if (!n.empty()) names->push_back({n, -1, *p});
  };
  switch (p->kind) {
    case PatternKind::kMatchSequence:
      for (const Pattern* each : as<ast::MatchSequence>(p)->patterns) names_of(each, names);
      return;
    case PatternKind::kMatchMapping: {
      auto* m = as<ast::MatchMapping>(p);
      for (const Pattern* each : m->patterns) names_of(each, names);
      add(m->rest);
      return;
    }
    case PatternKind::kMatchClass: {
      auto* c = as<ast::MatchClass>(p);
      for (const Pattern* each : c->patterns) names_of(each, names);
      for (const Pattern* each : c->kwd_patterns) names_of(each, names);
      return;
    }
    case PatternKind::kMatchStar: add(as<ast::MatchStar>(p)->name); return;
    case PatternKind::kMatchAs: {
      auto* a = as<ast::MatchAs>(p);
      if (a->pattern) names_of(a->pattern, names);
      add(a->name);
      return;
    }
    case PatternKind::kMatchOr: return names_of(as<ast::MatchOr>(p)->patterns[0], names);
    default: return;
  }
}

}  // namespace baton::compiler
