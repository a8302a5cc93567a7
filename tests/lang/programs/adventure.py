"""A text adventure: a state machine of enums, flags, and commands dispatched by match."""
from collections import deque
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Direction(StrEnum):
    NORTH = auto()
    EAST = auto()
    SOUTH = auto()
    WEST = auto()

    @property
    def opposite(self):
        members = list(type(self))
        return members[(members.index(self) + 2) % 4]

    @classmethod
    def _missing_(cls, value):
        matches = [m for m in cls if m.value.startswith(str(value).lower())]
        return matches[0] if len(matches) == 1 else None


@unique
class State(Enum):
    EXPLORING = "exploring"
    FIGHTING = "fighting"
    WON = "won"
    DEAD = "dead"

    @property
    def over(self):
        return self in {State.WON, State.DEAD}


class Trait(Flag):
    NONE = 0
    LOCKED = auto()
    DARK = auto()
    HOLY = auto()
    GRIM = LOCKED | DARK


class Health(IntEnum):
    DEAD = 0
    WEAK = 1
    FAIR = 5
    WELL = 10

    @classmethod
    def of(cls, points):
        return max((h for h in cls if h <= points), default=cls.DEAD)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius ** 3, 4)


@dataclass
class Room:
    name: str
    traits: Trait = Trait.NONE
    items: set = field(default_factory=set)
    exits: dict = field(default_factory=dict)
    monster: str | None = None

    def describe(self):
        if Trait.DARK in self.traits:
            return f"{self.name}: too dark to see."
        things = ", ".join(sorted(self.items)) or "nothing"
        ways = "/".join(self.exits)
        return f"{self.name}: {things} here; exits {ways}."


class Game:
    def __init__(self):
        hall, cellar, tower, crypt = rooms = [Room("Hall", items={"lamp", "key"}), Room("Cellar", Trait.DARK, {"sword"}),
                                              Room("Tower", Trait.LOCKED | Trait.HOLY, {"crown"}), Room("Crypt", Trait.GRIM, monster="ghoul")]
        for a, way, b in [(hall, Direction.EAST, cellar), (hall, Direction.NORTH, tower), (cellar, Direction("so"), crypt)]:
            a.exits[way] = b
            b.exits[way.opposite] = a
        self.rooms = {room.name: room for room in rooms}
        self.room, self.state = hall, State.EXPLORING
        self.bag, self.health = [], 10
        self.log = deque(maxlen=4)

    def command(self, line):
        self.log.append(line)
        match line.lower().split():
            case []:
                return "Eh?"
            case ["look" | "l"]:
                return self.room.describe()
            case ["go", where] | [("n" | "e" | "s" | "w") as where]:
                return self.go(Direction(where))
            case ["take", "all"]:
                return "; ".join(self.take(item) for item in sorted(self.room.items)) or "Nothing."
            case ["take", *items] if items:
                return "; ".join(map(self.take, items))
            case ["use", item, "on", target]:
                return self.use(item, Direction(target))
            case ["use", item]:
                return self.use(item, None)
            case ["hit", *rest]:
                return self.fight(len(rest) + 1)
            case [verb, *rest]:
                return f"I can't {verb}{' ' if rest else ''}{' '.join(rest)}."

    def go(self, where):
        if self.state is State.FIGHTING:
            self.health -= 3
            return f"The {self.room.monster} claws you ({Health.of(self.health).name})."
        if (target := self.room.exits.get(where)) is None:
            return f"No way {where}."
        if target.traits & Trait.LOCKED:
            return f"The {target.name} is locked."
        self.room = target
        if target.monster:
            self.state = State.FIGHTING
        return target.describe()

    def take(self, item):
        try:
            self.room.items.remove(item)
        except KeyError as e:
            return f"no {e} here"
        self.bag.append(item)
        if item == "crown":
            self.state = State.WON
        return f"taken {item}"

    def use(self, item, where):
        if item not in self.bag:
            return f"You have no {item}."
        target = self.room if where is None else self.room.exits[where]
        match item:
            case "lamp":
                target.traits &= ~Trait.DARK
            case "key":
                target.traits ^= Trait.LOCKED
            case _:
                return f"{item}?"
        return f"{target.name} is now {target.traits!r}"

    def fight(self, strength):
        if self.state is not State.FIGHTING:
            return "Nobody to hit."
        if "sword" in self.bag or strength > 2:
            monster, self.room.monster = self.room.monster, None
            self.state = State.EXPLORING
            return f"The {monster} falls."
        self.health -= 6
        if self.health <= 0:
            self.state = State.DEAD
        return f"Ouch: {self.health}"


def play(script):
    game = Game()
    for line in script.strip().split("\n"):
        try:
            answer = game.command(line)
        except (ValueError, KeyError) as e:
            answer = f"[{type(e).__name__}] {e}"
        print(f"> {line}\n  {answer}")
        if game.state.over:
            break
    print("==", game.state, repr(game.state), game.bag, list(game.log))


play("""look
go north
take lamp hat
take all
go up
use key on n
e
look
use lamp
l
take sword
s
go north
hit
hit
dance wildly tonight
go north
w
use key on west
n
take crown
look""")
play("take lamp key\ne\ns\nuse key on s\nuse lamp on s\ns\nhit it\nhit\n\nlook")

print(list(Trait), list(Trait.GRIM), Trait.GRIM, Trait(5), Trait.HOLY | Trait.DARK, ~Trait.HOLY, bool(Trait.NONE))
print([(p.name, p.value, p.density) for p in Planet], Planet((0.642, 3.39)))
print(Health.WELL + 1, Health(5), f"{Health.FAIR} {Health.FAIR!r} {Health.FAIR:03d}", sorted(Health, reverse=True))
print(Direction.NORTH, repr(Direction.NORTH), Direction.NORTH.upper(), f"{Direction.EAST:>6}|", Direction["WEST"].opposite.name)
for broken in ["Direction('x')", "State('lost')", "State['LOST']", "Trait(64)", "State.WON.colour", "State.WON < State.DEAD", "Health('5')"]:
    try:
        print(eval(broken))
    except Exception as e:
        print(broken, "->", type(e).__name__, e)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    class More(State):
        LOST = 3
except TypeError as e:
    print(e)
try:
    State.WON = 3
except AttributeError as e:
    print(e)
Number = Enum("Number", "ONE TWO THREE", start=10)
print(Number.TWO, Number.THREE.value, list(Number.__members__), Number(11), len(Number), Number.ONE in Number)
