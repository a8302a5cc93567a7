// The verifier: every rule of code_blob.h, checked on a blob from anywhere.
//
// It trusts nothing: any bit pattern in any field gives a verdict, never a crash, in time linear in
// the size of the blob. What it accepts, the interpreter may run without checking an operand.
// What it does not check: that a register holds what an opcode expects of it (a cell, an iteration
// state, a list); the code generator answers for that.
#include <string>
#include <unordered_set>
#include <vector>

#include "vm/bytecode/code_blob.h"

namespace baton {

namespace {

// What a constant operand must be.
enum class Wanted { kAny, kName, kTuple };

Wanted wanted_constant(Op op, int operand) {
  switch (op) {
    case Op::CHECKBOUND:
    case Op::GETGLOBAL:
    case Op::SETGLOBAL:
    case Op::DELGLOBAL:
    case Op::GETCELL:
    case Op::DELCELL:
    case Op::GETFREE:
    case Op::DELFREE:
    case Op::LOADNAME:
    case Op::STORENAME:
    case Op::DELNAME:
    case Op::LOADCLASSFREE:
    case Op::LOADCLASSCELL:
    case Op::GETATTR:
    case Op::SETATTR:
    case Op::DELATTR:
    case Op::LOADMETH:
    case Op::SUPERMETH:
    case Op::IMPORTFROM: return Wanted::kName;
    case Op::IMPORT: return operand == 1 ? Wanted::kName : Wanted::kTuple;
    case Op::LISTK:
    case Op::CALLKW:
    case Op::CALLMKW:
    case Op::MATCHCLASS: return Wanted::kTuple;
    default: return Wanted::kAny;
  }
}

bool uses_namespace(Op op) {
  return op == Op::LOADNAME || op == Op::STORENAME || op == Op::DELNAME ||
         op == Op::LOADCLASSFREE || op == Op::LOADCLASSCELL;
}

// How many registers a W operand spans.
uint32_t extent(const Insn& i, int operand) {
  switch (static_cast<Op>(i.op)) {
    case Op::SLICE:
    case Op::GETSLICE:
    case Op::SETSLICE: return 3;
    case Op::LIST:
    case Op::TUPLE:
    case Op::SET:
    case Op::BUILDSTR: return i.c;
    case Op::DICT: return 2u * i.c;
    case Op::UNPACK: return i.c;
    case Op::UNPACKEX: return (i.c & 0xFFu) + 1 + (i.c >> 8);
    case Op::GETITER:
    case Op::FORITER: return 4;
    case Op::LOADMETH:
    case Op::SUPERMETH: return operand == 0 ? 2 : 1;
    case Op::CALL:
    case Op::CALLKW: return 1u + i.b;
    case Op::CALLM:
    case Op::CALLMKW: return 2u + i.b;
    case Op::CALLEX:
    case Op::WITHENTER: return 3;
    case Op::BUILDCLASS: return 4;
    case Op::EXCGROUPMATCH:
    case Op::EXCGROUPEND:
    case Op::WITHEXIT:
    case Op::WITHEXC: return 2;
    default: return 1;
  }
}

bool ends_flow(Op op) {
  return op == Op::JMP || op == Op::RET || op == Op::RETNONE || op == Op::RETGEN ||
         op == Op::RAISE || op == Op::RERAISE;
}

class Verifier {
 public:
  explicit Verifier(const CodeBlob& b) : b_(b) {}

  // Fills fault_; the nested blobs are the caller's business.
  std::string run() {
    if (frame() && constants() && instructions() && control_flow() && tables()) return {};
    return "code '" + b_.qualname + "': " + fault_;
  }

 private:
  bool fault(std::string text) {
    fault_ = std::move(text);
    return false;
  }
  bool fault_at(size_t i, const std::string& text) {
    return fault("instruction " + std::to_string(i) + " (" +
                 op_info(static_cast<Op>(b_.code[i].op)).name + "): " + text);
  }

  bool frame() {
    int slots = b_.parameter_slots();
    if (slots > b_.registers) return fault("more parameters than registers");
    if (b_.positional_only > b_.positional) return fault("more positional-only than positional");
    if (b_.locals.size() < static_cast<size_t>(slots)) return fault("a parameter has no name");
    for (size_t i = 0; i < b_.locals.size(); i++) {
      if (b_.locals[i].reg >= b_.registers) return fault("a local's register is out of range");
      if (i < static_cast<size_t>(slots) && b_.locals[i].reg != i) {
        return fault("parameters are not the first registers");
      }
    }
    if (b_.captures.size() != b_.free_names.size()) return fault("captures without names");
    if (b_.captures.size() > 0xFFFF) return fault("too many captures");
    if ((b_.flags & (kCodeClassBody | kCodeNameMode)) && slots != 1) {
      return fault("a namespace is not the one parameter");
    }
    if (b_.code.empty()) return fault("no code");
    if (b_.code.size() > INT32_MAX / 2) return fault("too much code");
    if (b_.inplace.size() > b_.code.size()) return fault("inplace map is too long");
    return true;
  }

  bool constants() {
    for (size_t i = 0; i < b_.constants.size(); i++) {
      const Const& c = b_.constants[i];
      switch (c.kind) {
        case Const::Kind::kTuple:
        case Const::Kind::kFrozenSet:
          for (uint32_t item : c.items) {
            // An earlier index: so no constant contains itself.
            if (item >= i) return fault("constant " + std::to_string(i) + " names a later one");
            if (b_.constants[item].kind == Const::Kind::kCode) {
              return fault("constant " + std::to_string(i) + " holds code");
            }
          }
          break;
        case Const::Kind::kCode:
          if (!c.code) return fault("constant " + std::to_string(i) + " has no code");
          break;
        case Const::Kind::kBigInt: {
          std::string_view digits = c.s;
          if (!digits.empty() && digits[0] == '-') digits.remove_prefix(1);
          if (digits.empty() ||
              digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) {
            return fault("constant " + std::to_string(i) + " is not a number");
          }
          break;
        }
        case Const::Kind::kNone:
        case Const::Kind::kTrue:
        case Const::Kind::kFalse:
        case Const::Kind::kEllipsis:
        case Const::Kind::kInt:
        case Const::Kind::kFloat:
        case Const::Kind::kComplex:
        case Const::Kind::kStr:
        case Const::Kind::kBytes: break;
        default: return fault("constant " + std::to_string(i) + " has no known kind");
      }
    }
    return true;
  }

  bool is_str_tuple(const Const& c) const {
    if (c.kind != Const::Kind::kTuple) return false;
    for (uint32_t item : c.items) {
      if (b_.constants[item].kind != Const::Kind::kStr) return false;
    }
    return true;
  }

  // The operands of instruction `i`; opcode and constants have been checked.
  bool operands(size_t i) {
    const Insn& insn = b_.code[i];
    Op op = static_cast<Op>(insn.op);
    const OpInfo& info = op_info(op);
    const uint16_t words[3] = {insn.a, insn.b, insn.c};
    for (int k = 0; k < 3; k++) {
      switch (info.operands[k]) {
        case 'D':
        case 'S':
        case 'X':
          if (words[k] >= b_.registers) return fault_at(i, "register out of range");
          break;
        case 'W':
          if (words[k] + extent(insn, k) > b_.registers)
            return fault_at(i, "registers out of range");
          break;
        case 'K':
          if (words[k] >= b_.constants.size()) return fault_at(i, "constant out of range");
          if (!constant_kind(op, k, b_.constants[words[k]])) {
            return fault_at(i, "constant of the wrong kind");
          }
          break;
        case 'Q': {
          uint32_t index = static_cast<uint32_t>(operand_bc(insn));
          if (index >= b_.constants.size()) return fault_at(i, "constant out of range");
          bool code = b_.constants[index].kind == Const::Kind::kCode;
          if (code != (op == Op::MAKEFUNC)) return fault_at(i, "constant of the wrong kind");
          break;
        }
        case '_':
        case 'I':
        case 'U':
        case 'J':
        case 'L': break;
        default: return fault_at(i, "unknown operand");
      }
    }
    return special(i, insn, op);
  }

  bool constant_kind(Op op, int operand, const Const& c) const {
    switch (wanted_constant(op, operand)) {
      case Wanted::kName: return c.kind == Const::Kind::kStr;
      case Wanted::kTuple: return c.kind == Const::Kind::kTuple;
      case Wanted::kAny: return c.kind != Const::Kind::kCode;
    }
    return false;
  }

  // What single opcodes ask for beyond their operand letters.
  bool special(size_t i, const Insn& insn, Op op) {
    bool generator = (b_.flags & kCodeGenerator) != 0;
    if (uses_namespace(op) && !(b_.flags & (kCodeClassBody | kCodeNameMode))) {
      return fault_at(i, "no namespace here");
    }
    switch (op) {
      case Op::GETFREE:
      case Op::DELFREE:
      case Op::SETFREE:
      case Op::LOADFREECELL:
      case Op::LOADCLASSFREE:
        if (insn.b >= b_.captures.size()) return fault_at(i, "captured cell out of range");
        return true;
      case Op::RET:
      case Op::RETNONE:
        if (generator) return fault_at(i, "in a generator");
        return true;
      case Op::YIELD:
        if (!generator) return fault_at(i, "outside a generator");
        if (insn.c > b_.registers) return fault_at(i, "register out of range");
        return true;
      case Op::RETGEN:
      case Op::SEND:
        if (!generator) return fault_at(i, "outside a generator");
        return true;
      case Op::SUPERMETH:
        if (insn.b + 3u > b_.registers) return fault_at(i, "registers out of range");
        return true;
      case Op::FORMATSPEC:
        if (insn.b + 2u > b_.registers) return fault_at(i, "registers out of range");
        [[fallthrough]];
      case Op::FORMAT:
        if (insn.c != 0 && insn.c != 's' && insn.c != 'r' && insn.c != 'a') {
          return fault_at(i, "unknown conversion");
        }
        return true;
      case Op::ENDCATCH:
        if (insn.a + 2u > b_.registers) return fault_at(i, "registers out of range");
        return true;
      case Op::RAISE:
        if (insn.c > 2) return fault_at(i, "unknown form");
        return true;
      case Op::CALLKW:
      case Op::CALLMKW: {
        const Const& names = b_.constants[insn.c];
        if (!is_str_tuple(names)) return fault_at(i, "keyword names are not strings");
        if (names.items.size() > insn.b) return fault_at(i, "more keywords than arguments");
        return true;
      }
      case Op::IMPORT: {
        const Const& how = b_.constants[insn.c];
        if (how.items.size() != 2 || b_.constants[how.items[1]].kind != Const::Kind::kInt) {
          return fault_at(i, "malformed import");
        }
        const Const& names = b_.constants[how.items[0]];
        if (names.kind != Const::Kind::kNone && !is_str_tuple(names)) {
          return fault_at(i, "malformed import");
        }
        return true;
      }
      case Op::MATCHCLASS: {
        const Const& how = b_.constants[insn.c];
        if (how.items.size() != 2 || b_.constants[how.items[0]].kind != Const::Kind::kInt ||
            b_.constants[how.items[0]].i < 0 || !is_str_tuple(b_.constants[how.items[1]])) {
          return fault_at(i, "malformed class pattern");
        }
        return true;
      }
      case Op::MAKEFUNC: {
        uint16_t extras = b_.code[i + 1].a;
        if (extras != 0xFFFF && extras + 4u > b_.registers) {
          return fault_at(i, "registers out of range");
        }
        const CodeBlob& code = *b_.constants[static_cast<uint32_t>(operand_bc(insn))].code;
        for (const Capture& c : code.captures) {
          if (c.index >= (c.from_free ? b_.captures.size() : size_t{b_.registers})) {
            return fault_at(i, "capture out of range");
          }
        }
        return true;
      }
      default: return true;
    }
  }

  bool instructions() {
    size_t n = b_.code.size();
    starts_.assign(n, false);
    for (size_t i = 0; i < n;) {
      const Insn& insn = b_.code[i];
      if (insn.op >= kOpCount) {
        return fault("instruction " + std::to_string(i) + ": no such opcode");
      }
      Op op = static_cast<Op>(insn.op);
      const OpInfo& info = op_info(op);
      if (info.quick || op == Op::HALT) return fault_at(i, "not for blobs");
      if (n - i <= info.cache_words) return fault_at(i, "cache words missing");
      for (size_t k = 1; k <= info.cache_words; k++) {
        const Insn& w = b_.code[i + k];
        bool extras = op == Op::MAKEFUNC && k == 1;
        if (w.op || (w.a && !extras) || w.b || w.c) return fault_at(i, "cache words in use");
      }
      if (!operands(i)) return false;
      starts_[i] = true;
      last_ = i;
      i += 1 + info.cache_words;
    }
    return true;
  }

  bool is_start(int64_t i) const {
    return i >= 0 && i < static_cast<int64_t>(starts_.size()) && starts_[static_cast<size_t>(i)];
  }

  bool control_flow() {
    for (size_t i = 0; i < b_.code.size(); i++) {
      if (!starts_[i]) continue;
      const Insn& insn = b_.code[i];
      const OpInfo& info = op_info(static_cast<Op>(insn.op));
      int64_t next = static_cast<int64_t>(i) + 1 + info.cache_words;
      for (int k = 0; k < 3; k++) {
        int64_t offset = 0;
        if (info.operands[k] == 'L') {
          offset = operand_bc(insn);
        } else if (info.operands[k] == 'J') {
          offset = static_cast<int16_t>(k == 1 ? insn.b : insn.c);
        } else {
          continue;
        }
        if (!is_start(next + offset)) return fault_at(i, "jump to no instruction");
      }
    }
    if (!ends_flow(static_cast<Op>(b_.code[last_].op)))
      return fault_at(last_, "code falls off the end");
    return true;
  }

  bool tables() {
    for (const ExcEntry& h : b_.handlers) {
      if (h.start >= h.end || h.end > b_.code.size() || !is_start(h.start) ||
          (h.end < b_.code.size() && !is_start(h.end))) {
        return fault("a protected range is malformed");
      }
      if (!is_start(h.handler)) return fault("a handler is no instruction");
      if (h.reg + 2u > b_.registers) return fault("a handler's registers are out of range");
    }
    for (size_t i = 1; i < b_.positions.size(); i++) {
      if (b_.positions[i].at <= b_.positions[i - 1].at) return fault("positions are not sorted");
    }
    return true;
  }

  const CodeBlob& b_;
  std::string fault_;
  std::vector<bool> starts_;
  size_t last_ = 0;
};

}  // namespace

std::string verify(const CodeBlob& blob) {
  if (!blob.captures.empty()) return "code '" + blob.qualname + "': captures of nobody";
  // Nested blobs by a list, not by recursion: nesting has no limit here, nor need it be a tree.
  std::vector<const CodeBlob*> todo{&blob};
  std::unordered_set<const CodeBlob*> seen{&blob};
  while (!todo.empty()) {
    const CodeBlob* b = todo.back();
    todo.pop_back();
    std::string fault = Verifier(*b).run();
    if (!fault.empty()) return fault;
    for (const Const& c : b->constants) {
      if (c.kind == Const::Kind::kCode && seen.insert(c.code.get()).second) {
        todo.push_back(c.code.get());
      }
    }
  }
  return {};
}

}  // namespace baton
