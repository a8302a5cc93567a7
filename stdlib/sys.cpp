// The sys module: the interpreter's own state as script sees it, and the three standard streams.
//
// Named tuples (version_info, float_info ...) are subclasses of tuple whose fields are getters. The
// switch interval, the recursion limit and the limit of digits are the Vm's, not copies. Lock held.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cfloat>
#include <climits>
#include <cmath>

#include "stdlib/io.h"
#include "stdlib/stdlib.h"
#include "vm/base/hash.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/frame.h"
#include "vm/objects/import.h"
#include "vm/thread/threads.h"

namespace baton {
namespace {

NativeGroup sys_functions{"sys"};

// --- named tuples ---

template <int I>
Value item(Thread*, Tuple* self) {
  return I < static_cast<int>(self->size) ? self->items[I] : Value::none();
}
NativeGroup version_fields{"sys.version_info"}, float_fields{"sys.float_info"},
    int_fields{"sys.int_info"}, hash_fields{"sys.hash_info"}, flag_fields{"sys.flags"},
    implementation_fields{"sys.implementation"}, thread_fields{"sys.thread_info"},
    unraisable_fields{"UnraisableHookArgs"};
#define FIELD(group, name, index)                                               \
  Value group##_##name(Thread* t, Tuple* self) { return item<index>(t, self); } \
  DEF_GET(group, group##_##name, #name "(self)", "")
FIELD(version_fields, major, 0)
FIELD(version_fields, minor, 1)
FIELD(version_fields, micro, 2)
FIELD(version_fields, releaselevel, 3)
FIELD(version_fields, serial, 4)
FIELD(float_fields, max, 0)
FIELD(float_fields, max_exp, 1)
FIELD(float_fields, max_10_exp, 2)
FIELD(float_fields, min, 3)
FIELD(float_fields, min_exp, 4)
FIELD(float_fields, min_10_exp, 5)
FIELD(float_fields, dig, 6)
FIELD(float_fields, mant_dig, 7)
FIELD(float_fields, epsilon, 8)
FIELD(float_fields, radix, 9)
FIELD(float_fields, rounds, 10)
FIELD(int_fields, bits_per_digit, 0)
FIELD(int_fields, sizeof_digit, 1)
FIELD(int_fields, default_max_str_digits, 2)
FIELD(int_fields, str_digits_check_threshold, 3)
FIELD(hash_fields, width, 0)
FIELD(hash_fields, modulus, 1)
FIELD(hash_fields, inf, 2)
FIELD(hash_fields, nan, 3)
FIELD(hash_fields, imag, 4)
FIELD(flag_fields, debug, 0)
FIELD(flag_fields, inspect, 1)
FIELD(flag_fields, interactive, 2)
FIELD(flag_fields, optimize, 3)
FIELD(flag_fields, dont_write_bytecode, 4)
FIELD(flag_fields, no_user_site, 5)
FIELD(flag_fields, no_site, 6)
FIELD(flag_fields, ignore_environment, 7)
FIELD(flag_fields, verbose, 8)
FIELD(flag_fields, bytes_warning, 9)
FIELD(flag_fields, quiet, 10)
FIELD(flag_fields, hash_randomization, 11)
FIELD(flag_fields, isolated, 12)
FIELD(flag_fields, dev_mode, 13)
FIELD(flag_fields, utf8_mode, 14)
FIELD(flag_fields, warn_default_encoding, 15)
FIELD(flag_fields, safe_path, 16)
FIELD(flag_fields, int_max_str_digits, 17)
FIELD(hash_fields, algorithm, 5)
FIELD(hash_fields, hash_bits, 6)
FIELD(hash_fields, seed_bits, 7)
FIELD(hash_fields, cutoff, 8)
FIELD(unraisable_fields, exc_type, 0)
FIELD(unraisable_fields, exc_value, 1)
FIELD(unraisable_fields, exc_traceback, 2)
FIELD(unraisable_fields, err_msg, 3)
FIELD(unraisable_fields, object, 4)
FIELD(thread_fields, name, 0)
FIELD(thread_fields, lock, 1)
FIELD(thread_fields, version, 2)
FIELD(implementation_fields, name, 0)
FIELD(implementation_fields, version, 1)
FIELD(implementation_fields, hexversion, 2)
FIELD(implementation_fields, cache_tag, 3)
#undef FIELD

Value named_repr(Thread* t, Tuple* self) {
  Class* cls = class_of(t->vm, val(self));
  Tuple* names = try_as<Tuple>(find_in_class(t->vm, cls, t->vm->names.match_args));
  std::string s = class_full_name(cls) + "(";
  for (size_t i = 0; i < self->size; ++i) {
    if (i) s += ", ";
    if (names && i < names->size) s += std::string(as<Str>(names->items[i])->view()) + "=";
    if (!repr_to(t, self->items[i], &s)) return Value::failed();
  }
  return str_value(t, s + ")");
}
NativeGroup named_methods{"sys.named_tuple"};
DEF(named_methods, named_repr, "__repr__(self, /)", "Return repr(self).")

Value named_new(Thread* t, Class* cls, Args, Kw) {
  return type_error(t, "cannot create '" + class_full_name(cls) + "' instances");
}
DEF_NEW(named_methods, named_new, "named_tuple(cls, /, *args, **kwargs)", "")

// An instance of a fresh class whose fields are the group's getters, in order of definition.
Value named_tuple(Thread* t, const NativeGroup& group, std::initializer_list<Value> items) {
  Class* cls =
      new_builtin_class(t, group.name, t->vm->classes.tuple, Kind::kTuple, kClassNoSubclass);
  if (!cls) return Value::failed();
  install_methods(t, cls, group);
  install_methods(t, cls, named_methods);
  std::vector<const NativeDef*> defs;
  for (const NativeLink* l = group.first; l; l = l->next) defs.insert(defs.begin(), l->def);
  Tuple* names = new_tuple(t, defs.size());
  if (!names) return Value::failed();
  for (size_t i = 0; i < defs.size(); ++i) {
    Str* s = intern(t, defs[i]->sig.name);
    if (!s) return Value::failed();
    barrier_store(names, &names->items[i], val(s));
  }
  if (!dict_set_str(t, cls->dict, t->vm->names.match_args, val(names))) return Value::failed();
  Tuple* made = new_tuple_of_shape(t, items.size(), shape_of(cls));
  if (!made) return Value::failed();
  std::copy(items.begin(), items.end(), made->items);
  return val(made);
}

// --- functions ---

Value sys_exit(Thread* t, Value status) {
  Value e = status.is_none() ? call0(t, val(t->vm->classes.system_exit))
                             : call1(t, val(t->vm->classes.system_exit), status);
  return e.is_failed() ? e : raise_object(t, e);
}
DEF(sys_functions, sys_exit, "exit(status=None, /)",
    "Exit the interpreter by raising SystemExit(status).")

int64_t sys_getrecursionlimit(Thread* t) { return t->vm->recursion_limit; }
DEF(sys_functions, sys_getrecursionlimit, "getrecursionlimit()",
    "Return the current value of the recursion limit.")
Value sys_setrecursionlimit(Thread* t, Value limit) {
  Value i = to_index(t, limit);
  int64_t n;
  if (i.is_failed()) return i;
  if (!to_int64(t, i, &n) || n > INT_MAX) {
    clear_exception(t);
    return overflow_error(t, "Python int too large to convert to C int");
  }
  if (n < 1) return value_error(t, "recursion limit must be greater or equal than 1");
  if (recursion_depth(t) >= n)
    return raisef(
        t, t->vm->classes.recursion_error,
        "cannot set the recursion limit to %lld at the recursion depth %u: the limit is too low",
        static_cast<long long>(n), recursion_depth(t));
  set_recursion_limit(t->vm, static_cast<uint32_t>(n));
  return Value::none();
}
DEF(sys_functions, sys_setrecursionlimit, "setrecursionlimit(limit, /)",
    "Set the maximum depth of the Python interpreter stack to n.")

double sys_getswitchinterval(Thread* t) { return static_cast<double>(t->vm->gil.interval()) / 1e9; }
DEF(sys_functions, sys_getswitchinterval, "getswitchinterval()",
    "Return the current thread switch interval; see sys.setswitchinterval().")
Value sys_setswitchinterval(Thread* t, double interval) {
  if (!(interval > 0)) return value_error(t, "switch interval must be strictly positive");
  double ns = interval * 1e9;
  t->vm->gil.set_interval(ns >= 9e18 ? INT64_MAX : static_cast<int64_t>(std::llround(ns)));
  return Value::none();
}
DEF(sys_functions, sys_setswitchinterval, "setswitchinterval(interval, /)",
    "Set the ideal thread switching delay inside the Python interpreter, in seconds.")

Value sys_exception(Thread* t) { return t->handled; }
DEF(sys_functions, sys_exception, "exception()", "Return the current exception.")
Value sys_exc_info(Thread* t) {
  Exception* e = try_as<Exception>(t->handled);
  if (!e) return tuple_of(t, {Value::none(), Value::none(), Value::none()});
  return tuple_of(t, {val(class_of(t->vm, val(e))), val(e), e->traceback});
}
DEF(sys_functions, sys_exc_info, "exc_info()",
    "Return current exception information: (type, value, traceback).")

Value sys_getframe(Thread* t, int64_t depth) {
  Value f = frame_at(t, t, std::max<int64_t>(depth, 0));
  return f.is_unbound() ? value_error(t, "call stack is not deep enough") : f;
}
DEF(sys_functions, sys_getframe, "_getframe(depth=0, /)",
    "The frame of the caller, or of the function so many calls outside it.")
Value sys_current_frames(Thread* t) {
  Dict* d = new_dict(t);
  if (!d) return Value::failed();
  for (Thread* other = t->vm->threads; other; other = other->next) {
    Value f = frame_at(t, other, 0);
    if (f.is_failed()) return f;
    Value ident = new_uint(t, other->ident);
    if (ident.is_failed()) return ident;
    if (!f.is_unbound() && !dict_set(t, d, ident, f)) return Value::failed();
  }
  return val(d);
}
DEF(sys_functions, sys_current_frames, "_current_frames()",
    "A dict from each thread's identifier to its innermost frame.")

Value sys_intern(Thread* t, Value string) {
  Str* s = try_as<Str>(string);
  if (!s) return type_error(t, "intern() argument must be str, not " + type_name(t, string));
  if (s->shape != t->vm->shape_ids.str)
    return type_error(t, "can't intern " + type_name(t, string));
  s = intern_str(t, s);
  return s ? val(s) : Value::failed();
}
DEF(sys_functions, sys_intern, "intern(string, /)", "``Intern'' the given string.")

int64_t object_size(Value v) {
  if (!v.is_ptr()) return v.is_int() ? 28 : v.is_float() ? 24 : v.is_none() ? 16 : 28;
  switch (v.ptr()->kind) {
    case Kind::kFloat: return sizeof(FloatObj);
    case Kind::kComplex: return sizeof(ComplexObj);
    case Kind::kBigInt: return static_cast<int64_t>(sizeof(BigInt) + as<BigInt>(v)->n * 8);
    case Kind::kStr: return static_cast<int64_t>(sizeof(Str) + as<Str>(v)->size + 1);
    case Kind::kBytes: return static_cast<int64_t>(sizeof(Bytes) + as<Bytes>(v)->size + 1);
    case Kind::kByteArray:
      return static_cast<int64_t>(sizeof(ByteArray) + as<ByteArray>(v)->capacity);
    case Kind::kTuple: return static_cast<int64_t>(sizeof(Tuple) + as<Tuple>(v)->size * 8);
    case Kind::kList: return static_cast<int64_t>(sizeof(List) + as<List>(v)->capacity * 8);
    case Kind::kDict: {
      Dict* d = as<Dict>(v);
      return static_cast<int64_t>(sizeof(Dict) + d->capacity * sizeof(DictEntry) +
                                  (d->index ? (size_t{d->index_mask} + 1) * 4 : 0));
    }
    case Kind::kSet: {
      Set* s = as<Set>(v);
      return static_cast<int64_t>(
          sizeof(Set) + (s->table != s->small ? (size_t{s->mask} + 1) * sizeof(SetEntry) : 0));
    }
    case Kind::kInstance: {
      Instance* i = as<Instance>(v);
      return static_cast<int64_t>(sizeof(Instance) + (i->inline_cap + i->far_cap) * 8);
    }
    case Kind::kClass: return sizeof(Class);
    case Kind::kFunction: return sizeof(Function);
    case Kind::kException: return sizeof(Exception);
    case Kind::kGenerator:
      return static_cast<int64_t>(sizeof(Generator) + as<Generator>(v)->nregs * 8);
    default: return 48;
  }
}
Value sys_getsizeof(Thread* t, Value object, Value fallback) {
  // A class that defines __sizeof__ in script is asked.
  Value own = find_in_class(t->vm, class_of(t->vm, object), t->vm->names.sizeof_);
  if (own.is_unbound() || is<NativeFunction>(own)) return new_int(t, object_size(object));
  Value size = call_special(t, object, t->vm->names.sizeof_);
  if (size.is_failed()) {
    if (fallback.is_unbound() || !exception_is(t, t->vm->classes.type_error)) return size;
    clear_exception(t);
    return fallback;
  }
  int64_t n;
  if (!is_intlike(size)) {
    if (!fallback.is_unbound()) return fallback;
    return type_error(t, "an integer is required");
  }
  if (!to_int64(t, size, &n)) {
    clear_exception(t);
    return overflow_error(t, "Python int too large to convert to C ssize_t");
  }
  if (n < 0) return value_error(t, "__sizeof__() should return >= 0");
  return size;
}
DEF(sys_functions, sys_getsizeof, "getsizeof(object, default=<absent>)",
    "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.")

Value sys_displayhook(Thread* t, Value object) {
  return display_value(t, object) ? Value::none() : Value::failed();
}
DEF(sys_functions, sys_displayhook, "displayhook(object, /)",
    "Print an object to sys.stdout and also save it in builtins._")
Value sys_excepthook(Thread* t, Value, Value value, Value traceback) {
  if (Exception* e = try_as<Exception>(value);
      e && is<Traceback>(traceback) && e->traceback.is_none())
    barrier_store(e, &e->traceback, traceback);
  write_stderr(t, format_exception(t, value));
  return Value::none();
}
DEF(sys_functions, sys_excepthook, "excepthook(exctype, value, traceback, /)",
    "Handle an exception by displaying it with a traceback on sys.stderr.")

int64_t sys_get_digits(Thread* t) { return static_cast<int64_t>(t->vm->max_str_digits); }
DEF(sys_functions, sys_get_digits, "get_int_max_str_digits()",
    "Return the maximum string digits limit for non-binary int<->str conversions.")
Value sys_set_digits(Thread* t, int64_t maxdigits) {
  if (maxdigits > INT_MAX || maxdigits < INT_MIN)
    return overflow_error(t, "Python int too large to convert to C int");
  if (maxdigits != 0 && maxdigits < 640)
    return value_error(t, "maxdigits must be 0 or larger than 640");
  t->vm->max_str_digits = static_cast<decltype(t->vm->max_str_digits)>(maxdigits);
  return Value::none();
}
DEF(sys_functions, sys_set_digits, "set_int_max_str_digits(maxdigits)",
    "Set the maximum string digits limit for non-binary int<->str conversions.")

// What could not be raised, from __del__ and the like: its attributes are those of the argument.
Value sys_unraisablehook(Thread* t, Value unraisable) {
  auto field = [&](const char* name) {
    Str* key = intern(t, name);
    return key ? get_attr(t, unraisable, key) : Value::failed();
  };
  Value value = field("exc_value"), message = field("err_msg"), object = field("object");
  if (!t->exception.is_unbound()) return Value::failed();
  std::string text;
  if (!message.is_none()) {
    if (!str_to(t, message, &text)) return Value::failed();
  } else if (!object.is_none()) {
    text = "Exception ignored in";
  }
  if (!object.is_none()) {
    text += ": ";
    if (!repr_to(t, object, &text)) {
      clear_exception(t);
      text += "<object repr() failed>";
    }
  } else if (!text.empty()) {
    text += ":";
  }
  if (!text.empty()) text += "\n";
  write_stderr(t, text + (is<Exception>(value) ? format_exception(t, value) : ""));
  return Value::none();
}
DEF(sys_functions, sys_unraisablehook, "unraisablehook(unraisable, /)",
    "Handle an exception that no one can catch.")

std::string sys_utf8(Thread*) { return "utf-8"; }
DEF(sys_functions, sys_utf8, "getdefaultencoding()", "Return the current default encoding.")
DEF(sys_functions, sys_utf8, "getfilesystemencoding()",
    "Return the encoding used to convert Unicode filenames to OS filenames.")
std::string sys_fs_errors(Thread*) { return "surrogateescape"; }
DEF(sys_functions, sys_fs_errors, "getfilesystemencodeerrors()",
    "Return the error mode used for Unicode to OS filename conversion.")
bool sys_is_finalizing(Thread* t) { return t->vm->closing; }
DEF(sys_functions, sys_is_finalizing, "is_finalizing()", "Return True if Python is exiting.")
Value sys_gettrace(Thread*) { return Value::none(); }
DEF(sys_functions, sys_gettrace, "gettrace()", "Return the global debug tracing function.")

// --- streams and paths ---

Value text_list(Thread* t, const std::vector<std::string>& texts) {
  List* l = new_list(t, texts.size());
  if (!l) return Value::failed();
  for (const std::string& s : texts) {
    Value v = str_value(t, s);
    if (v.is_failed() || !list_append(t, l, v)) return Value::failed();
  }
  return val(l);
}

// sys._xoptions: "name" gives True, "name=value" the value.
Value option_dict(Thread* t, const std::vector<std::string>& options) {
  Dict* d = new_dict(t);
  if (!d) return Value::failed();
  for (const std::string& option : options) {
    size_t at = option.find('=');
    Value v = at == option.npos ? Value::true_() : str_value(t, option.substr(at + 1));
    if (v.is_failed() || !dict_set_cstr(t, d, option.substr(0, at), v)) return Value::failed();
  }
  return val(d);
}

Value standard_names(Thread* t) {
  Set* names = new_set(t, true);
  if (!names) return Value::failed();
  for (const std::string& name : standard_modules()) {
    Value v = str_value(t, name);
    if (v.is_failed() || !set_add(t, names, v)) return Value::failed();
  }
  return val(names);
}

Value thread_library(Thread* t) {
  char text[64];
  size_t n = confstr(_CS_GNU_LIBPTHREAD_VERSION, text, sizeof text);
  return n > 0 && n <= sizeof text ? str_value(t, text) : Value::none();
}

std::string own_path() {
  char buffer[4096];
  ssize_t n = readlink("/proc/self/exe", buffer, sizeof buffer);
  return n > 0 ? std::string(buffer, static_cast<size_t>(n)) : "";
}

}  // namespace

void init_sys(Thread* t, Module* m, const Startup& startup) {
  Vm* vm = t->vm;
  Dict* d = m->dict;
  auto set = [&](const char* name, Value v) {
    if (!v.is_failed()) dict_set_cstr(t, d, name, v);
  };
  auto text = [&](std::string_view s) { return str_value(t, s); };
  auto number = [](int64_t n) { return Value::from_int(n); };
  install_functions(t, m, sys_functions);
  set("argv", text_list(t, vm->options.argv));
  set("path", text_list(t, vm->options.path));
  set("modules", val(vm->modules));
  set("version", text("3.11.0 (Baton 0.1.0)"));
  set("hexversion", number(0x030b00f0));
  set("api_version", number(1013));
  set("copyright", text("Baton, a small Python 3.11"));
  set("platform", text("linux"));
  set("byteorder", text("little"));
  set("maxsize", new_int(t, INT64_MAX));
  set("maxunicode", number(0x10ffff));
  set("executable", text(own_path()));
  set("prefix", text("/usr"));
  set("exec_prefix", text("/usr"));
  set("base_prefix", text("/usr"));
  set("base_exec_prefix", text("/usr"));
  set("platlibdir", text("lib"));
  set("abiflags", val(vm->empty_str));
  set("float_repr_style", text("short"));
  set("pycache_prefix", Value::none());
  set("dont_write_bytecode", Value::true_());
  set("warnoptions", text_list(t, startup.warnoptions));
  set("_xoptions", option_dict(t, startup.xoptions));
  set("stdlib_module_names", standard_names(t));
  set("meta_path", default_finders(t));
  set("orig_argv", text_list(t, startup.orig_argv.empty() ? vm->options.argv : startup.orig_argv));
  for (int fd = 0; fd < 3; ++fd) {
    static const char* const kNames[3][3] = {{"stdin", "<stdin>", "__stdin__"},
                                             {"stdout", "<stdout>", "__stdout__"},
                                             {"stderr", "<stderr>", "__stderr__"}};
    Value stream = standard_stream(t, fd, kNames[fd][1]);
    set(kNames[fd][0], stream);
    set(kNames[fd][2], stream);
  }
  for (const char* hook : {"displayhook", "excepthook", "unraisablehook"}) {
    Value v = dict_get_str(d, intern(t, hook));
    set((std::string("__") + hook + "__").c_str(), v);
  }
  Value final_text = text("final");
  Value version =
      named_tuple(t, version_fields, {number(3), number(11), number(0), final_text, number(0)});
  set("version_info", version);
  Value max = new_float(t, DBL_MAX), min = new_float(t, DBL_MIN);
  set("float_info",
      named_tuple(t, float_fields,
                  {max, number(DBL_MAX_EXP), number(DBL_MAX_10_EXP), min, number(DBL_MIN_EXP),
                   number(DBL_MIN_10_EXP), number(DBL_DIG), number(DBL_MANT_DIG),
                   new_float(t, DBL_EPSILON), number(2), number(1)}));
  set("int_info", named_tuple(t, int_fields, {number(64), number(8), number(4300), number(640)}));
  Value modulus = new_int(t, static_cast<int64_t>(kHashModulus));
  set("hash_info", named_tuple(t, hash_fields,
                               {number(64), modulus, number(314159), number(0), number(1000003),
                                text("siphash13"), number(64), number(128), number(0)}));
  auto flag = [&](bool on) { return number(on); };
  const Startup& o = startup;
  bool own_limit = vm->max_str_digits != 4300;
  set("flags", named_tuple(t, flag_fields,
                           {number(o.debug), number(0), number(0), number(o.optimize),
                            flag(o.dont_write_bytecode), flag(o.no_user_site), flag(o.no_site),
                            flag(o.ignore_environment), number(o.verbose), number(o.bytes_warning),
                            flag(o.quiet), flag(!o.fixed_hash_seed), flag(o.isolated),
                            Value::false_(), number(1), number(0), Value::boolean(o.safe_path),
                            number(own_limit ? static_cast<int64_t>(vm->max_str_digits) : -1)}));
  Value none = Value::none();
  Value unraisable = named_tuple(t, unraisable_fields, {none, none, none, none, none});
  if (!unraisable.is_failed()) set("UnraisableHookArgs", val(class_of(vm, unraisable)));
  set("thread_info",
      named_tuple(t, thread_fields, {text("pthread"), text("semaphore"), thread_library(t)}));
  Value name = text("baton"), tag = text("baton-311");
  set("implementation",
      named_tuple(t, implementation_fields, {name, version, number(0x030b00f0), tag}));
  std::vector<std::string> builtin_names = {"builtins", "sys"};
#define MODULE(module_name, init) builtin_names.push_back(module_name);
#include "stdlib/modules.def"
#undef MODULE
  std::sort(builtin_names.begin(), builtin_names.end());
  Value names = text_list(t, builtin_names);
  if (!names.is_failed())
    set("builtin_module_names",
        val(new_tuple_from(t, as<List>(names)->items, as<List>(names)->size)));
}

}  // namespace baton
