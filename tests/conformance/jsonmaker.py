"""Random JSON, written out by hand so that every spelling the grammar allows occurs."""

from __future__ import annotations

import json
import math
import struct
from random import Random

LETTERS = "abcXYZ019 _-/\\\"'<>&\t\n\r\b\f\x00\x1f\x7f\x80\u00a0éßñ\u2028\u2029漢字\ud7ff\ue000\ufffd\uffff😀🚀𝔘\U0010ffff"
NAMES = ["a", "b", "speed", "gps", "driver", "naïve", "漢", "\ue000", "🚀", '"', "\\", "A", "aa", "__proto__", "10", "9"]


class JsonMaker:
    """`awkward` adds names that are empty or contain dots. At most one name with a dot stands in an object, and none
    can be mistaken for a path to another field."""

    def __init__(self, rng: Random, awkward: bool = False) -> None:
        self._rng = rng
        self._awkward = awkward

    def reading(self) -> str:
        return self._object(depth=4, fewest=1)

    def value(self, depth: int = 5) -> str:
        rng = self._rng
        kind = rng.random()
        if depth > 0 and kind < 0.25:
            return self._object(depth, fewest=0)
        if depth > 0 and kind < 0.4:
            return self._space(f"[{','.join(self.value(depth - 1) for _ in range(rng.randrange(4)))}]")
        if kind < 0.7:
            return self._space(self.number())
        if kind < 0.9:
            return self._space(self.text("".join(rng.choices(LETTERS, k=rng.randrange(9)))))
        return self._space(rng.choice(("true", "false", "null")))

    def number(self) -> str:
        rng = self._rng
        sign = rng.choice(("", "-"))
        match rng.randrange(8):
            case 0:
                return sign + str(rng.randrange(10))
            case 1:
                return sign + str(rng.randrange(1, 10 ** rng.choice((3, 15, 16, 17, 21, 22, 30, 300))))
            case 2:
                return repr(any_double(rng))
            case 3:  # one more digit than a double has
                return f"{any_double(rng):.17e}"
            case 4:
                return f"{sign}{rng.randrange(100)}.{rng.randrange(10**6):06}"
            case 5:
                exponent = f"{rng.choice('eE')}{rng.choice(('', '+', '-'))}{rng.randrange(25):0{rng.randrange(1, 4)}}"
                return f"{sign}{rng.randrange(10**6)}{exponent}"
            case 6:  # around the borders between the layouts
                return repr(float(f"{rng.randrange(1, 100)}e{rng.choice((-8, -7, -6, -5, -4, 14, 15, 16, 20, 21))}"))
            case _:
                return f"{sign}0.{'0' * rng.randrange(330)}{rng.randrange(10**20)}"

    def text(self, content: str) -> str:
        """The content in quotes, with some characters escaped that need not be."""
        rng = self._rng
        out = ""
        for character in content:
            if rng.random() < 0.3:
                escaped = json.dumps(character)[1:-1]
                out += escaped.upper().replace("\\U", "\\u") if "u" in escaped and rng.random() < 0.5 else escaped
            else:
                out += json.dumps(character, ensure_ascii=False)[1:-1]
        return f'"{out}"'

    def _object(self, depth: int, fewest: int) -> str:
        rng = self._rng
        names = rng.choices(NAMES, k=rng.randrange(fewest, 6))  # now and then one name twice
        if self._awkward and rng.random() < 0.4:
            names.append(rng.choice(("", "dot.x", "dot.x.y", "dot..z", "dot.")))
        rng.shuffle(names)
        members = [f"{self._space(self.text(name))}:{self.value(depth - 1)}" for name in names]
        return self._space(f"{{{','.join(members)}}}")

    def _space(self, token: str) -> str:
        return self._rng.choice(("", " ", "\t")) + token if self._rng.random() < 0.1 else token


def any_double(rng: Random) -> float:
    """Finite, of any size down to the subnormal ones."""
    while True:
        (value,) = struct.unpack("<d", rng.randbytes(8))
        if math.isfinite(value):
            return float(value)
