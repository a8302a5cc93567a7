// The verifier refuses every kind of damage and survives all of it.
#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "vm/bytecode/code_blob.h"

using namespace baton;

namespace {

uint32_t add(CodeBlob* b, Const c) {
  b->constants.push_back(std::move(c));
  return static_cast<uint32_t>(b->constants.size() - 1);
}
uint32_t add_text(CodeBlob* b, const std::string& s) {
  Const c;
  c.kind = Const::Kind::kStr;
  c.s = s;
  return add(b, c);
}

// A module that makes one function, with a loop, a handler and a jump, and returns.
std::shared_ptr<CodeBlob> sample() {
  auto inner = std::make_shared<CodeBlob>();
  inner->name = inner->qualname = "inner";
  inner->positional = 1;
  inner->registers = 8;
  inner->locals.push_back({"a", 0, false});
  inner->captures.push_back({false, 1});
  inner->free_names.push_back("c");
  uint32_t n = add_text(inner.get(), "n");
  inner->code = {make_insn(Op::GETITER, 2, 0),
                 make_insn(Op::JMP, 0, 1, 0),
                 make_insn(Op::GETFREE, 7, 0, static_cast<int>(n)),
                 make_insn(Op::FORITER, 2, 6, -2),
                 make_insn(Op::RETNONE),
                 make_insn(Op::ENDCATCH, 2),
                 make_insn(Op::RERAISE, 2)};
  inner->handlers.push_back({0, 4, 5, 2});
  inner->positions.push_back({0, {1, 1, 0, 5}});
  inner->positions.push_back({3, {2, 2, 0, 5}});

  auto b = std::make_shared<CodeBlob>();
  b->name = b->qualname = "<module>";
  b->flags = kCodeModule;
  b->registers = 3;
  uint32_t name = add_text(b.get(), "f");
  Const code;
  code.kind = Const::Kind::kCode;
  code.code = inner;
  uint32_t k = add(b.get(), code);
  Const tuple;
  tuple.kind = Const::Kind::kTuple;
  tuple.items = {name};
  add(b.get(), tuple);
  Insn none{0xFFFF, 0, 0, 0};
  none.op = 0;
  none.a = 0xFFFF;
  b->code = {make_insn(Op::NEWCELL, 1),
             make_insn(Op::MAKEFUNC, 0, static_cast<int>(k)),
             none,
             make_insn(Op::SETGLOBAL, 0, static_cast<int>(name)),
             Insn{0, 0, 0, 0},
             Insn{0, 0, 0, 0},
             make_insn(Op::RETNONE)};
  return b;
}

}  // namespace

TEST_CASE("verify: the sample is in order") {
  CHECK(verify(*sample()) == "");
  CHECK(disassemble(*sample()).find("FORITER") != std::string::npos);
  CHECK(position_at(*sample()->constants[1].code, 2).line == 1);
  CHECK(position_at(*sample()->constants[1].code, 3).line == 2);
  CHECK(position_at(*sample(), 0).line == 0);
}

TEST_CASE("verify: every rule") {
  struct Damage {
    const char* what;
    std::function<void(CodeBlob&)> apply;  // to the inner function
  };
  const Damage cases[] = {
      {"register out of range", [](CodeBlob& b) { b.code[2].a = 8; }},
      {"registers out of range", [](CodeBlob& b) { b.code[0].a = 5; }},
      {"constant out of range", [](CodeBlob& b) { b.code[2].c = 9; }},
      {"constant of the wrong kind", [](CodeBlob& b) { b.constants[0].kind = Const::Kind::kInt; }},
      {"captured cell out of range", [](CodeBlob& b) { b.code[2].b = 1; }},
      {"no such opcode", [](CodeBlob& b) { b.code[4].op = 60000; }},
      {"not for blobs", [](CodeBlob& b) { b.code[4] = make_insn(Op::HALT); }},
      {"not for blobs", [](CodeBlob& b) { b.code[4] = make_insn(Op::FOR_RANGE); }},
      {"jump to no instruction", [](CodeBlob& b) { b.code[3].c = 100; }},
      {"jump to no instruction", [](CodeBlob& b) { set_operand_bc(b.code[1], -5); }},
      {"falls off the end", [](CodeBlob& b) { b.code[6] = make_insn(Op::NOP); }},
      {"no code", [](CodeBlob& b) { b.code.clear(); }},
      {"cache words missing", [](CodeBlob& b) { b.code[6] = make_insn(Op::CALL, 0, 0); }},
      {"outside a generator", [](CodeBlob& b) { b.code[4] = make_insn(Op::RETGEN); }},
      {"in a generator", [](CodeBlob& b) { b.flags |= kCodeGenerator; }},
      {"no namespace", [](CodeBlob& b) { b.code[2] = make_insn(Op::LOADNAME, 0, 0); }},
      {"range is malformed", [](CodeBlob& b) { b.handlers[0].end = 90; }},
      {"range is malformed", [](CodeBlob& b) { b.handlers[0].start = 4; }},
      {"a handler is no instruction", [](CodeBlob& b) { b.handlers[0].handler = 7; }},
      {"handler's registers", [](CodeBlob& b) { b.handlers[0].reg = 7; }},
      {"not sorted", [](CodeBlob& b) { b.positions[1].at = 0; }},
      {"more parameters than registers", [](CodeBlob& b) { b.positional = 9; }},
      {"positional-only", [](CodeBlob& b) { b.positional_only = 2; }},
      {"no name", [](CodeBlob& b) { b.locals.clear(); }},
      {"not the first registers", [](CodeBlob& b) { b.locals[0].reg = 3; }},
      {"local's register",
       [](CodeBlob& b) {
         b.locals.push_back({"z", 8, false});
       }},
      {"captures without names", [](CodeBlob& b) { b.free_names.clear(); }},
      {"capture out of range", [](CodeBlob& b) { b.captures[0].index = 3; }},
      {"capture out of range", [](CodeBlob& b) { b.captures[0].from_free = true; }},
      {"unknown conversion", [](CodeBlob& b) { b.code[4] = make_insn(Op::FORMAT, 0, 0, 'x'); }},
      {"unknown form", [](CodeBlob& b) { b.code[4] = make_insn(Op::RAISE, 0, 0, 3); }},
  };
  for (const Damage& d : cases) {
    auto b = sample();
    d.apply(*b->constants[1].code);
    std::string fault = verify(*b);
    CHECK_MESSAGE(fault.find(d.what) != std::string::npos, d.what << " / " << fault);
  }
}

TEST_CASE("verify: constants") {
  auto b = sample();
  b->constants[2].items = {2};
  CHECK(verify(*b).find("names a later one") != std::string::npos);
  b = sample();
  b->constants[2].items = {1};
  CHECK(verify(*b).find("holds code") != std::string::npos);
  b = sample();
  b->constants[1].code = nullptr;
  CHECK(verify(*b).find("has no code") != std::string::npos);
  b = sample();
  b->constants[2].kind = Const::Kind::kBigInt;
  b->constants[2].s = "12G";
  CHECK(verify(*b).find("not a number") != std::string::npos);
  b = sample();
  b->code[4].c = 1;
  CHECK(verify(*b).find("cache words in use") != std::string::npos);
  b = sample();
  b->code[2].a = 1;
  CHECK(verify(*b).find("registers out of range") != std::string::npos);
  // Code that contains itself is met once.
  b = sample();
  b->constants[1].code->constants.push_back(b->constants[1]);
  CHECK(verify(*b) == "");
  b->constants[1].code->constants.clear();
}

TEST_CASE("verify: garbage gives a verdict") {
  std::mt19937 random(7);
  auto any = [&](uint32_t n) { return static_cast<uint32_t>(random() % n); };
  int accepted = 0;
  for (int round = 0; round < 20000; round++) {
    auto b = sample();
    CodeBlob& inner = *b->constants[1].code;
    CodeBlob& target = any(2) ? inner : *b;
    for (uint32_t n = 1 + any(4); n > 0; n--) {
      switch (any(8)) {
        case 0:
        case 1:
        case 2:
        case 3: {
          Insn& i = target.code[any(static_cast<uint32_t>(target.code.size()))];
          uint16_t value = static_cast<uint16_t>(any(3) ? any(12) : any(65536));
          switch (any(4)) {
            case 0: i.op = static_cast<uint16_t>(any(kOpCount + 2)); break;
            case 1: i.a = value; break;
            case 2: i.b = value; break;
            default: i.c = value; break;
          }
          break;
        }
        case 4: target.registers = static_cast<uint16_t>(any(10)); break;
        case 5: target.flags = any(256); break;
        case 6:
          target.handlers.push_back({any(9), any(9), any(9), static_cast<uint16_t>(any(9))});
          break;
        default:
          if (!target.constants.empty()) {
            Const& c = target.constants[any(static_cast<uint32_t>(target.constants.size()))];
            c.kind = static_cast<Const::Kind>(any(16));
            c.items.push_back(any(5));
          }
          break;
      }
    }
    if (verify(*b).empty()) {
      accepted++;
      disassemble(*b);
    }
  }
  CHECK(accepted > 0);
  CHECK(accepted < 20000);
}
