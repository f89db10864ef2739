"""What an overseer asks of the scores of many agencies, as Ibis expressions: the same on DuckDB and on Spark.

Every figure is a whole number, mostly hundredths of a score, made of whole numbers: no engine can round otherwise.
"""
