/* One kind's events: each place drawn as large as it is uncertain, once for all the events it is shared by. */
(function () {
  'use strict';
  const {svg, unpack, circle, pane, of} = FC.map;
  const HATCH = {region: 16, country: 32};

  /* Add the layer `id` of FC.data to `group`, a layer of `map`. */
  FC.map.events = function (map, group, id) {
    const data = FC.data[id];
    if (!data) return;
    const layer = {id, group, data, events: [], paths: [], spots: []};
    const state = of(map);
    layer.order = state.layers.push(layer) - 1;
    layer.events = events(data, layer);
    shapes(map, layer, visits(layer));
    group.on('add remove', () => { hatch(map, layer); map.fire('fc:changed'); });
    if (map.hasLayer(group)) { hatch(map, layer); map.fire('fc:changed'); }
  };

  function events(data, layer) {
    const {id, rank, title, date, level, disputed} = data.events;
    return id.map((name, i) => ({id: name, rank: rank[i], title: title[i], date: date[i], level: level[i],
      disputed: Boolean(disputed[i]), layer, visits: [], shapes: []}));
  }

  /* An event at one of its places, in one role. */
  function visits(layer) {
    const {event, place, role, known} = layer.data.at;
    return event.map((index, at) => {
      const visit = {event: layer.events[index], place: place[at], role: role[at], known: known[at]};
      visit.event.visits.push(visit);
      return visit;
    });
  }

  function shapes(map, layer, all) {
    const columns = layer.data.shapes, drawn = new Map();
    columns.at.forEach((at, i) => {
      const {event} = all[at];
      const shape = {form: columns.form[i], lng: columns.lng[i], lat: columns.lat[i], size: columns.size[i],
        whole: columns.whole[i], event, visit: all[at]};
      const key = JSON.stringify([shape.form, shape.lng, shape.lat, shape.size, shape.whole]);
      event.shapes.push(shape);
      if (shape.lng !== null) layer.spots.push(shape);
      if (!drawn.has(key)) drawn.set(key, draw(map, layer, shape));
      const path = drawn.get(key);
      if (path) path.events.push(event);
    });
  }

  function draw(map, layer, shape) {
    const line = path(map, layer, shape);
    if (!line) return null;
    layer.group.addLayer(line);
    const drawn = {line, events: [], form: shape.form, lng: shape.lng};
    layer.paths.push(drawn);
    return drawn;
  }

  function path(map, layer, {form, lng, lat, size, whole, visit}) {
    if (form === 'pin') return null;
    const look = {renderer: renderer(map), pane: 'fc-areas', interactive: false, smoothFactor: 1,
      className: 'fc-shape fc-' + form + (wide(visit) === 'country' ? ' fc-country-area' : '') + (whole ? ' fc-whole' : '') + ' k-' + layer.id};
    if (form === 'line') return L.polyline(size.map(([x, y]) => [y, x]), look);
    if (form !== 'outline') return L.polygon(circle(lng, lat, size), Object.assign(look, {smoothFactor: 0.2}));
    const outline = (FC.outlines || {})[size];
    if (!outline) return null;
    if (!whole) look.fillColor = 'url(#' + hatchId(map, layer, wide(visit)) + ')';
    return L.polygon(outline.map(rings => rings.map(unpack)), look);
  }

  function renderer(map) {
    const state = of(map);
    pane(map, 'fc-areas', 'areas');
    return state.renderer = state.renderer || L.svg({pane: 'fc-areas', padding: 0.5});
  }

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

  /* Light up what belongs to the event with this id, or nothing. */
  FC.map.light = function (map, id) {
    of(map).lit = id;
    of(map).layers.forEach(layer => layer.paths.forEach(({line, events: all}) => {
      const element = line.getElement();
      if (element) element.classList.toggle('fc-lit', all.some(event => event.id === id));
    }));
    map.fire('fc:lit');
  };
})();
