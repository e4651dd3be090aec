"""整改闭环: findings on their way from the notice to close-out, and what happens after it."""
