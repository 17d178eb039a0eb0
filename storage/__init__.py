"""What is remembered: tables, transactions, sealed fields and files."""
