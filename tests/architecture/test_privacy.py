"""Every model says what is personal, and for how long it is kept."""

from __future__ import annotations

from collections import Counter

import pytest
from django.apps import apps
from django.db import models

CLASSES = ("public", "internal", "personal", "sealed")
OURS = [model for model in apps.get_models() if model.__module__.startswith("prongsai.")]


def test_there_are_models_to_look_at() -> None:
    assert OURS


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_classifies_every_field_once(model: type[models.Model]) -> None:
    # Looked up in the class itself: a declaration inherited from a parent says nothing of the child's fields.
    declared = vars(model).get("Privacy")
    assert declared, f"{model._meta.label} has no nested class Privacy"
    named = Counter(field for kind in CLASSES for field in getattr(declared, kind))
    fields = {field.name for field in model._meta.concrete_fields}
    assert set(named) == fields, {"unclassified": fields - set(named), "unknown": set(named) - fields}
    assert not [field for field, times in named.items() if times > 1], "a field has one class"


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_says_how_long_its_rows_are_kept(model: type[models.Model]) -> None:
    retention = vars(model)["Privacy"].retention
    assert isinstance(retention, str)
    assert len(retention) > 5, "say it in words: 'as long as the plan'"


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_person_is_never_public(model: type[models.Model]) -> None:
    named = vars(model)["Privacy"].public
    people = [f.name for f in model._meta.concrete_fields if f.related_model is apps.get_model("accounts", "Person")]
    assert not set(people) & set(named), "who did it is personal"
