"""投资项目: from files with places to projects, their places and their dated facts."""
