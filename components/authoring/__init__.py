"""编写模型: the desk of texts, the editor of one, its trial, and its review."""
