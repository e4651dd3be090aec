"""What is asked of datasets: what there is, its rows, its columns, what a version changed."""
