from tests.databases import postgresql, store

__all__ = ["postgresql", "store"]
