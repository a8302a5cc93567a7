// Code objects: a verified blob made runnable in one Vm (constants as Values, a private copy of the
// instructions for the inline caches), functions over them, and running module code. Lock held.
#include <cstdlib>

#include "vm/interp/interp.h"
#include "vm/native/native.h"

namespace baton {

const Insn kStubs[] = {make_insn(Op::HALT), make_insn(Op::INITDONE), make_insn(Op::HALT)};

namespace {

bool make_constant(Thread* t, const CodeBlob& blob, const Const& c, Value* out);

bool make_sequence(Thread* t, const CodeBlob& blob, const Const& c, Value* out) {
  Tuple* items = new_tuple(t, c.items.size());
  if (!items) return false;
  for (size_t i = 0; i < c.items.size(); ++i) {
    Value v;
    if (!make_constant(t, blob, blob.constants[c.items[i]], &v)) return false;
    barrier_store(items, &items->items[i], v);
  }
  if (c.kind == Const::Kind::kTuple) {
    *out = val(items);
    return true;
  }
  Set* s = new_set(t, true);
  if (!s) return false;
  for (size_t i = 0; i < items->size; ++i) {
    if (!set_add(t, s, items->items[i])) return false;
  }
  *out = val(s);
  return true;
}

// Strings that look like names are interned: attribute and keyword names compare by address.
bool name_like(const std::string& s) {
  if (s.empty() || s.size() > 64) return s.empty();
  for (unsigned char c : s) {
    if (!(c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
          (c >= 'A' && c <= 'Z')))
      return false;
  }
  return true;
}

bool make_constant(Thread* t, const CodeBlob& blob, const Const& c, Value* out) {
  using K = Const::Kind;
  switch (c.kind) {
    case K::kNone: *out = Value::none(); return true;
    case K::kTrue: *out = Value::true_(); return true;
    case K::kFalse: *out = Value::false_(); return true;
    case K::kEllipsis: *out = Value::ellipsis(); return true;
    case K::kInt: *out = new_int(t, c.i); break;
    case K::kBigInt: *out = int_from_text(t, c.s, 16); break;
    case K::kFloat: *out = new_float(t, c.f); break;
    case K::kComplex: *out = new_complex(t, c.re, c.f); break;
    case K::kStr: {
      Str* s = name_like(c.s) ? intern(t, c.s) : new_str(t, c.s);
      *out = s ? val(s) : Value::failed();
      break;
    }
    case K::kBytes: {
      Bytes* b = new_bytes(t, c.s);
      *out = b ? val(b) : Value::failed();
      break;
    }
    case K::kTuple:
    case K::kFrozenSet: return make_sequence(t, blob, c, out);
    case K::kCode: {
      Code* code = make_code(t, c.code);
      *out = code ? val(code) : Value::failed();
      break;
    }
  }
  return !out->is_failed();
}

// Could closing a suspended frame of this code be noticed?
bool cleans_up(const CodeBlob& b) {
  if (!b.handlers.empty()) return true;
  for (size_t i = 0; i < b.code.size(); ++i) {
    auto op = static_cast<Op>(b.code[i].op);
    if (op == Op::YIELD && b.code[i].c != 0)
      return true;  // delegates: the iterator may have close()
    i += op_info(op).cache_words;
  }
  return false;
}

Code* instantiate(Thread* t, std::shared_ptr<CodeBlob> blob) {
  const CodeBlob& b = *blob;
  Str* name = intern(t, b.name);
  Str* qualname = intern(t, b.qualname.empty() ? b.name : b.qualname);
  Str* filename = intern(t, b.filename);
  if (!name || !qualname || !filename) return nullptr;
  size_t bytes = b.code.size() * sizeof(Insn) + (b.constants.size() + 1) * sizeof(Value);
  if (!t->vm->heap.account_checked(t, bytes)) return nullptr;
  Code* code = t->vm->heap.make<Code>(t, t->vm->shape_ids.code);
  if (!code) return nullptr;
  code->insn_count = static_cast<uint32_t>(b.code.size());
  code->const_count = static_cast<uint32_t>(b.constants.size());
  code->registers = b.registers;
  code->needs_close = (b.flags & kCodeGenerator) && cleans_up(b);
  code->name = name;
  code->qualname = qualname;
  code->filename = filename;
  code->insns = static_cast<Insn*>(std::malloc(b.code.size() * sizeof(Insn) + sizeof(Insn)));
  auto* block = static_cast<Value*>(std::malloc((b.constants.size() + 1) * sizeof(Value)));
  if (b.code.size() > 0) std::memcpy(code->insns, b.code.data(), b.code.size() * sizeof(Insn));
  block[0] = val(code);
  code->consts = block + 1;
  for (size_t i = 0; i < b.constants.size(); ++i) code->consts[i] = Value::none();
  code->owner = new std::shared_ptr<CodeBlob>(std::move(blob));
  code->blob = code->owner->get();
  return code;
}

}  // namespace

Code* make_code(Thread* t, std::shared_ptr<CodeBlob> blob) {
  if (native_stack_exhausted(t)) return nullptr;
  Code* code = instantiate(t, std::move(blob));
  if (!code) return nullptr;
  for (size_t i = 0; i < code->blob->constants.size(); ++i) {
    Value v;
    if (!make_constant(t, *code->blob, code->blob->constants[i], &v)) return nullptr;
    barrier_store(code, &code->consts[i], v);
  }
  return code;
}

void make_stubs(Thread* t) {
  auto blob = std::make_shared<CodeBlob>();  // no name: that is how unwind() knows it
  Code* code = instantiate(t, blob);
  t->vm->stub_consts = code->consts;
  t->vm->stub_code = code;
  t->vm->halt_stub = halt_stub();
}

Function* make_function(Thread* t, Code* code, Dict* globals) {
  const CodeBlob& b = *code->blob;
  Vm* vm = t->vm;
  Function* f = vm->heap.make<Function>(t, vm->shape_ids.function);
  if (!f) return nullptr;
  f->entry = code->insns;
  f->consts = code->consts;
  f->code = code;
  f->globals = globals;
  f->builtins = vm->builtins;
  f->cells = nullptr;
  f->defaults = f->kwdefaults = f->annotations = Value::none();
  f->name = val(code->name);
  f->qualname = val(code->qualname);
  f->doc = Value::none();
  f->module = Value::none();
  f->positional = b.positional;
  f->simple = b.keyword_only == 0 && !(b.flags & (kCodeVarArgs | kCodeVarKw | kCodeGenerator));
  if (!b.captures.empty()) {
    f->cells = static_cast<Cell**>(std::calloc(b.captures.size(), sizeof(Cell*)));
    vm->heap.account(static_cast<ptrdiff_t>(b.captures.size() * sizeof(Cell*)));
  }
  Value module = dict_get_str(globals, vm->names.name);
  if (!module.is_unbound()) f->module = module;
  if (b.has_doc) {
    Value doc = str_value(t, b.doc);
    if (doc.is_failed()) return nullptr;
    barrier_store(f, &f->doc, doc);
  }
  return f;
}

Value run_code(Thread* t, Code* code, Dict* globals, Value locals) {
  Function* f = make_function(t, code, globals);
  if (!f) return Value::failed();
  Value own = dict_get_str(globals, t->vm->names.builtins);
  if (is<Module>(own))
    f->builtins = as<Module>(own)->dict;
  else if (is<Dict>(own))
    f->builtins = as<Dict>(own);
  if (code->blob->flags & kCodeNameMode) {
    Value ns = locals.is_none() ? val(globals) : locals;
    return call(t, val(f), &ns, code->blob->positional);
  }
  return call(t, val(f), nullptr, 0);
}

}  // namespace baton
