"""The database: facts that never change, derivations that can be made anew at any time, and the questions asked of both."""
