"""How the share of a core is given out: important first, by what looking really costs, and without flapping."""

from collections.abc import Iterable

from mat_than_engine.model import CameraState, StreamFacts
from mat_than_engine.reports import CameraFigures, CameraStatus
from mat_than_engine.roles.budget import CALM_S, Budget
from mat_than_engine.roles.placing import CAMERAS_PER_SHARD, place
from mat_than_engine.seeing.profile import Profile, cost_share
from mat_than_engine.settings import CameraSettings, WatchSettings

SUB = StreamFacts(codec="h264", width=640, height=360, fps=15.0)
QUICK = cost_share(SUB, "quick")
ECONOMY = cost_share(SUB, "economy")


def camera(name: str, *, important: bool = False, profile: str = "auto", detect: bool = True) -> CameraSettings:
    watch = WatchSettings(profile=profile)  # type: ignore[arg-type]  # a test's own words
    return CameraSettings(
        camera_id=name, name=name, main_url="x", sub_url="y", important=important, watch=watch, detect=detect
    )


def cameras(names: Iterable[str]) -> list[CameraSettings]:
    return [camera(name) for name in names]


def status(name: str, facts: StreamFacts) -> CameraStatus:
    return CameraStatus(camera_id=name, state=CameraState.LIVE, main=facts, sub=facts)


def figures(name: str, share: float, profile: str) -> CameraFigures:
    return CameraFigures(
        camera_id=name, fps=15, looks_per_s=1, cpu_share=share, buffered_s=5, packets_dropped=0, packets_corrupt=0,
        profile=profile,
    )  # fmt: skip


def run(budget: Budget, shares: dict[Profile, float], from_s: int, to_s: int) -> list[tuple[int, str, Profile]]:
    """Cameras that cost this much on their profiles, every ten seconds; who changed when."""
    changed = []
    for now_s in range(from_s, to_s, 10):
        for name in ("a", "b", "c"):
            profile = budget.profile_of(name)
            if profile is not None:
                budget.see_figures(figures(name, shares[profile], profile), now_s)
        changed += [(now_s, name, profile) for name, profile in budget.changes(now_s).items()]
    return changed


def test_each_gets_the_quickest_that_fits_in_the_owners_order() -> None:
    budget = Budget()
    budget.configure(cameras("abc"), QUICK + 2 * ECONOMY)
    assert budget.changes(0) == {"a": "quick", "b": "economy", "c": "economy"}
    assert budget.changes(1) == {}


def test_of_many_the_first_look_quickest_and_the_last_most_frugally() -> None:
    budget = Budget()
    budget.configure(cameras(map(str, range(64))), 0.25)
    profiles = list(budget.changes(0).values())
    assert profiles[0] == "quick"
    assert profiles[-1] == "economy"
    order = ["quick", "balanced", "economy"]
    assert [order.index(profile) for profile in profiles] == sorted(order.index(profile) for profile in profiles)


def test_important_ones_are_served_first() -> None:
    budget = Budget()
    budget.configure([camera("a"), camera("b", important=True), camera("c")], QUICK + 2 * ECONOMY)
    assert budget.changes(0) == {"a": "economy", "b": "quick", "c": "economy"}


def test_what_an_owner_chose_is_paid_for_and_left_alone() -> None:
    budget = Budget()
    budget.configure([camera("a", profile="quick"), camera("b"), camera("c", detect=False)], QUICK + ECONOMY)
    assert budget.changes(0) == {"b": "economy"}
    assert budget.profile_of("a") is None
    assert budget.profile_of("c") is None


def test_a_larger_stream_than_thought_is_shared_out_anew_at_once() -> None:
    budget = Budget()
    budget.configure(cameras("ab"), 2 * QUICK)
    assert budget.changes(0) == {"a": "quick", "b": "quick"}
    budget.see_status(status("a", StreamFacts(codec="hevc", width=3840, height=2160, fps=25)))
    assert budget.changes(1)["a"] != "quick"


def test_a_frame_rate_that_wavers_is_no_reason() -> None:
    budget = Budget()
    budget.configure(cameras("ab"), 2 * QUICK)
    budget.changes(0)
    for fps in (14.2, 15.9, 13.8, 15.0):
        budget.see_status(status("a", StreamFacts(codec="h264", width=640, height=360, fps=fps)))
        assert not budget.anew


def test_what_costs_more_than_thought_is_slowed_and_not_quickened_again_soon() -> None:
    budget = Budget()
    budget.configure(cameras("abc"), 3 * QUICK)
    assert set(budget.changes(0).values()) == {"quick"}
    changed = run(budget, {"quick": 2 * QUICK, "balanced": 0.3 * QUICK, "economy": 0.2 * QUICK}, 10, 1800)
    assert changed
    assert all(profile != "quick" for _, _, profile in changed)
    assert len(changed) <= 3
    spent = sum({"quick": 2.0, "balanced": 0.3, "economy": 0.2}[budget.profile_of(name) or "quick"] for name in "abc")
    assert spent <= 3.5


def test_a_little_over_the_budget_is_let_be() -> None:
    budget = Budget()
    budget.configure(cameras("abc"), 3 * QUICK)
    budget.changes(0)
    assert run(budget, {"quick": 1.1 * QUICK, "balanced": ECONOMY, "economy": ECONOMY}, 10, 1800) == []


def test_a_night_of_cheap_pictures_makes_room_once_all_is_calm() -> None:
    budget = Budget()
    budget.configure(cameras("abc"), 2 * QUICK + ECONOMY)
    assert budget.changes(0)["c"] != "quick"
    changed = run(budget, {"quick": 0.3 * QUICK, "balanced": 0.2 * QUICK, "economy": ECONOMY}, 10, 900)
    assert (budget.profile_of("a"), budget.profile_of("b"), budget.profile_of("c")) == ("quick", "quick", "quick")
    assert [name for _, name, _ in changed] == ["c"]
    assert changed[0][0] > CALM_S


def test_one_moment_of_motion_changes_nothing() -> None:
    budget = Budget()
    budget.configure(cameras("abc"), 3.1 * QUICK)
    budget.changes(0)
    for now_s in range(30, 300, 10):
        budget.see_figures(figures("a", 1.5 * QUICK if now_s == 100 else QUICK, "quick"), now_s)
        assert budget.changes(now_s) == {}


def test_cameras_stay_in_their_shard_when_others_come_and_go() -> None:
    first = place([f"c{number}" for number in range(16)], {}, cores=4)
    assert set(first.values()) == {0}
    more = place([f"c{number}" for number in range(17)], first, cores=4)
    assert {name: number for name, number in more.items() if name in first} == first
    assert more["c16"] == 1
    fewer = place(["c16", "c3"], more, cores=4)
    assert fewer == {"c16": 1, "c3": 0}


def test_there_are_as_many_shards_as_cores_at_most_evenly_filled() -> None:
    placed = place([f"c{number}" for number in range(64)], {}, cores=2)
    assert sorted(placed.values()).count(0) == 32
    assert set(placed.values()) == {0, 1}
    assert len(set(place([f"c{n}" for n in range(CAMERAS_PER_SHARD)], {}, cores=16).values())) == 1
    assert place([], {}, cores=1) == {}
