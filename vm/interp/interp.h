// The interpreter: what its pieces share. The loop is interp_loop.cpp (handlers_*.inc by family);
// everything that is not hot is a slow path: `const Insn* f(Thread*)`, out of line, which finds
// its state in the Thread and returns the next pc.
//
// Numbered rules, relied on everywhere in vm/interp/:
//  1. Before a slow path or a native call the loop stores pc, window, consts and control in the
//     Thread; after one it reloads window, consts and control and goes on at the returned pc.
//  2. A failure is a pending t->exception; whoever sees it returns unwind(t), which gives the pc of
//     the handler, or of the HALT that ends this run of the loop.
//  3. A frame is: callee slot window[-1] (the Function), then code->registers registers. Calls put
//     callee and arguments at the top of the caller's window, so arguments become first registers.
//     RET writes the result into the callee slot. A generator's frame has its Generator in window[-2].
//  4. A control record is what RET goes back to. The record {halt stub, window, consts} ends a
//     nested run, made by enter(); no C++ frame is used by script-to-script calls.
//  5. Registers above the arguments of a new frame hold stale words: the collector checks windows
//     against the page map, the compiler proves that no register is read before it is written.
//  6. Inline caches are written only by slow paths and hold nothing that a collection could free
//     while a guard still matches: the collector marks what an instruction stream names.
// The lock is held wherever code in vm/interp/ runs.
#pragma once
#include <cstring>

#include "vm/core/ops.h"
#include "vm/objects/objects.h"

namespace baton {

using SlowFn = const Insn* (*)(Thread*);

// Runs from t->pc until the HALT of the record that enter() pushed.
void run_loop(Thread* t);
// run_loop() for a nested run. A slow path that runs out of memory in a C++ container throws: the
// run is then given up, the thread's state put back to these three, false returned (MemoryError).
// `caller` is the instruction that called the native code.
[[nodiscard]] bool run_nested(Thread* t, const Insn* caller, Control* control, Value* window,
                              Value* consts);
// The dispatch tables: plain, and the one that counts every opcode (--switch-ticks).
const void* const* dispatch_table(bool ticking);

// Exception pending at t->pc: adds traceback entries, enters the handler. See rule 2.
const Insn* unwind(Thread* t);

// First free slot above the running frame.
inline Value* window_end(Thread* t) { return t->window + t->code()->registers; }
// Room for a frame of n registers at w (and slack for stubs), with the depth limit not reached?
inline bool frame_room(Thread* t, const Value* w, size_t n) {
  return reinterpret_cast<uintptr_t>(w + n + 8) < reinterpret_cast<uintptr_t>(t->control - 4);
}
inline bool depth_left(Thread* t) {
  return reinterpret_cast<uintptr_t>(t->control) >
         t->gil.depth_limit.load(std::memory_order_relaxed);
}
// Before pushing a frame of n registers at w: handles a stop request that raised the limit; false = exception.
[[nodiscard]] bool check_call(Thread* t, const Value* w, size_t n);

inline void push_control(Thread* t, const Insn* pc) { *--t->control = {pc, t->window, t->consts}; }
inline void enter_window(Thread* t, Value* window, Value* consts) {
  t->window = window;
  t->consts = consts;
}

// Lays out the nargs arguments at w+1.. (the last kwnames->size of them keywords) as f's parameters
// in place. The caller has checked the room. False: TypeError pending.
bool bind_arguments(Thread* t, Function* f, Value* w, uint32_t nargs, Tuple* kwnames);
// Calls what w[0] holds with the nargs arguments that follow, result to w[0]: returns the callee's
// entry if it is a script function (frame pushed, going back to `next`), `next` when done, or where unwind() leads.
const Insn* call_in_place(Thread* t, Value* w, uint32_t nargs, Tuple* kwnames, const Insn* next);
// A new generator over the frame whose parameters lie at w+1...
Value make_generator(Thread* t, Function* f, Value* w);

// How a generator was resumed, and so where its next value goes.
enum : uint8_t { kGenNative, kGenFor, kGenSend };
// Copies g's window to base (base[0] = g, base[1] = function) and enters it. The control record is pushed by the caller.
const Insn* enter_generator(Thread* t, Generator* g, Value* base, Value sent, uint8_t kind);

// Makes registers unbound that hold no value but may hold a word of an earlier call, for a builtin of
// this definition, or an operation on `object`, that is to collect: see stale.cpp.
// The native stack is of interest from the result on; null: all of it is.
char* forget_stale_registers(Thread* t, const NativeDef* running);
char* forget_stale_registers(Thread* t, Value object);
// Where the native stack of whoever called the innermost run_loop() of this OS thread ends, registers
// included: the loop itself keeps no value outside the window while a builtin runs.
char* loop_stack_low();

// The stub code of a Vm: HALT, and what follows a script __init__.
void make_stubs(Thread* t);
extern const Insn kStubs[];
inline const Insn* halt_stub() { return kStubs; }
inline const Insn* init_done_stub() { return kStubs + 1; }

// Cache access: caches sit in the instruction stream.
BATON_INLINE uint32_t cache_u32(const Insn* pc, int half) {
  uint32_t v;
  std::memcpy(&v, reinterpret_cast<const char*>(pc) + half * 4, 4);
  return v;
}
BATON_INLINE uint64_t cache_u64(const Insn* pc) {
  uint64_t v;
  std::memcpy(&v, pc, 8);
  return v;
}
inline void set_cache_u32(const Insn* pc, int half, uint32_t v) {
  std::memcpy(const_cast<char*>(reinterpret_cast<const char*>(pc)) + half * 4, &v, 4);
}
inline void set_cache_u64(const Insn* pc, uint64_t v) { std::memcpy(const_cast<Insn*>(pc), &v, 8); }
inline void rewrite(const Insn* pc, Op op) {
  const_cast<Insn*>(pc)->op = static_cast<uint16_t>(op);
}

// Slow paths by name; defined in slow_*.cpp.
// clang-format off
#define BATON_SLOW_PATHS(X) \
  X(binary) X(unary) X(compare) X(compare_jump) X(in) X(truth_jump) X(not_) X(getglobal) \
  X(setglobal) X(delglobal) X(checkbound) X(getcell) X(delcell) X(getfree) X(delfree) \
  X(makecell) X(names) X(getattr) X(setattr) X(delattr) X(loadmeth) X(supermeth) X(getidx) \
  X(setidx) X(delidx) X(slice) X(getslice) X(setslice) X(build) X(listappend) X(unpack) \
  X(getiter) X(foriter) X(iterobj) X(call) X(callm) X(callkw) X(callmkw) X(callex) X(makefunc) \
  X(buildclass) X(ret_init) X(yield) X(retgen) X(yield_iter) X(send) X(raise) X(excmatch) \
  X(with) X(import) X(match) X(format) X(printexpr) X(poll_jump) X(fail)
// clang-format on
#define X(n) const Insn* slow_##n(Thread* t);
BATON_SLOW_PATHS(X)
#undef X
void slow_tick(Thread* t);

}  // namespace baton
