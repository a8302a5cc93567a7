// UTF-8 as bytes. The expectations were recorded from CPython 3.11.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vm/base/utf8.h"

namespace baton {
namespace {

struct CheckRow {
  std::string_view bytes;
  bool ok;
  size_t start, end;
  const char* reason;
  bool ok_with_surrogates;
};

// clang-format off
constexpr CheckRow kChecks[] = {
    {std::string_view("", 0), true, 0, 0, "", true},
    {std::string_view("abc", 3), true, 0, 0, "", true},
    {std::string_view("\377", 1), false, 0, 1, "invalid start byte", false},
    {std::string_view("a\200", 2), false, 1, 2, "invalid start byte", false},
    {std::string_view("\300\200", 2), false, 0, 1, "invalid start byte", false},
    {std::string_view("\301\277", 2), false, 0, 1, "invalid start byte", false},
    {std::string_view("\302", 1), false, 0, 1, "unexpected end of data", false},
    {std::string_view("\302A", 2), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\342\202", 2), false, 0, 2, "unexpected end of data", false},
    {std::string_view("\342\202\254", 3), true, 0, 0, "", true},
    {std::string_view("\342(\241", 3), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\342\202(", 3), false, 0, 2, "invalid continuation byte", false},
    {std::string_view("\340\200\200", 3), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\340\237\277", 3), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\340\240\200", 3), true, 0, 0, "", true},
    {std::string_view("\355\240\200", 3), false, 0, 1, "invalid continuation byte", true},
    {std::string_view("\355\237\277", 3), true, 0, 0, "", true},
    {std::string_view("\355\260", 2), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\355", 1), false, 0, 1, "unexpected end of data", false},
    {std::string_view("\356\200\200", 3), true, 0, 0, "", true},
    {std::string_view("\360\200\200\200", 4), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\360\217\277\277", 4), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\360\220\200\200", 4), true, 0, 0, "", true},
    {std::string_view("\360\237\230", 3), false, 0, 3, "unexpected end of data", false},
    {std::string_view("\360\237\230\200", 4), true, 0, 0, "", true},
    {std::string_view("\364\217\277\277", 4), true, 0, 0, "", true},
    {std::string_view("\364\220\200\200", 4), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\365\200\200\200", 4), false, 0, 1, "invalid start byte", false},
    {std::string_view("\370\210\200\200\200", 5), false, 0, 1, "invalid start byte", false},
    {std::string_view("12345678\377abc", 12), false, 8, 9, "invalid start byte", false},
    {std::string_view("1234567890123456\342\202", 18), false, 16, 18, "unexpected end of data", false},
    {std::string_view("\360(\214\274", 4), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\360\220(\274", 4), false, 0, 2, "invalid continuation byte", false},
    {std::string_view("\360\220\214(", 4), false, 0, 3, "invalid continuation byte", false},
    {std::string_view("\361\200", 2), false, 0, 2, "unexpected end of data", false},
    {std::string_view("\341", 1), false, 0, 1, "unexpected end of data", false},
    {std::string_view("\303\251\303", 3), false, 2, 3, "unexpected end of data", false},
    {std::string_view("\360\237a", 3), false, 0, 2, "invalid continuation byte", false},
    {std::string_view("\220\200\302\302\342", 5), false, 0, 1, "invalid start byte", false},
    {std::string_view("\364\302", 2), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("A", 1), true, 0, 0, "", true},
    {std::string_view("\302", 1), false, 0, 1, "unexpected end of data", false},
    {std::string_view("\220\220\342", 3), false, 0, 1, "invalid start byte", false},
    {std::string_view("\360A\340\220\355", 5), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\277\355", 2), false, 0, 1, "invalid start byte", false},
    {std::string_view("\360\342\342A\360", 5), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\277\360A\220\220\220", 6), false, 0, 1, "invalid start byte", false},
    {std::string_view("\302\200\342\340", 4), false, 2, 3, "invalid continuation byte", false},
    {std::string_view("\364A\200\360\277", 5), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\364A\277\237\302\237", 6), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\237A\220", 3), false, 0, 1, "invalid start byte", false},
    {std::string_view("A\355\355\302\237\277", 6), false, 1, 2, "invalid continuation byte", false},
    {std::string_view("A\277\277\237\340", 5), false, 1, 2, "invalid start byte", false},
    {std::string_view("\355\220", 2), false, 0, 2, "unexpected end of data", false},
    {std::string_view("\364\240\342", 3), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\220\342", 2), false, 0, 1, "invalid start byte", false},
    {std::string_view("\364\240\237\342\340\237", 6), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\364A\364", 3), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\342\237", 2), false, 0, 2, "unexpected end of data", false},
    {std::string_view("\360\360", 2), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\200", 1), false, 0, 1, "invalid start byte", false},
    {std::string_view("\237\302\277\277\364\220", 6), false, 0, 1, "invalid start byte", false},
    {std::string_view("\237A", 2), false, 0, 1, "invalid start byte", false},
    {std::string_view("\342\200\220A\237", 5), false, 4, 5, "invalid start byte", false},
    {std::string_view("\364\277", 2), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\237A\340", 3), false, 0, 1, "invalid start byte", false},
    {std::string_view("\340\302\240\360", 4), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\364\220A", 3), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\340\355", 2), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("A", 1), true, 0, 0, "", true},
    {std::string_view("\364\237\342", 3), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\302", 1), false, 0, 1, "unexpected end of data", false},
    {std::string_view("\240\200\355A", 4), false, 0, 1, "invalid start byte", false},
    {std::string_view("\302\240\302", 3), false, 2, 3, "unexpected end of data", false},
    {std::string_view("\302\220", 2), true, 0, 0, "", true},
    {std::string_view("\200\200AA\340\364", 6), false, 0, 1, "invalid start byte", false},
    {std::string_view("\364\355\200\200\364", 5), false, 0, 1, "invalid continuation byte", false},
    {std::string_view("\342\240\277\240\302\364", 6), false, 3, 4, "invalid start byte", false},
};
// clang-format on

TEST_CASE("utf8: validation says where and why as CPython's codec") {
  for (const CheckRow& row : kChecks) {
    CAPTURE(std::string(row.bytes));
    Utf8Check check = utf8_validate(row.bytes);
    CHECK(check.ok == row.ok);
    CHECK(check.start == row.start);
    CHECK(check.end == row.end);
    CHECK(std::string(check.reason) == row.reason);
    CHECK(utf8_validate(row.bytes, true).ok == row.ok_with_surrogates);
  }
  CHECK(utf8_validate("\377abc", false, 1).ok);
}

std::vector<char32_t> samples() {
  return {0,      'a',    0x7f,   0x80,   0x7ff,   0x800,   0xd7ff,
          0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff};
}

TEST_CASE("utf8: encode and decode") {
  for (char32_t c : samples()) {
    std::string text;
    utf8_append(&text, c);
    CHECK(text.size() == utf8_width(c));
    CHECK(utf8_sequence_length(text[0]) == text.size());
    size_t pos = 0;
    CHECK(utf8_next(text, &pos) == c);
    CHECK(pos == text.size());
    CHECK(utf8_prev(text, &pos) == c);
    CHECK(pos == 0);
    CHECK(utf8_length(text) == 1);
    CHECK(is_ascii(text) == (c < 0x80));
    CHECK(find_surrogate(text, nullptr) == is_surrogate(c));
  }
}

TEST_CASE("utf8: malformed bytes are stepped over one by one, inside the bounds") {
  std::string_view bad = "\342\202";
  size_t pos = 0;
  CHECK(utf8_next(bad, &pos) == kReplacementCharacter);
  CHECK(pos == 1);
  pos = 2;
  CHECK(utf8_prev(bad, &pos) == kReplacementCharacter);
  CHECK(pos == 1);
}

TEST_CASE("utf8: offsets and indexes agree with stepping") {
  std::string text;
  std::vector<size_t> offsets;
  const std::vector<char32_t> alphabet = samples();
  for (size_t i = 0; i < 300; ++i) {
    offsets.push_back(text.size());
    // Runs of ASCII between the others, so that both the fast and the slow steps are taken.
    utf8_append(&text, i % 50 < 25 ? U'x' : alphabet[i * 7 % alphabet.size()]);
  }
  offsets.push_back(text.size());
  CHECK(utf8_length(text) == 300);
  for (size_t i = 0; i <= 300; ++i) {
    CHECK(utf8_offset_of(text, i) == offsets[i]);
    CHECK(utf8_index_of(text, offsets[i]) == i);
    for (size_t j = i; j <= 300; j += 17) {
      CHECK(utf8_advance(text, offsets[i], j - i) == offsets[j]);
      CHECK(utf8_retreat(text, offsets[j], j - i) == offsets[i]);
    }
  }
  CHECK(utf8_advance(text, 0, 1000) == text.size());
  CHECK(utf8_retreat(text, text.size(), 1000) == 0);
}

}  // namespace
}  // namespace baton
