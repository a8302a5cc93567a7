// The format mini-language and %-formatting. The expectations were recorded from CPython 3.11.
#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>

#include "vm/base/bigint.h"
#include "vm/base/format_spec.h"
#include "vm/base/percent_format.h"
#include "vm/base/utf8.h"

namespace baton {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct IntRow {
  const char *value, *spec, *result;
  FormatError error;
};
struct FloatRow {
  double value;
  const char *spec, *result;
  FormatError error;
};
struct StringRow {
  const char *value, *spec, *result;
  FormatError error;
};
struct ComplexRow {
  double re, im;
  const char *spec, *result;
  FormatError error;
};
struct PercentIntRow {
  const char *format, *value, *result;
};
struct PercentFloatRow {
  const char* format;
  double value;
  const char* result;
};
struct PercentStringRow {
  const char *format, *value, *result;
};

// clang-format off
constexpr IntRow kInts[] = {
    {"1", "abc", "Invalid format specifier 'abc' for object of type 'int'", FormatError::kValueError},
    {"1", "s", "Unknown format code 's' for object of type 'int'", FormatError::kValueError},
    {"1", ".", "Format specifier missing precision", FormatError::kValueError},
    {"1", ".3", "Precision not allowed in integer format specifier", FormatError::kValueError},
    {"1", ",x", "Cannot specify ',' with 'x'.", FormatError::kValueError},
    {"1", "_x", "1", FormatError::kNone},
    {"1", "_c", "Cannot specify '_' with 'c'.", FormatError::kValueError},
    {"1", ",n", "Cannot specify ',' with 'n'.", FormatError::kValueError},
    {"1", ",_", "Cannot specify both ',' and '_'.", FormatError::kValueError},
    {"1", "_,", "Cannot specify both ',' and '_'.", FormatError::kValueError},
    {"1", ",,", "Cannot specify ',' with ','.", FormatError::kValueError},
    {"1", "__", "Cannot specify '_' with '_'.", FormatError::kValueError},
    {"1", "99999999999999999999", "Too many decimal digits in format string", FormatError::kValueError},
    {"1", ".99999999999999999999f", "Too many decimal digits in format string", FormatError::kValueError},
    {"1", "+c", "Sign not allowed with integer format specifier 'c'", FormatError::kValueError},
    {"1", "#c", "Alternate form (#) not allowed with integer format specifier 'c'", FormatError::kValueError},
    {"110000", "c", "%c arg not in range(0x110000)", FormatError::kOverflowError},
    {"-1", "c", "%c arg not in range(0x110000)", FormatError::kOverflowError},
    {"c9f2c9cd04674edea40000000", "c", "Python int too large to convert to C long", FormatError::kOverflowError},
    {"1b4ec7f91973ff3cb1ccf26fbc177c38db6e54582de258ff5190b8bc150afadb38030e5d0b7bf50120e5c0e6ad18e629853ce9946a0b2eccf6cfde0af8634bf8dc5a427fe4236ce5959baa0e776cdb47c4813e1e0c75ca271e1d059e08e4996aa4193a48ad3a24633ebdb32e9f0b824377e2fa9c10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", "f", "int too large to convert to float", FormatError::kOverflowError},
    {"1", "zd", "Negative zero coercion (z) not allowed in integer format specifier", FormatError::kValueError},
    {"1", "zf", "1.000000", FormatError::kNone},
    {"1", "\342\202\254", "Unknown format code '\\x20ac' for object of type 'int'", FormatError::kValueError},
    {"1", "\001", "Unknown format code '\\x1' for object of type 'int'", FormatError::kValueError},
    {"1", "dd", "Invalid format specifier 'dd' for object of type 'int'", FormatError::kValueError},
    {"41", "c", "A", FormatError::kNone},
    {"41", "5c", "    A", FormatError::kNone},
    {"20ac", "*^5c", "**\342\202\254**", FormatError::kNone},
    {"41", "05c", "0000A", FormatError::kNone},
    {"5", "<05", "50000", FormatError::kNone},
    {"5", "^05", "00500", FormatError::kNone},
    {"5", "x=05", "xxxx5", FormatError::kNone},
    {"12d687", ",", "1,234,567", FormatError::kNone},
    {"12d687", "_", "1_234_567", FormatError::kNone},
    {"12d687", "015,", "000,001,234,567", FormatError::kNone},
    {"12d687", "016,", "0,000,001,234,567", FormatError::kNone},
    {"4d2", "08,", "0,001,234", FormatError::kNone},
    {"4d2", "09_x", "0000_04d2", FormatError::kNone},
    {"-4d2", "010,", "-0,001,234", FormatError::kNone},
    {"4d2", "#012_b", "0b100_1101_0010", FormatError::kNone},
    {"12d687", "_b", "1_0010_1101_0110_1000_0111", FormatError::kNone},
    {"deadbeef", "#_X", "0XDEAD_BEEF", FormatError::kNone},
    {"-ff", "#x", "-0xff", FormatError::kNone},
    {"ff", "#o", "0o377", FormatError::kNone},
    {"ff", "+#10b", "+0b11111111", FormatError::kNone},
    {"2a", "\342\202\254<6", "42\342\202\254\342\202\254\342\202\254\342\202\254", FormatError::kNone},
    {"2a", "\342\202\254=+6", "+\342\202\254\342\202\254\342\202\25442", FormatError::kNone},
    {"2a", "=+6", "+   42", FormatError::kNone},
    {"-2a", " d", "-42", FormatError::kNone},
    {"2a", " d", " 42", FormatError::kNone},
    {"c9f2c9cd04674edea40000000", ",", "1,000,000,000,000,000,000,000,000,000,000", FormatError::kNone},
    {"-c9f2c9cd04674edea40000000", "_x", "-c_9f2c_9cd0_4674_edea_4000_0000", FormatError::kNone},
    {"0", "", "0", FormatError::kNone},
    {"0", "05", "00000", FormatError::kNone},
    {"7", "e", "7.000000e+00", FormatError::kNone},
    {"7", ".2%", "700.00%", FormatError::kNone},
    {"7", "g", "7", FormatError::kNone},
    {"75bcd15", ".3g", "1.23e+08", FormatError::kNone},
    {"4d2", "n", "1234", FormatError::kNone},
    {"3", ">", "3", FormatError::kNone},
    {"3", "03", "003", FormatError::kNone},
    {"-3", "<8,", "-3      ", FormatError::kNone},
    {"3", "z", "Negative zero coercion (z) not allowed in integer format specifier", FormatError::kValueError},
    {"1", "{", "Unknown format code '{' for object of type 'int'", FormatError::kValueError},
    {"1", "5.f", "Format specifier missing precision", FormatError::kValueError},
};

constexpr FloatRow kFloats[] = {
    {1e+20, "#", "1.e+20", FormatError::kNone},
    {1.5, "#", "1.5", FormatError::kNone},
    {1e+16, "#", "1.e+16", FormatError::kNone},
    {1.0, "#.0f", "1.", FormatError::kNone},
    {1e+22, "", "1e+22", FormatError::kNone},
    {123456.0, ".3", "1.23e+05", FormatError::kNone},
    {100.0, ".3", "1e+02", FormatError::kNone},
    {12.0, ".2", "1.2e+01", FormatError::kNone},
    {1.0, ".0", "1e+00", FormatError::kNone},
    {0.0, ".0", "0e+00", FormatError::kNone},
    {1e+100, ".50", "1.0000000000000000159028911097599180468360808563945e+100", FormatError::kNone},
    {1.0, "#.3", "1.00", FormatError::kNone},
    {-0.0, "z", "0.0", FormatError::kNone},
    {-0.001, "z.2f", "0.00", FormatError::kNone},
    {-0.001, ".2f", "-0.00", FormatError::kNone},
    {-0.0, "ze", "0.000000e+00", FormatError::kNone},
    {0.5, ".0f", "0", FormatError::kNone},
    {1.5, "n", "1.5", FormatError::kNone},
    {1000000.0, ",n", "Cannot specify ',' with 'n'.", FormatError::kValueError},
    {123456789.0, ",", "123,456,789.0", FormatError::kNone},
    {1e+16, ",", "1e+16", FormatError::kNone},
    {1234567.891, "_.2e", "1.23e+06", FormatError::kNone},
    {1e+22, ",f", "10,000,000,000,000,000,000,000.000000", FormatError::kNone},
    {0.000123, ",.6f", "0.000123", FormatError::kNone},
    {kNan, "+", "+nan", FormatError::kNone},
    {kNan, "010", "0000000nan", FormatError::kNone},
    {-kInf, "010,", "-000000inf", FormatError::kNone},
    {kInf, "%", "inf%", FormatError::kNone},
    {kInf, "F", "INF", FormatError::kNone},
    {0.5, "%", "50.000000%", FormatError::kNone},
    {0.123, ".1%", "12.3%", FormatError::kNone},
    {0.5, ".0%", "50%", FormatError::kNone},
    {1.0, "#.0%", "100.%", FormatError::kNone},
    {-1.5, " ", "-1.5", FormatError::kNone},
    {1.5, " ", " 1.5", FormatError::kNone},
    {1.5, "=+10", "+      1.5", FormatError::kNone},
    {-1.5, "^10", "   -1.5   ", FormatError::kNone},
    {-1.5, "*^11.2f", "***-1.50***", FormatError::kNone},
    {1e+300, "015,.2e", "000,001.00e+300", FormatError::kNone},
    {1.0, "d", "Unknown format code 'd' for object of type 'float'", FormatError::kValueError},
    {1.0, "s", "Unknown format code 's' for object of type 'float'", FormatError::kValueError},
    {1.0, ".2147483648f", "precision too big", FormatError::kValueError},
    {1.0, "\342\202\254", "Unknown format code '\\x20ac' for object of type 'float'", FormatError::kValueError},
    {1.0, "5.2fx", "Invalid format specifier '5.2fx' for object of type 'float'", FormatError::kValueError},
    {1.0, "_x", "Unknown format code 'x' for object of type 'float'", FormatError::kValueError},
    {1.0, ",s", "Cannot specify ',' with 's'.", FormatError::kValueError},
    {1234567.0, "015,.2f", "0,001,234,567.00", FormatError::kNone},
    {3.14159, ">10.3f", "     3.142", FormatError::kNone},
    {3.14159, "<10.3g", "3.14      ", FormatError::kNone},
    {2.0, "G", "2", FormatError::kNone},
    {1e-10, "G", "1E-10", FormatError::kNone},
    {1e-10, "E", "1.000000E-10", FormatError::kNone},
    {0.1, ".20f", "0.10000000000000000555", FormatError::kNone},
    {1234.5, "_", "1_234.5", FormatError::kNone},
    {1234.5, "z,.1f", "1,234.5", FormatError::kNone},
    {99.9, "06.1f", "0099.9", FormatError::kNone},
    {-99.9, "08.1f", "-00099.9", FormatError::kNone},
    {99.9, "+08.1f", "+00099.9", FormatError::kNone},
    {1.0, "x", "Unknown format code 'x' for object of type 'float'", FormatError::kValueError},
};

constexpr StringRow kStrings[] = {
    {"abc", ".2", "ab", FormatError::kNone},
    {"abc", "5.1", "a    ", FormatError::kNone},
    {"abc", "^6", " abc  ", FormatError::kNone},
    {"h\303\251", ">5", "   h\303\251", FormatError::kNone},
    {"abc", "<", "abc", FormatError::kNone},
    {"abc", "s", "abc", FormatError::kNone},
    {"abc", "10s", "abc       ", FormatError::kNone},
    {"", "5", "     ", FormatError::kNone},
    {"abc", ".0", "", FormatError::kNone},
    {"a", "d", "Unknown format code 'd' for object of type 'str'", FormatError::kValueError},
    {"a", "+", "Sign not allowed in string format specifier", FormatError::kValueError},
    {"a", " ", "Space not allowed in string format specifier", FormatError::kValueError},
    {"a", "=", "'=' alignment not allowed in string format specifier", FormatError::kValueError},
    {"a", "#", "Alternate form (#) not allowed in string format specifier", FormatError::kValueError},
    {"a", "0", "a", FormatError::kNone},
    {"a", "05", "a0000", FormatError::kNone},
    {"ab", ">05", "000ab", FormatError::kNone},
    {"a", "z", "Negative zero coercion (z) not allowed in string format specifier", FormatError::kValueError},
    {"a", ",", "Cannot specify ',' with 's'.", FormatError::kValueError},
    {"a", "_s", "Cannot specify '_' with 's'.", FormatError::kValueError},
    {"a", ",d", "Unknown format code 'd' for object of type 'str'", FormatError::kValueError},
    {"a", ".", "Format specifier missing precision", FormatError::kValueError},
    {"a", "\342\202\254<5", "a\342\202\254\342\202\254\342\202\254\342\202\254", FormatError::kNone},
    {"a", "\342\202\254=5", "'=' alignment not allowed in string format specifier", FormatError::kValueError},
    {"ab", "^^5", "^ab^^", FormatError::kNone},
    {"ab", "=05", "'=' alignment not allowed in string format specifier", FormatError::kValueError},
    {"\360\237\230\200x", "*^7.1", "***\360\237\230\200***", FormatError::kNone},
    {"a", "10.2sx", "Invalid format specifier '10.2sx' for object of type 'str'", FormatError::kValueError},
    {"a", "\342\202\254", "Unknown format code '\\x20ac' for object of type 'str'", FormatError::kValueError},
    {"a", "-", "Sign not allowed in string format specifier", FormatError::kValueError},
    {"a", ".99999999999999999999", "Too many decimal digits in format string", FormatError::kValueError},
};

constexpr ComplexRow kComplexes[] = {
    {1.0, 2.0, ".2f", "1.00+2.00j", FormatError::kNone},
    {1.0, 2.0, ">15.1e", "1.0e+00+2.0e+00j", FormatError::kNone},
    {1.0, 2.0, "*^15", "****(1+2j)*****", FormatError::kNone},
    {1.0, -2.0, " ", "( 1-2j)", FormatError::kNone},
    {-0.0, -0.0, "", "(-0-0j)", FormatError::kNone},
    {-0.0, -0.0, "g", "-0-0j", FormatError::kNone},
    {-0.0, -0.0, "z", "(0+0j)", FormatError::kNone},
    {kNan, 0.0, "", "(nan+0j)", FormatError::kNone},
    {kInf, 0.0, "f", "inf+0.000000j", FormatError::kNone},
    {1e+20, 1.0, ",", "(1e+20+1j)", FormatError::kNone},
    {12345.0, 1.0, ",.1f", "12,345.0+1.0j", FormatError::kNone},
    {0.0, 1.0, "+", "+1j", FormatError::kNone},
    {0.0, 1.0, " ", " 1j", FormatError::kNone},
    {0.0, 1.0, ".3", "1j", FormatError::kNone},
    {3.0, 1.0, ".1", "(3+1j)", FormatError::kNone},
    {3.0, 1.0, "<12", "(3+1j)      ", FormatError::kNone},
    {3.0, 1.0, "#.0f", "3.+1.j", FormatError::kNone},
    {3.0, 1.0, "n", "3+1j", FormatError::kNone},
    {3.0, 1.0, "%", "Unknown format code '%' for object of type 'complex'", FormatError::kValueError},
    {3.0, 1.0, "s", "Unknown format code 's' for object of type 'complex'", FormatError::kValueError},
    {0.0, 1.0, "=", "'=' alignment flag is not allowed in complex format specifier", FormatError::kValueError},
    {0.0, 1.0, "05", "Zero padding is not allowed in complex format specifier", FormatError::kValueError},
    {0.0, 1.0, "d", "Unknown format code 'd' for object of type 'complex'", FormatError::kValueError},
    {0.0, 1.0, "5", "   1j", FormatError::kNone},
    {0.0, 1.0, "<020", "Zero padding is not allowed in complex format specifier", FormatError::kValueError},
    {0.0, 1.0, "x=020", "'=' alignment flag is not allowed in complex format specifier", FormatError::kValueError},
    {0.0, 1.0, "", "1j", FormatError::kNone},
};

constexpr PercentIntRow kPercentInts[] = {
    {"%#.3x", "1", "0x001"},
    {"%#o", "8", "0o10"},
    {"%#x", "-ff", "-0xff"},
    {"%#08x", "-ff", "-0x000ff"},
    {"%+08d", "5", "+0000005"},
    {"% d", "5", " 5"},
    {"%+ d", "5", "+5"},
    {"%-08d", "5", "5       "},
    {"%.5d", "-3", "-00003"},
    {"%08.5d", "-3", "-0000003"},
    {"%#.5x", "3", "0x00003"},
    {"%+x", "3", "+3"},
    {"%X", "-ff", "-FF"},
    {"%#X", "ff", "0XFF"},
    {"%i", "3", "3"},
    {"%u", "3", "3"},
    {"%.d", "0", "0"},
    {"%ld", "7", "7"},
    {"%hd", "7", "7"},
    {"%d", "c9f2c9cd04674edea40000000", "1000000000000000000000000000000"},
    {"%40x", "-c9f2c9cd04674edea40000000", "              -c9f2c9cd04674edea40000000"},
    {"%-5d", "3", "3    "},
    {"%05d", "-3", "-0003"},
};

constexpr PercentFloatRow kPercentFloats[] = {
    {"%f", 1.5, "1.500000"},
    {"%08f", -kInf, "-0000inf"},
    {"%+08f", kNan, "+0000nan"},
    {"%08.2f", -1.5, "-0001.50"},
    {"%+.2e", 1.5, "+1.50e+00"},
    {"%#.0f", 1.0, "1."},
    {"%#g", 1.0, "1.00000"},
    {"%F", kInf, "INF"},
    {"%G", 1e+100, "1E+100"},
    {"%E", 1e+100, "1.000000E+100"},
    {"%.0e", 1.0, "1e+00"},
    {"%#.0e", 1.0, "1.e+00"},
    {"%.f", 2.5, "2"},
    {"%-10.2f", 3.14159, "3.14      "},
    {"% .3f", 2.0, " 2.000"},
    {"%g", 1e-05, "1e-05"},
    {"%.30f", 0.1, "0.100000000000000005551115123126"},
};

constexpr PercentStringRow kPercentStrings[] = {
    {"%5c", "a", "    a"},
    {"%-5c", "a", "a    "},
    {"%05c", "a", "    a"},
    {"%.0c", "a", "a"},
    {"%.2s", "abc", "ab"},
    {"%05s", "abc", "  abc"},
    {"%-5s", "\342\202\254", "\342\202\254    "},
    {"%5s", "\342\202\254x", "   \342\202\254x"},
    {"%.1s", "\360\237\230\200x", "\360\237\230\200"},
    {"%+#s", "x", "x"},
    {"%3s", "abcd", "abcd"},
};
// clang-format on

BigBuf big(std::string_view hex) {
  bool negative = hex[0] == '-';
  BigBuf b;
  REQUIRE(big_from_digits(hex.substr(negative), 16, negative, false, &b) == BigStatus::kOk);
  return b;
}

// Parses the spec, applies it, and checks text or message.
template <typename Row, typename Format>
void check_row(const Row& row, const char* type_name, Format format) {
  CAPTURE(row.spec);
  FormatSpec spec;
  std::string out, message;
  FormatError error = parse_format_spec(row.spec, type_name, &spec, &message);
  if (error == FormatError::kNone) error = format(spec, &out, &message);
  CHECK(error == row.error);
  CHECK((error == FormatError::kNone ? out : message) == row.result);
}

TEST_CASE("format_spec: ints") {
  for (const IntRow& row : kInts) {
    CAPTURE(row.value);
    check_row(row, "int", [&](const FormatSpec& spec, std::string* out, std::string* message) {
      return format_int(big(row.value).view(), spec, "int", out, message);
    });
  }
  std::string out, message;
  CHECK(format_int(INT64_MIN, FormatSpec(), "int", &out, &message) == FormatError::kNone);
  CHECK(out == "-9223372036854775808");
}

TEST_CASE("format_spec: floats") {
  for (const FloatRow& row : kFloats) {
    CAPTURE(row.value);
    check_row(row, "float", [&](const FormatSpec& spec, std::string* out, std::string* message) {
      return format_float(row.value, spec, "float", out, message);
    });
  }
}

TEST_CASE("format_spec: strings") {
  for (const StringRow& row : kStrings) {
    CAPTURE(row.value);
    check_row(row, "str", [&](const FormatSpec& spec, std::string* out, std::string* message) {
      return format_str(row.value, utf8_length(row.value), spec, "str", out, message);
    });
  }
}

TEST_CASE("format_spec: complex numbers") {
  for (const ComplexRow& row : kComplexes) {
    CAPTURE(row.re);
    CAPTURE(row.im);
    check_row(row, "complex", [&](const FormatSpec& spec, std::string* out, std::string* message) {
      return format_complex(row.re, row.im, spec, "complex", out, message);
    });
  }
}

TEST_CASE("format_spec: an absurd width is a memory error") {
  FormatSpec spec;
  std::string out, message;
  REQUIRE(parse_format_spec("9223372036854775807", "int", &spec, &message) == FormatError::kNone);
  CHECK(format_int(1, spec, "int", &out, &message) == FormatError::kMemoryError);
  CHECK(format_float(1, spec, "float", &out, &message) == FormatError::kMemoryError);
  CHECK(format_str("x", 1, spec, "str", &out, &message) == FormatError::kMemoryError);
  CHECK(format_complex(1, 1, spec, "complex", &out, &message) == FormatError::kMemoryError);
  CHECK(out.empty());
}

PercentSpec percent(std::string_view format) {
  PercentSpec spec;
  std::string message;
  size_t pos = 1;
  REQUIRE(parse_percent(format, &pos, &spec, &message) == FormatError::kNone);
  CHECK(pos == format.size());
  return spec;
}

TEST_CASE("percent_format: ints, floats and strings") {
  std::string message;
  for (const PercentIntRow& row : kPercentInts) {
    CAPTURE(row.format);
    std::string out;
    CHECK(percent_int(big(row.value).view(), percent(row.format), &out, &message) ==
          FormatError::kNone);
    CHECK(out == row.result);
  }
  for (const PercentFloatRow& row : kPercentFloats) {
    CAPTURE(row.format);
    std::string out;
    CHECK(percent_float(row.value, percent(row.format), &out, &message) == FormatError::kNone);
    CHECK(out == row.result);
  }
  for (const PercentStringRow& row : kPercentStrings) {
    CAPTURE(row.format);
    PercentSpec spec = percent(row.format);
    std::string out;
    CHECK(percent_str(row.value, utf8_length(row.value), spec, spec.type == 'c', &out, &message) ==
          FormatError::kNone);
    CHECK(out == row.result);
  }
}

TEST_CASE("percent_format: parsing and its errors") {
  auto error_of = [](std::string_view format) {
    PercentSpec spec;
    std::string message;
    size_t pos = 1;
    CHECK(parse_percent(format, &pos, &spec, &message) == FormatError::kValueError);
    return message;
  };
  CHECK(error_of("%") == "incomplete format");
  CHECK(error_of("%-5.2") == "incomplete format");
  CHECK(error_of("%(a") == "incomplete format key");
  CHECK(error_of("%99999999999999999999d") == "width too big");
  CHECK(error_of("%.9999999999d") == "precision too big");
  PercentSpec spec = percent("%(a(b)c)-*.*f");
  CHECK(spec.has_key);
  CHECK(spec.key == "a(b)c");
  CHECK(spec.width_star);
  CHECK(spec.precision_star);
  set_star_width(&spec, -7);
  set_star_precision(&spec, -1);
  CHECK(spec.left);
  CHECK(spec.width == 7);
  CHECK(spec.precision == 0);
  CHECK(unsupported_percent_type("%y", percent("%y")) ==
        "unsupported format character 'y' (0x79) at index 1");
  CHECK(unsupported_percent_type("%\342\202\254", percent("%\342\202\254")) ==
        "unsupported format character '?' (0x20ac) at index 1");
  std::string out, message;
  CHECK(percent_char(0x110000, percent("%c"), &out, &message) == FormatError::kOverflowError);
  CHECK(message == "%c arg not in range(0x110000)");
  CHECK(percent_char(0x20ac, percent("%3c"), &out, &message) == FormatError::kNone);
  CHECK(out == "  \342\202\254");
}

}  // namespace
}  // namespace baton
