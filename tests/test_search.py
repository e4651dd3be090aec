"""What is written is found by its words, by whoever may see it, on both engines, and by nobody else."""

from contextlib import suppress
from datetime import date, datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.engine import reading, writing
from data.schema import Attachment, Finding, ModelNote, Region, SearchStale, SearchText, Unit
from data.search.entry import Entry
from data.search.segment import words
from data.search.settling import settle
from data.search.upkeep import rebuild, verify
from queries.filters import EVERYTHING, Scope
from queries.search.highlighting import pieces
from queries.search.rules import enter_shipped
from queries.search.searching import Results, search
from queries.search.wanted import Group, Narrowed, wanted
from tests.ledger_rows import add_finding, add_house
from tests.team_rows import FIRST, add_auditor, add_document, add_entry

_DAY = date(2025, 6, 30)
_DAY_TIME = datetime(2025, 6, 30, 1)  # noqa: DTZ001 as the database keeps moments


def _ask(connection: Connection, typed: str, scope: Scope = EVERYTHING, **narrowed: object) -> Results:
    return search(connection, scope, typed, Narrowed(**narrowed), _DAY)  # type: ignore[arg-type]


def _found(connection: Connection, typed: str, scope: Scope = EVERYTHING, **narrowed: object) -> list[str]:
    return [
        each.ref_id for each in _ask(connection, typed, scope, **narrowed).found if each.kind == "finding"
    ]


def _write_some(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
        add_finding(
            connection,
            title="未公开招标直接发包",
            description="工程合同金额1,080.89万元",
            finding_code="WT-2026-0031",
        )
        add_finding(connection, project=2, title="往来款长期挂账未清理", legal_basis="会计法第十七条")
        add_finding(
            connection,
            project=2,
            title="超标准列支招待费",
            description="王府井路改造，依据市审发〔2026〕12号",
        )


def test_words_are_found_as_they_are_written(engine: Engine) -> None:
    _write_some(engine)
    with reading(engine) as connection:
        cases = {
            "招标": ["1"],  # within 公开招标
            "发包 招标": ["1"],  # in any order
            "发包 挂账": [],  # all words have to be there
            "“直接发包”": ["1"],
            "“发包直接”": [],
            "wt-2026": ["1"],  # a code by its beginning
            "2026-0031": ["1"],  # or from a part of it on
            "1080.89": ["1"],
            "1,080.89": ["1"],  # as it is written
            "〔2026〕12号": ["3"],
            "〔2026〕1号": [],
            "王府井": ["3"],  # a name that may be in no dictionary
            "账": ["2"],  # one character of a title
            "单位2": ["2", "3"],
            "会计法": ["2"],
        }
        for typed, expected in cases.items():
            assert sorted(_found(connection, typed)) == sorted(expected), typed
        assert verify(connection).is_right


def test_the_index_follows_every_change_in_its_transaction(engine: Engine) -> None:
    _write_some(engine)
    with writing(engine) as connection:
        connection.execute(update(Finding).where(Finding.finding_id == 1).values(title="虚列支出"))
        connection.execute(update(Unit).where(Unit.unit_id == 2).values(name="市园林局"))
        connection.execute(delete(Finding).where(Finding.finding_id == -1))
    with reading(engine) as connection:
        assert _found(connection, "虚列支出") == ["1"]
        assert _found(connection, "直接发包") == []
        assert sorted(_found(connection, "园林")) == ["2", "3"]
        assert connection.scalar(select(SearchStale.search_stale_id)) is None
    with suppress(RuntimeError), writing(engine) as connection:
        connection.execute(update(Finding).where(Finding.finding_id == 1).values(title="不该留下"))
        assert settle(connection) == 1
        raise RuntimeError
    with reading(engine) as connection:
        assert _found(connection, "虚列支出") == ["1"]
        assert _found(connection, "不该留下") == []
    # A hand that goes past the program is noticed by verify, and put right by a rebuild.
    with writing(engine) as connection:
        connection.execute(delete(SearchText).where(SearchText.ref_id == "1", SearchText.kind == "finding"))
        proof = verify(connection)
        assert proof.kinds["finding"] == (2, 3, 1)
        assert not proof.is_right
        rebuild(connection)
        assert verify(connection).is_right


def test_documents_the_diary_and_the_names_of_files_are_found_by_who_may_see_them(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
        finding = add_finding(connection, title="往来款挂账")
        letter = add_document(
            connection,
            "收〔2025〕7号",
            _DAY,
            None,
            [("assigned", _DAY, {"section_code": "S2"})],
            title="报送函",
        )
        add_auditor(connection, FIRST)
        entry = add_entry(connection, FIRST, _DAY, 8)
        corrected = add_entry(connection, FIRST, _DAY, 6, replaces=entry)
        for subject, number, name in (("finding", finding, "银行回单.pdf"), ("document", letter, "底稿.pdf")):
            connection.execute(
                insert(Attachment).values(
                    subject=subject,
                    subject_id=number,
                    file_name=name,
                    sha256="0" * 64,
                    size_bytes=1,
                    added_by="a",
                    added_at=_DAY_TIME,
                )
            )
    with reading(engine) as connection:

        def found(typed: str, scope: Scope = EVERYTHING) -> list[tuple[str, str]]:
            return [(each.kind, each.ref_id) for each in _ask(connection, typed, scope).found]

        assert found("银行回单") == [("finding", str(finding))]
        assert found("底稿") == found("报送函") == [("office_document", str(letter))]
        assert found("收〔2025〕7号", Scope(section="S2")) == [("office_document", str(letter))]
        assert found("报送函", Scope(section="S1")) == found("报送函", Scope(region="990101")) == []
        assert found(f"队员{FIRST}") == [("diary_entry", str(corrected))]
        assert found(f"队员{FIRST}", Scope(section="S1", sees_staff=True)) == [
            ("diary_entry", str(corrected))
        ]
        assert found(f"队员{FIRST}", Scope()) == found(f"队员{FIRST}", Scope(section="S1")) == []
        assert _ask(connection, f"队员{FIRST}", Scope(), kind="diary_entry").counts["diary_entry"] == 0
        assert verify(connection).is_right


def test_a_region_that_moves_has_what_lies_in_it_read_again_and_nothing_else(engine: Engine) -> None:
    _write_some(engine)
    with writing(engine) as connection:
        connection.execute(update(Region).where(Region.region_code == "990101").values(parent_code="990102"))
        stale = {*connection.scalars(select(SearchStale.ref_id).where(SearchStale.kind == "finding"))}
        assert stale == {"1"}
    with reading(engine) as connection:
        assert sorted(_found(connection, "招标", Scope(region="990102"))) == ["1"]
        assert verify(connection).is_right


def test_a_word_without_end_is_kept_and_found_by_its_beginning(engine: Engine) -> None:
    endless = "a1" + "b" * 5000
    with writing(engine) as connection:
        add_house(connection)
        add_finding(connection, title="密钥", description=f"证据 {endless}")
    with reading(engine) as connection:
        assert _found(connection, "证据") == ["1"]
        assert _found(connection, endless) == ["1"]
        assert _found(connection, "a1bbb") == ["1"]
        assert _found(connection, "a1bc") == []


def test_a_text_of_nothing_but_codes_and_long_words_fits_what_postgresql_keeps() -> None:
    codes = " ".join(f"{number:08d}-{number:032d}" for number in range(9_000))
    keys = " ".join(f"{number:06d}{'k' * 100}" for number in range(9_000))
    for told in (codes, keys, f"{codes} {keys}", "k" * 200_000):
        entry = Entry("finding", "1", "凭证", (("Description", told),))
        assert len(entry.as_vector().encode()) < 2**20


def test_a_bound_reader_finds_and_counts_the_own_things_alone(engine: Engine) -> None:
    _write_some(engine)
    with writing(engine) as connection:
        # Texts that look like the marks of a place, or like the language of the search, are texts.
        marks = connection.scalars(select(SearchText.words).where(SearchText.ref_id == "1")).first()
        assert "_r" in str(marks)
        add_finding(connection, project=2, title="_open _r393930313031 _kfinding 招标")
        connection.execute(
            insert(ModelNote).values(
                model_code="M04",
                kind="case_story",
                title="一次招标案例",
                words="招标",
                author="a",
                written_at=_DAY_TIME,
            )
        )
    with reading(engine) as connection:
        own, other = Scope(region="990101"), Scope(region="990102", section="S2")
        assert sorted(_found(connection, "招标")) == ["1", "4"]
        assert _found(connection, "招标", own) == ["1"]
        assert _ask(connection, "招标", own).counts["finding"] == 1
        assert _found(connection, "招标", other) == ["4"]
        assert _found(connection, "招标", Scope(section="S3")) == []
        assert _found(connection, "招标", Scope(region="990000"), year=2023) == ["1"]
        assert _ask(connection, "招标", Scope(section="S3")).counts["case"] == 1  # a case is everybody's
        assert _found(connection, "招标", region="990102") == ["4"]
        for hostile in ('") OR "_open', "' | '_open':*", "招标*) OR (", "NEAR(招标 包)", "\x00招标\\"):
            assert set(_found(connection, hostile, own)) <= {"1"}, hostile


def test_rules_of_the_program_are_found(sqlite_engine: Engine) -> None:
    enter_shipped(sqlite_engine)
    assert enter_shipped(sqlite_engine) == 0  # the same again writes nothing
    with reading(sqlite_engine) as connection:
        results = _ask(connection, "招标投标法", kind="rule")
        assert results.counts["rule"] > 1
        assert results.found[0].ref_id.startswith("law/")


def test_words_and_what_is_asked_are_cut_alike() -> None:
    assert words("ＧＺ２０２６，审减率１，０８０") == ["gz", "2026", "审", "减", "率", "1080"]
    assert wanted("审减率") == (Group(("审", "减", "率")),)
    assert wanted("  “” , 的 ") == ()
    assert wanted("2026年预算") == (Group(("2026",)), Group(("预算",)))
    assert wanted("M02") == (Group(("m", "02"), is_begun=True),)


def test_hits_are_marked_as_pieces_and_never_as_markup() -> None:
    made = pieces("<b>政府采购</b>程序，1,080.89万元", wanted("政府 采购 1080.89"))
    assert [each.words for each in made if each.is_hit] == ["政府采购", "1,080.89"]
    assert "".join(each.words for each in made) == "<b>政府采购</b>程序，1,080.89万元"
