"""What differs between orders and documents: each module one subject, each function one deviation (SPEC section 6)."""
