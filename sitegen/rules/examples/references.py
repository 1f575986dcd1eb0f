"""Examples of the rules on ids, toponyms and the folder as a whole."""

from sitegen.rules.examples.example import Example

EXAMPLES = {
    "kind-unknown": Example(
        "kind: apeal",
        "kind: appeal",
    ),
    "side-unknown": Example(
        "looked: [{side: arlnd, until: 2030-05-01}]",
        "looked: [{side: arland, until: 2030-05-01}]",
    ),
    "speaker-side-unknown": Example(
        "side: arlnd",
        "side: arland",
    ),
    "speaker-unknown": Example(
        "claims: [{id: c1, by: resident, says: They ask., sources: [a]}]",
        "claims: [{id: c1, by: residents, says: They ask., sources: [a]}]",
    ),
    "office-body-unknown": Example(
        "offices: [{title: Commissioner, of: comission}]",
        "offices: [{title: Commissioner, of: commission}]",
    ),
    "event-unknown": Example(
        "related: [2030-02-aid-convoi]",
        "related: [2030-02-aid-convoy]",
    ),
    "story-event-unknown": Example(
        "steps: [{text: They came back., event: 2030-05-03-soluna-retrun}, {text: To it., place: Soluna}]",
        "steps: [{text: They came back., event: 2030-05-03-soluna-return}, {text: To it., place: Soluna}]",
    ),
    "event-cycle": Example(
        "part_of: 2030-05-03-soluna-return  # which is part of this one",
        "part_of: 2030-02-aid-convoy",
    ),
    "id-numbers": Example(
        "events/2030/2030-06-news-of-46-people.yaml: {when: 2030-06}",
        "events/2030/2030-06-news-of-people.yaml: {when: 2030-06}",
    ),
    "office-order": Example(
        "offices: [{title: Commissioner, from: 2029-05}, {title: Deputy, from: 2029-04, until: 2029-01}]",
        "offices: [{title: Commissioner, from: 2029-05}, {title: Deputy, from: 2029-01, until: 2029-04}]",
    ),
    "event-twin": Example(
        "events/2030/2030-04-families-ask.yaml: {}",
        "events/2030/2030-04-families-ask.yaml: {related: [2030-04-families-appeal]}",
    ),
    "place-unknown": Example(
        "where: [{place: Salona}]",
        "where: [{place: Soluna}]",
    ),
    "story-place-unknown": Example(
        "steps: [{text: To Soluna., place: Soluna}, {text: To this town., place: Salona}]",
        "steps: [{text: To this town., place: Soluna}]",
    ),
    "place-ambiguous": Example(
        "where: [{place: Malka}]",
        "where: [{place: Malka, within: Vadja District}]",
    ),
    "where-form": Example(
        "where: [{role: origin}]",
        "where: [{role: origin, precision: undisclosed}]",
    ),
    "vocabulary-twice": Example(
        """
sides.yaml:
  sides:
    - {id: arland, label: Arland, role: party}
    - {id: arland, label: Army of Arland, role: party}
    - {id: belmark, label: Belmark, role: party}
    - {id: residents, label: Residents, role: witness}
""",
        """
sides.yaml:
  sides:
    - {id: arland, label: Arland, role: party}
    - {id: army, label: Army of Arland, role: party}
    - {id: belmark, label: Belmark, role: party}
    - {id: residents, label: Residents, role: witness}
""",
    ),
    "group-unknown": Example(
        "kinds.yaml: {groups: [{id: movement, label: Movement}]}",
        "kinds.yaml: {groups: [{id: movement, label: Movement}, {id: help, label: Help}]}",
    ),
    "view-order": Example(
        "site.yaml: {view: {west: 14, south: 40, east: 10, north: 43}}",
        "site.yaml: {view: {west: 10, south: 40, east: 14, north: 43}}",
    ),
}
