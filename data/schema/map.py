"""一张图: the layers that are installed under the projects of the map."""

from sqlalchemy import BigInteger, ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Key, Moment, Name, Words


class MapLayer(Base):
    """底图图层: a file of shapes below layers/ of the run-time folder, with what has to stand under a map.

    A layer that is replaced keeps its row and its file as an older version of its name; one that is removed
    keeps its rows only.
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
    version: Mapped[int] = mapped_column(Integer, server_default="1")  # of the layers of this name


class ModelRunLayer(Base):
    """Which version of which layer a run was held against."""

    __tablename__ = "model_run_layer"
    __table_args__ = (UniqueConstraint("model_run_id", "map_layer_id"),)

    model_run_layer_id: Mapped[Key]
    model_run_id: Mapped[int] = mapped_column(ForeignKey("model_run.model_run_id"))
    map_layer_id: Mapped[int] = mapped_column(ForeignKey("map_layer.map_layer_id"))
