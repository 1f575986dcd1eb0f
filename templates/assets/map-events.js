/* One kind's events: each place drawn as large as it is uncertain, once for all the events it is shared by. */
(function () {
  'use strict';
  const {svg, unpack, circle, pane, of, kept} = FC.map;
  /* Of more shapes than these only those are drawn that are in view and large enough to be seen beside their mark. */
  const MANY = 1500, SEEN = 9;
  const HATCH = {region: 16, country: 32};

  /* Add the layer `id` of FC.data to `group`, a layer of `map`. */
  FC.map.events = function (map, group, id) {
    const data = FC.data[id];
    if (!data) return;
    const layer = {id, group, data, events: [], paths: [], spots: []};
    const state = of(map);
    layer.order = state.layers.push(layer) - 1;
    layer.events = events(data, layer);
    layer.events.forEach(event => state.byId.set(event.id, event));
    shapes(state, layer, visits(layer));
    layer.unplaced = layer.events.filter(event => !event.shapes.length);
    group.on('add remove', () => FC.map.changed(map));
    if (state.layers.length === 1) map.on('fc:changed', () => all(map)).on('moveend', () => all(map, true));
    if (map.hasLayer(group)) FC.map.changed(map);
  };

  /* Draw what belongs to an event that is shown; `moved`: only where the view decides what is drawn. */
  function all(map, moved) {
    const state = of(map), keep = kept(), many = state.layers.reduce((sum, layer) => sum + layer.paths.length, 0) > MANY;
    if (!state.ready || moved && !many) return;
    const zoom = map.getZoom();
    state.circles = [];
    state.layers.forEach(layer => layer.paths.forEach(drawn => {
      const on = (!many || !drawn.round || seen(map, drawn, zoom)) && drawn.events.some(keep);
      if (on && many && drawn.round) return void (map.hasLayer(layer.group) && state.circles.push(drawn));
      if (on === drawn.on) return;
      drawn.on = on;
      layer.group[on ? 'addLayer' : 'removeLayer'](lineOf(map, drawn));
    }));
    if (many) paint(map);
    state.layers.forEach(layer => hatch(map, layer));
    if (state.lit) FC.map.light(map, state.lit);
  }

  function paint(map) {
    const state = of(map);
    state.paint = state.paint || FC.map.circles(map);
    state.paint(state.circles);
  }

  function seen(map, drawn, zoom) {
    const bounds = FC.map.boundsOf(map, drawn);
    return (bounds.getEast() - bounds.getWest()) / 360 * 256 * 2 ** zoom > 2 * SEEN;
  }

  /* Made when it is first drawn: most of ten thousand are never seen. */
  const lineOf = (map, drawn) => (drawn.line = drawn.line || path(map, drawn.layer, drawn.shape));

  /* Around a circle without making it. */
  FC.map.boundsOf = (map, drawn) => {
    const {lng, lat, size} = drawn.shape;
    drawn.bounds = drawn.bounds || (drawn.round ? L.latLng(lat, lng).toBounds(2 * size) : lineOf(map, drawn).getBounds());
    return drawn.bounds;
  };

  /* A column of few words. */
  const spelt = ({words, of: which}) => which.map(i => words[i]);

  function events(data, layer) {
    const {id, rank, title, date, disputed} = data.events, level = spelt(data.events.level);
    return id.map((name, i) => ({id: name, rank: rank[i], title: title[i], date: date[i], level: level[i],
      disputed: Boolean(disputed[i]), layer, visits: [], shapes: []}));
  }

  /* An event at one of its places, in one role. */
  function visits(layer) {
    const {event} = layer.data.at, [place, role, known] = ['place', 'role', 'known'].map(name => spelt(layer.data.at[name]));
    return event.map((index, at) => {
      const visit = {event: layer.events[index], place: place[at], role: role[at], known: known[at]};
      visit.event.visits.push(visit);
      return visit;
    });
  }

  function shapes(state, layer, all) {
    const {at, lng, lat, size, whole} = layer.data.shapes, form = spelt(layer.data.shapes.form), wide = new Map();
    at.forEach((visit, i) => {
      const {event} = all[visit], round = form[i] !== 'line' && form[i] !== 'outline';
      const shape = {form: form[i], lng: lng[i], lat: lat[i], size: size[i], whole: whole[i], event, visit: all[visit], site: null};
      event.shapes.push(shape);
      if (shape.lng !== null) {
        layer.spots.push(shape);
        shape.site = FC.map.siteOf(state, shape);
      }
      if (shape.form === 'pin' || shape.form === 'outline' && !(FC.outlines || {})[shape.size]) return;
      const alike = round ? shape.site.drawn : wide.get(String(shape.size)) || [];
      let drawn = alike.find(other => other.layer === layer && same(other.shape, shape));
      if (!drawn) {
        layer.paths.push(drawn = {layer, shape, line: null, on: false, events: [], form: shape.form, lng: shape.lng, round});
        alike.push(drawn);
        if (!round) wide.set(String(shape.size), alike);
      }
      drawn.events.push(event);
    });
  }

  const same = (a, b) => a.form === b.form && String(a.size) === String(b.size) && a.whole === b.whole && a.lng === b.lng && a.lat === b.lat;

  function path(map, layer, {form, lng, lat, size, whole, visit}) {
    const look = {renderer: renderer(map), pane: 'fc-areas', interactive: false, smoothFactor: 1,
      className: 'fc-shape fc-' + form + (wide(visit) === 'country' ? ' fc-country-area' : '') + (whole ? ' fc-whole' : '') + ' k-' + layer.id};
    if (form === 'line') return L.polyline(size.map(([x, y]) => [y, x]), look);
    if (form !== 'outline') return L.polygon(circle(lng, lat, size), Object.assign(look, {smoothFactor: 0.2}));
    if (!whole) look.fillColor = 'url(#' + hatchId(map, layer, wide(visit)) + ')';
    return L.polygon(FC.outlines[size].map(rings => rings.map(unpack)), look);
  }

  /* What draws shapes and arcs. */
  const renderer = FC.map.renderer = map => {
    const state = of(map);
    pane(map, 'fc-areas', 'areas');
    return state.renderer = state.renderer || L.svg({pane: 'fc-areas', padding: 0.5});
  };

  const wide = visit => (visit.known === 'country' ? 'country' : 'region');
  const hatchId = (map, layer, width) => map.getContainer().id + '-' + width + '-' + layer.order;

  /* Each kind's lines are moved along a little, so that hatchings of one area lie beside each other; in a country
     they stand further apart. */
  function hatch(map, layer) {
    const home = of(map).renderer && of(map).renderer._container;
    if (!home || home.querySelector('#' + CSS.escape(hatchId(map, layer, 'region')))) return;
    home.prepend(svg('defs', {}, ...Object.keys(HATCH).map(width => {
      const step = HATCH[width], x = 1 + (layer.order * 6) % step;
      return svg('pattern', {id: hatchId(map, layer, width), class: 'k-' + layer.id, width: step, height: step,
        patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
      svg('path', {class: 'fc-hatch', d: 'M' + x + ' 0V' + step}));
    })));
  }

  /* Light up what belongs to the event with this id, or to several of them, or (null) to none. */
  FC.map.light = function (map, ids) {
    const state = of(map), lit = state.lit = ids && new Set([].concat(ids));
    state.layers.forEach(layer => layer.paths.forEach(({line, on, events: all}) => {
      const element = on && line.getElement();
      if (element) element.classList.toggle('fc-lit', lit !== null && all.some(event => lit.has(event.id)));
    }));
    if (state.paint) state.paint(state.circles);
    map.fire('fc:lit');
  };
})();
