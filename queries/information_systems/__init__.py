"""What is asked of government information systems beside their figures."""
