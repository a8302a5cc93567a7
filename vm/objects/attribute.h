// Attribute access for the parts of the VM that build on it: what an inline cache may remember
// about a site, and the steps of the protocol that classes, instances and descriptors share.
//
// Lock held. Names given to these functions are interned unless a function says otherwise.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

// --- for inline caches -------------------------------------------------------------------------
// What reading o.name does for every object with o's shape, as long as vm->class_epoch stays (the
// slot kinds need no epoch: a class change that would touch them gives the objects new shapes).
struct AttrSite {
  enum Kind : uint8_t {
    kNone,        // not cacheable: take the slow path
    kInlineSlot,  // Instance::slots[slot]
    kFarSlot,     // Instance::far[slot - inline_cap]
    kClassValue,  // `value` as it is, from the class
    kMethod,      // `value`: function or native method of the class, to be bound to o
    kProperty,    // `value`: getter (a script function) to call with o
  };
  Kind kind = kNone;
  uint32_t slot = 0;
  Value value = Value::unbound();
};
AttrSite classify_get(Thread* t, Value o, Str* name);
// As classify_get for the callee of o.name(...): kMethod or kClassValue only from the class; also
// for receivers that are not Instances but carry no attributes of their own.
AttrSite classify_method(Thread* t, Value o, Str* name);

// What `o.name = v` does. kAdd: the object gets shape `after` and the value goes to
// Instance::slots[slot], which its inline slots have room for.
struct SetSite {
  enum Kind : uint8_t { kNone, kExisting, kExistingFar, kAdd };
  Kind kind = kNone;
  uint32_t slot = 0;
  Shape* after = nullptr;
};
SetSite classify_set(Thread* t, Value o, Str* name);

// --- steps of the protocol ---------------------------------------------------------------------
// object.__getattribute__ by kind of object; unbound() where AttributeError is due (none is set).
Value generic_get_attr(Thread* t, Value o, Str* name);
// object.__setattr__ / __delattr__ (v unbound()).
bool generic_set_attr(Thread* t, Value o, Str* name, Value v);
// Sets AttributeError for a missing attribute, worded for o's kind; the exception knows name and o.
BATON_COLD Value raise_no_attribute(Thread* t, Value o, Str* name);
BATON_COLD Value raise_attribute(Thread* t, Value o, Str* name, const std::string& message);
// Is a class attribute one that comes before the instance's own?
bool is_data_descriptor(Vm* vm, Value attr);
// bind_attr that names the attribute in a property's errors; name may be null.
Value bind_named(Thread* t, Value attr, Value o, Class* cls, Str* name);
// Descriptor __set__ (v unbound(): __delete__).
bool descriptor_set(Thread* t, Value attr, Value o, Class* cls, Str* name, Value v);
BoundMethod* new_bound_method(Thread* t, Value func, Value self);
// Does a call through an instance pass the instance first? (function, builtin method)
BATON_INLINE bool is_method_like(Value attr);

// --- instances (instance.cpp) --------------------------------------------------------------------
// The object's own attribute, or unbound(); classes and modules not meant.
Value own_attr(Vm* vm, Value o, Str* name);
// Stores an own attribute whatever the class says about taking new ones.
bool store_own_attr(Thread* t, Object* o, Class* cls, Str* name, Value v);
bool delete_own_attr(Thread* t, Object* o, Class* cls, Str* name);  // false: absent, nothing raised
// May a built-in __new__ make an instance of args[0]? TypeError otherwise: another layout.
bool check_native_new(Thread* t, const NativeDef* def, const Value* args, uint32_t nargs);
Value object_new(Thread* t, Class* cls, bool excess);              // object.__new__
Value load_slot_member(Vm* vm, Object* o, Class* cls, Str* name);  // __slots__ member; unbound()
bool store_slot_member(Thread* t, Object* o, Class* cls, Str* name, Value v);
bool delete_slot_member(Thread* t, Object* o, Class* cls, Str* name);
bool set_instance_class(Thread* t, Value o, Value cls);  // o.__class__ = cls
bool set_attrs_dict(Thread* t, Value o, Value dict);     // o.__dict__ = dict
Shape* make_class_root(Vm* vm, Class* cls, const std::vector<Str*>& fixed);

// --- classes (class.cpp) ---------------------------------------------------------------------------
std::vector<Class*> live_subclasses(Vm* vm, Class* cls);
void add_subclass(Vm* vm, Class* base, Class* cls);
// Works out the kClassGetattr.. flags of a class from its MRO, and of its subclasses. To be called
// after methods were put into cls->dict directly. `is_new`: there can't be instances yet.
void refresh_class_flags(Vm* vm, Class* cls, bool is_new = false);
// Is it one of the names those flags follow from (__getattr__, __setattr__, __del__ ...)?
bool is_hook_name(Vm* vm, Str* name);
// Does that name with this value set such a flag (object's own __setattr__ and the like set none)?
bool is_own_hook(Vm* vm, Str* name, Value v);
bool class_del_attr(Thread* t, Class* cls, Str* name);  // false: absent, nothing raised
void forget_cached_class(Vm* vm, Class* cls);           // a new class at an old address
std::string class_full_name(Class* cls);                // "module.qualname", "int" for builtins
std::string class_name(Class* cls);        // as messages say it: "int", "collections.deque"
std::string short_class_name(Class* cls);  // __name__: "deque"

// --- calls ---------------------------------------------------------------------------------------
// An argument array with room for what is put before it, visible to the collector.
class ArgBuffer {
 public:
  ArgBuffer(Thread* t, uint32_t n) : big_(t) {
    if (n > kSmall) big_.v.resize(n, Value::none());
    data = n > kSmall ? big_.v.data() : small_;
  }
  Value* data;

 private:
  static constexpr uint32_t kSmall = 10;
  Value small_[kSmall];
  RootVec big_;
};
// Calls f(first?, args..., **kw); first unbound(): none; kw may be null.
Value call_with_dict(Thread* t, Value f, Value first, const Value* args, uint32_t n, Dict* kw);
Value construct_with_dict(Thread* t, Class* cls, const Value* args, uint32_t n, Dict* kw);
Value native_to_mapping_proxy(Thread* t, Dict* d);  // read-only view of a class's namespace

}  // namespace baton

#include "vm/native/native.h"

namespace baton {
BATON_INLINE bool is_method_like(Value attr) {
  if (!attr.is_ptr()) return false;
  if (attr.ptr()->kind == Kind::kFunction) return true;
  if (attr.ptr()->kind != Kind::kNative) return false;
  NativeFunction* f = as<NativeFunction>(attr);
  return f->owner && !(f->def->flags & (kNativeStatic | kNativeNew | kNativeClassMethod));
}
}  // namespace baton
