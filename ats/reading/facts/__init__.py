"""Single facts: work mode, employment type, places, years, education, teams, dates, references."""
