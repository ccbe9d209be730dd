"""Documents written flat, as fields by name: rows of cells in, documents out. Tables and XML by layout share it."""
