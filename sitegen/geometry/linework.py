"""Lines that meet: clipped, noded on one grid, simplified between their nodes, and the cells they enclose."""

from collections.abc import Iterable, Mapping

from sitegen.geometry.globe import Shape
from sitegen.geometry.lazy import np, shapely
from sitegen.geometry.points import Bounds, LngLat


def polyline(points: Iterable[LngLat]) -> Shape:
    """Join points to a line, straight on the flat map."""
    return shapely.LineString(list(points))


def frame(view: Bounds) -> Shape:
    """Return the edge of `view` as a closed line."""
    return shapely.box(*view).exterior


def clipped(shape: Shape, view: Bounds) -> Shape:
    """Cut `shape` to what lies in `view`; quick, and therefore to be called before any union."""
    return shapely.clip_by_rect(shape, *view)


def edges(shape: Shape) -> Shape:
    """Return the rings of a polygonal shape as lines."""
    return shape.boundary


def joined(shapes: Iterable[Shape]) -> Shape:
    """Unite `shapes`; touching lines become one."""
    union = shapely.unary_union(list(shapes))
    return shapely.line_merge(union) if "LineString" in union.geom_type else union


def without_specks(shape: Shape, least: float) -> Shape:
    """Drop the parts and holes of a polygonal shape that are smaller than `least` square degrees."""
    kept = [
        shapely.Polygon(part.exterior, [h for h in part.interiors if shapely.Polygon(h).area >= least])
        for part in shapely.get_parts(shape)
        if shapely.Polygon(part.exterior).area >= least
    ]
    return shapely.MultiPolygon(kept)


def network(groups: Mapping[str, Shape], decimals: int, tolerance: float) -> dict[str, Shape]:
    """Let the lines of all `groups` meet on the grid of `decimals` of a degree, then simplify them together.

    Lines are cut wherever they cross or touch, so that the ends of the stretches stay put while their corners
    move by at most `tolerance` degrees. A stretch goes to the group that is nearest, the first of equals.
    """
    noded = shapely.unary_union(list(groups.values()), grid_size=10.0**-decimals)
    stretches = shapely.get_parts(shapely.line_merge(noded))
    middles = shapely.line_interpolate_point(stretches, 0.5, normalized=True)
    distances = [shapely.distance(group, middles) for group in groups.values()]
    nearest = np.argmin(np.round(distances, decimals + 1), axis=0)
    simple = shapely.transform(shapely.simplify(stretches, tolerance), lambda xy: xy.round(decimals))
    return {name: shapely.MultiLineString(list(simple[nearest == n])) for n, name in enumerate(groups)}


def cells(lines: Iterable[Shape]) -> list[Shape]:
    """Find the polygons that `lines` enclose, in a fixed order; lines may cross and overlap."""
    noded = shapely.unary_union(list(lines))
    polygons = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    return sorted((shapely.normalize(p) for p in polygons), key=lambda p: p.bounds)


def inner_point(shape: Shape) -> Shape:
    """Return some point inside a polygonal shape, quickly."""
    return shapely.point_on_surface(shape)


def touches(a: Shape, b: Shape) -> bool:
    """Whether two shapes share a point."""
    return bool(shapely.intersects(a, b))
