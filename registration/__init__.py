"""What are the rules: which answers are taken, who is entitled, what a case may become? Plain Python only."""
