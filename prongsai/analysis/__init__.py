"""Many agencies at once: answers of a whole country to scores, and scores to summaries.

The engines (DuckDB here, Spark on a cluster) count, in whole numbers, by the same Ibis expressions; scores are made of
the counts exactly, so that every engine and the core agree to the last digit. Scores are whole hundredths (9765 is
97.65), as in ``prongsai.core.country.hundredths``. Nothing here is loaded by importing the package: it needs the extra
``analysis`` only where it is used.
"""
