"""坐标与空间: coordinate systems, metres and hectares, and what lies upon what.

Positions are kept in CGCS2000 degrees, longitude before latitude; WGS-84 is taken as the same, the two differ
by less than a metre in China. Metres and hectares are always measured in a metre projection (metres.py).
"""
