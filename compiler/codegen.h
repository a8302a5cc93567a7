// The code generator: one Unit writes the code of one frame (module, class body, function).
//
// What always holds:
//  * Registers: parameters, then the other variables, then temporaries as a stack. A function that
//    compiles an expression leaves the stack as it found it but for the register it returns.
//  * A variable that lives in a register is read in place: `reg()` may return its own register, so
//    nobody writes to what `reg()` returns.
//  * An instruction that writes a variable's register is the last one of its expression, so that
//    an exception or a read in between sees the old value (`work_register`).
//  * Comprehensions other than generator expressions are written into the frame around them; cur_
//    is the scope whose names are in force.
//  * Errors are thrown as CompileError and caught in compile_source.
// What does not belong here: how instructions are laid out (assembler.h), where names live
// (scope.h).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/assembler.h"
#include "compiler/ast.h"
#include "compiler/fold.h"
#include "compiler/scope.h"

namespace baton::compiler {

/// What all units of one compilation share.
struct Compilation {
  ScopeTable scopes;
  std::string filename;
  bool debug = true;  // asserts are compiled
  bool name_mode = false;
  bool future_annotations = false;
  bool keeps_locals = false;  // any frame's variables may be asked for: registers are kept readable
  const ast::Stmt* last_future = nullptr;  // the last __future__ statement at the start
};

/// A variable, as code of the current scope reaches it.
struct Variable {
  Storage storage{};  // kRegister, kCell, kFree, kGlobal, kName
  int at = -1;        // register, or index of the captured cell
  const Symbol* symbol = nullptr;
  std::string_view name;  // mangled
};

/// A statement around the current point that a jump out of it must leave properly.
struct Block {
  enum Kind : uint8_t {
    kLoop,
    kTry,          // body under except clauses
    kFinally,      // body under a finally clause
    kFinallyBody,  // the finally clause while an exception is handled
    kHandler,      // body of an except clause
    kStarHandler,  // of an except* clause
    kWith,
  };
  Kind kind{};
  Label* exit = nullptr;  // kLoop: break
  Label* next = nullptr;  // kLoop: continue
  Region* region = nullptr;
  Region* outer_region = nullptr;  // kHandler: what covers all clauses
  int reg = -1;                    // handler's register; kWith: the manager's
  const ast::StmtList* finalbody = nullptr;
  std::string_view name;  // kHandler: `as name`
  ast::Position pos;
  bool reopen = false;  // while left: the regions to go on with afterwards
  bool reopen_outer = false;
};

class Unit : public Assembler {
 public:
  Unit(Compilation* cx, Scope* scope, Unit* parent, AssemblyHints hints);

  /// The code of a whole source.
  static std::shared_ptr<CodeBlob> compile_module(Compilation* cx, const ast::Mod* mod);

 private:
  struct Loop {
    int state = 0;  // first of the four registers of the iteration
    int item = 0;
    Label body, test;
  };
  struct Capture {
    std::string_view name;
    int reg;
    ast::Position pos;
  };

  // ---- codegen.cpp: units, names ----
  template <class Body>
  static std::shared_ptr<CodeBlob> build(Compilation* cx, Scope* scope, Unit* parent, Body body);
  void declare_parameters(const ast::Arguments* args);
  void declare_parameter(std::string_view name);
  void declare_variables(const ast::Position& pos);
  void finish_captures();
  void return_value(int r, const ast::Position& pos);
  void return_none(const ast::Position& pos);
  Variable find(std::string_view name);
  Variable find_symbol(Symbol* s);
  void check_bound(const Variable& v, const ast::Position& pos);
  void load_variable(const Variable& v, int dst, const ast::Position& pos);
  void store_variable(const Variable& v, int r, const ast::Position& pos);
  void delete_variable(const Variable& v, const ast::Position& pos);
  void store_name(std::string_view name, int r, const ast::Position& pos);
  int mangled_name(std::string_view name);
  ConstValue docstring(const ast::StmtList& body, bool* has);

  // ---- codegen_expr.cpp ----
  /// The register that holds `e`: a variable's own, or a temporary (`hint`, if that is one, or new).
  int reg(const ast::Expr* e, int hint = -1);
  /// As reg, but nothing in `later`, which runs next, can change it.
  int slice_parts(const ast::Slice* e);
  int stable_reg(const ast::Expr* e, const ast::Expr* later, int hint = -1);
  int keep(int r, const ast::Expr* later, const ast::Position& pos);
  /// Evaluates `e` into R[dst].
  void into(const ast::Expr* e, int dst);
  /// Evaluates `e` into a new temporary on top of the stack.
  int push(const ast::Expr* e);
  int push_constant(const ConstValue& v, const ast::Position& pos);
  void into_step(const ast::Expr* e, int dst);
  void chain_into(const ast::Expr* e, int dst);
  bool folded(const ast::Expr* e, ConstValue* out) { return fold(e, cx_->debug, out); }
  void load_constant(const ConstValue& v, int dst, const ast::Position& pos);
  int work_register(int dst) { return is_local(dst) ? alloc() : dst; }
  bool is_top(int dst) const { return dst >= 0 && !is_local(dst) && dst == next_register() - 1; }
  void binary(const ast::BinOp* e, int dst);
  void binary_with(ast::Operator op, int left, const ast::Expr* right, int dst,
                   const ast::Position& pos, bool inplace);
  void unary(const ast::UnaryOp* e, int dst);
  void bool_op(const ast::BoolOp* e, int dst);
  void if_exp(const ast::IfExp* e, int dst);
  void attribute(const ast::Attribute* e, int dst);
  void subscript(const ast::Subscript* e, int dst);
  void slice(const ast::Slice* e, int dst);
  void joined_string(const ast::JoinedStr* e, int dst);
  void formatted(const ast::FormattedValue* e, const ast::Position& pos, int dst);
  void named(const ast::NamedExpr* e, int dst);
  void yield(const ast::Yield* e, int dst);
  void yield_from(const ast::YieldFrom* e, int dst);

  // ---- codegen_display.cpp: displays, comprehensions ----
  void sequence(const ast::Expr* e, const ast::ExprList& elts, int dst);
  void sequence_into(const ast::ExprList& elts, bool set, int acc, const ast::Position& pos);
  void tuple_of(const ast::ExprList& elts, int dst, const ast::Position& pos);
  void dict(const ast::Dict* e, int dst);
  void comprehension(const ast::Expr* e, const ArenaList<ast::Comprehension>& gens,
                     const ast::Expr* elt, const ast::Expr* value, int dst);
  void generator(const ast::GeneratorExp* e, int dst);
  void run_generators(const ast::Expr* e, const ArenaList<ast::Comprehension>& gens, int first_iter,
                      const ast::Expr* elt, const ast::Expr* value, int acc);
  void begin_loop(Loop* loop, int iter, const ast::Expr* target, const ast::Position& pos);
  void end_loop(Loop* loop, const ast::Position& pos);

  // ---- codegen_cond.cpp: comparisons and conditions ----
  void compare(const ast::Compare* e, int dst);
  void compare_link(ast::CmpOperator op, int left, int right, int dst, const ast::Position& pos);
  int compare_right(ast::CmpOperator op, const ast::Expr* e);
  void condition(const ast::Expr* e, bool jump_when, Label* to);
  void compare_condition(const ast::Compare* e, bool jump_when, Label* to);
  void link_condition(ast::CmpOperator op, int left, const ast::Expr* right, int right_reg,
                      bool jump_when, Label* to, const ast::Position& pos);
  void truth_branch(int r, bool jump_when, Label* to, const ast::Position& pos);

  // ---- codegen_call.cpp ----
  void call(const ast::Call* e, int dst);
  void call_spread(const ast::Expr* e, const ast::ExprList& args,
                   const ArenaList<ast::Keyword*>& keywords, int base);
  void check_keywords(const ArenaList<ast::Keyword*>& keywords, const ast::Position& pos);
  bool keyword_dict(const ArenaList<ast::Keyword*>& keywords, int callee, int dst,
                    const ast::Position& pos);
  bool zero_super(const ast::Expr* e);
  void load_super_parts(const ast::Call* e, int cls, int self, bool method);
  void lambda(const ast::Lambda* e, int dst);
  void make_function(std::shared_ptr<CodeBlob> code, const ast::Arguments* args,
                     const ast::Expr* returns, int dst, const ast::Position& pos);
  bool annotation_dict(const ast::Arguments* args, const ast::Expr* returns, int dst,
                       const ast::Position& pos);
  void annotation_value(const ast::Expr* e, int dst);

  // ---- codegen_stmt.cpp ----
  void statements(const ast::StmtList& list);
  void statement(const ast::Stmt* s);
  void assign(const ast::Assign* s);
  bool assign_pairwise(const ast::Expr* target, const ast::Expr* value);
  void aug_assign(const ast::AugAssign* s);
  void ann_assign(const ast::AnnAssign* s);
  void if_stmt(const ast::If* s);
  void while_stmt(const ast::While* s);
  void for_stmt(const ast::For* s);
  void return_stmt(const ast::Return* s);
  void return_expr(const ast::Expr* e, const ast::Position& pos);
  void break_or_continue(const ast::Stmt* s, bool is_break);
  void raise(const ast::Raise* s);
  void assert_stmt(const ast::Assert* s);
  void import(const ast::Import* s);
  void import_from(const ast::ImportFrom* s);

  // ---- codegen_target.cpp ----
  void store(const ast::Expr* target, int r);
  void unpack(const ast::Expr* target, const ast::ExprList& elts, int r);
  void delete_target(const ast::Expr* target);
  /// The register of `target` if it is a variable in one, so that a value may go straight there.
  int target_register(const ast::Expr* target);

  // ---- codegen_class.cpp ----
  void function_def(const ast::FunctionDef* s);
  void class_def(const ast::ClassDef* s);
  int push_decorators(const ast::ExprList& list);
  void call_decorators(const ast::ExprList& list, int first);

  // ---- codegen_try.cpp ----
  void push_block(const Block& b);
  void pop_block();
  std::vector<Block> leave_blocks(size_t depth, const ast::Position& pos);
  void reenter_blocks(std::vector<Block> saved);
  void leave_block(const Block& b, const ast::Position& pos);
  void unbind_handler_name(std::string_view name, const ast::Position& pos);
  void try_stmt(const ast::Try* s);
  void try_except(const ast::StmtList& body, const ArenaList<ast::ExceptHandler*>& handlers,
                  const ast::StmtList& orelse, const ast::Stmt* s);
  void try_star(const ast::TryStar* s);
  void try_except_star(const ast::TryStar* s);
  template <class Body>
  void try_finally(const ast::StmtList& finalbody, const ast::Stmt* s, Body body);
  void cleanup(Region* region, const RegisterSet& state, int reg, const ast::Position& pos);
  void with(const ast::With* s, uint32_t item);

  // ---- codegen_match.cpp ----
  void match(const ast::Match* s);
  void pattern(const ast::Pattern* p, int subject, Label* fail, std::vector<Capture>* captures);
  void sequence_pattern(const ast::MatchSequence* p, int subject, Label* fail,
                        std::vector<Capture>* captures);
  void mapping_pattern(const ast::MatchMapping* p, int subject, Label* fail,
                       std::vector<Capture>* captures);
  void class_pattern(const ast::MatchClass* p, int subject, Label* fail,
                     std::vector<Capture>* captures);
  void or_pattern(const ast::MatchOr* p, int subject, Label* fail, std::vector<Capture>* captures);
  static void names_of(const ast::Pattern* p, std::vector<Capture>* names);
  void capture(std::string_view name, int r, const ast::Position& pos,
               std::vector<Capture>* captures);
  void compare_length(int length, ast::CmpOperator op, uint32_t n, Label* fail,
                      const ast::Position& pos);

  Compilation* cx_;
  Scope* scope_;  // of this frame
  Scope* cur_;    // of the names in force: scope_ or a comprehension in it
  Unit* parent_;
  std::vector<Block> blocks_;
  std::unordered_map<const ast::Expr*, int> computed_;  // inner parts of long chains, done already
  int depth_ = 0;
  bool interactive_ = false;
  const ast::Compare* last_comparison_ = nullptr;  // that a condition branched on
  ast::Position pos_;                              // of the frame's first instruction
};

/// Source text of an annotation, as `from __future__ import annotations` keeps it.
std::string unparse(const ast::Expr* e);

}  // namespace baton::compiler
