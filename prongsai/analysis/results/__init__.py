"""Published results of many agencies, from a table: every row is read, or refused by row and column.

``load_results(path)`` for CSV and Parquet; ``read_results(rows)`` for rows that somebody else read, such as a sheet.
"""

from prongsai.analysis.results.cells import Cell
from prongsai.analysis.results.load import load_results
from prongsai.analysis.results.read import Results, RowFault, read_results

__all__ = ["Cell", "Results", "RowFault", "load_results", "read_results"]
