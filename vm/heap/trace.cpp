// What each kind of object refers to, and what was malloc'ed for it.
//
// Tracing is precise, with three exceptions that are checked word by word: a suspended generator's
// registers (some were never written), instruction streams (inline caches name functions and
// classes; a cache must not meet a new object at an old one's address), and the slots of an
// instance past those its shape names. Objects may be traced while they are being made: pointers
// can be null, and a cell's zero words are no pointers.

#include "vm/core/shape.h"
#include "vm/heap/heap_internal.h"

namespace baton {

size_t object_bytes(const Object* o) {
  switch (o->kind) {
    case Kind::kFloat: return sizeof(FloatObj);
    case Kind::kBigInt: return sizeof(BigInt) + static_cast<const BigInt*>(o)->n * 8;
    case Kind::kComplex: return 32;
    case Kind::kStr: return sizeof(Str) + static_cast<const Str*>(o)->size + 9;
    case Kind::kBytes: return sizeof(Bytes) + static_cast<const Bytes*>(o)->size + 9;
    case Kind::kTuple: return sizeof(Tuple) + static_cast<const Tuple*>(o)->size * 8 + 8;
    case Kind::kList: return sizeof(List);
    case Kind::kDict: return sizeof(Dict);
    case Kind::kSet: return sizeof(Set);
    case Kind::kCode: return sizeof(Code);
    case Kind::kFunction: return sizeof(Function);
    case Kind::kNative: return 48;
    case Kind::kClass: return sizeof(Class);
    case Kind::kInstance:
      return sizeof(Instance) + static_cast<const Instance*>(o)->inline_cap * 8 + 8;
    case Kind::kException: return sizeof(Exception);
    case Kind::kTraceback: return sizeof(Traceback);
    case Kind::kGenerator: return sizeof(Generator) + static_cast<const Generator*>(o)->nregs * 8;
    case Kind::kNativeObject: return 64;
    default: return 32;
  }
}

void Heap::Impl::mark_array(Marker& m, const Value* at, size_t count, uint32_t stride,
                            uint32_t values) {
  if (!at) return;
  if (count > kWholeRange && !checking) {
    ranges.push_back({at, count, stride, values});
    return;
  }
  for (; count > 0; --count, at += stride) m.mark_range(at, at + values);
}

namespace {

// The shape's slots are precise; the others hold nothing, or what a transition left.
size_t trace_instance(Vm* vm, Instance* o, Marker& m) {
  if (o->flags & kDictMode) {
    m.mark_object(static_cast<Object*>(static_cast<void*>(o->far)));
    m.mark_window(o->slots, o->slots + o->inline_cap);
    return 0;
  }
  uint32_t count =
      o->shape < vm->shapes.size() && vm->shapes[o->shape] ? vm->shapes[o->shape]->count : 0;
  uint32_t here = count < o->inline_cap ? count : o->inline_cap;
  m.mark_range(o->slots, o->slots + here);
  if (here < o->inline_cap) m.mark_window(o->slots + here, o->slots + o->inline_cap);
  if (!o->far) return 0;
  uint32_t there = count - here < o->far_cap ? count - here : o->far_cap;
  m.mark_range(o->far, o->far + there);
  m.mark_window(o->far + there, o->far + o->far_cap);
  return size_t{o->far_cap} * sizeof(Value);
}

size_t trace_function(Function* f, Marker& m) {
  m.mark_object(f->code);
  m.mark_object(f->globals);
  m.mark_object(f->builtins);
  m.mark(f->defaults);
  m.mark(f->kwdefaults);
  m.mark(f->name);
  m.mark(f->qualname);
  m.mark(f->doc);
  m.mark(f->module);
  m.mark(f->annotations);
  if (!f->cells || !f->code || !f->code->blob) return 0;
  size_t n = f->code->blob->captures.size();
  for (size_t i = 0; i < n; ++i) m.mark_object(f->cells[i]);
  return n * sizeof(Cell*);
}

size_t trace_code(Code* c, Marker& m) {
  m.mark_object(c->name);
  m.mark_object(c->qualname);
  m.mark_object(c->filename);
  size_t bytes = 0;
  if (c->consts) {
    m.mark_range(c->consts, c->consts + c->const_count);
    bytes += (size_t{c->const_count} + 1) * sizeof(Value);
  }
  if (c->insns) {
    m.mark_conservative(c->insns, c->insns + c->insn_count);
    bytes += size_t{c->insn_count} * sizeof(Insn);
  }
  return bytes;
}

size_t trace_class(Class* c, Marker& m) {
  m.mark(c->name);
  m.mark(c->qualname);
  m.mark_object(c->bases);
  m.mark_object(c->mro);
  m.mark_object(c->dict);
  return size_t{c->subclass_cap} * sizeof(Class*);
}

void trace_generator(Generator* g, Marker& m) {
  m.mark_object(g->func);
  m.mark_window(&g->sent_reg, &g->sent_reg + 1);
  m.mark(g->handled);
  m.mark(g->caller_handled);
  m.mark_window(g->regs, g->regs + g->nregs);
}

void trace_exception(Exception* e, Marker& m) {
  m.mark(e->args);
  m.mark(e->traceback);
  m.mark(e->cause);
  m.mark(e->context);
  m.mark(e->notes);
  m.mark_range(e->extra, e->extra + 5);
}

}  // namespace

size_t Heap::Impl::trace(Object* o, Marker& m) {
  size_t bytes = 0;
  if (BATON_UNLIKELY(o->flags & kHasAttrs)) {
    auto at = vm->attrs.find(o);
    if (at != vm->attrs.end()) {
      const AttrStore& a = at->second;
      m.mark_range(a.slots.data(), a.slots.data() + a.slots.size());
      m.mark_object(a.dict);
      bytes += sizeof(AttrStore) + a.slots.capacity() * sizeof(Value);
    }
  }
  switch (o->kind) {
    case Kind::kFree:
    case Kind::kFloat:
    case Kind::kBigInt:
    case Kind::kComplex:
    case Kind::kStr:
    case Kind::kBytes: break;
    case Kind::kByteArray: bytes += static_cast<ByteArray*>(o)->capacity; break;
    case Kind::kTuple: {
      auto* p = static_cast<Tuple*>(o);
      mark_array(m, p->items, p->size, 1, 1);
      break;
    }
    case Kind::kList: {
      auto* p = static_cast<List*>(o);
      mark_array(m, p->items, p->size, 1, 1);
      bytes += p->capacity * sizeof(Value);
      break;
    }
    case Kind::kDict: {
      auto* p = static_cast<Dict*>(o);
      static_assert(sizeof(DictEntry) == 3 * sizeof(Value) && offsetof(DictEntry, value) == 8);
      mark_array(m, reinterpret_cast<Value*>(p->entries), p->used, 3, 2);
      bytes += p->capacity * sizeof(DictEntry);
      if (p->index) bytes += (size_t{p->index_mask} + 1) * sizeof(int32_t);
      break;
    }
    case Kind::kSet: {
      auto* p = static_cast<Set*>(o);
      static_assert(sizeof(SetEntry) == 2 * sizeof(Value));
      if (!p->table) break;
      mark_array(m, reinterpret_cast<Value*>(p->table), size_t{p->mask} + 1, 2, 1);
      if (p->table != p->small) bytes += (size_t{p->mask} + 1) * sizeof(SetEntry);
      break;
    }
    case Kind::kRange: {
      auto* p = static_cast<Range*>(o);
      m.mark(p->start), m.mark(p->stop), m.mark(p->step), m.mark(p->length);
      break;
    }
    case Kind::kSlice: {
      auto* p = static_cast<Slice*>(o);
      m.mark(p->start), m.mark(p->stop), m.mark(p->step);
      break;
    }
    case Kind::kCell: m.mark(static_cast<Cell*>(o)->v); break;
    case Kind::kCode: bytes += trace_code(static_cast<Code*>(o), m); break;
    case Kind::kFunction: bytes += trace_function(static_cast<Function*>(o), m); break;
    case Kind::kNative: {
      auto* p = static_cast<NativeFunction*>(o);
      m.mark(p->self), m.mark(p->data), m.mark_object(p->owner);
      break;
    }
    case Kind::kBoundMethod: {
      auto* p = static_cast<BoundMethod*>(o);
      m.mark(p->func), m.mark(p->self);
      break;
    }
    case Kind::kClass: bytes += trace_class(static_cast<Class*>(o), m); break;
    case Kind::kInstance: bytes += trace_instance(vm, static_cast<Instance*>(o), m); break;
    case Kind::kProperty: {
      auto* p = static_cast<Property*>(o);
      m.mark(p->get), m.mark(p->set), m.mark(p->del), m.mark(p->doc);
      break;
    }
    case Kind::kClassMethod: m.mark(static_cast<ClassMethod*>(o)->func); break;
    case Kind::kStaticMethod: m.mark(static_cast<StaticMethod*>(o)->func); break;
    case Kind::kSuper: {
      auto* p = static_cast<Super*>(o);
      m.mark_object(p->cls), m.mark(p->self), m.mark_object(p->self_class);
      break;
    }
    case Kind::kModule: {
      auto* p = static_cast<Module*>(o);
      m.mark_object(p->dict), m.mark(p->name);
      break;
    }
    case Kind::kException: trace_exception(static_cast<Exception*>(o), m); break;
    case Kind::kTraceback: {
      auto* p = static_cast<Traceback*>(o);
      m.mark(p->next), m.mark_object(p->code), m.mark(p->globals);
      m.mark(p->frame);
      break;
    }
    case Kind::kGenerator: trace_generator(static_cast<Generator*>(o), m); break;
    case Kind::kSlotDescriptor: {
      auto* p = static_cast<SlotDescriptor*>(o);
      m.mark_object(p->name), m.mark_object(p->owner);
      break;
    }
    case Kind::kNativeObject: {
      auto* p = static_cast<NativeObject*>(o);
      if (p->type && p->type->trace) p->type->trace(o, m);
      break;
    }
  }
  return bytes;
}

void trace_object(Vm* vm, Object* o, Marker& m) { vm->heap.impl_->trace(o, m); }

}  // namespace baton
