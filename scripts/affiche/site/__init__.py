"""The intranet: an edition of the catalogue, written by MkDocs through a thin plugin.

The only storey that speaks MkDocs. Posters and rules are made below; what pages look like is in
``theme/``.
"""
