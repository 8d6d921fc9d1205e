from mat_than_engine.seeing.zones import Zones
from mat_than_engine.settings import Zone

LEFT_HALF = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))


def test_without_zones_everything_counts():
    assert Zones((), 320, 180).where((0.8, 0.1, 0.1, 0.1)) == ()


def test_a_mover_in_an_included_zone_is_named_after_it():
    zones = Zones((Zone(name="gate", polygon=LEFT_HALF),), 320, 180)
    assert zones.where((0.1, 0.2, 0.1, 0.3)) == ("gate",)


def test_a_mover_outside_every_included_zone_does_not_count():
    zones = Zones((Zone(name="gate", polygon=LEFT_HALF),), 320, 180)
    assert zones.where((0.7, 0.2, 0.1, 0.3)) is None


def test_a_foot_inside_is_enough():
    low = ((0.0, 0.8), (1.0, 0.8), (1.0, 1.0), (0.0, 1.0))
    zones = Zones((Zone(name="path", polygon=low),), 320, 180)
    assert zones.where((0.4, 0.1, 0.1, 0.75)) == ("path",)


def test_an_excluded_zone_covers_its_polygon_and_nothing_else():
    zones = Zones((Zone(name="tree", polygon=LEFT_HALF, mode="exclude"),), 320, 180)
    assert zones.excluded is not None
    assert zones.excluded[:, :160].all()
    assert not zones.excluded[:, 160:].any()


def test_a_slanted_border_divides_the_picture_evenly():
    triangle = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
    zones = Zones((Zone(name="roof", polygon=triangle, mode="exclude"),), 320, 180)
    assert zones.excluded is not None
    assert abs(zones.excluded.mean() - 0.5) < 0.01
