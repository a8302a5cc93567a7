// Registers, labels and words of one unit of code. See assembler.h.
#include "compiler/assembler.h"

#include "compiler/scope.h"

namespace baton::compiler {

namespace {
constexpr int kMaxRegisters = 65535;
constexpr size_t kMaxCode = size_t{1} << 26;  // words; nested finally bodies multiply
}  // namespace

void RegisterSet::add(int r) {
  if (r < 64) {
    first_ |= uint64_t{1} << r;
    return;
  }
  size_t w = static_cast<size_t>(r) >> 6;
  if (rest_.size() < w) rest_.resize(w);
  rest_[w - 1] |= uint64_t{1} << (r & 63);
}

void RegisterSet::remove(int r) {
  if (r < 64) {
    first_ &= ~(uint64_t{1} << r);
  } else if (static_cast<size_t>(r) >> 6 <= rest_.size()) {
    rest_[(static_cast<size_t>(r) >> 6) - 1] &= ~(uint64_t{1} << (r & 63));
  }
}

void RegisterSet::remove_all(const RegisterSet& other) {
  first_ &= ~other.first_;
  for (size_t i = 0; i < rest_.size() && i < other.rest_.size(); i++) rest_[i] &= ~other.rest_[i];
}

void RegisterSet::keep_only(const RegisterSet& other) {
  first_ &= other.first_;
  if (rest_.size() > other.rest_.size()) rest_.resize(other.rest_.size());
  for (size_t i = 0; i < rest_.size(); i++) rest_[i] &= other.rest_[i];
}

Assembler::Assembler(AssemblyHints hints) : hints_(std::move(hints)) {
  for (const ConstValue& v : hints_.first) small_constant(v);
}

// ---- registers -------------------------------------------------------------------------------

int Assembler::alloc(int count) {
  int r = next_reg_;
  next_reg_ += count;
  if (next_reg_ > most_regs_) {
    most_regs_ = next_reg_;
    if (most_regs_ > kMaxRegisters) {
      fail({}, "too many local variables or too large an expression");
    }
  }
  return r;
}

// ---- flow ------------------------------------------------------------------------------------

void Assembler::flow_to(Label* label) {
  if (!label->reached) {
    label->reached = true;
    label->bound = bound_;
  } else {
    label->bound.keep_only(bound_);
  }
}

// A jump to the very next instruction goes away, unless something already points behind it.
void Assembler::drop_idle_jump(Label* label) {
  if (label->jumps.empty() || marked_ == here()) return;
  std::vector<Insn>& code = blob_->code;
  uint32_t last = label->jumps.back();
  if (last + 1 != code.size() || static_cast<Op>(code[last].op) != Op::JMP) return;
  label->jumps.pop_back();
  code.pop_back();
  if (!blob_->positions.empty() && blob_->positions.back().at == last) blob_->positions.pop_back();
}

void Assembler::place(Label* label) {
  drop_idle_jump(label);
  if (reachable_ || label->reached) marked_ = here();
  label->at = static_cast<int32_t>(here());
  if (reachable_) flow_to(label);
  if (label->reached) {
    reachable_ = true;
    bound_ = label->bound;
  }
  for (uint32_t j : label->jumps) patch(j, here());
  label->jumps.clear();
}

void Assembler::loop_head(Label* label, bool entered, const RegisterSet& state) {
  if (entered) marked_ = here();
  label->at = static_cast<int32_t>(here());
  label->reached = reachable_ = entered;
  bound_ = state;
  bound_.remove_all(deleted_);
  for (uint32_t j : label->jumps) patch(j, here());
  label->jumps.clear();
}

void Assembler::enter_handler(const RegisterSet& bound, bool reachable) {
  marked_ = here();
  reachable_ = reachable;
  bound_ = bound;
  bound_.remove_all(deleted_);
}

// ---- instructions ----------------------------------------------------------------------------

void Assembler::note_position(const ast::Position& p) {
  std::vector<PosEntry>& all = blob_->positions;
  SourcePos pos{p.line, p.end_line, p.line > 0 ? p.col : -1, p.line > 0 ? p.end_col : -1};
  if (!all.empty()) {
    const SourcePos& last = all.back().pos;
    if (last.line == pos.line && last.end_line == pos.end_line && last.col == pos.col &&
        last.end_col == pos.end_col) {
      return;
    }
  }
  all.push_back({here(), pos});
}

int Assembler::emit(const ast::Position& pos, Op op, int a, int b, int c) {
  if (!reachable_) return -1;
  std::vector<Insn>& code = blob_->code;
  if (code.size() > kMaxCode) fail(pos, "the code is too large");
  note_position(pos);
  int index = static_cast<int>(code.size());
  code.push_back(make_insn(op, a, b, c));
  for (int i = op_info(op).cache_words; i > 0; i--) code.push_back(Insn{0, 0, 0, 0});
  return index;
}

int Assembler::emit_wide(const ast::Position& pos, Op op, int a, uint32_t bc) {
  int index = emit(pos, op, a);
  if (index >= 0) set_operand_bc(at(index), static_cast<int32_t>(bc));
  return index;
}

int Assembler::emit_inplace(const ast::Position& pos, Op op, int a, int b, int c) {
  int index = emit(pos, op, a, b, c);
  if (index >= 0) {
    blob_->inplace.resize(static_cast<size_t>(index) + 1);
    blob_->inplace[static_cast<size_t>(index)] = true;
  }
  return index;
}

void Assembler::move(const ast::Position& pos, int to, int from) {
  if (to != from) emit(pos, Op::MOVE, to, from);
}

// ---- jumps -----------------------------------------------------------------------------------

void Assembler::patch(uint32_t index, uint32_t target) {
  Insn& insn = blob_->code[index];
  const OpInfo& info = op_info(static_cast<Op>(insn.op));
  int64_t offset = int64_t{target} - (int64_t{index} + 1 + info.cache_words);
  for (int i = 0; i < 3; i++) {
    if (info.operands[i] == 'L') {
      set_operand_bc(insn, static_cast<int32_t>(offset));
    } else if (info.operands[i] == 'J') {
      if (offset < INT16_MIN || offset > INT16_MAX) far_jump_ = true;
      (i == 1 ? insn.b : insn.c) = static_cast<uint16_t>(offset);
    }
  }
}

void Assembler::jump(const ast::Position& pos, Label* to) {
  branch(pos, Op::JMP, 0, to);
  dead_end();
}

void Assembler::branch(const ast::Position& pos, Op op, int r, Label* to) {
  compare_branch(pos, op, r, 0, to);
}

void Assembler::compare_branch(const ast::Position& pos, Op op, int a, int b, Label* to) {
  int index = emit(pos, op, a, b);
  if (index < 0) return;
  if (to->at >= 0) {
    patch(static_cast<uint32_t>(index), static_cast<uint32_t>(to->at));
  } else {
    flow_to(to);
    to->jumps.push_back(static_cast<uint32_t>(index));
  }
}

void Assembler::send(const ast::Position& pos, int value, int iter, Label* end) {
  compare_branch(pos, Op::SEND, value, iter, end);
}

void Assembler::for_iter(const ast::Position& pos, int state, int item, Label* body) {
  if (!long_jumps()) {
    compare_branch(pos, Op::FORITER, state, item, body);
    return;
  }
  int index = emit(pos, Op::FORITER, state, item);
  if (index < 0) return;
  at(index).c = 1;
  Label out;
  branch(pos, Op::JMP, 0, &out);
  branch(pos, Op::JMP, 0, body);
  place(&out);
}

// ---- constants -------------------------------------------------------------------------------

uint32_t Assembler::constant(const ConstValue& v) {
  key_.clear();
  append_key(v, &key_);
  auto it = constant_index_.find(key_);
  if (it != constant_index_.end()) return it->second;
  std::string key = key_;
  Const c;
  c.kind = v.kind;
  c.i = v.i;
  c.f = v.f;
  c.re = v.re;
  c.s = v.s;
  c.items.reserve(v.items.size());
  for (const ConstValue& item : v.items) c.items.push_back(constant(item));
  uint32_t index = static_cast<uint32_t>(blob_->constants.size());
  blob_->constants.push_back(std::move(c));
  constant_index_.emplace(std::move(key), index);
  return index;
}

uint32_t Assembler::code_constant(std::shared_ptr<CodeBlob> code) {
  Const c;
  c.kind = Const::Kind::kCode;
  c.code = std::move(code);
  blob_->constants.push_back(std::move(c));
  return static_cast<uint32_t>(blob_->constants.size() - 1);
}

int Assembler::small_constant(const ConstValue& v) {
  uint32_t index = constant(v);
  if (index > 0xFFFF) {
    if (!hints_.first.empty()) fail({}, "too many names or constants");
    far_name_ = true;
  }
  small_used_.push_back(v);
  return static_cast<int>(index & 0xFFFF);
}

int Assembler::name(std::string_view n) {
  auto it = name_index_.find(n);
  if (it != name_index_.end()) return it->second;
  int index = small_constant(ConstValue::text(n));
  name_index_.emplace(n, index);
  return index;
}

// ---- exceptions ------------------------------------------------------------------------------

void Assembler::open(Region* region) {
  marked_ = here();
  region->from = here();
}

void Assembler::close(Region* region) {
  marked_ = here();
  if (region->from >= 0 && region->from < here()) {
    region->pieces.emplace_back(static_cast<uint32_t>(region->from), here());
  }
  region->from = -1;
}

void Assembler::add_handlers(const Region& region, uint32_t handler, int reg) {
  for (auto [start, end] : region.pieces) {
    blob_->handlers.push_back({start, end, handler, static_cast<uint16_t>(reg)});
  }
}

// ---- the end ---------------------------------------------------------------------------------

AssemblyHints Assembler::retry() const {
  AssemblyHints hints = hints_;
  hints.long_jumps |= far_jump_;
  if (far_name_) hints.first = small_used_;
  return hints;
}

std::shared_ptr<CodeBlob> Assembler::finish() {
  if (far_jump_ || far_name_) return nullptr;
  CodeBlob& b = *blob_;
  b.registers = static_cast<uint16_t>(most_regs_);
  if (any_entry_unbinds_) {
    std::vector<Insn> entry;
    for (int r = 0; r < first_temp_; r++) {
      if (entry_unbinds_.has(r)) entry.push_back(make_insn(Op::UNBIND, r));
    }
    uint32_t n = static_cast<uint32_t>(entry.size());
    b.code.insert(b.code.begin(), entry.begin(), entry.end());
    if (!b.inplace.empty()) b.inplace.insert(b.inplace.begin(), n, false);
    for (PosEntry& p : b.positions) p.at += n;
    if (!b.positions.empty()) b.positions.front().at = 0;
    for (ExcEntry& h : b.handlers) {
      h.start += n;
      h.end += n;
      h.handler += n;
    }
  }
  return std::move(blob_);
}

}  // namespace baton::compiler
