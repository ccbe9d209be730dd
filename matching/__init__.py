"""Orders, documents, decisions and policy to assessments."""
