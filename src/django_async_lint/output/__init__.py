"""The outputs: each module holds one function from a report to text."""
