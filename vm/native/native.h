// Declaring builtins: a plain C++ function, and beside it DEF with its Python signature and doc.
//
//   static Value list_append(Thread* t, List* self, Value object) { ... }
//   DEF(list_methods, list_append, "append(self, object, /)", "Append object to the end of the
//   list.")
//
// The signature text gives names, defaults and keyword kinds (checked at compile time against the
// C++ function's parameters); the C++ types give checking and conversion:
//   Value (as is; unbound() for an <absent> default)   Str* List* Tuple* Dict* Set* Class* ...
//   (TypeError otherwise) Int (int64_t; __index__ accepted, OverflowError)   int64_t, double, bool
//   (truth)   std::string_view (of a str) Args (last: extra positional arguments of *args)   Kw (a
//   Dict* of extra keywords for **kwargs, null if none; before Args)
// Results: Value (failed() = exception pending), void (None), double, int64_t, bool, std::string,
// Str*/List*/... (null = failed). The first parameter may be Thread*. A function runs with the lock
// held; DEF_NOGIL's body runs without it and so takes and returns plain C++ types only (double,
// int64_t, bool, std::string, PinnedBytes). A DEF registers itself into a NativeGroup (a static
// list, complete before main, never changed after).
#pragma once
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "vm/native/signature.h"
#include "vm/objects/objects.h"

namespace baton {

// args: the fixed parameters in signature order (absent ones filled with defaults), then [Kw dict
// or none() if the signature has **kwargs], then nargs - fixed extra positional ones.
using NativeFn = Value (*)(Thread*, Value* args, uint32_t nargs);

enum NativeFlag : uint8_t {
  kNativeMethod = 1,
  kNativeStatic = 2,
  kNativeClassMethod = 4,
  kNativeGetter = 8,
  kNativeNew = 16,
  kNativeNoGil = 32
};

struct NativeGroup;
struct NativeDef {  // constant data, so that starting copies none of its pages
  const Signature& sig;
  const char* text = nullptr;  // the signature as written
  const char* doc = nullptr;
  NativeFn fn = nullptr;
  double (*f1)(double) = nullptr;  // set if the C++ function is a pure double(double)
  uint8_t flags = 0;
  const NativeDef* setter = nullptr;  // of a getter
  const NativeGroup* group = nullptr;
  // Can a call with exactly `positional` plain arguments go straight to fn? (no *args, keyword-only
  // or **kwargs)
  bool plain = false;
};

// A list of definitions. One per class or module; lives in the .cpp beside the functions.
struct NativeLink;
struct NativeGroup {
  const char* name;  // of the class ("list") or module; argument errors of methods begin with it
  const NativeLink* first = nullptr;
};
// Enters a definition into its group before main().
struct NativeLink {
  NativeLink(NativeGroup& g, const NativeDef& d) : def(&d), next(g.first) { g.first = this; }
  const NativeDef* def;
  const NativeLink* next;
};

struct Args {
  Value* v;
  uint32_t n;
};
struct Kw {
  Dict* dict;
};
struct Int {
  int64_t v;
  operator int64_t() const { return v; }
};
struct PinnedBytes {
  const uint8_t* data;
  size_t size;
};  // DEF_NOGIL: the buffer stays alive and in place

// Makes builtins of a group: methods into a class's namespace, functions into a module.
void install_methods(Thread* t, Class* cls, const NativeGroup& group);
void install_functions(Thread* t, Module* m, const NativeGroup& group);
NativeFunction* new_native(Thread* t, const NativeDef* def, Value self = Value::unbound(),
                           Class* owner = nullptr);
// Binds a call's arguments into out[] (room for fixed + 1 + nargs) and sets *n; CPython's wording
// of errors.
bool bind_native(Thread* t, const NativeDef* def, const Value* args, uint32_t nargs, Tuple* kwnames,
                 Value* out, uint32_t* n);
Value call_native(Thread* t, const NativeDef* def, const Value* args, uint32_t nargs,
                  Tuple* kwnames);
Value param_default(Thread* t, const Param& p);
// "list expected" style errors of the converters below.
BATON_COLD bool arg_type_error(Thread* t, const NativeDef* def, int index, const char* expected,
                               Value got);

namespace native_detail {

template <class T>
struct Arg;  // bool get(Thread*, const NativeDef*, int index, Value, T*)
template <>
struct Arg<Value> {
  static bool get(Thread*, const NativeDef*, int, Value v, Value* o) {
    *o = v;
    return true;
  }
};
template <>
struct Arg<double> {
  static bool get(Thread* t, const NativeDef*, int, Value v, double* o) {
    if (BATON_LIKELY(v.is_float())) {
      *o = v.as_float();
      return true;
    }
    return to_double(t, v, o);
  }
};
template <>
struct Arg<int64_t> {
  static bool get(Thread* t, const NativeDef*, int, Value v, int64_t* o) {
    if (BATON_LIKELY(v.is_int())) {
      *o = v.as_int();
      return true;
    }
    return to_int64(t, v, o);
  }
};
template <>
struct Arg<Int> {
  static bool get(Thread* t, const NativeDef*, int, Value v, Int* o) {
    if (BATON_LIKELY(v.is_int())) {
      o->v = v.as_int();
      return true;
    }
    return to_int64(t, v, &o->v);
  }
};
template <>
struct Arg<bool> {
  static bool get(Thread* t, const NativeDef*, int, Value v, bool* o) {
    if (v.is_bool()) {
      *o = v.is_true();
      return true;
    }
    return truth(t, v, o);
  }
};
template <>
struct Arg<std::string_view> {
  static bool get(Thread* t, const NativeDef* d, int i, Value v, std::string_view* o) {
    if (!is<Str>(v)) return arg_type_error(t, d, i, "str", v);
    *o = as<Str>(v)->view();
    return true;
  }
};
template <>
struct Arg<std::string> {
  static bool get(Thread* t, const NativeDef* d, int i, Value v, std::string* o) {
    if (!is<Str>(v)) return arg_type_error(t, d, i, "str", v);
    *o = as<Str>(v)->view();
    return true;
  }
};
template <class T>
struct ObjectName {
  static constexpr const char* value = "object of another type";
};
#define BATON_OBJECT_NAME(T, n)             \
  template <>                               \
  struct ObjectName<T> {                    \
    static constexpr const char* value = n; \
  };
// clang-format off
BATON_OBJECT_NAME(Str, "str")
BATON_OBJECT_NAME(List, "list")
BATON_OBJECT_NAME(Tuple, "tuple")
BATON_OBJECT_NAME(Dict, "dict")
BATON_OBJECT_NAME(Set, "set")
BATON_OBJECT_NAME(Class, "type")
BATON_OBJECT_NAME(Bytes, "bytes")
BATON_OBJECT_NAME(ByteArray, "bytearray")
BATON_OBJECT_NAME(Function, "function")
BATON_OBJECT_NAME(Module, "module")
BATON_OBJECT_NAME(Exception, "BaseException")
BATON_OBJECT_NAME(Generator, "generator")
BATON_OBJECT_NAME(Range, "range")
BATON_OBJECT_NAME(Slice, "slice")
BATON_OBJECT_NAME(Property, "property")
BATON_OBJECT_NAME(Code, "code")
BATON_OBJECT_NAME(ComplexObj, "complex")
// clang-format on
#undef BATON_OBJECT_NAME
template <class T>
struct Arg<T*> {
  static bool get(Thread* t, const NativeDef* d, int i, Value v, T** o) {
    if (BATON_UNLIKELY(!is<T>(v))) return arg_type_error(t, d, i, ObjectName<T>::value, v);
    *o = as<T>(v);
    return true;
  }
};

inline Value give(Thread*, Value v) { return v; }
inline Value give(Thread* t, double d) {
  Value v;
  return Value::try_float(d, &v) ? v : new_float(t, d);
}
inline Value give(Thread* t, int64_t i) {
  return Value::fits_int(i) ? Value::from_int(i) : new_int(t, i);
}
inline Value give(Thread*, bool b) { return Value::boolean(b); }
inline Value give(Thread* t, const std::string& s) { return str_value(t, s); }
inline Value give(Thread*, Object* o) { return o ? val(o) : Value::failed(); }

template <class F>
struct Fn;
template <class R, class... A>
struct Fn<R (*)(Thread*, A...)> {
  using Result = R;
  static constexpr bool has_thread = true;
  static constexpr int arity = sizeof...(A);
  template <int I>
  using At = std::tuple_element_t<I, std::tuple<A...>>;
};
template <class R, class... A>
struct Fn<R (*)(A...)> {
  using Result = R;
  static constexpr bool has_thread = false;
  static constexpr int arity = sizeof...(A);
  template <int I>
  using At = std::tuple_element_t<I, std::tuple<A...>>;
};
template <class F>
constexpr int fixed_arity() {  // parameters that are not Args / Kw
  int n = 0;
  [&]<int... I>(std::integer_sequence<int, I...>) {
    ((n += !std::is_same_v<typename Fn<F>::template At<I>, Args> &&
           !std::is_same_v<typename Fn<F>::template At<I>, Kw>),
     ...);
  }
  (std::make_integer_sequence<int, Fn<F>::arity>{});
  return n;
}
template <class F, class T>
constexpr bool takes() {
  bool b = false;
  [&]<int... I>(std::integer_sequence<int, I...>) {
    ((b |= std::is_same_v<typename Fn<F>::template At<I>, T>), ...);
  }
  (std::make_integer_sequence<int, Fn<F>::arity>{});
  return b;
}
template <class T>
BATON_INLINE bool get_arg(Thread* t, const NativeDef* d, int i, Value* args, uint32_t n, int fixed,
                          bool kw, T* out) {
  if constexpr (std::is_same_v<T, Args>) {
    uint32_t skip = static_cast<uint32_t>(fixed) + (kw ? 1 : 0);
    *out = {args + skip, n - skip};
    return true;
  } else if constexpr (std::is_same_v<T, Kw>) {
    out->dict = args[fixed].is_none() ? nullptr : as<Dict>(args[fixed]);
    return true;
  } else {
    return Arg<T>::get(t, d, i, args[i], out);
  }
}
template <auto F, const NativeDef* D>
Value thunk(Thread* t, Value* args, uint32_t n) {
  using Traits = Fn<decltype(F)>;
  return [&]<int... I>(std::integer_sequence<int, I...>)->Value {
    std::tuple<std::remove_cvref_t<typename Traits::template At<I>>...> c;
    [[maybe_unused]] constexpr int fixed = fixed_arity<decltype(F)>();
    [[maybe_unused]] constexpr bool kw = takes<decltype(F), Kw>();
    (void)n;
    (void)args;
    if (!(get_arg(t, D, I, args, n, fixed, kw, &std::get<I>(c)) && ...)) return Value::failed();
    auto invoke = [&]() {
      if constexpr (Traits::has_thread)
        return F(t, std::get<I>(c)...);
      else
        return F(std::get<I>(c)...);
    };
    // A body that grows a std::string past what memory holds throws: here that becomes MemoryError.
    try {
      if constexpr (std::is_void_v<typename Traits::Result>) {
        invoke();
        return Value::none();
      } else {
        return give(t, invoke());
      }
    } catch (const std::bad_alloc&) {
      return raise_memory_error(t);
    } catch (const std::length_error&) { return raise_memory_error(t); }
  }
  (std::make_integer_sequence<int, Traits::arity>{});
}
template <class T>
constexpr bool plain_type =
    std::is_same_v<T, double> || std::is_same_v<T, int64_t> || std::is_same_v<T, bool> ||
    std::is_same_v<T, std::string> || std::is_same_v<T, PinnedBytes> || std::is_void_v<T>;
template <class F>
struct AllPlain;
template <class R, class... A>
struct AllPlain<R (*)(A...)> {
  static constexpr bool value = plain_type<R> && (plain_type<A> && ...);
};

// Converted arguments of a DEF_NOGIL call: buffers stay pinned (and their owners rooted on this
// stack) till the end.
template <class T>
struct NoGilSlot {
  T v{};
  bool get(Thread* t, const NativeDef* d, int i, Value a) { return Arg<T>::get(t, d, i, a, &v); }
  T& use() { return v; }
};
template <>
struct NoGilSlot<PinnedBytes> {
  Pinned p{Value::none(), nullptr, 0};
  PinnedBytes v{};
  ~NoGilSlot() {
    if (p.data) unpin(&p);
  }
  bool get(Thread* t, const NativeDef*, int, Value a) {
    if (!pin_bytes(t, a, &p)) return false;
    v = {p.data, p.size};
    return true;
  }
  PinnedBytes& use() { return v; }
};
template <auto F, const NativeDef* D>
Value nogil_thunk(Thread* t, Value* args, uint32_t) {
  using Traits = Fn<decltype(F)>;
  static_assert(AllPlain<decltype(F)>::value,
                "a DEF_NOGIL function takes and returns plain C++ types only");
  return [&]<int... I>(std::integer_sequence<int, I...>)->Value {
    std::tuple<NoGilSlot<std::remove_cvref_t<typename Traits::template At<I>>>...> c;
    (void)args;
    if (!(std::get<I>(c).get(t, D, I, args[I]) && ...)) return Value::failed();
    if constexpr (std::is_void_v<typename Traits::Result>) {
      {
        Blocking b(t, Blocking::Kind::kLong);
        F(std::get<I>(c).use()...);
      }
      return Value::none();
    } else {
      auto run = [&] {
        Blocking b(t, Blocking::Kind::kLong);
        return F(std::get<I>(c).use()...);
      };
      return give(t, run());
    }
  }
  (std::make_integer_sequence<int, Traits::arity>{});
}
template <auto F>
constexpr auto pure_double() -> double (*)(double) {
  if constexpr (std::is_same_v<decltype(F), double (*)(double)>)
    return F;
  else
    return nullptr;
}
template <auto F, const NativeDef* D, bool NoGil>
constexpr NativeDef make_def(const NativeGroup& group, const Signature& s, const char* text,
                             const char* doc, uint8_t flags) {
  NativeDef d{.sig = s};
  d.group = &group;
  d.text = text;
  d.doc = doc;
  d.flags = flags;
  d.plain = !s.varargs && !s.varkw && s.keyword_only == 0;
  if constexpr (NoGil)
    d.fn = &nogil_thunk<F, D>;
  else {
    d.fn = &thunk<F, D>;
    d.f1 = pure_double<F>();
  }
  return d;
}
}  // namespace native_detail

#define BATON_CAT2(a, b) a##b
#define BATON_CAT(a, b) BATON_CAT2(a, b)
#define BATON_DEF(id, group, fn, text, doc, flags, nogil)                                       \
  static constexpr ::baton::Signature BATON_CAT(sig_, id) = ::baton::parse_signature(text);     \
  static_assert(BATON_CAT(sig_, id).error == nullptr, "malformed signature: " text);            \
  static_assert(                                                                                \
      BATON_CAT(sig_, id).fixed() == ::baton::native_detail::fixed_arity<decltype(&fn)>(),      \
      "signature and C++ parameters differ: " text);                                            \
  static_assert(BATON_CAT(sig_, id).varargs ==                                                  \
                    ::baton::native_detail::takes<decltype(&fn), ::baton::Args>(),              \
                "*args needs an Args parameter: " text);                                        \
  static_assert(                                                                                \
      BATON_CAT(sig_, id).varkw == ::baton::native_detail::takes<decltype(&fn), ::baton::Kw>(), \
      "**kwargs needs a Kw parameter: " text);                                                  \
  extern ::baton::NativeDef BATON_CAT(def_, id);                                                \
  constinit ::baton::NativeDef BATON_CAT(def_, id) =                                            \
      ::baton::native_detail::make_def<&fn, &BATON_CAT(def_, id), nogil>(                       \
          group, BATON_CAT(sig_, id), text, doc, flags);                                        \
  static ::baton::NativeLink BATON_CAT(link_, id)(group, BATON_CAT(def_, id));

// Each .cpp that uses DEF does so inside its own anonymous namespace (so that names never clash).
// A method or module function. Methods name `self` as first parameter.
#define DEF(group, fn, text, doc) \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _), __LINE__), group, fn, text, doc, 0, false)
#define DEF_NOGIL(group, fn, text, doc)                                                         \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _), __LINE__), group, fn, text, doc, ::baton::kNativeNoGil, \
            true)
#define DEF_STATIC(group, fn, text, doc)                                                         \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _), __LINE__), group, fn, text, doc, ::baton::kNativeStatic, \
            false)
#define DEF_CLASS(group, fn, text, doc)                                  \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _), __LINE__), group, fn, text, doc, \
            ::baton::kNativeClassMethod, false)
// A read-only attribute: fn(Thread*, Self*), text "name(self)".
#define DEF_GET(group, fn, text, doc)                                                            \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _), __LINE__), group, fn, text, doc, ::baton::kNativeGetter, \
            false)
// A settable attribute: the setter is fn(Thread*, Self*, Value) -> Value; v unbound() means delete.
// Text "name(self, value, /)".
#define DEF_SET(group, fn, text, doc)                                    \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _), __LINE__), group, fn, text, doc, \
            ::baton::kNativeGetter | ::baton::kNativeMethod, false)
// A function of type double(double): `raw` is called straight from the loop while argument and result
// are finite doubles; fn is the checked form, which raises, and takes everything else.
#define DEF_F1(group, raw, fn, text, doc)                          \
  DEF(group, fn, text, doc)                                        \
  static const bool BATON_CAT(f1_##fn##_, __LINE__) =              \
      (BATON_CAT(def_, BATON_CAT(BATON_CAT(fn, _), __LINE__)).f1 = \
           static_cast<double (*)(double)>(raw),                   \
       true);
// The constructor: fn(Thread*, Class* cls, ...), text "list(cls, iterable=<absent>, /)". Becomes
// __new__.
#define DEF_NEW(group, fn, text, doc) \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _), __LINE__), group, fn, text, doc, ::baton::kNativeNew, false)

}  // namespace baton
