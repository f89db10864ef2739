"""What is frozen is read again as it was, in the same bytes for ever."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from prongsai.core.publication.canonical import UnknownSchema, canonical, read, sha256_of
from prongsai.core.publication.content import SCHEMA, Content
from tests.core.publication.made import CONTENT, contents

#: The hash of CONTENT as schema 1 froze it. It never changes: what was published under it must stay provable.
FROZEN = "c7909bc994bd7b6b6cdc38740c2fc6fdffce29c668f4b293b1b2ab5316e85105"


@given(contents)
def test_it_is_read_again_as_it_was(content: Content) -> None:
    assert read(canonical(content)) == content


@given(contents)
def test_the_same_content_is_the_same_bytes(content: Content) -> None:
    assert canonical(read(canonical(content))) == canonical(content)


@given(contents, contents)
def test_other_content_is_other_bytes(one: Content, other: Content) -> None:
    assert (canonical(one) == canonical(other)) == (one == other)


def test_the_form_of_schema_1_has_not_changed() -> None:
    assert sha256_of(canonical(CONTENT)) == FROZEN


def test_a_newer_schema_is_refused() -> None:
    value = json.loads(canonical(CONTENT)) | {"schema": SCHEMA + 1}
    with pytest.raises(UnknownSchema):
        read(json.dumps(value))
