"""Write in the editors' files: begin new ones, repair what has one right answer, tidy their form.

What is wrong is found below; who asks, and what is shown to them, is left to ``cli`` and ``site``.
"""

__all__: list[str] = []
