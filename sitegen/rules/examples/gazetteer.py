"""Examples of the rules on places."""

from sitegen.rules.examples.example import Example

EXAMPLES = {
    "control-side-unknown": Example(
        "control: [{by: arlnd, until: 2030-03, publisher: Example Daily}]",
        "control: [{by: arland, until: 2030-03, publisher: Example Daily}]",
    ),
    "place-outside": Example(
        """
areas/vadja.geojson:
  {type: Polygon, coordinates: [[[11.8, 41.6], [12.1, 41.6], [12.1, 41.8], [11.8, 41.8], [11.8, 41.6]]]}
places/vadja-district.yaml: {area: vadja}
places/malka-vadja.yaml: {point: {lat: 41.71, lon: 12.5}}
""",
        """
areas/vadja.geojson:
  {type: Polygon, coordinates: [[[11.8, 41.6], [12.1, 41.6], [12.1, 41.8], [11.8, 41.8], [11.8, 41.6]]]}
places/vadja-district.yaml: {area: vadja}
places/malka-vadja.yaml: {point: {lat: 41.71, lon: 11.94}}
""",
    ),
    "place-country": Example(
        "country: XB",
        "country: XA",
    ),
    "place-far": Example(
        "point: {lat: 42.52, lon: 11.31}",
        "point: {lat: 41.52, lon: 11.31}",
    ),
    "place-twin": Example(
        """
places/vadja-district.yaml: {point: {lat: 41.5, lon: 11.6}}
places/malka-vadja.yaml: {point: {lat: 41.44, lon: 11.26}}  # beside the other Malka
""",
        "places/malka-vadja.yaml: {point: {lat: 41.71, lon: 11.94}}",
    ),
    "place-source": Example(
        "found: {provider: GeoNames, licence: CC BY 4.0, attribution: GeoNames}",
        "found: {provider: GeoNames, ref: geonames 1, licence: CC BY 4.0, attribution: GeoNames}",
    ),
    "control-source": Example(
        "control: [{by: arland, until: 2030-03, publisher: unknown}]",
        "control: [{by: arland, until: 2030-03, publisher: Example Daily}]",
    ),
    "control-overlap": Example(
        """
control:
  - {by: arland, from: 2030-01-01, until: 2030-05-01, publisher: Example Daily}
  - {by: belmark, from: 2030-03-01, until: 2030-06-01, publisher: Example Daily}
""",
        """
control:
  - {by: arland, from: 2030-01-01, until: 2030-03-01, publisher: Example Daily}
  - {by: belmark, from: 2030-03-01, until: 2030-06-01, publisher: Example Daily}
""",
    ),
    "control-order": Example(
        "control: [{by: arland, from: 2030-05, until: 2030-03, publisher: Example Daily}]",
        "control: [{by: arland, from: 2030-03, until: 2030-05, publisher: Example Daily}]",
    ),
    "place-link-unknown": Example(
        "within: soluna-distrikt",
        "within: soluna-district",
    ),
    "place-cycle": Example(
        "places/soluna-district.yaml: {within: soluna}",
        "places/soluna-district.yaml: {within: upper-oblast}",
    ),
    "place-shape": Example(
        "point:",
        "point: {lat: 41.52, lon: 11.31}",
    ),
    "point-zero": Example(
        "places/upper-oblast.yaml: {point: {lat: 0, lon: 0}}",
        "places/upper-oblast.yaml: {point: {lat: 41.5, lon: 11.5}}",
    ),
    "point-swapped": Example(
        "places/upper-oblast.yaml: {point: {lat: 11.5, lon: 41.5}}",
        "places/upper-oblast.yaml: {point: {lat: 41.5, lon: 11.5}}",
    ),
    "place-homonym": Example(
        """
places/soluna.yaml: {spellings: [Upper Town]}
places/malka-soluna.yaml: {spellings: [Upper Town]}
""",
        """
places/soluna.yaml: {spellings: [Upper Town]}
places/malka-vadja.yaml: {spellings: [Upper Town]}
""",
    ),
    "place-alike": Example(
        """
places/soluna.yaml: {spellings: [Sudzha]}
places/malka-soluna.yaml: {spellings: [Sudja]}
""",
        """
places/soluna.yaml: {spellings: [Sudzha]}
places/malka-vadja.yaml: {spellings: [Sudja]}
""",
    ),
    "area-missing": Example(
        "places/vadja-district.yaml: {area: vadja}",
        """
places/vadja-district.yaml: {area: vadja}
areas/vadja.geojson:
  {type: Polygon, coordinates: [[[11.8, 41.6], [12.1, 41.6], [12.1, 41.8], [11.8, 41.8], [11.8, 41.6]]]}
""",
    ),
    "place-unused": Example(
        "places/vessa.yaml: {name: Vessa, spellings: [], point: {lat: 41.6, lon: 11.4}}",
        """
places/vessa.yaml: {name: Vessa, spellings: [], point: {lat: 41.6, lon: 11.4}}
events/2030/2030-04-families-appeal.yaml: {where: [{place: Vessa}]}
""",
    ),
}
