"""备份: everything a bureau needs to go on elsewhere, in one file that says what is in it.

See docs/adr/0025-one-file-backups.md.
"""

from data.backup.failures import BackupError
from data.backup.manifest import Manifest
from data.backup.reading import check
from data.backup.restoring import Restored, restore
from data.backup.writing import write_backup

__all__ = ["BackupError", "Manifest", "Restored", "check", "restore", "write_backup"]
