"""Tables: CSV and XLSX, read through one model."""
