"""The reviewer over files and Readings: facts, year and country are put together, and findings are told."""

from prongsai.documents.review.reviewing import review_reading

__all__ = ["review_reading"]
