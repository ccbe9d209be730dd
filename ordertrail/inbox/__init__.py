"""The inbox protocol: how a file is noticed, left alone until it is complete, taken by one process alone, and cleared.

scan → settle → claim → (archive, read, record) → clear, and a sweep for what a crash left behind. `names` says what the
files are called on the way.
"""
