// Broken-down time: struct_time, and the functions of the time module that make, read and print it.
// A struct_time is a tuple of nine with two more items (zone name, offset) beyond its size; those
// two are interned or immediate values, so that nobody has to trace them. The C library knows the
// zones. Lock held.
// Behaviour: https://docs.python.org/3.11/library/time.html#time.struct_time
#include "stdlib/time_fields.h"

#include <cerrno>
#include <climits>
#include <cmath>
#include <cstring>
#include <ctime>

#include "stdlib/stdlib.h"
#include "vm/base/clock.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

constexpr size_t kVisible = 9, kAll = 11;
constexpr const char* kFieldNames[kAll] = {"tm_year",  "tm_mon",  "tm_mday",  "tm_hour",
                                           "tm_min",   "tm_sec",  "tm_wday",  "tm_yday",
                                           "tm_isdst", "tm_zone", "tm_gmtoff"};

NativeGroup struct_methods{"struct_time"};
NativeGroup field_functions{"time"};

// The class is found through the module that made it, so that each Vm has its own.
Class* struct_class(Thread* t) {
  Value m = import_module(t, "time");
  if (m.is_failed()) return nullptr;
  Value c = dict_get_str(as<Module>(m)->dict, intern(t, "_struct_time"));
  if (!is<Class>(c)) {
    runtime_error(t, "lost time.struct_time");
    return nullptr;
  }
  return as<Class>(c);
}

Tuple* new_fields(Thread* t, Class* cls) {
  Tuple* s = new_tuple_of_shape(t, kAll, cls->root->id);
  if (s) s->size = kVisible;
  return s;
}

bool is_struct(Thread* t, Value v) {
  if (!is<Tuple>(v) || exact_tuple(t, v)) return false;
  Class* c = struct_class(t);
  return c && is_instance(t, v, c);
}

Value struct_new(Thread* t, Class* cls, Value sequence, Value) {
  Value source = sequence;
  if (!exact_tuple(t, source)) {
    Value it = get_iter(t, source);
    if (it.is_failed()) {
      if (!exception_is(t, t->vm->classes.type_error)) return it;
      clear_exception(t);
      return type_error(t, "constructor requires a sequence");
    }
    List* l;
    if (!list_from_iterable(t, it, &l)) return Value::failed();
    source = val(l);
  }
  size_t n = is<List>(source) ? as<List>(source)->size : as<Tuple>(source)->size;
  const Value* items = is<List>(source) ? as<List>(source)->items : as<Tuple>(source)->items;
  if (n < kVisible || n > kAll) {
    return type_error(t, std::string("time.struct_time() takes an ") +
                             (n < kVisible ? "at least 9" : "at most 11") + "-sequence (" +
                             std::to_string(n) + "-sequence given)");
  }
  Tuple* s = new_fields(t, cls);
  if (!s) return Value::failed();
  for (size_t i = 0; i < kVisible; ++i) s->items[i] = items[i];
  for (size_t i = kVisible; i < n; ++i) {
    Value v = items[i];
    if (is<Str>(v)) {
      Str* kept = intern(t, as<Str>(v)->view());
      if (!kept) return Value::failed();
      v = val(kept);
    } else if (v.is_ptr()) {
      return type_error(t, std::string(kFieldNames[i]) + " must be a str or a small int");
    }
    s->items[i] = v;
  }
  if (n == kVisible && is_struct(t, sequence)) {
    s->items[9] = as<Tuple>(sequence)->items[9];
    s->items[10] = as<Tuple>(sequence)->items[10];
  }
  return val(s);
}
DEF_NEW(struct_methods, struct_new, "structseq(cls, sequence, dict=<absent>)",
        "A broken-down time: a tuple of nine whose items also have names.")

template <size_t I>
Value field(Thread* t, Tuple* self) {
  if (I < kVisible ? self->size <= I : !is_struct(t, val(self))) return Value::none();
  return self->items[I];
}
constexpr auto& field_0 = field<0>;
constexpr auto& field_1 = field<1>;
constexpr auto& field_2 = field<2>;
constexpr auto& field_3 = field<3>;
constexpr auto& field_4 = field<4>;
constexpr auto& field_5 = field<5>;
constexpr auto& field_6 = field<6>;
constexpr auto& field_7 = field<7>;
constexpr auto& field_8 = field<8>;
constexpr auto& field_9 = field<9>;
constexpr auto& field_10 = field<10>;
DEF_GET(struct_methods, field_0, "tm_year(self)", "year, for example, 1993")
DEF_GET(struct_methods, field_1, "tm_mon(self)", "month of year, range [1, 12]")
DEF_GET(struct_methods, field_2, "tm_mday(self)", "day of month, range [1, 31]")
DEF_GET(struct_methods, field_3, "tm_hour(self)", "hours, range [0, 23]")
DEF_GET(struct_methods, field_4, "tm_min(self)", "minutes, range [0, 59]")
DEF_GET(struct_methods, field_5, "tm_sec(self)", "seconds, range [0, 61]")
DEF_GET(struct_methods, field_6, "tm_wday(self)", "day of week, range [0, 6], Monday is 0")
DEF_GET(struct_methods, field_7, "tm_yday(self)", "day of year, range [1, 366]")
DEF_GET(struct_methods, field_8, "tm_isdst(self)", "1 in summer time, 0 if not, -1 unknown")
DEF_GET(struct_methods, field_9, "tm_zone(self)", "abbreviation of timezone name")
DEF_GET(struct_methods, field_10, "tm_gmtoff(self)", "offset from UTC in seconds")

Value struct_repr(Thread* t, Tuple* self) {
  std::string out = "time.struct_time(";
  for (size_t i = 0; i < self->size && i < kVisible; ++i) {
    if (i > 0) out += ", ";
    out += kFieldNames[i];
    out += '=';
    if (!repr_to(t, self->items[i], &out)) return Value::failed();
  }
  return str_value(t, out + ")");
}
DEF(struct_methods, struct_repr, "__repr__(self, /)", "Return repr(self).")

Value struct_reduce(Thread* t, Tuple* self) {
  Tuple* all = new_tuple_from(t, self->items, self->size);
  Dict* named = new_dict(t);
  if (!all || !named) return Value::failed();
  for (size_t i = kVisible; i < kAll; ++i)
    if (!dict_set_cstr(t, named, kFieldNames[i], self->items[i])) return Value::failed();
  return tuple_of(t, {val(class_of(t->vm, val(self))), tuple_of(t, {val(all), val(named)})});
}
DEF(struct_methods, struct_reduce, "__reduce__(self, /)", "Helper for pickle.")

// --- between tm and struct_time ----------------------------------------------------------------

Value struct_from_tm(Thread* t, const tm& p) {
  Class* cls = struct_class(t);
  if (!cls) return Value::failed();
  Tuple* s = new_fields(t, cls);
  if (!s) return Value::failed();
  int64_t fields[kVisible] = {
      int64_t{p.tm_year} + 1900, p.tm_mon + 1,  p.tm_mday, p.tm_hour, p.tm_min, p.tm_sec,
      (p.tm_wday + 6) % 7,       p.tm_yday + 1, p.tm_isdst};
  for (size_t i = 0; i < kVisible; ++i) s->items[i] = Value::from_int(fields[i]);
  Str* zone = intern(t, p.tm_zone ? p.tm_zone : "");
  if (!zone) return Value::failed();
  s->items[9] = val(zone);
  s->items[10] = Value::from_int(p.tm_gmtoff);
  return val(s);
}

bool fields_to_tm(Thread* t, Value v, const char* illegal, tm* p, std::string* zone) {
  std::memset(p, 0, sizeof *p);
  if (!is<Tuple>(v)) return type_error(t, "Tuple or struct_time argument required"), false;
  Tuple* s = as<Tuple>(v);
  if (s->size != kVisible) return type_error(t, illegal), false;
  int n[kVisible];
  for (size_t i = 0; i < kVisible; ++i) {
    Value at = to_index(t, s->items[i]);
    if (at.is_failed()) return false;
    int64_t x;
    if (!int_fits_int64(at, &x))
      return overflow_error(t, "Python int too large to convert to C long"), false;
    if (x > INT_MAX || x < INT_MIN) {
      return overflow_error(t, x < 0 ? "signed integer is less than minimum"
                                     : "signed integer is greater than maximum"),
             false;
    }
    n[i] = static_cast<int>(x);
  }
  if (n[0] < INT_MIN + 1900) return overflow_error(t, "year out of range"), false;
  p->tm_year = n[0] - 1900;
  p->tm_mon = static_cast<int>(static_cast<unsigned>(n[1]) - 1);
  p->tm_mday = n[2];
  p->tm_hour = n[3];
  p->tm_min = n[4];
  p->tm_sec = n[5];
  p->tm_wday = static_cast<int>((int64_t{n[6]} + 1) % 7);
  p->tm_yday = static_cast<int>(static_cast<unsigned>(n[7]) - 1);
  p->tm_isdst = n[8];
  if (is_struct(t, v)) {
    if (is<Str>(s->items[9])) {
      *zone = as<Str>(s->items[9])->view();
      p->tm_zone = zone->c_str();
    }
    if (s->items[10].is_int()) p->tm_gmtoff = s->items[10].as_int();
  }
  return true;
}

// Ranges that printing needs; 0 for month, day and day of the year means the first.
bool check_tm(Thread* t, tm* p) {
  auto wrong = [&](const char* what) {
    value_error(t, std::string(what) + " out of range");
    return false;
  };
  if (p->tm_mon == -1) p->tm_mon = 0;
  if (p->tm_mon < 0 || p->tm_mon > 11) return wrong("month");
  if (p->tm_mday == 0) p->tm_mday = 1;
  if (p->tm_mday < 0 || p->tm_mday > 31) return wrong("day of month");
  if (p->tm_hour < 0 || p->tm_hour > 23) return wrong("hour");
  if (p->tm_min < 0 || p->tm_min > 59) return wrong("minute");
  if (p->tm_sec < 0 || p->tm_sec > 61) return wrong("seconds");
  if (p->tm_wday < 0) return wrong("day of week");
  if (p->tm_yday == -1) p->tm_yday = 0;
  if (p->tm_yday < 0 || p->tm_yday > 365) return wrong("day of year");
  return true;
}

// Seconds since the epoch from an optional argument, rounded down; now if there is none.
bool seconds_of(Thread* t, Value v, time_t* out) {
  if (v.is_none()) {
    int64_t ns = realtime_ns();
    *out = ns / 1'000'000'000 - (ns % 1'000'000'000 < 0);
    return true;
  }
  if (is_floatlike(v)) {
    double d = float_value(v);
    if (std::isnan(d)) return value_error(t, "Invalid value NaN (not a number)"), false;
    d = std::floor(d);
    if (!(d >= -9223372036854775808.0 && d < 9223372036854775808.0))
      return overflow_error(t, "timestamp out of range for platform time_t"), false;
    *out = static_cast<time_t>(d);
    return true;
  }
  Value i = to_index(t, v);
  if (i.is_failed()) return false;
  int64_t n;
  if (!int_fits_int64(i, &n))
    return overflow_error(t, "timestamp out of range for platform time_t"), false;
  *out = n;
  return true;
}

bool local_tm(Thread* t, time_t when, tm* p) {
  errno = 0;
  if (localtime_r(&when, p)) return true;
  raise_os_error(t, errno ? errno : EINVAL);
  return false;
}

std::string asctime_text(const tm& p) {
  static const char kDays[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static const char kMonths[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return format_message("%s %s%3d %.2d:%.2d:%.2d %lld", kDays[p.tm_wday % 7],
                        kMonths[p.tm_mon % 12], p.tm_mday, p.tm_hour, p.tm_min, p.tm_sec,
                        static_cast<long long>(p.tm_year) + 1900);
}

// --- functions ---------------------------------------------------------------------------------

Value time_gmtime(Thread* t, Value seconds) {
  time_t when;
  if (!seconds_of(t, seconds, &when)) return Value::failed();
  tm p;
  errno = 0;
  if (!gmtime_r(&when, &p)) return raise_os_error(t, errno ? errno : EINVAL);
  return struct_from_tm(t, p);
}
DEF(field_functions, time_gmtime, "gmtime(seconds=None, /)",
    "Seconds since the epoch as a struct_time in UTC.")
Value time_localtime(Thread* t, Value seconds) {
  time_t when;
  tm p;
  if (!seconds_of(t, seconds, &when) || !local_tm(t, when, &p)) return Value::failed();
  return struct_from_tm(t, p);
}
DEF(field_functions, time_localtime, "localtime(seconds=None, /)",
    "Seconds since the epoch as a struct_time in local time.")

Value time_mktime(Thread* t, Value tuple) {
  tm p;
  std::string zone;
  if (!fields_to_tm(t, tuple, "mktime(): illegal time tuple argument", &p, &zone))
    return Value::failed();
  p.tm_wday = -1;  // mktime sets it: -1 afterwards tells an error from the second before the epoch
  time_t when = mktime(&p);
  if (when == -1 && p.tm_wday == -1) return overflow_error(t, "mktime argument out of range");
  return new_float(t, static_cast<double>(when));
}
DEF(field_functions, time_mktime, "mktime(tuple, /)",
    "Seconds since the epoch of a struct_time in local time.")

bool tm_or_now(Thread* t, Value v, const char* illegal, tm* p, std::string* zone) {
  if (v.is_unbound()) {
    time_t when;
    return seconds_of(t, Value::none(), &when) && local_tm(t, when, p);
  }
  return fields_to_tm(t, v, illegal, p, zone) && check_tm(t, p);
}
Value time_asctime(Thread* t, Value tuple) {
  tm p;
  std::string zone;
  if (!tm_or_now(t, tuple, "asctime(): illegal time tuple argument", &p, &zone))
    return Value::failed();
  return str_value(t, asctime_text(p));
}
DEF(field_functions, time_asctime, "asctime(tuple=<absent>, /)",
    "A time tuple as text: 'Sat Jun 06 16:26:11 1998'.")
Value time_ctime(Thread* t, Value seconds) {
  time_t when;
  tm p;
  if (!seconds_of(t, seconds, &when) || !local_tm(t, when, &p)) return Value::failed();
  return str_value(t, asctime_text(p));
}
DEF(field_functions, time_ctime, "ctime(seconds=None, /)",
    "Seconds since the epoch as text in local time.")

Value time_strftime(Thread* t, Value format, Value tuple) {
  if (!is<Str>(format))
    return type_error(t, "strftime() argument 1 must be str, not " + type_name(t, format));
  tm p;
  std::string zone;
  if (!tm_or_now(t, tuple, "strftime(): illegal time tuple argument", &p, &zone))
    return Value::failed();
  p.tm_isdst = p.tm_isdst < -1 ? -1 : p.tm_isdst > 1 ? 1 : p.tm_isdst;
  std::string text(as<Str>(format)->view());
  if (text.find('\0') != text.npos) return value_error(t, "embedded null character");
  if (text.empty()) return str_value(t, "");
  // An empty result and one too long look alike to strftime; past 256 bytes a directive it is empty.
  std::string out;
  for (size_t room = 1024;; room *= 2) {
    out.resize(room);
    size_t n = strftime(out.data(), room, text.c_str(), &p);
    if (n > 0 || room >= 256 * text.size()) {
      out.resize(n);
      return decode_text(t, out, "utf-8", "surrogateescape");
    }
  }
}
DEF(field_functions, time_strftime, "strftime(format, tuple=<absent>, /)",
    "A time tuple as text by a format specification.")

Value time_strptime(Thread* t, Args args) {
  if (args.n < 1 || args.n > 2) {
    return type_error(
        t, args.n < 1 ? "_strptime_time() missing 1 required positional argument: 'data_string'"
                      : "_strptime_time() takes from 1 to 2 positional arguments but " +
                            std::to_string(args.n) + " were given");
  }
  Value m = import_module(t, "_strptime");
  if (m.is_failed()) return m;
  return call_method(t, m, intern(t, "_strptime_time"), args.v, args.n);
}
DEF(field_functions, time_strptime, "strptime(*args)",
    "Parse text to a struct_time by a format specification.")

// What the zone is called and how far off it is: seen in January and in July.
bool set_zone_names(Thread* t, Dict* d) {
  constexpr time_t kYear = (365 * 24 + 6) * 3600;
  time_t now = static_cast<time_t>(realtime_ns() / 1'000'000'000) / kYear * kYear;
  tm january, july;
  if (!local_tm(t, now, &january)) return false;
  std::string january_name = january.tm_zone ? january.tm_zone : "   ";
  if (!local_tm(t, now + kYear / 2, &july)) return false;
  std::string july_name = july.tm_zone ? july.tm_zone : "   ";
  long winter = -january.tm_gmtoff, summer = -july.tm_gmtoff;
  bool south = winter < summer;  // there January is in summer
  if (south) {
    std::swap(winter, summer);
    std::swap(january_name, july_name);
  }
  Value names = tuple_of(t, {str_value(t, january_name), str_value(t, july_name)});
  return !names.is_failed() && dict_set_cstr(t, d, "timezone", Value::from_int(winter)) &&
         dict_set_cstr(t, d, "altzone", Value::from_int(summer)) &&
         dict_set_cstr(t, d, "daylight", Value::from_int(winter != summer)) &&
         dict_set_cstr(t, d, "tzname", names);
}
Value time_tzset(Thread* t) {
  Value m = import_module(t, "time");
  if (m.is_failed()) return m;
  tzset();
  return set_zone_names(t, as<Module>(m)->dict) ? Value::none() : Value::failed();
}
DEF(field_functions, time_tzset, "tzset()", "Read the local time zone from the environment again.")

}  // namespace

bool install_time_fields(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, "time.struct_time", t->vm->classes.tuple, Kind::kTuple, 0);
  if (!cls) return false;
  // Its operators and repr are looked up as those of a class of a script are.
  cls->class_flags &= ~static_cast<uint32_t>(kClassBuiltin);
  if (Str* whole = intern(t, "time.struct_time")) cls->name = val(whole);  // as messages say it
  install_methods(t, cls, struct_methods);
  Tuple* names = new_tuple(t, kVisible);
  if (!names) return false;
  for (size_t i = 0; i < kVisible; ++i) names->items[i] = val(intern(t, kFieldNames[i]));
  if (!dict_set_cstr(t, cls->dict, "__match_args__", val(names)) ||
      !dict_set_cstr(t, cls->dict, "n_fields", Value::from_int(kAll)) ||
      !dict_set_cstr(t, cls->dict, "n_sequence_fields", Value::from_int(kVisible)) ||
      !dict_set_cstr(t, cls->dict, "n_unnamed_fields", Value::from_int(0)) ||
      !dict_set_cstr(t, m->dict, "struct_time", val(cls)) ||
      !dict_set_cstr(t, m->dict, "_struct_time", val(cls)))
    return false;
  install_functions(t, m, field_functions);
  tzset();
  return dict_set_cstr(t, m->dict, "_STRUCT_TM_ITEMS", Value::from_int(kAll)) &&
         set_zone_names(t, m->dict);
}

}  // namespace baton
