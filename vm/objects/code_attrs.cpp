// What script sees of code objects: the co_ attributes, read from the blob.
//
// Bytecode itself is Baton's own and not shown. Lock held.
#include <algorithm>

#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

namespace {

NativeGroup code_methods{"code"};

Value text_tuple(Thread* t, const std::vector<std::string>& names) {
  Tuple* r = new_tuple(t, names.size());
  if (!r) return Value::failed();
  for (size_t i = 0; i < names.size(); ++i) {
    Str* s = intern(t, names[i]);
    if (!s) return Value::failed();
    barrier_store(r, &r->items[i], val(s));
  }
  return val(r);
}

// Named registers in register order, which puts parameters first. CPython counts *args after the
// keyword-only ones, as the registers do.
std::vector<LocalName> ordered_locals(const CodeBlob* blob) {
  std::vector<LocalName> locals = blob->locals;
  std::stable_sort(locals.begin(), locals.end(),
                   [](const LocalName& a, const LocalName& b) { return a.reg < b.reg; });
  return locals;
}

std::vector<std::string> variable_names(const CodeBlob* blob) {
  std::vector<std::string> names;
  if (blob->flags & (kCodeModule | kCodeClassBody | kCodeNameMode)) return names;
  for (const LocalName& l : ordered_locals(blob))
    if (!l.is_cell || l.reg < blob->parameter_slots()) names.push_back(l.name);
  return names;
}

Value code_name(Thread*, Code* c) { return val(c->name); }
DEF_GET(code_methods, code_name, "co_name(self)", "")
Value code_qualname(Thread*, Code* c) { return val(c->qualname); }
DEF_GET(code_methods, code_qualname, "co_qualname(self)", "")
Value code_filename(Thread*, Code* c) { return val(c->filename); }
DEF_GET(code_methods, code_filename, "co_filename(self)", "")
int64_t code_firstlineno(Thread*, Code* c) { return c->blob->first_line; }
DEF_GET(code_methods, code_firstlineno, "co_firstlineno(self)", "")
int64_t code_argcount(Thread*, Code* c) { return c->blob->positional; }
DEF_GET(code_methods, code_argcount, "co_argcount(self)", "")
int64_t code_posonly(Thread*, Code* c) { return c->blob->positional_only; }
DEF_GET(code_methods, code_posonly, "co_posonlyargcount(self)", "")
int64_t code_kwonly(Thread*, Code* c) { return c->blob->keyword_only; }
DEF_GET(code_methods, code_kwonly, "co_kwonlyargcount(self)", "")
int64_t code_nlocals(Thread*, Code* c) {
  return static_cast<int64_t>(variable_names(c->blob).size());
}
DEF_GET(code_methods, code_nlocals, "co_nlocals(self)", "")
int64_t code_stacksize(Thread*, Code* c) { return c->registers; }
DEF_GET(code_methods, code_stacksize, "co_stacksize(self)", "")

int64_t code_flags(Thread*, Code* c) {
  uint32_t f = c->blob->flags;
  int64_t flags = 0;
  if (!(f & (kCodeModule | kCodeClassBody | kCodeNameMode))) flags |= 0x1 | 0x2;
  if (f & kCodeVarArgs) flags |= 0x4;
  if (f & kCodeVarKw) flags |= 0x8;
  if (f & kCodeNested) flags |= 0x10;
  if (f & kCodeGenerator) flags |= 0x20;
  return flags;
}
DEF_GET(code_methods, code_flags, "co_flags(self)", "")

Value code_varnames(Thread* t, Code* c) { return text_tuple(t, variable_names(c->blob)); }
DEF_GET(code_methods, code_varnames, "co_varnames(self)", "")
Value code_cellvars(Thread* t, Code* c) {
  std::vector<std::string> names;
  for (const LocalName& l : ordered_locals(c->blob))
    if (l.is_cell) names.push_back(l.name);
  std::sort(names.begin(), names.end());
  return text_tuple(t, names);
}
DEF_GET(code_methods, code_cellvars, "co_cellvars(self)", "")
Value code_freevars(Thread* t, Code* c) { return text_tuple(t, c->blob->free_names); }
DEF_GET(code_methods, code_freevars, "co_freevars(self)", "")
Value code_consts(Thread* t, Code* c) {
  Tuple* r = new_tuple_from(t, c->consts, c->const_count);
  return r ? val(r) : Value::failed();
}
DEF_GET(code_methods, code_consts, "co_consts(self)", "")

// Names of globals, attributes and imports, in order of first use.
Value code_names(Thread* t, Code* c) {
  std::vector<std::string> names;
  const std::vector<Insn>& code = c->blob->code;
  for (size_t i = 0; i < code.size(); i += 1u + op_info(static_cast<Op>(code[i].op)).cache_words) {
    uint32_t k;
    switch (static_cast<Op>(code[i].op)) {
      case Op::GETGLOBAL:
      case Op::SETGLOBAL:
      case Op::DELGLOBAL:
      case Op::LOADNAME:
      case Op::STORENAME:
      case Op::DELNAME:
      case Op::IMPORT: k = code[i].b; break;
      case Op::GETATTR:
      case Op::SETATTR:
      case Op::DELATTR:
      case Op::LOADMETH:
      case Op::SUPERMETH:
      case Op::IMPORTFROM: k = code[i].c; break;
      default: continue;
    }
    const Const& name = c->blob->constants[k];
    if (name.kind == Const::Kind::kStr &&
        std::find(names.begin(), names.end(), name.s) == names.end())
      names.push_back(name.s);
  }
  return text_tuple(t, names);
}
DEF_GET(code_methods, code_names, "co_names(self)", "")

// One entry for each instruction: (line, end line, column, end column).
Value code_positions(Thread* t, Code* c) {
  List* all = new_list(t, c->insn_count);
  if (!all) return Value::failed();
  auto number = [](int32_t n, int32_t least) {
    return n < least ? Value::none() : Value::from_int(n);
  };
  for (uint32_t i = 0; i < c->insn_count; ++i) {
    SourcePos p = position_at(*c->blob, i);
    Value entry = tuple_of(
        t, {number(p.line, 1), number(p.end_line, 1), number(p.col, 0), number(p.end_col, 0)});
    if (entry.is_failed() || !list_append(t, all, entry)) return Value::failed();
  }
  return get_iter(t, val(all));
}
DEF(code_methods, code_positions, "co_positions(self, /)", "Places of the instructions, in order.")
Value code_lines(Thread* t, Code* c) {
  List* all = new_list(t, 8);
  if (!all) return Value::failed();
  for (uint32_t i = 0; i < c->insn_count;) {
    int32_t line = position_at(*c->blob, i).line;
    uint32_t end = i + 1;
    while (end < c->insn_count && position_at(*c->blob, end).line == line) ++end;
    Value entry = tuple_of(t, {Value::from_int(int64_t{i} * 2), Value::from_int(int64_t{end} * 2),
                               line < 1 ? Value::none() : Value::from_int(line)});
    if (entry.is_failed() || !list_append(t, all, entry)) return Value::failed();
    i = end;
  }
  return get_iter(t, val(all));
}
DEF(code_methods, code_lines, "co_lines(self, /)", "Ranges of instructions and their lines.")

Value code_repr(Thread* t, Code* c) {
  return str_value(
      t, format_message("<code object %s at 0x%lx, file \"%s\", line %d>",
                        std::string(c->name->view()).c_str(), reinterpret_cast<unsigned long>(c),
                        std::string(c->filename->view()).c_str(), c->blob->first_line));
}
DEF(code_methods, code_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void register_code_attrs(Vm* vm, Thread* t) { install_methods(t, vm->classes.code, code_methods); }

}  // namespace baton
