"""出库审批: a file that somebody wants to take out of the data room, from asking to taking.

The file waits under outputs/ of the warehouse until another person decides; granted, its asker takes it once,
which writes the receipt ledger. See docs/adr/0019-rows-that-leave.md.
"""

from data.data_room.outputs.asking import ask_output
from data.data_room.outputs.deciding import grant_output, refuse_output
from data.data_room.outputs.files import outputs_folder, sweep_outputs
from data.data_room.outputs.preview import first_rows
from data.data_room.outputs.requests import (
    DECIDING,
    OutputError,
    OutputRequest,
    ReadDataset,
    WantedOutput,
    check_no_secret,
    may_preview,
    own_requests,
    requests_to_decide,
)
from data.data_room.outputs.taking import take_output, taken_file
from data.data_room.outputs.withdrawing import withdraw_output

__all__ = [
    "DECIDING",
    "OutputError",
    "OutputRequest",
    "ReadDataset",
    "WantedOutput",
    "ask_output",
    "check_no_secret",
    "first_rows",
    "grant_output",
    "may_preview",
    "outputs_folder",
    "own_requests",
    "refuse_output",
    "requests_to_decide",
    "sweep_outputs",
    "take_output",
    "taken_file",
    "withdraw_output",
]
