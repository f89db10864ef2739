"""Questionnaires as YAML: those that are shipped, those that an agency brings, and writing one out to begin with."""

from prongsai.questionnaires.loader import UnknownQuestionnaire, load, parse, read
from prongsai.questionnaires.start import to_yaml

__all__ = ["UnknownQuestionnaire", "load", "parse", "read", "to_yaml"]
