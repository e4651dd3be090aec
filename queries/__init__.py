"""What is asked: KPI files, the relations they stand on, and the functions that run them. No Streamlit."""
