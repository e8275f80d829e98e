"""Applicant tracking, for the applicant: one person's whole job search in one private file."""

__version__ = "0.1.0"
