import random

from mat_than_engine.seeing.gate import Gate, Opening


def sizes(count, middle, spread, seed=1):
    chance = random.Random(seed)
    return [int(middle * 2 ** chance.gauss(0, spread)) for _ in range(count)]


def test_a_quiet_stream_hardly_ever_opens_the_gate():
    gate = Gate()
    openings = [gate.add(size) for size in sizes(15 * 300, 800, 0.3)]
    assert openings.count(Opening.NOW) <= 2


def test_larger_packets_open_it_within_a_second():
    gate = Gate()
    for size in sizes(300, 800, 0.3):
        gate.add(size)
    assert any(gate.add(size) is Opening.NOW for size in sizes(15, 2400, 0.3, seed=2))


def test_a_stream_that_grows_slowly_opens_nothing():
    gate = Gate()
    grown = [int(size * 2 ** (i / 9000)) for i, size in enumerate(sizes(9000, 800, 0.3))]
    assert [gate.add(size) for size in grown].count(Opening.NOW) <= 5


def test_empty_openings_make_it_stricter_and_a_hit_makes_it_keen_again():
    def packets_until_open(gate):
        return next((n for n, size in enumerate(sizes(200, 1100, 0.2, seed=3)) if gate.add(size) is Opening.NOW), 200)

    gates = [Gate(), Gate(), Gate()]
    for gate in gates:
        for size in sizes(300, 800, 0.2):
            gate.add(size)
    for gate in gates[1:]:
        for _ in range(5):
            gate.report(Opening.NOW, found=False)
    gates[2].report(Opening.NOW, found=True)
    keen, strict, again = (packets_until_open(gate) for gate in gates)
    assert keen == again < strict
