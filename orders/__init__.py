"""What an order and a document are, and how an order lives. Pure: imports nothing else of ours."""
