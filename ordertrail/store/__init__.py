"""The database: facts that never change, derivations that can be made anew at any time, and questions asked of both."""
