// The attribute protocol: reading, setting and deleting o.name for every kind of object, and what
// inline caches may keep of it.
//
// The order for reading is Python's: __getattribute__ hook; data descriptor of the class; the
// object's own; other class attribute, bound; __getattr__. "Absent" travels as unbound() without an
// exception as long as no script code raised one. Classes search their own MRO between the
// metaclass's two turns, modules their namespace and then its __getattr__, super objects are
// super.cpp's. Lock held; may run script code.
#include "vm/objects/attribute.h"

#include "vm/objects/import.h"

#include <algorithm>

namespace baton {

Value super_get_attr(Thread* t, Super* s, Str* name);  // super.cpp

namespace {

Str* interned(Thread* t, Str* name) {
  return BATON_LIKELY(name->flags & kInterned) ? name : intern_str(t, name);
}

std::string text_of(Str* s) { return std::string(s->view()); }

}  // namespace

// --- errors ----------------------------------------------------------------------------------------

Value raise_attribute(Thread* t, Value o, Str* name, const std::string& message) {
  raise(t, t->vm->classes.attribute_error, message);
  if (Exception* e = try_as<Exception>(t->exception)) {
    barrier_store(e, &e->extra[0], name ? val(name) : Value::none());
    barrier_store(e, &e->extra[1], o);
  }
  return Value::failed();
}

Value raise_no_attribute(Thread* t, Value o, Str* name) {
  std::string n = "'" + text_of(name) + "'";
  if (Class* c = try_as<Class>(o))
    return raise_attribute(t, o, name, "type object '" + class_name(c) + "' has no attribute " + n);
  if (Module* m = try_as<Module>(o)) {
    Value own = dict_get_str(m->dict, t->vm->names.name);
    if (!is<Str>(own)) return raise_attribute(t, o, name, "module has no attribute " + n);
    bool partial = is_being_imported(t->vm, text_of(as<Str>(own)));
    return raise_attribute(t, o, name,
                           (partial ? "partially initialized module '" : "module '") +
                               text_of(as<Str>(own)) + "' has no attribute " + n +
                               (partial ? " (most likely due to a circular import)" : ""));
  }
  return raise_attribute(t, o, name, "'" + type_name(t, o) + "' object has no attribute " + n);
}

// --- reading -----------------------------------------------------------------------------------------

namespace {

Value class_get_attr(Thread* t, Class* cls, Str* name) {
  Vm* vm = t->vm;
  Class* meta = class_of(vm, val(cls));
  Value meta_attr = find_in_class(vm, meta, name);
  if (!meta_attr.is_unbound() && is_data_descriptor(vm, meta_attr))
    return bind_named(t, meta_attr, val(cls), meta, name);
  Value attr = find_in_class(vm, cls, name);
  if (!attr.is_unbound()) return bind_named(t, attr, Value::unbound(), cls, name);
  if (!meta_attr.is_unbound()) return bind_named(t, meta_attr, val(cls), meta, name);
  return Value::unbound();
}

Value module_getattr_hook(Thread* t, Module* m, Str* name) {
  Value hook = dict_get_str(m->dict, t->vm->names.getattr);
  return hook.is_unbound() ? hook : call1(t, hook, val(name));
}

// A data descriptor without __get__ (a script class's) rules stores only.
bool has_getter(Vm* vm, Value attr) {
  return attr.ptr()->kind != Kind::kInstance ||
         !find_in_class(vm, class_of(vm, attr), vm->names.get).is_unbound();
}

// Methods and wrappers show attributes of the function inside.
Value forwarded(Thread* t, Value o, Str* name) {
  const Names& n = t->vm->names;
  Value inner;
  if (BoundMethod* m = try_as<BoundMethod>(o)) {
    inner = m->func;
  } else if (name == n.name || name == n.qualname || name == n.module || name == n.annotations) {
    if (is<ClassMethod>(o))
      inner = as<ClassMethod>(o)->func;
    else if (is<StaticMethod>(o))
      inner = as<StaticMethod>(o)->func;
    else
      return Value::unbound();
  } else {
    return Value::unbound();
  }
  if (native_stack_exhausted(t)) return Value::failed();
  return get_attr_or_unbound(t, inner, name);
}

}  // namespace

Value generic_get_attr(Thread* t, Value o, Str* name) {
  Vm* vm = t->vm;
  Class* cls = class_of(vm, o);
  if (o.is_ptr()) {
    if (o.ptr()->kind == Kind::kClass) return class_get_attr(t, as<Class>(o), name);
    if (o.ptr()->kind == Kind::kSuper) return super_get_attr(t, as<Super>(o), name);
  }
  Value attr = find_in_class(vm, cls, name);
  if (!attr.is_unbound() && is_data_descriptor(vm, attr) && has_getter(vm, attr))
    return bind_named(t, attr, o, cls, name);
  Value own = is<Module>(o) ? dict_get_str(as<Module>(o)->dict, name) : own_attr(vm, o, name);
  if (!own.is_unbound()) return own;
  if (!attr.is_unbound()) return bind_named(t, attr, o, cls, name);
  if (!o.is_ptr()) return Value::unbound();
  switch (o.ptr()->kind) {
    case Kind::kModule: return module_getattr_hook(t, as<Module>(o), name);
    case Kind::kBoundMethod:
    case Kind::kClassMethod:
    case Kind::kStaticMethod: return forwarded(t, o, name);
    default: return Value::unbound();
  }
}

namespace {

// The class has __getattribute__ or __getattr__ of its own.
BATON_NOINLINE Value hooked_get_attr(Thread* t, Value o, Class* cls, Str* name) {
  Vm* vm = t->vm;
  Value r;
  if (cls->class_flags & kClassGetattribute) {
    Value arg = val(name);
    r = call_special(t, o, vm->names.getattribute, &arg, 1);
  } else {
    r = generic_get_attr(t, o, name);
  }
  if (!r.is_failed() && !r.is_unbound()) return r;
  if (r.is_failed() && !exception_is(t, vm->classes.attribute_error)) return r;
  if (find_in_class(vm, cls, vm->names.getattr).is_unbound()) return r;
  if (r.is_failed()) clear_exception(t);
  Value arg = val(name);
  return call_special(t, o, vm->names.getattr, &arg, 1);
}

}  // namespace

Value get_attr(Thread* t, Value o, Str* name) {
  name = interned(t, name);
  if (BATON_UNLIKELY(!name)) return Value::failed();
  Class* cls = class_of(t->vm, o);
  Value r = BATON_UNLIKELY(cls->class_flags & kClassGetattr) ? hooked_get_attr(t, o, cls, name)
                                                             : generic_get_attr(t, o, name);
  return BATON_LIKELY(!r.is_unbound()) ? r : raise_no_attribute(t, o, name);
}

Value get_attr_or_unbound(Thread* t, Value o, Str* name) {
  name = interned(t, name);
  if (BATON_UNLIKELY(!name)) return Value::failed();
  Class* cls = class_of(t->vm, o);
  Value r = BATON_UNLIKELY(cls->class_flags & kClassGetattr) ? hooked_get_attr(t, o, cls, name)
                                                             : generic_get_attr(t, o, name);
  if (r.is_failed() && exception_is(t, t->vm->classes.attribute_error)) {
    clear_exception(t);
    return Value::unbound();
  }
  return r;
}

bool has_own_attr(Thread* t, Value o, Str* name) {
  name = interned(t, name);
  if (!name) {
    clear_exception(t);
    return false;
  }
  if (Class* c = try_as<Class>(o)) return dict_find_str(c->dict, name) != nullptr;
  if (Module* m = try_as<Module>(o)) return dict_find_str(m->dict, name) != nullptr;
  return !own_attr(t->vm, o, name).is_unbound();
}

Value get_method(Thread* t, Value o, Str* name, Value* self) {
  Vm* vm = t->vm;
  *self = Value::unbound();
  name = interned(t, name);
  if (BATON_UNLIKELY(!name)) return Value::failed();
  Class* cls = class_of(vm, o);
  if (BATON_LIKELY(!(cls->class_flags & kClassGetattribute))) {
    bool own_namespace =
        o.is_ptr() && (o.ptr()->kind == Kind::kClass || o.ptr()->kind == Kind::kModule ||
                       o.ptr()->kind == Kind::kSuper);
    if (!own_namespace) {
      Value attr = find_in_class(vm, cls, name);
      if (is_method_like(attr) && own_attr(vm, o, name).is_unbound()) {
        *self = o;
        return attr;
      }
    }
  }
  return get_attr(t, o, name);
}

Value find_special(Thread* t, Value o, Str* name, Value* self) {
  *self = Value::unbound();
  Class* cls = class_of(t->vm, o);
  Value attr = find_in_class(t->vm, cls, name);
  if (is_method_like(attr)) {
    *self = o;
    return attr;
  }
  return attr.is_unbound() ? attr : bind_named(t, attr, o, cls, name);
}

Value call_special(Thread* t, Value o, Str* name, const Value* args, uint32_t nargs) {
  Value self;
  Value f = find_special(t, o, name, &self);
  if (f.is_unbound() || f.is_failed()) return f;
  if (self.is_unbound()) return call(t, f, args, nargs);
  ArgBuffer b(t, nargs + 1);
  b.data[0] = self;
  std::copy(args, args + nargs, b.data + 1);
  return call(t, f, b.data, nargs + 1);
}

// --- setting and deleting ----------------------------------------------------------------------------

namespace {

bool set_class_attr_checked(Thread* t, Class* cls, Str* name, Value v) {
  if (cls->class_flags & kClassBuiltin) {
    type_error(t, "cannot set '" + text_of(name) + "' attribute of immutable type '" +
                      class_full_name(cls) + "'");
    return false;
  }
  if (!v.is_unbound()) return class_set_attr(t, cls, name, v);
  if (class_del_attr(t, cls, name)) return true;
  if (!t->exception.is_unbound()) return false;
  raise_no_attribute(t, val(cls), name);
  return false;
}

// AttributeError of a store or deletion; unlike those of reads, the exception doesn't know name and
// object. Returns false.
BATON_COLD bool refuse_set(Thread* t, Value o, Str* name, const char* before, const char* after) {
  raise(t, t->vm->classes.attribute_error,
        "'" + type_name(t, o) + "' object " + before + text_of(name) + after);
  return false;
}

bool takes_attributes(Value o, Class* cls) {
  return o.is_ptr() && (cls->class_flags & kClassHasDict);
}

}  // namespace

bool generic_set_attr(Thread* t, Value o, Str* name, Value v) {
  Vm* vm = t->vm;
  Class* cls = class_of(vm, o);
  Value attr = find_in_class(vm, cls, name);
  if (!attr.is_unbound() && is_data_descriptor(vm, attr))
    return descriptor_set(t, attr, o, cls, name, v);
  if (Class* c = try_as<Class>(o)) return set_class_attr_checked(t, c, name, v);
  if (Module* m = try_as<Module>(o)) {
    if (!v.is_unbound()) return dict_set_str(t, m->dict, name, v);
    return dict_del_str(t, m->dict, name) || refuse_set(t, o, name, "has no attribute '", "'");
  }
  if (takes_attributes(o, cls)) {
    if (!v.is_unbound()) return store_own_attr(t, o.ptr(), cls, name, v);
    if (delete_own_attr(t, o.ptr(), cls, name)) return true;
    return t->exception.is_unbound() && refuse_set(t, o, name, "has no attribute '", "'");
  }
  if (!attr.is_unbound()) return refuse_set(t, o, name, "attribute '", "' is read-only");
  return refuse_set(t, o, name, "has no attribute '", "'");
}

bool set_attr(Thread* t, Value o, Str* name, Value v) {
  name = interned(t, name);
  if (BATON_UNLIKELY(!name)) return false;
  Class* cls = class_of(t->vm, o);
  if (BATON_UNLIKELY(cls->class_flags & kClassSetattr)) {
    Value args[2] = {val(name), v};
    return !call_special(t, o, t->vm->names.setattr, args, 2).is_failed();
  }
  return generic_set_attr(t, o, name, v);
}

bool del_attr(Thread* t, Value o, Str* name) {
  name = interned(t, name);
  if (BATON_UNLIKELY(!name)) return false;
  Class* cls = class_of(t->vm, o);
  if (BATON_UNLIKELY(cls->class_flags & kClassSetattr)) {
    Value arg = val(name);
    return !call_special(t, o, t->vm->names.delattr, &arg, 1).is_failed();
  }
  return generic_set_attr(t, o, name, Value::unbound());
}

// --- for inline caches -------------------------------------------------------------------------------

namespace {

bool is_plain_instance(Value o) { return is<Instance>(o) && !(o.ptr()->flags & kDictMode); }

// Would reading the class attribute through an instance give it as it is?
bool is_plain_value(Vm* vm, Value attr) {
  if (!attr.is_ptr()) return true;
  switch (attr.ptr()->kind) {
    case Kind::kFunction:
    case Kind::kProperty:
    case Kind::kClassMethod:
    case Kind::kStaticMethod:
    case Kind::kSlotDescriptor: return false;
    case Kind::kNative: {
      NativeFunction* f = as<NativeFunction>(attr);
      return !f->owner || (f->def->flags & (kNativeStatic | kNativeNew));
    }
    default: return find_in_class(vm, class_of(vm, attr), vm->names.get).is_unbound();
  }
}

AttrSite slot_site(Instance* o, uint32_t slot) {
  AttrSite s;
  s.kind = slot < o->inline_cap ? AttrSite::kInlineSlot : AttrSite::kFarSlot;
  s.slot = slot;
  return s;
}

}  // namespace

AttrSite classify_get(Thread* t, Value o, Str* name) {
  Vm* vm = t->vm;
  if (!is_plain_instance(o) || !(name->flags & kInterned)) return {};
  Class* cls = class_of(vm, o);
  if (cls->class_flags & kClassGetattribute) return {};
  auto* inst = as<Instance>(o);
  Value attr = find_in_class(vm, cls, name);
  uint32_t slot = find_slot(vm->shapes[inst->shape].get(), name);
  if (!attr.is_unbound() && is_data_descriptor(vm, attr)) {
    // A member of a class with __slots__ only is a slot of the shape; beside a __dict__ it is not.
    if (is<SlotDescriptor>(attr) && slot != Shape::kNoSlot && cls->root->count == 0 &&
        as<SlotDescriptor>(attr)->name == name)
      return slot_site(inst, slot);
    Property* p = try_as<Property>(attr);
    if (p && attr.ptr()->shape == vm->shape_ids.property && is<Function>(p->get) &&
        !(cls->class_flags & kClassGetattr))
      return {AttrSite::kProperty, 0, p->get};
    return {};
  }
  if (slot != Shape::kNoSlot) return slot < cls->root->count ? AttrSite{} : slot_site(inst, slot);
  if (attr.is_unbound()) return {};
  if (is_method_like(attr)) return {AttrSite::kMethod, 0, attr};
  if (is<StaticMethod>(attr) && attr.ptr()->shape == vm->shape_ids.staticmethod)
    return {AttrSite::kClassValue, 0, as<StaticMethod>(attr)->func};
  if (is_plain_value(vm, attr)) return {AttrSite::kClassValue, 0, attr};
  return {};
}

AttrSite classify_method(Thread* t, Value o, Str* name) {
  Vm* vm = t->vm;
  if (is<Instance>(o)) {
    AttrSite s = classify_get(t, o, name);
    return s.kind == AttrSite::kMethod || s.kind == AttrSite::kClassValue ? s : AttrSite{};
  }
  if (!o.is_ptr() || !(name->flags & kInterned)) return {};
  Class* cls = class_of(vm, o);
  Kind k = o.ptr()->kind;
  if ((cls->class_flags & (kClassHasDict | kClassGetattribute)) || k == Kind::kClass ||
      k == Kind::kModule || k == Kind::kSuper)
    return {};
  Value attr = find_in_class(vm, cls, name);
  if (is_method_like(attr)) return {AttrSite::kMethod, 0, attr};
  return {};
}

SetSite classify_set(Thread* t, Value o, Str* name) {
  Vm* vm = t->vm;
  if (!is_plain_instance(o) || !(name->flags & kInterned)) return {};
  Class* cls = class_of(vm, o);
  if (cls->class_flags & kClassSetattr) return {};
  auto* inst = as<Instance>(o);
  Shape* shape = vm->shapes[inst->shape].get();
  uint32_t slot = find_slot(shape, name);
  if (slot != Shape::kNoSlot && slot < cls->root->count) return {};
  Value attr = find_in_class(vm, cls, name);
  bool member = is<SlotDescriptor>(attr) && as<SlotDescriptor>(attr)->name == name;
  if (!attr.is_unbound() && is_data_descriptor(vm, attr) && !(member && cls->root->count == 0))
    return {};
  if (slot != Shape::kNoSlot) {
    AttrSite s = slot_site(inst, slot);
    return {s.kind == AttrSite::kInlineSlot ? SetSite::kExisting : SetSite::kExistingFar, s.slot,
            nullptr};
  }
  if (!member && !(cls->class_flags & kClassHasDict)) return {};
  if (shape->count >= inst->inline_cap || shape->count >= kMaxShapeSlots) return {};
  return {SetSite::kAdd, shape->count, add_slot(vm, shape, name)};
}

}  // namespace baton
