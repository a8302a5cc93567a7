// Names: which scope each belongs to, and where its value is kept.
//
// One walk over the tree makes a Scope for every function, class, lambda and comprehension and
// notes how each name is used in it; then every name is resolved. List, set and dict
// comprehensions have a Scope of their own but run in the frame around them (`frame`), so a name
// of theirs is a register of that frame.
//
// What always holds after analyze(): every name that code of a scope mentions has a Symbol there
// with its storage settled; names are mangled (`__x` in class C is `_C__x`); a Symbol of storage
// kFree or kAlias points at the symbol that owns the variable. Registers are given out later, by
// the code generator. No lock: an analysis belongs to one compilation.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/ast.h"
#include "vm/bytecode/code_blob.h"

namespace baton::compiler {

/// A semantic syntax error on its way to compile_source, the only place that catches it.
struct CompileError {
  std::string message;
  ast::Position pos;
};

[[noreturn]] void fail(const ast::Position& pos, std::string message);

/// Deepest nesting of expressions that is compiled (chains like a.b.c and a + b + c apart).
inline constexpr int kMaxRecursion = 1000;

enum class ScopeKind : uint8_t {
  kModule,
  kClass,
  kFunction,
  kLambda,
  kComprehension,  // inlined into the frame around it
  kGenerator,      // generator expression: a function
};

enum SymbolFlag : uint16_t {
  kSymParam = 1,
  kSymBound = 2,     // assigned, imported, defined ...
  kSymGlobal = 4,    // global statement
  kSymNonlocal = 8,  // nonlocal statement
  kSymUsed = 16,
  kSymAnnotated = 32,
  kSymWalrus = 64,      // target of := somewhere in this scope
  kSymDeleted = 128,    // del, or the name of an except clause
  kSymIteration = 256,  // bound by a comprehension's for
};

enum class Storage : uint8_t {
  kUnresolved,
  kRegister,  // a register of the frame
  kCell,      // a cell in a register of the frame
  kAlias,     // `target`, a variable of the same frame
  kFree,      // a cell captured from `target`, a variable of another frame
  kGlobal,
  kName,  // in the namespace R[0]
};

struct Scope;

struct Symbol {
  std::string_view name;
  uint16_t flags = 0;
  Storage storage = Storage::kUnresolved;
  Scope* scope = nullptr;
  Symbol* target = nullptr;
  int reg = -1;
  ast::Position where;  // of the nonlocal or global statement
};

struct Scope {
  ScopeKind kind{};
  Scope* parent = nullptr;
  Scope* frame = nullptr;  // the scope whose code this scope's code is part of
  std::string_view name;
  std::string_view private_name;  // of the class around, for mangling; empty outside classes
  std::string qualname;
  bool nested = false;  // inside a function
  bool is_generator = false;
  bool has_annotations = false;  // of variables: needs __annotations__
  bool has_walrus = false;       // in this frame
  bool calls_locals = false;     // mentions locals, vars, dir, eval or exec
  Symbol* class_cell = nullptr;  // kClass: `__class__` for the methods; a cell once captured
  std::vector<Symbol*> symbols;  // in order of first mention
  std::vector<Symbol*> frees;    // captured variables, as owners; index is the capture's

  Symbol* find(std::string_view mangled) const;
  int free_index(const Symbol* owner) const;

  bool is_function() const { return kind != ScopeKind::kModule && kind != ScopeKind::kClass; }

 private:
  friend class ScopeTable;
  std::unordered_map<std::string_view, Symbol*> index_;  // only when there are many
};

struct ScopeOptions {
  bool name_mode = false;                           // the module's names are in R[0]
  bool future_annotations = false;                  // annotations are text
  std::vector<CompileWarning>* warnings = nullptr;  // where odd code is noted; null: nowhere
};

/// All scopes of one compilation.
class ScopeTable {
 public:
  /// Walks and resolves. Throws CompileError.
  void analyze(const ast::Mod* mod, const ScopeOptions& options);

  Scope* module() const { return module_; }
  /// The scope that `node` (FunctionDef, ClassDef, Lambda or comprehension) opened.
  Scope* of(const void* node) const { return by_node_.at(node); }

  /// `name` as code in a class whose name is `private_name` means it.
  std::string_view mangle(std::string_view private_name, std::string_view name);

 private:
  friend class ScopeWalker;
  Scope* open(ScopeKind kind, const void* node, std::string_view name, Scope* parent);
  Symbol* symbol(Scope* scope, std::string_view mangled);
  void resolve(Scope* scope, Symbol* s);
  void link(Symbol* s, Symbol* owner);

  ScopeOptions options_;
  Scope* module_ = nullptr;
  std::deque<Scope> scopes_;  // parents before children
  std::deque<Symbol> symbols_;
  std::deque<std::string> text_;
  std::unordered_map<const void*, Scope*> by_node_;
  std::unordered_map<std::string, std::string_view> mangled_;
};

}  // namespace baton::compiler
