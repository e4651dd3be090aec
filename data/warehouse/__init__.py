"""The warehouse: every version of every dataset as Parquet files in the run-time folder.

A version is visible by its row in dataset_version alone. Its files are written under incoming/, synced to the
disk, moved into place, and only then is the row committed, in one transaction with its event and its line of
the collection ledger. Nothing that was committed is ever overwritten. See
docs/adr/0013-versions-of-datasets.md.
"""

from data.warehouse.arrival import Arrival, StoredColumn
from data.warehouse.cleaning import RemovedDataset, clean, removed_datasets
from data.warehouse.committing import commit_version
from data.warehouse.failures import WarehouseAwayError, WarehouseError, in_clear_words
from data.warehouse.folders import warehouse
from data.warehouse.removing import remove_dataset, restore_dataset
from data.warehouse.staging import Staging, keep_original, name_original, stage, sweep
from data.warehouse.verifying import Fault, verify
from data.warehouse.versions import (
    DatasetFacts,
    Version,
    dataset,
    files_of,
    newest,
    original_of,
    quarantine_of,
    relation_of,
    unread_of,
    versions,
)

__all__ = [
    "Arrival",
    "DatasetFacts",
    "Fault",
    "RemovedDataset",
    "Staging",
    "StoredColumn",
    "Version",
    "WarehouseAwayError",
    "WarehouseError",
    "clean",
    "commit_version",
    "dataset",
    "files_of",
    "in_clear_words",
    "keep_original",
    "name_original",
    "newest",
    "original_of",
    "quarantine_of",
    "relation_of",
    "remove_dataset",
    "removed_datasets",
    "restore_dataset",
    "stage",
    "sweep",
    "unread_of",
    "verify",
    "versions",
    "warehouse",
]
