"""What a job search is: records, rules and sums. Pure; standard library only."""
