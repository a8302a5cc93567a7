// Looking up the source position of an instruction.
#include <algorithm>

#include "vm/bytecode/code_blob.h"

namespace baton {

SourcePos position_at(const CodeBlob& blob, uint32_t index) {
  auto after = std::upper_bound(blob.positions.begin(), blob.positions.end(), index,
                                [](uint32_t i, const PosEntry& e) { return i < e.at; });
  if (after == blob.positions.begin()) return {};
  return std::prev(after)->pos;
}

}  // namespace baton
