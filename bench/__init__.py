"""Benchmarks, one command: `python -m bench` (or `make bench`)."""
