"""整改闭环: the next steps of findings, one or many, and the work that waits for somebody."""
