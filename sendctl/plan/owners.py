"""owners.yaml and people.yaml: who does things. Everything else refers to these by key."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from sendctl.plan.audience import Personal, Public
from sendctl.plan.base import BodyKey, Item, PostKey
from sendctl.plan.scalars import AS_TEXT, Dated, Id, OneOrListSchema, Text


class BodyKind(StrEnum):
    """What sort of organisation a body is."""

    COUNCIL = "council"
    HEALTH = "health"
    SCHOOL = "school"
    PARENTS = "parents"
    GOVERNMENT = "government"
    OTHER = "other"


class Body(Item):
    """An organisation or group: a council, an integrated care board, a parent carer forum."""

    name: Public[Text]
    kind: Public[BodyKind] = BodyKind.OTHER
    since: Public[Dated | None] = Field(None, alias="from")
    """From when it exists; written `from`. Integrated care boards: from 1 July 2022."""
    until: Public[Dated | None] = None
    """Its last day. Clinical commissioning groups: 30 June 2022."""
    successor: Public[BodyKey | None] = None
    """The body that took over."""
    note: Text | None = None


class Post(Item):
    """A job, not a person: people change, posts stay."""

    title: Public[Text]
    body: Public[BodyKey | None] = None
    """The body it belongs to."""
    since: Public[Dated | None] = Field(None, alias="from")
    until: Public[Dated | None] = None
    note: Text | None = None


class OwnersFile(Item):
    """owners.yaml: bodies and posts, in one key space."""

    bodies: Public[dict[Id, Body]] = {}
    posts: Public[dict[Id, Post]] = {}

    def name_of(self, key: str) -> str:
        """The name of a body or the title of a post; the key itself when it is neither."""
        if key in self.posts:
            return self.posts[key].title
        return self.bodies[key].name if key in self.bodies else key

    def body_of(self, key: str) -> str | None:
        """The key of the body that a post belongs to; a body belongs to itself."""
        if key in self.bodies:
            return key
        return self.posts[key].body if key in self.posts else None

    def with_posts(self, key: str) -> set[str]:
        """A body with all its posts; a post, or any other key, alone."""
        return {key, *(post for post, one in self.posts.items() if one.body == key)}


class Holder(Item):
    """Who holds a post, and when. Personal data."""

    name: Personal[Text]
    since: Personal[Dated | None] = Field(None, alias="from")
    until: Personal[Dated | None] = None


def _holders(value: object) -> object:
    """One name, one holder, or a list of holders."""
    if isinstance(value, str):
        return [{"name": value}]
    return [value] if isinstance(value, dict) else value


_Holders = Annotated[tuple[Holder, ...], BeforeValidator(_holders), OneOrListSchema(), AS_TEXT]


class PeopleFile(Item):
    """people.yaml: the names of post holders, by post; can be kept out of the repository."""

    people: Personal[dict[PostKey, _Holders]] = {}
