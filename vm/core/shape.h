// Shapes: the hidden classes of attribute-carrying objects.
//
// A Shape names a class and an ordered list of attribute names; objects with equal shapes keep
// equal attributes in equal slots, so a site that remembers (shape, slot) needs one compare.
// Shapes form a tree per class: adding attribute `name` to `shape` always leads to the same child.
// Plain C++ objects owned by the Vm, touched with its lock held; ids index vm->shapes and are never
// reused.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "vm/core/object.h"

namespace baton {

struct Shape {
  uint32_t id;
  Class* cls;
  Shape* parent = nullptr;  // null: a root
  Str* name = nullptr;      // attribute this shape adds to its parent (interned)
  uint32_t count = 0;       // attributes
  bool dict_mode = false;   // attributes live in a Dict
  std::unordered_map<Str*, Shape*> children;
  std::unordered_map<Str*, uint32_t>
      table;  // name -> slot, filled on first search of a shape with over 8 names

  static constexpr uint32_t kNoSlot = UINT32_MAX;
};

inline constexpr uint32_t kMaxShapeSlots = 128;  // past this an object goes to dict mode

// A new root shape for a class.
Shape* new_root_shape(Vm* vm, Class* cls, bool dict_mode = false);
// Slot of an interned name, or kNoSlot.
uint32_t find_slot(Shape* shape, Str* name);
// The shape with one more attribute.
Shape* add_slot(Vm* vm, Shape* shape, Str* name);
// Attribute names in slot order.
std::vector<Str*> shape_names(Shape* shape);

}  // namespace baton
