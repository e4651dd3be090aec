"""模型运行: what a run found, its pictures, its hits, and the rows that prove one."""
