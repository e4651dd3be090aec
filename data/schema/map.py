"""一张图: the layers that are installed under the projects of the map."""

from sqlalchemy import BigInteger, Integer
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Key, Moment, Name, Words


class MapLayer(Base):
    """底图图层: a file of shapes below layers/ of the run-time folder, with what has to stand under a map.

    The row stays when the layer is removed, its file does not.
    """

    __tablename__ = "map_layer"

    map_layer_id: Mapped[Key]
    name: Mapped[Name]
    kind: Mapped[Code]  # codes.py MAP_LAYER_KIND
    source: Mapped[Name]  # 底图数据来源
    approval_number: Mapped[Name | None]  # 审图号; none where nobody gave one
    declared_system: Mapped[Words]  # code of the coordinate system in which the file came
    file_name: Mapped[Name]
    brought_sha256: Mapped[Code]  # of the file as it came
    sha256: Mapped[Code]  # of the file that is kept, which carries it as its name
    features: Mapped[int] = mapped_column(Integer)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    added_by: Mapped[Name]
    added_at: Mapped[Moment]
    removed_by: Mapped[Name | None]
    removed_at: Mapped[Moment | None]
