"""Affiche: internal campaigns as code."""
