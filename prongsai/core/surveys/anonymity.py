"""What of a survey may be told, so that nobody who subtracts one figure from another is left with one to four people.

Three sorts of figures are told. Results of everybody, again and again while answers come in: ``steps`` says up to which
day, and how far that was told before. Results of groups, once: ``groups_to_show`` says of which. How many of a batch
of links were used: ``told_of_links``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

#: Results are told of that many people or more.
LEAST = 5

#: A group: which of the groupings (1 is the first), and its value there.
Group = tuple[int, Hashable]
Key = TypeVar("Key", bound=tuple[Hashable, ...])
Cell = TypeVar("Cell", bound=tuple[Hashable, Hashable])


def steps(daily: Mapping[date, int], today: date) -> tuple[date, ...]:
    """The last day of every step; the results cover the answers up to the last of them, and none where there is none.

    A step is made of whole days that are over, and as many as bring five answers. It hangs on nothing that comes
    later, so what was told once is told for good, and between two looks at least five people were added, or nobody.
    A question that not everybody answers is asked of those who did: ``daily`` counts them, and it has its own steps.
    """
    ends: list[date] = []
    new = 0
    for day in sorted(day for day in daily if day < today):
        new += daily[day]
        if new >= LEAST:
            ends.append(day)
            new = 0
    return tuple(ends)


def step_of(day: date, ends: Iterable[date]) -> date | None:
    """The step that an answer of that day belongs to; none where it is not told yet."""
    return next((end for end in ends if day <= end), None)


def groups_to_show(people: Mapping[Key, int]) -> frozenset[Group]:
    """The groups whose results may stand beside those of everybody.

    ``people`` counts by (step, group in the first grouping, group in the second, …); who is in no group of a grouping
    is there with None, which is never shown. Larger groups go first; one that would let somebody be isolated is left
    out. To be asked once for a survey, with all its groupings: two answers of different moments could be subtracted.
    """
    sizes = Counter[Group]()
    for key, count in people.items():
        sizes.update({(at, value): count for at, value in enumerate(key) if at and value is not None})
    shown: frozenset[Group] = frozenset()
    for group, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0][0], str(item[0][1]))):
        if size >= LEAST and not can_isolate(_table(people, shown | {group})):
            shown |= {group}
    return shown


def told_of_links(used: int, made: int) -> int:
    """At least how many links of a batch were used, in fives; never that all were: that would tell of each."""
    return max(0, min(used, made - LEAST)) // LEAST * LEAST


def _table(people: Mapping[Key, int], shown: frozenset[Group]) -> Mapping[tuple[Hashable, Hashable], int]:
    """People by step, and by all that are shown of the groups they are in: more than is told, to be safe."""
    table = Counter[tuple[Hashable, Hashable]]()
    for key, count in people.items():
        if count:
            inside = frozenset((at, value) for at, value in enumerate(key) if (at, value) in shown)
            table[key[0], inside] += count
    return table


def can_isolate(table: Mapping[Cell, int]) -> bool:
    """Whether adding and subtracting the sums of rows and columns can leave one to four people.

    What can be left is a cut. Give row r the number a and column c the number b, so that the figures of the rows are
    taken a times and those of the columns -b times: a cell is left where a - b is 1, gone where it is 0. For every
    height h the rows and columns of h or more are a set that no column leaves without all its rows, and the people in
    cells from a row inside to a column outside are left. The other way round, each such set can be subtracted. So the
    fewest who can be isolated are the smallest cut of the graph with an edge from each row to the columns it meets, as
    wide as the people in that cell, and one back that cannot be cut. Places that no cut below five parts are joined.
    """
    graph = _graph(table)
    while len(graph) > 1:
        hub = max(graph, key=lambda node: len(graph[node]))
        if not graph[hub]:
            return False
        other = next(iter(graph[hub]))
        if not (_holds(graph, hub, other) and _holds(graph, other, hub)):
            return True
        _join(graph, hub, other)
        if not graph[hub]:  # all that hangs together with it is joined
            del graph[hub]
    return False


Graph = dict[Hashable, dict[Hashable, int]]


def _graph(table: Mapping[Cell, int]) -> Graph:
    graph: Graph = defaultdict(dict)
    for (row, column), count in table.items():
        if count:
            graph["row", row]["column", column] = min(count, LEAST)
            graph["column", column]["row", row] = LEAST
    return dict(graph)


def _join(graph: Graph, hub: Hashable, other: Hashable) -> None:
    """Make one place of two, with the edges of both."""
    for node, width in graph.pop(other).items():
        if node != hub:
            graph[hub][node] = min(LEAST, graph[hub].get(node, 0) + width)
    for edges in graph.values():
        if other in edges:
            width = edges.pop(other)
            if edges is not graph[hub]:
                edges[hub] = min(LEAST, edges.get(hub, 0) + width)


def _holds(graph: Graph, source: Hashable, sink: Hashable) -> bool:
    """Whether five people's width gets from one place to the other, by whatever ways."""
    used = Counter[tuple[Hashable, Hashable]]()
    return all(_one_more(graph, source, sink, used) for _ in range(LEAST))


def _one_more(graph: Graph, source: Hashable, sink: Hashable, used: Counter[tuple[Hashable, Hashable]]) -> bool:
    """Find a way with room for one more, and use it; a way may take back what another used."""
    came: dict[Hashable, Hashable] = {source: source}
    front = [source]
    for node in front:
        if node == sink:
            break
        for following, width in graph[node].items():  # every edge has one back
            if following not in came and width > used[node, following]:
                came[following] = node
                front.append(following)
    if sink not in came:
        return False
    node = sink
    while node != source:
        used[came[node], node] += 1
        used[node, came[node]] -= 1
        node = came[node]
    return True
