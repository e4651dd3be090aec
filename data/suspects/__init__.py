"""疑点 on their way: registered, issued, checked, answered, and what they become."""
