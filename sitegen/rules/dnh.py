"""What must not happen to anyone, and what holds it: rules on what is written, tests on what is shown."""

from typing import NamedTuple


class Duty(NamedTuple):
    """One thing that must not happen: its number, the duty in a sentence, and what holds it.

    `rules` are ids of rules; `proofs` are tests, `file::function` below `tests/`. The sentences are message ids.
    """

    id: str
    words: str
    rules: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()


DUTIES: tuple[Duty, ...] = (
    Duty(
        "DNH-01",
        "No child is named or pictured, even where officials did it.",
        ("name-private", "name-in-id", "name-in-url", "speaker-named", "media-direct"),
    ),
    Duty("DNH-02", "No single person's age stands here.", ("age-single", "birth-single", "extreme-single")),
    Duty("DNH-03", "Nothing about body, health or family singles a person out.", ("health-single", "tie-single")),
    Duty(
        "DNH-04",
        "Only people who speak in office are named, and only those of the register.",
        (
            *("name-private", "name-in-id", "name-in-hidden-url", "names-withheld", "speaker-unknown"),
            *("speaker-named", "speaker-no-office", "office-outside"),
        ),
    ),
    Duty(
        "DNH-05",
        "No position is finer than the place is known, in any file.",
        ("text-coordinates", "map-pin"),
        (
            "test_exports.py::test_no_number_in_any_file_gives_a_place_away",
            "test_exports.py::test_each_precision_has_its_geometry_and_no_finer_decimals",
        ),
    ),
    Duty(
        "DNH-06",
        "Where people are held, hidden or cared for, nothing finer than the district is written.",
        ("sensitive-place", "sensitive-text", "sheltering-place", "street-address"),
    ),
    Duty(
        "DNH-07",
        "A pin stands only where the place is exact; an area holds the place and is the same in each build.",
        (),
        (
            "test_geometry.py::test_the_published_circle_always_holds_the_true_one",
            "test_maps.py::test_columns_say_how_each_place_is_drawn",
            "test_build.py::test_same_input_same_bytes",
        ),
    ),
    Duty(
        "DNH-08",
        "Attacks are told late or coarsely, journeys once they are over, embargoes are kept.",
        ("attack-place", "attack-hour", "journey-open", "embargo-open"),
        ("test_build.py::test_what_is_hidden_is_in_no_file",),
    ),
    Duty(
        "DNH-09",
        "What is risky is read by two people who did not write it.",
        (),
        (
            "test_readers.py::test_a_risky_event_needs_two_who_did_not_write_it",
            "test_readers.py::test_the_last_word_of_each_counts_and_the_author_does_not",
        ),
    ),
    Duty(
        "DNH-10",
        "Every number, blame and route stands in a claim with a source.",
        ("count-unclaimed", "source-unknown", "claim-unknown"),
        ("test_pages_event.py::test_every_claim_stands_in_the_matrix_once",),
    ),
    Duty(
        "DNH-11",
        "The words are neutral, and a title says who says so where one side only does.",
        ("wording", "title-attribution"),
    ),
    Duty(
        "DNH-12",
        "A denial stands beside what it denies.",
        ("answer-missing", "claim-cycle"),
        ("test_pages_event.py::test_a_denial_stands_beside_what_it_denies_and_takes_its_row",),
    ),
    Duty(
        "DNH-13",
        "Reprints confirm nothing; confirmation is computed.",
        ("reprint-unmarked", "archive-missing"),
        (
            "test_verdict.py::test_a_reprint_never_raises_a_level",
            "test_verdict.py::test_a_claim_that_reprints_a_page_of_the_event_never_raises_a_level",
        ),
    ),
    Duty(
        "DNH-14",
        "One to four living people are never counted apart, nor can they be computed.",
        ("small-cell", "small-difference", "small-total", "small-cell-words"),
        ("test_cells.py::test_a_hidden_cell_cannot_be_computed_from_what_is_printed",),
    ),
    Duty(
        "DNH-15",
        "No picture or film of others is shown, and what is graphic is warned of.",
        ("media-direct",),
        (
            "test_markdown.py::test_pictures_stay_out",
            "test_pages_event.py::test_a_source_shows_who_publishes_and_warns",
        ),
    ),
    Duty(
        "DNH-16",
        "People held or just released are not named, shown or quoted.",
        ("custody-withheld", "captive-statement"),
    ),
    Duty(
        "DNH-17",
        "Nobody is told who reads.",
        ("url-http", "link-short", "link-tracked"),
        (
            "test_pages.py::test_every_page_begins_with_its_policy_and_tells_nobody",
            "test_pages.py::test_links_to_elsewhere_do_not_say_where_the_reader_was",
        ),
    ),
    Duty("DNH-18", "Nobody who contributes is named.", ("exception-role", "name-private")),
    Duty(
        "DNH-19",
        "Contributors learn of problems before they send.",
        (),
        (
            *("test_cli.py::*", "test_report.py::*"),
            "test_forms.py::test_a_form_says_what_becomes_public_before_anything_is_asked",
            "test_forms.py::test_a_form_asks_for_nothing_about_a_person",
        ),
    ),
    Duty("DNH-20", "No private account is a source.", ("social-private", "social-unmarked", "contact-handle")),
    Duty(
        "DNH-21",
        "Whoever asks is taken out: a tombstone stays, and nothing else.",
        ("withdrawn-text",),
        (
            "test_build.py::test_what_is_hidden_is_in_no_file",
            "test_pages.py::test_a_withdrawn_entry_leaves_its_id_the_day_and_the_reason",
            "test_pages.py::test_every_foot_says_where_the_site_stands_and_whom_to_write",
        ),
    ),
    Duty(
        "DNH-22",
        "Corrections are dated and can be seen.",
        (),
        ("test_pages_event.py::test_the_page_says_what_happened_what_is_withheld_and_how_to_cite",),
    ),
    Duty(
        "DNH-23",
        "The site says what it watches, and since when.",
        (),
        ("test_pages.py::test_every_list_says_what_is_watched",),
    ),
    Duty(
        "DNH-24",
        "Borders and names take no side.",
        ("control-source", "control-overlap", "place-country"),
        ("test_pages.py::test_a_place_tells_its_names_what_it_lies_in_and_what_happened_inside",),
    ),
    Duty(
        "DNH-25",
        "What contributors write cannot run.",
        (),
        (
            "test_pages.py::test_contributors_words_stay_words",
            "test_markdown.py::test_html_is_text",
            "browser/test_map.py::test_attacks_stay_words",
        ),
    ),
    Duty(
        "DNH-26",
        "No way to find or reach a private person is written down.",
        (
            *("contact-phone", "contact-email", "contact-handle"),
            *("paper-number", "plate", "bank-number", "street-address"),
        ),
    ),
)
