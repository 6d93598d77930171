"""The site while it is written: each page is made when a browser asks for it.

Built sites are left to the plugin.
"""
