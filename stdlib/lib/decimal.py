"""Decimal fixed-point and floating-point arithmetic.

The door to _decimal_context (signals, contexts, rounding), _decimal_number, _decimal_methods and
_decimal_power (the Decimal class), which are written over Python's ints.
Behaviour: https://docs.python.org/3.11/library/decimal.html
"""
from _decimal_context import (MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN,
                              ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
                              BasicContext, Clamped, Context, ConversionSyntax, DecimalException,
                              DefaultContext, DivisionByZero, DivisionImpossible, DivisionUndefined,
                              ExtendedContext, FloatOperation, Inexact, InvalidContext, InvalidOperation,
                              Overflow, Rounded, Subnormal, Underflow, getcontext, localcontext, setcontext)
from _decimal_number import Decimal, DecimalTuple
import _decimal_methods
import _decimal_power
import numbers as _numbers

_numbers.Number.register(Decimal)

HAVE_CONTEXTVAR = HAVE_THREADS = True
__version__ = "1.70"
__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
           "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal",
           "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext",
           "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN",
           "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext",
           "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]
