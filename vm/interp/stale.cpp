// Registers that hold nothing, though a word lies in them: made unbound before a collection that a
// script asked for.
//
// A frame's registers are not cleared when it begins, and the collector takes every word in them for
// a reference, so that a value of an earlier call can seem alive. That only delays its end, except
// where a script asks for a collection and looks at what died. A register counts as written if any
// instruction before the running one, or in a loop around it, writes it: a coarse answer, but never
// wrong in the harmful direction. Temporaries lie above each other, so nothing above the arguments of
// the innermost call is in use. Lock held; allocates nothing.
#include <algorithm>
#include <string_view>
#include <vector>

#include "vm/bytecode/opcodes.h"
#include "vm/interp/interp.h"
#include "vm/native/native.h"

namespace baton {
namespace {

constexpr size_t kSlack = 1024;  // as far above a frame as the collector looks

// How far from R[a] on a group operand may be written; too many does no harm.
size_t group_size(Op op, Insn i) {
  switch (op) {
    case Op::UNPACK: return i.c;
    case Op::UNPACKEX: return size_t{i.c & 0xffu} + (i.c >> 8) + 1;
    default: return 4;
  }
}

void written_registers(const Code* code, size_t at, std::vector<bool>* out) {
  const CodeBlob& b = *code->blob;
  auto mark = [&](size_t r, size_t n = 1) {
    for (; n > 0 && r < out->size(); --n) (*out)[r++] = true;
  };
  mark(0, static_cast<size_t>(b.parameter_slots()));
  if (b.flags & (kCodeClassBody | kCodeNameMode)) mark(0);
  for (const ExcEntry& e : b.handlers) mark(e.reg, 2);
  // The blob's instructions are the ones that run, but for quickening.
  size_t end = at + 1;
  for (size_t i = 0; i < b.code.size(); ++i) {
    Insn insn = b.code[i];
    auto op = static_cast<Op>(insn.op);
    const OpInfo& info = op_info(op);
    size_t next = i + 1 + info.cache_words;
    int64_t jump = 0;
    if (info.operands[1] == 'L') jump = operand_bc(insn);
    if (info.operands[2] == 'J') jump = static_cast<int16_t>(insn.c);
    if (jump < 0 && next > end && static_cast<int64_t>(next) + jump < static_cast<int64_t>(end))
      end = next;
    i = next - 1;
  }
  for (size_t i = 0; i < end && i < b.code.size(); ++i) {
    Insn insn = b.code[i];
    auto op = static_cast<Op>(insn.op);
    const OpInfo& info = op_info(op);
    const uint16_t operand[3] = {insn.a, insn.b, insn.c};
    for (int k = 0; k < 3; ++k) {
      char c = info.operands[k];
      if (c == 'D' || c == 'X') mark(operand[k]);
      if (c == 'W' && k == 0) mark(operand[k], group_size(op, insn));
    }
    i += info.cache_words;
  }
}

// Clears what was never written of R[0, n) in a frame of `code` that is at pc.
void clear_unwritten(Value* window, size_t n, Value consts, const Insn* pc) {
  if (!is<Code>(consts)) return;
  Code* code = as<Code>(consts);
  if (!code->blob || pc < code->insns || pc >= code->insns + code->insn_count) return;
  std::vector<bool> written(std::min<size_t>(n, code->registers), false);
  written_registers(code, static_cast<size_t>(pc - code->insns), &written);
  for (size_t r = 0; r < written.size(); ++r) {
    if (!written[r]) window[r] = Value::unbound();
  }
}

bool is_call(Insn i, bool* with_self) {
  std::string_view name = op_info(static_cast<Op>(i.op)).name;
  *with_self = name.starts_with("CALLM");
  return name.starts_with("CALL") && static_cast<Op>(i.op) != Op::CALLEX;
}

// The end of the arguments, if the running instruction itself calls the builtin; else null: builtins in
// between may have something above the frame.
Value* direct_call_end(Thread* t, const NativeDef* running) {
  if (!t->pc) return nullptr;
  Insn i = *t->pc;
  bool with_self;
  if (!is_call(i, &with_self)) return nullptr;
  NativeFunction* f = try_as<NativeFunction>(t->window[i.a]);
  if (!f || f->def != running) return nullptr;
  return t->window + i.a + 1 + i.b + (with_self ? 1 : 0);
}

// Where the operands end, if the running instruction calls a builtin method of `object` or works on it
// with an operator, an item or a slice. Temporaries are used last in, first out, so the operands are the
// uppermost, unless all of them are variables.
Value* direct_use_end(Thread* t, Value object) {
  if (!t->pc || !t->code()->blob) return nullptr;
  Insn i = *t->pc;
  bool with_self;
  if (is_call(i, &with_self)) {
    if (!with_self || t->window[i.a + 1] != object || !is<NativeFunction>(t->window[i.a]))
      return nullptr;
    return t->window + i.a + 2 + i.b;
  }
  const char* operands = op_info(static_cast<Op>(i.op)).operands;
  const uint16_t operand[3] = {i.a, i.b, i.c};
  size_t top = 0;
  bool found = false;
  for (int k = 0; k < 3; ++k) {
    if (operands[k] != 'S' && operands[k] != 'W') continue;
    found |= t->window[operand[k]] == object;
    top = std::max<size_t>(top, operand[k] + (operands[k] == 'W' ? 3u : 1u));
  }
  if (!found) return nullptr;
  for (const LocalName& l : t->code()->blob->locals) {
    if (l.reg + 1u >= top) return window_end(t);
  }
  return t->window + top;
}

char* forget_above(Thread* t, Value* top);

}  // namespace

char* forget_stale_registers(Thread* t, const NativeDef* running) {
  return forget_above(t, direct_call_end(t, running));
}
char* forget_stale_registers(Thread* t, Value object) {
  return forget_above(t, direct_use_end(t, object));
}

namespace {

char* forget_above(Thread* t, Value* top) {
  Value* limit = window_end(t);
  if (top) {
    limit = std::min(limit, top);
    Value* end = std::min(reinterpret_cast<Value*>(t->control), window_end(t) + kSlack);
    if (top < end) std::fill(top, end, Value::unbound());
  }
  const Insn* pc = t->pc;
  Value* window = t->window;
  Value* consts = t->consts;
  for (Control* c = t->control;; ++c) {
    if (window && consts && limit > window)
      clear_unwritten(window, static_cast<size_t>(limit - window), consts[-1], pc);
    if (c >= t->stack_top || !c->window) break;
    // A generator's frame has two words below its window, any other one.
    limit = window - 2;
    pc = c->pc;
    window = c->window;
    consts = c->consts;
    if (!consts) break;
  }
  return top ? loop_stack_low() : nullptr;
}

}  // namespace

}  // namespace baton
