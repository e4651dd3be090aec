"""What a row of each register states: one module per register, with one function `state(book, row)`.

It returns the main record of the row and raises RowRefusedError for what cannot be. Which fields there are,
and which have to be filled in, its TOML file says; by what a record is known again, the module's first line.
"""
