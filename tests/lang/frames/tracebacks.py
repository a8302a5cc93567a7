# tb_frame, f_locals of frames that have ended, co_positions at tb_lasti.
import sys


def bad(n):
    local = n * 2
    raise ValueError("no")


def middle():
    word = "x"
    bad(4)


try:
    middle()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        frame = tb.tb_frame
        code = frame.f_code
        place = list(code.co_positions())[tb.tb_lasti // 2]
        print(code.co_name, tb.tb_lineno, place, sorted(frame.f_locals) if frame.f_back else "module")
        print(frame is tb.tb_frame, frame.f_globals is globals())
        last, tb = frame, tb.tb_next
    print(last.f_locals)
    print(e.__traceback__.tb_frame.f_lineno == sys._getframe().f_lineno)
    print(e.__traceback__.tb_frame.f_code is sys._getframe().f_code)
