"""Draws a sample after docs/methods/drawing.md, in plain Python: JSON in, the rows drawn out (counted from 0, in the order of drawing)."""

import hashlib
import json
import sys
from decimal import Decimal


class Numbers:
    def __init__(self, population_sha256, seed):
        self.prefix, self.block = f"assize-draw-1\n{population_sha256}\n{seed}\n", 0

    def below(self, bound):
        while True:
            digest = hashlib.sha256(f"{self.prefix}{self.block}".encode()).digest()
            self.block += 1
            number = int.from_bytes(digest[:16], "big")
            if number < 2**128 - 2**128 % bound:
                return number % bound


class Pool:
    def __init__(self, rows):
        self.rows, self.taken = rows, 0

    def draw(self, numbers):
        place = self.taken + numbers.below(len(self.rows) - self.taken)
        self.rows[self.taken], self.rows[place] = self.rows[place], self.rows[self.taken]
        self.taken += 1
        return self.rows[self.taken - 1]


def holder(rows, units, unit):
    """The row that holds a unit, counted along the rows."""
    for row in rows:
        unit -= units[row]
        if unit < 0:
            return row


def shares(size, sizes):
    total = sum(sizes)
    given = [size * one // total for one in sizes]
    by_remainder = sorted(range(len(sizes)), key=lambda place: (-(size * sizes[place] % total), place))
    for place in by_remainder[: size - sum(given)]:
        given[place] += 1
    return given


def draw(case):
    numbers = Numbers(case["sha256"], case["seed"])
    count, size, method = case["rows"], case["size"], case["method"]
    drawn = []
    if method == "simple":
        pool = Pool(list(range(count)))
        drawn = [pool.draw(numbers) for _ in range(size)]
        more = lambda row: pool.draw(numbers)
    elif method == "systematic":
        start = numbers.below(count)
        drawn = [(start + index * count) // size for index in range(size)]
        pool = Pool([row for row in range(count) if row not in drawn])
        more = lambda row: pool.draw(numbers)
    elif method == "stratified":
        names = sorted(set(case["strata"]), key=lambda name: name.encode())
        members = {name: [row for row in range(count) if case["strata"][row] == name] for name in names}
        pools = {name: Pool(rows) for name, rows in members.items()}
        for name, share in zip(names, shares(size, [len(members[name]) for name in names])):
            drawn += [pools[name].draw(numbers) for _ in range(share)]
        more = lambda row: pools[case["strata"][row]].draw(numbers)
    else:
        values = [Decimal(value) for value in case["values"]]
        scale = 1
        while any((value * scale) % 1 for value in values):
            scale *= 10
        units = [int(value * scale) for value in values]
        left = [row for row in range(count) if units[row]]
        while True:
            wanted, total = size - len(drawn), sum(units[row] for row in left)
            certain = [row for row in left if wanted and units[row] * wanted >= total]
            if not certain:
                break
            drawn += certain
            left = [row for row in left if row not in certain]
        if wanted:
            start = numbers.below(total)
            drawn += [holder(left, units, (start + index * total) // wanted) for index in range(wanted)]

        def more(row):
            rest = [row for row in range(count) if row not in drawn]
            return holder(rest, units, numbers.below(sum(units[row] for row in rest)))

    for place in case["replace"]:
        drawn.append(more(drawn[place]))
    return drawn


print(json.dumps([draw(case) for case in json.load(sys.stdin)]))
