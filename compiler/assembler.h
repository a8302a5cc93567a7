// Writing one code blob: instructions, labels, constants, positions, exception regions, registers.
//
// The assembler also follows control flow as it writes. It knows whether the current point can be
// reached (code that cannot is not written) and which registers are certainly assigned there: a
// jump carries that set to its label, and a label holds what all its jumps agree on. Code that is
// entered backwards (loop heads) is entered through `loop_head`, which forgets every register that
// a `del` anywhere in the function may empty; nothing else ever takes an assignment back.
//
// When something does not fit its field (a 16-bit jump, a name's constant index), writing goes on
// and `retry()` says how to write the whole blob again.
// What does not belong here: syntax trees and scopes. No lock.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/ast.h"
#include "compiler/fold.h"
#include "vm/bytecode/code_blob.h"

namespace baton::compiler {

/// A set of registers.
class RegisterSet {
 public:
  bool has(int r) const {
    size_t w = static_cast<size_t>(r) >> 6;
    return w == 0 ? (first_ >> r) & 1 : w <= rest_.size() && (rest_[w - 1] >> (r & 63)) & 1;
  }
  void add(int r);
  void remove(int r);
  void remove_all(const RegisterSet& other);
  void keep_only(const RegisterSet& other);

 private:
  uint64_t first_ = 0;
  std::vector<uint64_t> rest_;
};

struct Label {
  int32_t at = -1;  // where it was placed
  bool reached = false;
  RegisterSet bound;
  std::vector<uint32_t> jumps;  // forward jumps to patch
};

/// Instructions whose exceptions go to one handler: everything written while it is open.
struct Region {
  std::vector<std::pair<uint32_t, uint32_t>> pieces;
  int64_t from = -1;  // open since; -1: closed
  bool any() const { return !pieces.empty(); }
};

/// What a second try at a blob needs to know of the first.
struct AssemblyHints {
  bool long_jumps = false;        // no fused compare-and-branch, far loops
  std::vector<ConstValue> first;  // constants that must get small indices
};

class Assembler {
 public:
  explicit Assembler(AssemblyHints hints);

  // ---- registers ----
  int alloc(int count = 1);  // new temporaries on top; consecutive
  int next_register() const { return next_reg_; }
  void free_to(int mark) { next_reg_ = mark; }
  /// Registers below belong to named variables.
  void end_of_locals() { first_temp_ = next_reg_; }
  bool is_local(int r) const { return r < first_temp_; }

  // ---- flow ----
  bool reachable() const { return reachable_; }
  void set_bound(int r) { bound_.add(r); }
  void set_unbound(int r) { bound_.remove(r); }
  bool is_bound(int r) const { return !reachable_ || bound_.has(r); }
  void may_be_deleted(int r) { deleted_.add(r); }
  const RegisterSet& bound() const { return bound_; }
  /// The state at an exception handler for code entered with `bound`.
  void enter_handler(const RegisterSet& bound, bool reachable);
  /// A register that must be empty when the function starts.
  void unbind_at_entry(int r) {
    entry_unbinds_.add(r);
    any_entry_unbinds_ = true;
  }

  // ---- instructions ----
  /// Writes one instruction (and its cache words). Returns its index, or -1 if unreachable.
  int emit(const ast::Position& pos, Op op, int a = 0, int b = 0, int c = 0);
  int emit_wide(const ast::Position& pos, Op op, int a, uint32_t bc);
  /// As emit, noting that the operation is an augmented assignment.
  int emit_inplace(const ast::Position& pos, Op op, int a, int b, int c);
  void move(const ast::Position& pos, int to, int from);
  Insn& at(int index) { return blob_->code[static_cast<size_t>(index)]; }
  uint32_t here() const { return static_cast<uint32_t>(blob_->code.size()); }
  /// The end of a path: what follows is not reached from here.
  void dead_end() { reachable_ = false; }

  // ---- jumps ----
  void jump(const ast::Position& pos, Label* to);
  /// JT, JF, JNONE, JNOTNONE on R[r].
  void branch(const ast::Position& pos, Op op, int r, Label* to);
  /// A fused comparison (16-bit offset). Not with long_jumps().
  void compare_branch(const ast::Position& pos, Op op, int a, int b, Label* to);
  void send(const ast::Position& pos, int value, int iter, Label* end);
  void for_iter(const ast::Position& pos, int state, int item, Label* body);
  void place(Label* label);
  /// Places a label that later code jumps back to. `entered` says that control gets here.
  void loop_head(Label* label, bool entered, const RegisterSet& state);
  bool long_jumps() const { return hints_.long_jumps; }

  // ---- constants ----
  uint32_t constant(const ConstValue& value);
  uint32_t code_constant(std::shared_ptr<CodeBlob> code);
  /// Index, below 65536, of the string constant `name`, which must live as long as the tree.
  int name(std::string_view name);
  /// Index, below 65536, of any constant.
  int small_constant(const ConstValue& value);

  // ---- exceptions ----
  void open(Region* region);
  void close(Region* region);
  void add_handlers(const Region& region, uint32_t handler, int reg);

  CodeBlob& blob() { return *blob_; }
  /// Ends the blob: patches, entry code. Null if it must be written again with retry().
  std::shared_ptr<CodeBlob> finish();
  AssemblyHints retry() const;

 private:
  void flow_to(Label* label);
  void drop_idle_jump(Label* label);
  void patch(uint32_t insn, uint32_t target);
  void note_position(const ast::Position& pos);

  std::shared_ptr<CodeBlob> blob_ = std::make_shared<CodeBlob>();
  AssemblyHints hints_;
  int next_reg_ = 0;
  int first_temp_ = 0;
  int most_regs_ = 0;
  uint32_t marked_ = 0;  // the last place that a label or region refers to
  bool reachable_ = true;
  bool any_entry_unbinds_ = false;
  bool far_jump_ = false;  // a 16-bit offset overflowed
  bool far_name_ = false;  // the index of a name or small constant overflowed
  RegisterSet bound_, deleted_, entry_unbinds_;
  std::unordered_map<std::string, uint32_t> constant_index_;
  std::unordered_map<std::string_view, int> name_index_;
  std::vector<ConstValue> small_used_;
  std::string key_;  // scratch
};

}  // namespace baton::compiler
