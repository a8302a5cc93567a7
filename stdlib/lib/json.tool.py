"""Checks JSON and prints it in a readable form: baton -m json.tool [infile [outfile]].

Behaviour: https://docs.python.org/3.11/library/json.html#module-json.tool
"""
import argparse
import json
import sys


def main():
    """Run with the arguments of the command line."""
    parser = argparse.ArgumentParser(prog="python -m json.tool",
                                     description="Check JSON and print it in a readable form.")
    parser.add_argument("infile", nargs="?", type=argparse.FileType(encoding="utf-8"),
                        default=sys.stdin, help="a file of JSON; standard input if absent")
    parser.add_argument("outfile", nargs="?", default=None,
                        help="the file to write; standard output if absent")
    parser.add_argument("--sort-keys", action="store_true",
                        help="print the keys of objects in order")
    parser.add_argument("--no-ensure-ascii", dest="ensure_ascii", action="store_false",
                        help="print characters past ASCII as they are")
    parser.add_argument("--json-lines", action="store_true",
                        help="read one JSON value from each line")
    layout = parser.add_mutually_exclusive_group()
    layout.add_argument("--indent", default=4, type=int,
                        help="a line for each item, indented by this many spaces")
    layout.add_argument("--tab", action="store_const", dest="indent", const="\t",
                        help="a line for each item, indented by tabs")
    layout.add_argument("--no-indent", action="store_const", dest="indent", const=None,
                        help="everything on one line")
    layout.add_argument("--compact", action="store_true", help="no white space at all")
    options = parser.parse_args()
    settings = {"sort_keys": options.sort_keys, "ensure_ascii": options.ensure_ascii,
                "indent": options.indent}
    if options.compact:
        settings["indent"] = None
        settings["separators"] = ",", ":"
    with options.infile as infile:
        try:
            if options.json_lines:
                values = (json.loads(line) for line in infile)
            else:
                values = (json.load(infile),)
            if options.outfile is None:
                _print(values, sys.stdout, settings)
            else:
                with open(options.outfile, "w", encoding="utf-8") as outfile:
                    _print(values, outfile, settings)
        except ValueError as e:
            raise SystemExit(e)


def _print(values, outfile, settings):
    for value in values:
        json.dump(value, outfile, **settings)
        outfile.write("\n")


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError as e:
        sys.exit(e.errno)
