"""How many posters a second, beside other ways to make them: ``make benchmarks``.

See README.md here for what is measured and how; the last results are in results.md.
"""
