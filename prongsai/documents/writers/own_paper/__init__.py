"""The agency's own paper as a form: what last year's Word report can carry, and this year's written into it."""

from prongsai.documents.writers.own_paper.package import LARGEST
from prongsai.documents.writers.own_paper.paper import OwnColumn, OwnPaper, OwnTable, find
from prongsai.documents.writers.own_paper.write import write

__all__ = ["LARGEST", "OwnColumn", "OwnPaper", "OwnTable", "find", "write"]
