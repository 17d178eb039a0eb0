"""What stands in for Telegram in tests and demonstrations? A strict Bot API server with a web page."""
