"""督办升级 asked: letters and decisions as a reader may see them."""
