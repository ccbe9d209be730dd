"""What people ask of the store: orders, deviations, files. Read page by page, each page in a transaction of its own, so
that a long list holds nobody up."""
