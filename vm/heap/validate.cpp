// The heap's own consistency check, for tests and the builds that look for mistakes.
//
// Reads only; may be called whenever no collection is in progress. Every reference of every live
// object must lead to a live object's beginning: marking's trace functions are run in a mode in
// which Marker::mark_object() checks instead of marking.

#include <cstdio>

#include "vm/heap/heap_internal.h"

namespace baton {
namespace {

std::string describe(const char* what, const void* p, const Object* o) {
  char text[160];
  std::snprintf(text, sizeof text, "%s at %p (kind %d, shape %u, colour %d, flags %#x)", what, p,
                o ? static_cast<int>(o->kind) : -1, o ? o->shape : 0, o ? o->gc : -1,
                o ? o->flags : 0);
  return text;
}

std::string check_block(Block* b, uint8_t color) {
  if (b->cell_size < kCellStep || b->cell_size > kMaxCellBytes || b->cell_size % kCellStep != 0) {
    return describe("cell size of block out of range", b, nullptr);
  }
  if (b->cells != (kBlockBytes - sizeof(Block)) / b->cell_size) {
    return describe("wrong number of cells in block", b, nullptr);
  }
  if (b->state == BlockState::kEmpty) return describe("block in use is marked empty", b, nullptr);
  for (size_t i = 0; i < b->cells; ++i) {
    Object* o = b->cell(i);
    if (o->kind == Kind::kFree) continue;
    if (o->kind > Kind::kNativeObject) return describe("object of unknown kind", o, o);
    if (o->gc != 1 && o->gc != 2) return describe("object without colour", o, o);
    if (b->state != BlockState::kUnswept && o->gc != color) {
      return describe("dead object in a swept block", o, o);
    }
  }
  uint32_t n = 0;
  for (FreeLink* f = b->free; f; f = f->next) {
    if (b->cell_at(reinterpret_cast<uintptr_t>(f)) != &f->header) {
      return describe("free list leaves its block", f, nullptr);
    }
    if (f->header.kind != Kind::kFree) { return describe("object on a free list", f, &f->header); }
    if (++n > b->cells) return describe("free list runs in a circle", b, nullptr);
  }
  if (n != b->free_count) return describe("free list of the wrong length", b, nullptr);
  return "";
}

}  // namespace

void Heap::Impl::check_reference(Heap& heap, Object* o) {
  if (!fault.empty()) return;
  Object* found = cell_around(reinterpret_cast<uintptr_t>(o));
  if (!found) {
    fault = describe("reference to outside the heap", o, nullptr);
  } else if (found != o) {
    fault = describe("reference to the inside of an object", o, found);
  } else if (o->kind == Kind::kFree) {
    fault = describe("reference to a free cell", o, o);
  } else if (o->gc != heap.color_) {
    fault = describe("reference to a dead object", o, o);
  } else {
    return;
  }
  if (holder) fault += describe(", held by object", holder, holder);
}

std::string Heap::validate() {
  Impl& h = *impl_;
  if (h.collecting && h.marking) return "";
  std::string fault;
  h.store.for_each_block([&](Block* b) {
    if (fault.empty()) fault = check_block(b, color_);
  });
  if (!fault.empty()) return fault;
  for (size_t i = 1; i < kSizeClasses; ++i) {
    auto* list = free_[i] ? reinterpret_cast<FreeLink*>(free_[i]) : h.stash[i];
    size_t n = 0;
    for (FreeLink* f = list; f; f = f->next) {
      Block* b = h.store.find(reinterpret_cast<uintptr_t>(f));
      if (!b || b->size_class() != i || f->header.kind != Kind::kFree || ++n > b->cells) {
        return describe("allocator's free list is broken", f, nullptr);
      }
    }
  }
  h.fault.clear();
  h.checking = true;
  Marker m(*this);
  h.for_each_cell([&](Object* o) {
    if (o->gc != color_ || !h.fault.empty()) return;
    h.holder = o;
    if (o->shape < vm_->shapes.size() && vm_->shapes[o->shape]) {
      m.mark_object(vm_->shapes[o->shape]->cls);
    }
    h.trace(o, m);
  });
  h.holder = nullptr;
  h.checking = false;
  return h.fault;
}

}  // namespace baton
