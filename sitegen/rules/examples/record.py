"""Examples of the rules on the claims, sources and dates of one event."""

from sitegen.rules.examples.example import Example

EXAMPLES = {
    "id-twice": Example(
        """
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1"}, {id: a, publisher: Example Wire, url: "https://wire.example.org/1"}]
""",
        """
claims: [{id: c1, by: residents, says: They ask., sources: [a, b]}]
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1"}, {id: b, publisher: Example Wire, url: "https://wire.example.org/1"}]
""",
    ),
    "claim-unknown": Example(
        "where: [{place: Malka, within: Vadja District, claims: [c2]}]",
        "where: [{place: Malka, within: Vadja District, claims: [c1]}]",
    ),
    "source-unknown": Example(
        "claims: [{id: c1, by: residents, says: They ask., sources: [a, b]}]",
        "claims: [{id: c1, by: residents, says: They ask., sources: [a]}]",
    ),
    "source-unused": Example(
        """
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1"}, {id: b, publisher: Example Wire, url: "https://wire.example.org/1"}]
""",
        """
claims: [{id: c1, by: residents, says: They ask., sources: [a, b]}]
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1"}, {id: b, publisher: Example Wire, url: "https://wire.example.org/1"}]
""",
    ),
    "answer-missing": Example(
        """
claims: [{id: c1, by: residents, says: They ask., sources: [a]},
  {id: c2, by: commission, says: They have news., stance: denies, sources: [a]}]
""",
        """
claims: [{id: c1, by: residents, says: They ask., sources: [a]},
  {id: c2, by: commission, says: They have news., stance: denies, answers: c1, sources: [a]}]
""",
    ),
    "claim-cycle": Example(
        """
claims:
  - {id: c1, by: residents, says: So it is., stance: confirms, answers: c2, sources: [a]}
  - {id: c2, by: commission, says: So it is., stance: confirms, answers: c1, sources: [a]}
""",
        """
claims:
  - {id: c1, by: residents, says: They ask., sources: [a]}
  - {id: c2, by: commission, says: So it is., stance: confirms, answers: c1, sources: [a]}
""",
    ),
    "supersedes-other": Example(
        """
claims: [{id: c1, by: residents, says: They ask., sources: [a]},
  {id: c2, by: commission, says: They ask no more., supersedes: c1, sources: [a]}]
""",
        """
claims: [{id: c1, by: residents, says: They ask., sources: [a]},
  {id: c2, by: residents, says: They ask no more., supersedes: c1, sources: [a]}]
""",
    ),
    "counts-impossible": Example(
        """
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: displaced, total: 46, children: 50}], sources: [a]}
""",
        """
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: displaced, total: 46, children: 20}], sources: [a]}
""",
    ),
    "url-http": Example(
        'sources: [{id: a, publisher: Example Daily, url: "http://daily.example.org/1"}]',
        'sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1"}]',
    ),
    "date-future": Example(
        "over: 2031-01-01",
        "over: 2030-06-01",
    ),
    "date-after-as-of": Example(
        "over: 2031-01-01",
        "over: 2030-06-01",
    ),
    "over-before-start": Example(
        "over: 2030-03-01",
        "over: 2030-05-01",
    ),
    "published-before-event": Example(
        """
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1", published: 2030-03-01}]
""",
        """
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1", published: 2030-05-01}]
""",
    ),
}
