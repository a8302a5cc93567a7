// An integral as a native extension: cos over [lo, hi] by the left rectangle rule.
//
// `cos_nogil` is declared to run without the lock: its body takes and returns plain doubles, so it
// cannot name an object of the VM. `cos_holding` is the same body with the lock held, to compare.
#include <cmath>

#include "baton/ext.h"

namespace {

baton::NativeGroup functions{"integral"};

double integrate_cos(double lo, double hi, int64_t steps) {
  double step = (hi - lo) / static_cast<double>(steps), area = 0.0;
  for (int64_t i = 0; i < steps; ++i) area += std::cos(lo + static_cast<double>(i) * step) * step;
  return area;
}

double checked_steps(double lo, double hi, int64_t steps) {
  return steps < 1 ? NAN : integrate_cos(lo, hi, steps);
}

DEF_NOGIL(
    functions, checked_steps, "cos_nogil(lo, hi, steps)",
    "Integral of cos from lo to hi in `steps` steps (nan if below 1), computed without the lock.")

double cos_holding(double lo, double hi, int64_t steps) { return checked_steps(lo, hi, steps); }

DEF(functions, cos_holding, "cos_holding(lo, hi, steps)", "The same, computed with the lock held.")

}  // namespace

BATON_MODULE(integral, functions)
