/* The marks: one real button for each place, and one for several that would touch, with how many of each kind. What
   they look like is painted on one canvas under them: ten thousand events are a few hundred buttons and one picture. */
(function () {
  'use strict';
  const {el, say, of, kept, shown, tell} = FC.map;
  /* How near two marks may come, in pixels: a mark with a number is wider than it is high. */
  const WIDE = 46, HIGH = 31;

  /* Keep the map's marks in step with its layers, view and zoom. */
  FC.map.marks = function (map) {
    const state = of(map);
    Object.assign(state, {groups: [], marks: new Map(), stale: true});
    FC.map.faces(map);
    map.on('fc:changed', () => regroup(map));
    map.on('zoomend', () => { state.stale = true; });
    map.on('moveend resize', () => (state.stale ? regroup(map) : refresh(map)));
    map.on('fc:lit', () => light(map));
  };

  /* Which groups of sites there are now. Places closer than a finger's width share a mark, at the newest event's. */
  function regroup(map) {
    const state = of(map), {sites, on} = FC.map.sites(map), zoom = map.getZoom(), grid = new Map(), {scale} = state.faces;
    if (!state.ready) return;
    state.stale = false;
    state.groups = [];
    sites.forEach(site => {
      const first = site.spots.find(on);
      site.group = null;
      if (first === undefined) return;
      if (site.zoom !== zoom) Object.assign(site, {zoom, at: map.project([site.lat, site.lng])});
      const near = nearest(grid, site.at, scale);
      const group = site.group = near || {head: site, sites: [], rank: first >> 8, tally: null};
      group.sites.push(site);
      group.rank = Math.min(group.rank, first >> 8);
      if (near) return;
      state.groups.push(group);
      const cell = cellOf(site.at.x, site.at.y, scale);
      if (grid.has(cell)) grid.get(cell).push(group);
      else grid.set(cell, [group]);
    });
    state.groups.sort((a, b) => a.rank - b.rank);
    refresh(map);
  }

  const cellOf = (x, y, scale) => Math.floor(x / WIDE / scale) * 1e6 + Math.floor(y / HIGH / scale);

  function nearest(grid, at, scale) {
    for (let i = -1; i < 2; i++) {
      for (let j = -1; j < 2; j++) {
        const found = (grid.get(cellOf(at.x + i * WIDE * scale, at.y + j * HIGH * scale, scale)) || [])
          .find(({head}) => Math.abs(head.at.x - at.x) < WIDE * scale && Math.abs(head.at.y - at.y) < HIGH * scale);
        if (found) return found;
      }
    }
    return null;
  }

  /* Put the groups in and near the view on the map in the order of the list; what stays keeps its button. */
  function refresh(map) {
    const state = of(map), view = map.getBounds().pad(0.3), keep = new Map();
    const held = [...state.marks.values()].find(made => made.button === document.activeElement);
    state.groups.forEach(group => {
      if (!view.contains([group.head.lat, group.head.lng])) return;
      group.tally = group.tally || FC.map.tally(map, group);
      const made = state.marks.get(group.head) || make(map, group);
      keep.set(group.head, made);
      state.marks.delete(group.head);
      update(map, made, group);
    });
    state.marks.forEach(({button}) => button.remove());
    state.marks = keep;
    order(map, [...keep.values()], held && keep.has(held.group.head) ? held.button : null);
    if (held && !keep.has(held.group.head)) focus(map, held.group.tally.first.id);
    light(map);
    state.boxes = boxes(map, keep);
    state.faces.paint();
    map.fire('fc:drawn');
  }

  /* Buttons stand in the order of the list. The one that has the focus stays: moving it would take the focus away. */
  function order(map, all, held) {
    const home = map.getPane('markerPane');
    let next = null;
    all.reverse().forEach(({button}) => {
      if (!button.isConnected || button.nextSibling !== next && button !== held) home.insertBefore(button, next);
      next = button;
    });
  }

  function boxes(map, keep) {
    const {x, y} = map.containerPointToLayerPoint([0, 0]);
    return [...keep.values()].map(({x: left, y: top, face: {wide, pinned, unit}}) => [left - x - wide / 2 + 3,
      top - y - (pinned ? 35 : 12) * unit, left - x + wide / 2 - 3, top - y + (pinned ? 0 : 12 * unit)]);
  }

  function make(map, {head}) {
    const button = el('button', {type: 'button', class: 'fc-mark'}), made = {button, head, group: null, said: '', looks: '', lit: false};
    L.DomEvent.on(button, 'click dblclick', L.DomEvent.stop);
    L.DomEvent.on(button, 'click', () => FC.map.card(map, FC.map.eventsOf(map, made.group), button, made.group));
    const on = () => tell('fc:focus', {events: made.ids = FC.map.eventsOf(map, made.group).map(event => event.id), from: 'map'});
    const off = () => { if (made.ids) tell('fc:blur', {events: made.ids, from: 'map'}); };
    ['mouseenter', 'focus'].forEach(kind => button.addEventListener(kind, on));
    ['mouseleave', 'blur'].forEach(kind => button.addEventListener(kind, off));
    return made;
  }

  /* Give the button the place, the size and the name that its group has now. */
  function update(map, made, group) {
    const {tally} = group, face = of(map).faces.face(tally), {x, y} = map.latLngToLayerPoint([made.head.lat, made.head.lng]);
    const {wide, pinned, unit} = face, high = (pinned ? 38 : 30) * unit, looks = [x, y, wide, high, pinned, tally.n > 1].join(' ');
    Object.assign(made, {group, face, x, y});
    if (made.looks !== looks) {
      Object.assign(made.button.style, {left: x - wide / 2 + 'px', top: y - (pinned ? high : high / 2) + 'px', width: wide + 'px', height: high + 'px', zIndex: Math.round(y) + 1e5});
      made.button.classList.toggle('fc-many', tally.n > 1);
      made.button.classList.toggle('fc-pin', pinned);
      made.looks = looks;
    }
    const name = tally.n > 1 ? crowd(tally) : said(tally.first);
    if (made.said !== name) made.button.setAttribute('aria-label', made.said = name);
  }

  const said = event => [event.title, event.date, FC.map.verdict(event)].join(', ');
  const crowd = ({n, first, kinds}) => say('here', {n}) + ': ' + said(first) +
    (kinds.length > 1 || n > 2 ? '; ' + kinds.map(kind => kind.layer.data.label + ' ' + kind.n).join(', ') : '');

  FC.map.verdict = event => say('level.' + event.level) + (event.disputed ? ', ' + say('disputed') : '');

  /* Mark what stands for a lit event. */
  function light(map) {
    const state = of(map), groups = new Set();
    if (state.lit) state.lit.forEach(id => (state.byId.get(id) || {shapes: []}).shapes.forEach(({site}) => { if (site) groups.add(site.group); }));
    state.marks.forEach(made => {
      const lit = groups.has(made.group);
      if (lit !== made.lit) made.button.classList.toggle('fc-lit', made.lit = lit);
    });
    state.faces.soon();
  }

  /* The mark that stands for an event, if its place is in view; focus its button where one is asked for. */
  FC.map.markOf = (map, id) => {
    const {byId, marks} = of(map), event = byId.get(id);
    const shape = event && event.shapes.find(({site}) => site && site.group && marks.has(site.group.head));
    return shape ? marks.get(shape.site.group.head) : null;
  };

  function focus(map, id) {
    const made = FC.map.markOf(map, id);
    if (made) made.button.focus({preventScroll: true});
  }
})();
