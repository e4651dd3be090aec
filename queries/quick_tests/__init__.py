"""Quick tests that an auditor makes on any table, by name; `queries.quick_tests.run.run` makes one."""

from queries.quick_tests.ageing import TEST as AGEING
from queries.quick_tests.below_threshold import TEST as BELOW_THRESHOLD
from queries.quick_tests.benford import TEST as BENFORD
from queries.quick_tests.declaration import QuickTest
from queries.quick_tests.duplicates import TEST as DUPLICATES
from queries.quick_tests.gaps import TEST as GAPS
from queries.quick_tests.outliers import TEST as OUTLIERS
from queries.quick_tests.round_amounts import TEST as ROUND_AMOUNTS
from queries.quick_tests.similar_names import TEST as SIMILAR_NAMES
from queries.quick_tests.stratify import TEST as STRATIFY
from queries.quick_tests.weekends import TEST as WEEKENDS

TESTS: dict[str, QuickTest] = {
    test.name: test
    for test in (
        DUPLICATES,
        GAPS,
        BENFORD,
        STRATIFY,
        AGEING,
        BELOW_THRESHOLD,
        ROUND_AMOUNTS,
        WEEKENDS,
        OUTLIERS,
        SIMILAR_NAMES,
    )
}
