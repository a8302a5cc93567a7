// Hashes. The expectations were recorded from CPython 3.11 (strings under PYTHONHASHSEED=0).
#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "vm/base/hash.h"

namespace baton {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

struct DoubleRow {
  double value;
  int64_t hash;
};
struct IntRow {
  int64_t value;
  int64_t hash;
};
struct TupleRow {
  std::vector<int64_t> items;  // the hashes of the items
  int64_t tuple_hash;
  int64_t frozenset_hash;
  size_t distinct;
};
struct SipRow {
  const char* text;
  uint64_t zero_key;
  uint64_t counting_key;
};

// clang-format off
constexpr DoubleRow kDoubles[] = {
    {0.0, 0},
    {-0.0, 0},
    {1.0, 1},
    {-1.0, -2},
    {-2.0, -2},
    {0.5, 1152921504606846976},
    {-0.5, -1152921504606846976},
    {0.1, 230584300921369408},
    {1e+16, 10000000000000000},
    {1e+100, 1822893315824342674},
    {-1e+300, -1224995262755759164},
    {5e-324, 16777216},
    {2.305843009213694e+18, 1},
    {2.305843009213693e+18, 2305843009213692928},
    {kInf, 314159},
    {-kInf, -314159},
    {384720646.5794101, 1336028673923243782},
    {-876246769.878438, -2025540112774493937},
    {-875640599.9592394, -2211855381757507351},
    {-721644767.5787013, -1334394250225478879},
    {927761646.1440248, 332098692004480238},
    {783175663.7099369, 1637002939995148271},
    {929951753.6461661, 1489957553578045449},
    {34236778.681340456, 1571064127416854890},
    {27319555.57120335, 1317105253818096899},
    {330016885.3563702, 821733759243757685},
    {-734095862.6978531, -1609139666030782966},
    {170698942.51511335, 1187770525819906238},
    {160098472.85084844, 1961922919031040168},
    {246412203.76493883, 1763828856943276971},
    {203578620.4815464, 1110370404815494396},
    {-989743453.9042003, -2084943977357658461},
    {-913679752.23565, -543371775412905352},
    {-455354145.9850856, -2271452759853377313},
    {287507212.5334363, 1230020359745635084},
    {548600469.592619, 1366486245688146581},
    {51248399265528.52, 1207015948534558456},
    {8.673692574330066e+249, 2172846249219145707},
    {-2.7584026656913083e+306, -2104311244875853898},
    {6082212372467907.0, 6082212372467907},
    {0.0007244273818743994, 1670415814178063},
    {1.095595916491192e+82, 199713505750390825},
    {-0.0003973636165066804, -577377010420661288},
    {-6.085877572099046e-107, -1114377583077630907},
    {-1.3073812555862854e+140, -723531804854215564},
    {1.379027642661631e+97, 1123309806816541283},
    {-611620.0212166682, -48922306022036772},
    {-907055.3352370585, -773004027684050735},
    {-254227.1320942276, -304588551251812627},
    {-1.6227318164719468e+16, -16227318164719468},
    {1.7133331881966048e+16, 17133331881966048},
    {-8724110928589929.0, -8724110928589929},
    {-3.8724689580169387e+158, -1589630415536219601},
    {-998867.0446512748, -102958829856046547},
    {5.932311937392258e+16, 59323119373922576},
    {9.206124843904537e+169, 1113208992504529702},
};

constexpr IntRow kInts[] = {
    {0, 0},
    {1, 1},
    {-1, -2},
    {-2, -2},
    {2305843009213693951, 0},
    {2305843009213693950, 2305843009213693950},
    {2305843009213693952, 1},
    {-2305843009213693951, 0},
    {-2305843009213693952, -2},
    {9223372036854775807, 3},
    {INT64_MIN, -4},
    {12345, 12345},
};

constexpr SipRow kSips[] = {
    {"a", 4644417185603328019u, 0x1c2697ab786a6237u},
    {"ab", 6148830537548944441u, 0xc149f5d943a15edu},
    {"1234567", 11762668945129975425u, 0x39f89ef839e557b1u},
    {"12345678", 3785724242978802311u, 0x11a8ebb5cd0da9ceu},
    {"123456789", 1133797698992234447u, 0xf3c7afb338b5c3eeu},
    {"hello world", 12804282289674824842u, 0xab492b52ffa74d7bu},
    {"the quick brown fox jumps over the lazy dog", 9270190908246317613u, 0xc553a4d2ce0ef348u},
    {"caf\303\251", 17301982301735505444u, 0x8335e4385a4e67bfu},
};

const std::vector<TupleRow>& tuples() {
  static const std::vector<TupleRow> rows = {
      {{}, 5740354900026072187, 133146708735736, 0},
      {{0}, -8753497827991233192, -2704248722033767810, 1},
      {{1, 2, 3}, 529344067295497451, -272375401224217160, 3},
      {{-2, -2}, 960947337673586213, 399283329322573, 2},
      {{0, 0, 0}, 3010437511937009226, -2704248722033767810, 1},
      {{1152921504606846977, 512}, 7376841238500337674, 1892992739571880873, 2},
      {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}, -9217304902224717415, 7026028923906358870, 20},
      {{-3550055125485641917, -5029647727744300836}, -8303551883679707139, 2855237445256340422, 2},
  };
  return rows;
}
// clang-format on

TEST_CASE("hash: numbers") {
  for (const DoubleRow& row : kDoubles) {
    CAPTURE(row.value);
    CHECK(hash_double(row.value, 7) == row.hash);
  }
  for (const IntRow& row : kInts) {
    CAPTURE(row.value);
    CHECK(hash_int64(row.value) == row.hash);
  }
  CHECK(hash_double(std::numeric_limits<double>::quiet_NaN(), 7) == 7);
  CHECK(hash_complex(1.5, 2.5, 7) == 4611686018429387911);
  CHECK(hash_complex(3, 0, 7) == 3);
}

TEST_CASE("hash: tuples and frozensets") {
  for (const TupleRow& row : tuples()) {
    TupleHasher tuple;
    for (int64_t hash : row.items) tuple.add(hash);
    CHECK(tuple.finish() == row.tuple_hash);
    if (row.distinct != row.items.size()) continue;
    FrozensetHasher forward, backward;
    for (size_t i = 0; i < row.items.size(); ++i) {
      forward.add(row.items[i]);
      backward.add(row.items[row.items.size() - 1 - i]);
    }
    CHECK(forward.finish() == row.frozenset_hash);
    CHECK(backward.finish() == row.frozenset_hash);
  }
}

TEST_CASE("hash: SipHash-1-3") {
  for (const SipRow& row : kSips) {
    CAPTURE(row.text);
    std::string_view text = row.text;
    CHECK(siphash13(HashKey{0, 0}, text.data(), text.size()) == row.zero_key);
    CHECK(siphash13(HashKey{0x0706050403020100u, 0x0f0e0d0c0b0a0908u}, text.data(), text.size()) ==
          row.counting_key);
  }
}

TEST_CASE("hash: text is keyed once per process") {
  CHECK(hash_bytes("") == 0);
  CHECK(hash_bytes("spam") == hash_bytes(std::string("spam")));
  CHECK(hash_bytes("spam") != hash_bytes("eggs"));
  CHECK(hash_bytes("spam") != -1);
  const HashKey& key = process_hash_key();
  CHECK((key.k0 != 0 || key.k1 != 0));
  CHECK(&key == &process_hash_key());
}

}  // namespace
}  // namespace baton
