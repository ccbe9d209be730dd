"""Assessments to tables, tables to workbooks."""
