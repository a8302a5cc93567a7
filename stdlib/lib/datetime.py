"""Dates, times of day, moments, spans between them, and zones.

The door to _datetime_base, _datetime_date, _datetime_time and _datetime_full, which hold the classes.
Behaviour: https://docs.python.org/3.11/library/datetime.html
"""
from _datetime_base import MAXYEAR, MINYEAR, UTC, timedelta, timezone, tzinfo
from _datetime_date import date
from _datetime_full import datetime
from _datetime_time import time

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
