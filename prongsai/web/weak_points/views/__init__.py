"""Pages of weak points."""

from prongsai.web.weak_points.views.making import make
from prongsai.web.weak_points.views.ranked import weak_points
from prongsai.web.weak_points.views.what_if import what_if_page

__all__ = ["make", "weak_points", "what_if_page"]
