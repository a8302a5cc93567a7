// The opcode enumeration and the metadata of each opcode, both made from opcodes.def.
//
// Plain data, no state, no lock. What an instruction means stands in opcodes.def; how it runs,
// in vm/interp/. Nothing else may list opcodes.
#pragma once
#include <cstdint>

namespace baton {

// One instruction word. Cache words of an opcode follow it and have no fixed layout here.
struct Insn {
  uint16_t op, a, b, c;
};
static_assert(sizeof(Insn) == 8);

enum class Op : uint16_t {
#define OP(name, operands, cache, doc) name,
#define QOP(name, operands, cache, doc) name,
#include "vm/bytecode/opcodes.def"
#undef OP
#undef QOP
};

inline constexpr int kOpCount = 0
#define OP(name, operands, cache, doc) +1
#define QOP(name, operands, cache, doc) +1
#include "vm/bytecode/opcodes.def"
#undef OP
#undef QOP
    ;

struct OpInfo {
  const char* name;
  const char* operands;  // three letters, see opcodes.def
  uint8_t cache_words;
  bool quick;  // written by the VM only
  const char* doc;
};

extern const OpInfo kOpInfo[kOpCount];

inline const OpInfo& op_info(Op op) { return kOpInfo[static_cast<int>(op)]; }

// The 32-bit operand that spans b (low half) and c (high half).
inline int32_t operand_bc(Insn i) {
  return static_cast<int32_t>(uint32_t(i.b) | uint32_t(i.c) << 16);
}
inline void set_operand_bc(Insn& i, int32_t v) {
  i.b = static_cast<uint16_t>(v);
  i.c = static_cast<uint16_t>(static_cast<uint32_t>(v) >> 16);
}
inline Insn make_insn(Op op, int a = 0, int b = 0, int c = 0) {
  return {static_cast<uint16_t>(op), static_cast<uint16_t>(a), static_cast<uint16_t>(b),
          static_cast<uint16_t>(c)};
}

}  // namespace baton
