// The metadata table of the opcodes, from opcodes.def.
#include "vm/bytecode/opcodes.h"

namespace baton {

const OpInfo kOpInfo[kOpCount] = {
#define OP(name, operands, cache, doc) {#name, operands, cache, false, doc},
#define QOP(name, operands, cache, doc) {#name, operands, cache, true, doc},
#include "vm/bytecode/opcodes.def"
#undef OP
#undef QOP
};

}  // namespace baton
