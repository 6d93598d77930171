"""Say what machine and which releases a result was measured with."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.chromium import find_chromium

_PACKAGES = ("typst", "pillow", "weasyprint", "reportlab", "playwright")


def conditions() -> str:
    """Return machine, load and releases as a list in Markdown."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return "\n".join(
        (
            f"- {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
            f"- load before the first round: {load:.1f}",
            f"- Python {platform.python_version()}, {', '.join(map(_release, _PACKAGES))}, "
            f"{_chromium()}",
        )
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _release(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"no {package}"


def _chromium() -> str:
    path = find_chromium()
    if path is None:
        return "no Chromium"
    said = subprocess.run([path, "--version"], capture_output=True, encoding="utf-8", check=False)
    return " ".join(said.stdout.split()[:2])
