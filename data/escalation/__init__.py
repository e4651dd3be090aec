"""督办升级: what persons decide on proposed rungs, the letters that follow, and what is answered."""
