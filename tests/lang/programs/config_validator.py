"""A JSON configuration with a schema, validated into typed objects, errors collected with their paths."""
import json
from collections import ChainMap, OrderedDict, defaultdict
from dataclasses import MISSING, asdict, dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any, Optional, get_args, get_origin, get_type_hints

TEXT = r"""
{
  "name": "proxy \u00e9t\u00e9",
  "debug": false,
  "listen": {"host": "0.0.0.0", "port": 8080},
  "backends": [
    {"host": "a.example", "port": 9001, "weight": 2},
    {"host": "b.example", "port": 9002, "tags": ["x", "y"]}
  ],
  "timeouts": {"read": 1.5, "write": 2},
  "level": "info",
  "limit": null
}
"""


class Level(Enum):
    DEBUG = "debug"
    INFO = "info"
    ERROR = "error"


@dataclass
class Listen:
    host: str
    port: int = 80

    def __post_init__(self):
        if not 0 < self.port < 65536:
            raise ValueError(f"port {self.port} out of range")


@dataclass
class Backend(Listen):
    weight: int = 1
    tags: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Config:
    name: str
    listen: Listen
    debug: bool = False
    backends: list[Backend] = field(default_factory=list, repr=False)
    timeouts: dict[str, float] = field(default_factory=dict)
    level: Level = Level.ERROR
    limit: Optional[int] = 10


class Invalid(Exception):
    pass


class Loader:
    def __init__(self):
        self.errors = defaultdict(list)

    def fail(self, path, message):
        self.errors["/".join(map(str, path)) or "."].append(message)
        return None

    def load(self, kind, value, path=()):
        origin, args = get_origin(kind), get_args(kind)
        if kind is Any:
            return value
        if origin is list:
            if not isinstance(value, list):
                return self.fail(path, f"expected list, not {type(value).__name__}")
            return [self.load(args[0], v, (*path, i)) for i, v in enumerate(value)]
        if origin is dict:
            return {k: self.load(args[1], v, path + (k,)) for k, v in value.items()}
        if type(None) in args:
            return None if value is None else self.load(args[0], value, path)
        if is_dataclass(kind):
            return self.load_class(kind, value, path)
        if isinstance(kind, type) and issubclass(kind, Enum):
            try:
                return kind(value)
            except ValueError as e:
                return self.fail(path, str(e))
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            return self.fail(path, f"expected {kind.__name__}, not {value!r}")
        return value

    def load_class(self, kind, value, path):
        if not isinstance(value, dict):
            return self.fail(path, f"expected object for {kind.__qualname__}")
        hints = get_type_hints(kind)
        known = {}
        before = sum(map(len, self.errors.values()))
        for f in fields(kind):
            if f.name in value:
                known[f.name] = self.load(hints[f.name], value[f.name], (*path, f.name))
            elif f.default is MISSING and f.default_factory is MISSING:
                self.fail((*path, f.name), "missing")
        for extra in sorted(value.keys() - known.keys() - {f.name for f in fields(kind)}):
            self.fail((*path, extra), "unknown key")
        if sum(map(len, self.errors.values())) > before:
            return None
        try:
            return kind(**known)
        except ValueError as e:
            return self.fail(path, str(e))


def parse(text):
    loader = Loader()
    config = loader.load(Config, json.loads(text))
    if loader.errors:
        raise Invalid(dict(loader.errors))
    return config


def encode(o):
    if isinstance(o, Enum):
        return o.value
    if isinstance(o, (set, frozenset)):
        return sorted(o)
    raise TypeError(f"cannot encode {type(o).__name__}")


config = parse(TEXT)
print(config)
print(config.backends)
print(json.dumps(asdict(config), default=encode, indent=2, sort_keys=True))
print(json.dumps(asdict(config), default=encode, ensure_ascii=False, separators=(",", ":")))

document = json.loads(TEXT)
document["listen"]["port"] = 99999
document["backends"][0] = {"port": "9001", "colour": 1, "weight": True}
document["timeouts"]["read"] = "soon"
document["level"] = "loud"
document["limit"] = 2.5
try:
    parse(json.dumps(document))
except Invalid as e:
    for path, messages in e.args[0].items():
        print(f"  {path}: {'; '.join(messages)}")

for bad in ['{"a": 1,}', '{"a" 1}', "[1, 2", '"abc', "nul", "[1] x", "", '{"a": "\t"}', '["\\x"]', "{1: 2}", "[1,,2]", '"\\u12"']:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(f"{bad!r}: {e} | {e.msg} {e.lineno} {e.colno} {e.pos}")

for value in [{1: "a", None: "b", True: "c", 2.5: "d"}, (1, [2, {"k": ()}]), float("inf"), 1e100, -0.0, "\u2028\x00\"\\/\U0001f600"]:
    print(json.dumps(value))
for value, options in [({(1, 2): 3}, {}), ({1, 2}, {}), (float("nan"), {"allow_nan": False}), ({(1,): 1, "b": {3}}, {"skipkeys": True, "default": encode})]:
    try:
        print(json.dumps(value, **options))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)

pairs = json.loads('{"b": 1, "a": {"z": 1.10, "z": 2}}', object_pairs_hook=OrderedDict, parse_float=str)
print(pairs, list(pairs["a"].items()))
print(json.loads("[1.5, 2, Infinity]", parse_float=lambda s: f"<{s}>", parse_int=str, parse_constant=repr))

layers = ChainMap({"debug": True}, {"host": "local", "debug": False}, {"port": 1, "host": "any"})
print(dict(layers) == {"debug": True, "host": "local", "port": 1}, layers["port"], layers.maps[0], sorted(layers))
layers["port"] = 2
del layers["port"]
print(layers["port"], len(layers), layers.parents["debug"])
try:
    del layers["port"]
except KeyError as e:
    print(e)
try:
    Config("x", Listen("h"))
except TypeError as e:
    print(e)
try:
    Config(name="x")
except TypeError as e:
    print(e)
