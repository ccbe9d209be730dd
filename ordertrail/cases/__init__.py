"""What forms a case: orders, and the documents that speak of them."""
