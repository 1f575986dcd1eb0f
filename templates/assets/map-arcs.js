/* Movements: an arc from each place to the next that is named, in the order origin, stay, transit, handover, destination. */
(function () {
  'use strict';
  const {svg, of, kept, shown} = FC.map;
  const STAGES = ['origin', 'stay', 'transit', 'handover', 'destination'];
  /* More arcs than FEW are only drawn for the event that is lit; more pairs than PAIRS between two stages, only the first of each. */
  const FEW = 60, PAIRS = 12, STEPS = 20, BEND = 0.16;

  FC.map.movements = function (map, group) {
    of(map).arcs = new Map();
    map.on('fc:changed fc:lit', ({type}) => draw(map, group, type === 'fc:changed'));
    group.on('add', () => draw(map, group, true));
  };

  /* The steps of one event, between different points, where two stages at least are known. */
  function legs(event) {
    if (event.legs) return event.legs;
    const by = new Map(), found = event.legs = [];
    event.shapes.forEach(shape => {
      const {role} = shape.visit;
      if (shape.lng === null || !STAGES.includes(role)) return;
      if (!by.has(role)) by.set(role, new Map());
      by.get(role).set(shape.lng + ' ' + shape.lat, shape);
    });
    const stages = STAGES.filter(role => by.has(role)).map(role => [...by.get(role).values()]);
    for (let i = 1; i < stages.length; i++) {
      const few = stages[i - 1].length * stages[i].length <= PAIRS;
      const [starts, ends] = few ? [stages[i - 1], stages[i]] : [stages[i - 1].slice(0, 1), stages[i].slice(0, 1)];
      starts.forEach(from => ends.forEach(to => { if (from.lng !== to.lng || from.lat !== to.lat) found.push([from, to]); }));
    }
    return found;
  }

  /* Every arc of some events by its layer and ends, with the events that share it; null where they are too many. */
  function arcsOf(events, most) {
    const found = new Map();
    for (const event of events) {
      for (const [from, to] of legs(event)) {
        const key = [event.layer.id, from.lng, from.lat, to.lng, to.lat].join(' ');
        if (!found.has(key)) found.set(key, {layer: event.layer, from, to, events: []});
        found.get(key).events.push(event);
        if (found.size > most) return null;
      }
    }
    return found;
  }

  function wanted(map, state) {
    const keep = kept(), on = shown(map);
    const seen = arcsOf((function* each() { for (const layer of on) for (const event of layer.events) if (keep(event)) yield event; })(), FEW);
    state.few = Boolean(seen);
    return seen;
  }

  function ofLit(map, {lit, byId}) {
    const keep = kept(), on = new Set(shown(map));
    const events = [...lit || []].map(id => byId.get(id)).filter(event => event && on.has(event.layer) && keep(event));
    return arcsOf(events, FEW) || new Map();
  }

  /* A quadratic curve on the map's own plane: it says "from here to there", and no road looks like it. */
  function arc(map, {layer, from, to}) {
    const a = map.project([from.lat, from.lng], 8), b = map.project([to.lat, to.lng], 8);
    const bend = L.point((a.x + b.x) / 2 - (b.y - a.y) * BEND, (a.y + b.y) / 2 + (b.x - a.x) * BEND), curve = [];
    for (let i = 0; i <= STEPS; i++) {
      const t = i / STEPS, s = 1 - t;
      curve.push(map.unproject([s * s * a.x + 2 * s * t * bend.x + t * t * b.x, s * s * a.y + 2 * s * t * bend.y + t * t * b.y], 8));
    }
    return L.polyline(curve, {renderer: FC.map.renderer(map), pane: 'fc-areas', interactive: false, smoothFactor: 0.5,
      noClip: true, className: 'fc-arc k-' + layer.id});
  }

  /* Where there are many, only those of what is lit. */
  function draw(map, group, changed) {
    const state = of(map), {arcs, lit} = state;
    if (!state.ready) return;
    if (changed) state.wanted = wanted(map, state);
    const show = state.few ? state.wanted : ofLit(map, state);
    arcs.forEach((line, key) => { if (!show.has(key)) { group.removeLayer(line); arcs.delete(key); } });
    show.forEach((made, key) => {
      const line = arcs.get(key) || arc(map, made);
      if (!arcs.has(key)) group.addLayer(line);
      arcs.set(key, line);
      const path = line.getElement();
      if (!path) return;
      path.setAttribute('marker-end', 'url(#' + tip(map, made.layer) + ')');
      path.classList.toggle('fc-lit', Boolean(lit && made.events.some(event => lit.has(event.id))));
    });
  }

  /* The point of an arc in its kind's colour, drawn once for each kind. */
  function tip(map, layer) {
    const id = map.getContainer().id + '-tip-' + layer.order, home = FC.map.renderer(map)._container;
    if (!home.querySelector('#' + CSS.escape(id))) {
      home.prepend(svg('defs', {}, svg('marker', {id, class: 'k-' + layer.id, viewBox: '0 0 10 10', refX: 10, refY: 5,
        markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse', orient: 'auto'},
      svg('path', {class: 'fc-tip', d: 'M0 1L10 5L0 9z'}))));
    }
    return id;
  }
})();
