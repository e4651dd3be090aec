"""Whom an audit of economic responsibility is about: who left, else who is longest in the post."""

import random
from datetime import date, timedelta

from data.demo.officials import DemoPost

_LOOK_BACK = timedelta(days=540)
_TURNS = 4  # of four units whose leaders stay, one is looked at each year
_TOGETHER = 0.55  # share of audits of a place that take both sides


class AuditedPosts:
    """Chooses posts project after project, in the order of the plans; nobody is audited twice in a term."""

    def __init__(self, posts: list[DemoPost]) -> None:
        self._dice = random.Random("audited posts")  # noqa: S311 - invented audits
        self._of_unit: dict[int, list[DemoPost]] = {}
        self._audited: set[int] = set()
        for post in posts:
            if not post.is_audit_exempt:
                self._of_unit.setdefault(post.unit_id, []).append(post)

    def in_need(self, year: int) -> set[int]:
        """Units whose leaders the plan of that year has to look at: somebody left, or is there for years."""
        first, last = date(year - 1, 4, 1), date(year, 4, 1)
        today, long = date(year, 1, 1), date(year - 1, 7, 1)
        found = set()
        for unit_id, posts in self._of_unit.items():
            waiting = [post for post in posts if post.post_id not in self._audited]
            has_left = any(post.end_date and first <= post.end_date < last for post in waiting)
            is_turn = unit_id % _TURNS == year % _TURNS
            stays = any(
                post.start_date < long and (post.end_date is None or post.end_date > today)
                for post in waiting
            )
            if has_left or (is_turn and stays):
                found.add(unit_id)
        return found

    def answering_for_resources(self, year: int) -> set[int]:
        """Units with somebody in the post at the beginning of that year who answers for natural resources."""
        today = date(year, 1, 1)
        return {unit_id for unit_id in self._of_unit if self.resources(unit_id, today)}

    def economic(self, unit_id: int, entry: date) -> tuple[DemoPost, ...]:
        """The posts that a project entering on that day audits: one, or both sides of a place, or none."""
        known = [post for post in self._of_unit.get(unit_id, []) if post.start_date < entry]
        waiting = [post for post in known if post.post_id not in self._audited]
        left = [post for post in waiting if post.end_date and entry - _LOOK_BACK <= post.end_date <= entry]
        held = [post for post in waiting if post.end_date is None or post.end_date > entry]
        choice = sorted(left, key=lambda post: post.start_date) or sorted(
            held, key=lambda post: post.start_date
        )
        if not choice:
            return ()
        found = [choice[0]]
        partner = next((post for post in waiting if _are_partners(post, choice[0])), None)
        if partner and self._dice.random() < _TOGETHER:
            found.append(partner)
        self._audited |= {post.post_id for post in found}
        return tuple(found)

    def resources(self, unit_id: int, entry: date) -> tuple[DemoPost, ...]:
        """The posts of the unit held on that day that answer for natural resource assets."""
        posts = self._of_unit.get(unit_id, [])
        return tuple(
            post
            for post in posts
            if post.has_resource_duty
            and post.start_date < entry
            and (post.end_date is None or post.end_date > entry)
        )


def _are_partners(one: DemoPost, other: DemoPost) -> bool:
    if one.pair_code is None or one.pair_code != other.pair_code or one.leader_side == other.leader_side:
        return False
    return (one.end_date is None or other.start_date < one.end_date) and (
        other.end_date is None or one.start_date < other.end_date
    )
