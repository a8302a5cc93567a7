"""graphlib: an order of the nodes of a graph in which each comes after those it depends on."""

__all__ = ["TopologicalSorter", "CycleError"]

_OUT = -1
_DONE = -2


class CycleError(ValueError):
    """The graph has a cycle: args[1] is a list of nodes that begins and ends with the same one."""


class _Node:
    __slots__ = ("node", "waits_for", "followers")

    def __init__(self, node):
        self.node = node
        self.waits_for = 0  # how many; _OUT once given out, _DONE after done()
        self.followers = []


class TopologicalSorter:
    """Sorts nodes by what they depend on; nodes can be worked on in parallel between get_ready() and done()."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _get(self, node):
        found = self._nodes.get(node)
        if found is None:
            self._nodes[node] = found = _Node(node)
        return found

    def add(self, node, *predecessors):
        """Add a node, or more nodes that it depends on."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._get(node)
        entry.waits_for += len(predecessors)
        for p in predecessors:
            self._get(p).followers.append(node)

    def prepare(self):
        """Mark the graph as complete; CycleError if it has a cycle."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [n.node for n in self._nodes.values() if n.waits_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that depend on nothing unfinished and were not given out yet."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].waits_for = _OUT
        self._ready.clear()
        self._out += len(result)
        return result

    def is_active(self):
        """Is there anything left to give out or to wait for?"""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Mark nodes that were given out as finished."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            entry = self._nodes.get(node)
            if entry is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if entry.waits_for == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            if entry.waits_for != _OUT:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            entry.waits_for = _DONE
            for follower in entry.followers:
                f = self._nodes[follower]
                f.waits_for -= 1
                if f.waits_for == 0:
                    self._ready.append(follower)
            self._finished += 1

    def _find_cycle(self):
        # Depth first, with the way to the current node on a list of its own.
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            way, places, pending = [], {}, []
            node = start
            while True:
                if node in seen:
                    if node in places:
                        return way[places[node]:] + [node]
                else:
                    seen.add(node)
                    places[node] = len(way)
                    way.append(node)
                    pending.append(iter(self._nodes[node].followers))
                while way:
                    try:
                        node = next(pending[-1])
                        break
                    except StopIteration:
                        del places[way.pop()]
                        pending.pop()
                else:
                    break
        return None

    def static_order(self):
        """All nodes in a valid order."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(type(list[int]))
