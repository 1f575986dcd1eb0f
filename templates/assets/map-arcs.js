/* Movements: an arc from each place to the next that is named, in the order origin, stay, transit, handover, destination. */
(function () {
  'use strict';
  const {svg, of, kept, shown, pane} = FC.map;
  const STAGES = ['origin', 'stay', 'transit', 'handover', 'destination'];
  /* More arcs than FEW are only drawn for the event that is lit; more pairs than PAIRS between two stages, only the first of each. */
  const FEW = 120, PAIRS = 12, STEPS = 20, BEND = 0.16;

  FC.map.movements = function (map, group) {
    const state = of(map), all = new Map();
    state.arcs = [];
    state.layers.forEach(layer => layer.events.forEach(event => legs(event).forEach(([from, to]) => {
      const key = [layer.id, from.lng, from.lat, to.lng, to.lat].join(' ');
      if (!all.has(key)) all.set(key, {layer, from, to, line: null, events: [], on: false});
      all.get(key).events.push(event);
    })));
    state.arcs = [...all.values()];
    map.on('fc:changed fc:lit', () => draw(map, group));
    group.on('add', () => draw(map, group));
    draw(map, group);
  };

  /* The steps of one event, between different points, where two stages at least are known. */
  function legs(event) {
    const stages = STAGES.map(role => points(event, role)).filter(found => found.length), found = [];
    for (let i = 1; i < stages.length; i++) {
      const few = stages[i - 1].length * stages[i].length <= PAIRS;
      const [starts, ends] = few ? [stages[i - 1], stages[i]] : [stages[i - 1].slice(0, 1), stages[i].slice(0, 1)];
      starts.forEach(from => ends.forEach(to => { if (from.lng !== to.lng || from.lat !== to.lat) found.push([from, to]); }));
    }
    return found;
  }

  function points(event, role) {
    const found = new Map();
    event.shapes.forEach(shape => {
      if (shape.visit.role === role && shape.lng !== null) found.set(shape.lng + ' ' + shape.lat, shape);
    });
    return [...found.values()];
  }

  /* A quadratic curve on the map's own plane: it says "from here to there", and no road looks like it. */
  function arc(map, {layer, from, to}) {
    const a = map.project([from.lat, from.lng], 8), b = map.project([to.lat, to.lng], 8);
    const bend = L.point((a.x + b.x) / 2 - (b.y - a.y) * BEND, (a.y + b.y) / 2 + (b.x - a.x) * BEND), curve = [];
    for (let i = 0; i <= STEPS; i++) {
      const t = i / STEPS, s = 1 - t;
      curve.push(map.unproject([s * s * a.x + 2 * s * t * bend.x + t * t * b.x, s * s * a.y + 2 * s * t * bend.y + t * t * b.y], 8));
    }
    pane(map, 'fc-areas', 'areas');
    return L.polyline(curve, {renderer: of(map).renderer, pane: 'fc-areas', interactive: false, smoothFactor: 0.5,
      noClip: true, className: 'fc-arc k-' + layer.id});
  }

  function draw(map, group) {
    const state = of(map), keep = kept(), on = new Set(shown(map)), {lit} = state;
    const wanted = state.arcs.filter(({layer, events}) => on.has(layer) && events.some(keep));
    const many = wanted.length > FEW, show = new Set(wanted.filter(({events}) => !many || lit && events.some(event => lit.has(event.id))));
    state.arcs.forEach(made => {
      const now = show.has(made);
      if (now === made.on && !now) return;
      made.line = made.line || arc(map, made);
      if (now !== made.on) group[now ? 'addLayer' : 'removeLayer'](made.line);
      made.on = now;
      const path = now && made.line.getElement();
      if (!path) return;
      path.setAttribute('marker-end', 'url(#' + tip(map, made.layer) + ')');
      path.classList.toggle('fc-lit', Boolean(lit && made.events.some(event => lit.has(event.id))));
    });
  }

  /* The point of an arc in its kind's colour, drawn once for each kind. */
  function tip(map, layer) {
    const id = map.getContainer().id + '-tip-' + layer.order, home = of(map).renderer._container;
    if (!home.querySelector('#' + CSS.escape(id))) {
      home.prepend(svg('defs', {}, svg('marker', {id, class: 'k-' + layer.id, viewBox: '0 0 10 10', refX: 10, refY: 5,
        markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse', orient: 'auto'},
      svg('path', {class: 'fc-tip', d: 'M0 1L10 5L0 9z'}))));
    }
    return id;
  }
})();
