// The signature texts of DEF: what parse_signature() makes of them.
#include <doctest/doctest.h>

#include "vm/native/signature.h"

using baton::Param;
using baton::parse_signature;

TEST_CASE("positional-only, defaults and keyword-only parameters") {
  constexpr auto g = parse_signature("get(self, key, default=None, /)");
  CHECK(g.error == nullptr);
  CHECK(g.name == "get");
  CHECK(g.positional == 3);
  CHECK(g.positional_only == 3);
  CHECK(g.required == 2);
  CHECK(g.params[2].def == Param::Default::kNone);
  constexpr auto p = parse_signature("print(*args, sep=' ', end='\n', file=None, flush=False)");
  CHECK(p.error == nullptr);
  CHECK(p.varargs);
  CHECK(p.positional == 0);
  CHECK(p.keyword_only == 4);
  CHECK(p.params[0].text == " ");
  CHECK(p.params[3].def == Param::Default::kFalse);
  constexpr auto k = parse_signature("make(cls, n=-12, *, flag=<absent>, **kwargs)");
  CHECK(k.error == nullptr);
  CHECK(k.varkw);
  CHECK(!k.varargs);
  CHECK(k.params[1].number == -12);
  CHECK(k.params[2].def == Param::Default::kAbsent);
  CHECK(k.fixed() == 3);
}

TEST_CASE("malformed texts are told apart") {
  CHECK(parse_signature("").error != nullptr);
  CHECK(parse_signature("f").error != nullptr);
  CHECK(parse_signature("f(a").error != nullptr);
  CHECK(parse_signature("f(a=)").error != nullptr);
  CHECK(parse_signature("f(a=1, b)").error != nullptr);
  CHECK(parse_signature("f(a='x)").error != nullptr);
  CHECK(parse_signature("f(a b)").error != nullptr);
}
