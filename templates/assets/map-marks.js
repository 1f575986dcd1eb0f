/* The marks: one real button for each place, and one for several that would touch, with how many of each kind. */
(function () {
  'use strict';
  const {el, say, mark, of, kept, shown, tell} = FC.map;
  /* How near two marks may come, in pixels: a mark with a number is wider than it is high. */
  const WIDE = 46, HIGH = 31, FACES = 3;

  const Button = L.Icon.extend({
    options: {iconSize: [30, 30], iconAnchor: [15, 15]},
    createIcon() {
      this._setIconStyles(this.options.button, 'icon');
      return this.options.button;
    },
    createShadow() { return null; },
  });

  /* Keep the map's marks in step with its layers, view and zoom. */
  FC.map.marks = function (map) {
    const state = of(map);
    state.groups = [];
    state.marks = new Map();
    map.on('fc:changed zoomend', () => regroup(map));
    map.on('moveend resize', () => refresh(map));
    map.on('fc:lit', () => state.marks.forEach(made => light(map, made)));
    map.whenReady(() => regroup(map));
  };

  /* Every point at which something is drawn, the newest event's first; spots of one place share one. */
  function sites(map) {
    const state = of(map);
    if (state.sites && state.sites.layers === state.layers.length) return state.sites;
    const found = new Map(), spots = [].concat(...state.layers.map(layer => layer.spots));
    spots.sort((a, b) => a.event.rank - b.event.rank).forEach(spot => {
      const key = spot.lng + ' ' + spot.lat;
      if (found.has(key)) found.get(key).spots.push(spot);
      else found.set(key, {lng: spot.lng, lat: spot.lat, spots: [spot], zoom: null, at: null});
    });
    state.sites = Object.assign([...found.values()], {layers: state.layers.length});
    return state.sites;
  }

  /* Places closer than a finger's width share a mark, which stands at the newest event's. */
  function regroup(map) {
    const state = of(map), keep = kept(), on = new Set(shown(map)), zoom = map.getZoom(), grid = new Map();
    state.groups = [];
    state.on = spot => on.has(spot.event.layer) && keep(spot.event);
    sites(map).forEach(site => {
      let rank = -1, sum = 0, n = 0;
      site.spots.forEach(spot => {
        if (!state.on(spot)) return;
        if (!n++) rank = spot.event.rank;
        sum = (Math.imul(sum, 31) + spot.event.rank) | 0;
      });
      if (!n) return;
      if (site.zoom !== zoom) Object.assign(site, {zoom, at: map.project([site.lat, site.lng])});
      const near = nearest(grid, site.at);
      const group = near || {at: site.at, lng: site.lng, lat: site.lat, sites: [], rank, sum: 0, n: 0};
      group.sites.push(site);
      group.n += n;
      group.sum = (Math.imul(group.sum, 31) + sum) | 0;
      group.rank = Math.min(group.rank, rank);
      if (near) return;
      state.groups.push(group);
      const cell = cellOf(site.at.x, site.at.y);
      if (grid.has(cell)) grid.get(cell).push(group);
      else grid.set(cell, [group]);
    });
    state.groups.sort((a, b) => a.rank - b.rank);
    state.groups.forEach(group => { group.key = [group.lng, group.lat, group.sites.length, group.n, group.sum].join(' '); });
    refresh(map);
  }

  const cellOf = (x, y) => Math.floor(x / WIDE) * 1e6 + Math.floor(y / HIGH);

  function nearest(grid, at) {
    for (let i = -1; i < 2; i++) {
      for (let j = -1; j < 2; j++) {
        const found = (grid.get(cellOf(at.x + i * WIDE, at.y + j * HIGH)) || [])
          .find(group => Math.abs(group.at.x - at.x) < WIDE && Math.abs(group.at.y - at.y) < HIGH);
        if (found) return found;
      }
    }
    return null;
  }

  /* Put the groups in and near the view on the map in the order of the list; what stays keeps its button. */
  function refresh(map) {
    const state = of(map), view = map.getBounds().pad(0.3), keep = new Map();
    state.groups.filter(group => view.contains([group.lat, group.lng])).forEach(group => {
      keep.set(group.key, state.marks.get(group.key) || make(map, group));
    });
    const lost = [...state.marks.values()].find(made => made.button === document.activeElement);
    state.marks.forEach((made, key) => { if (!keep.has(key)) made.marker.remove(); });
    state.marks = keep;
    order(map, [...keep.values()]);
    if (lost && !keep.has(lost.group.key)) focus(map, lost.events[0].id);
    state.boxes = boxes(map, keep);
    map.fire('fc:drawn');
  }

  /* Only new buttons are moved: moving one that has the focus would take the focus away. */
  function order(map, all) {
    const home = map.getPane('markerPane');
    let next = null;
    all.reverse().forEach(made => {
      if (!made.placed) home.insertBefore(made.button, next);
      made.placed = true;
      next = made.button;
    });
  }

  function boxes(map, keep) {
    return [...keep.values()].map(({group, pinned, wide}) => {
      const at = map.latLngToContainerPoint([group.lat, group.lng]), half = wide / 2 - 3;
      return [at.x - half, at.y - (pinned ? 35 : 12), at.x + half, at.y + (pinned ? 0 : 12)];
    });
  }

  function make(map, group) {
    const spots = [].concat(...group.sites.map(site => site.spots.filter(of(map).on)));
    const events = [...new Map(spots.map(({event}) => [event.id, event])).values()].sort((a, b) => a.rank - b.rank);
    group.spots = spots;
    const pinned = spots.every(spot => spot.form === 'pin'), many = events.length > 1;
    const kinds = byKind(events), plate = many ? faces(kinds) : [mark(events[0].layer, events[0])];
    const button = el('button', {type: 'button', 'aria-label': many ? crowd(events, kinds) : name(events[0])}, ...plate);
    const wide = many ? 10 + plate.reduce((sum, part) => sum + (part.textContent ? 4 + 8 * part.textContent.length : 18), 0) : 30;
    const icon = new Button({button, className: 'fc-mark' + (many ? ' fc-many' : '') + (pinned ? ' fc-pin' : ''),
      iconSize: [wide, 30], iconAnchor: [wide / 2, pinned ? 38 : 15]});
    const marker = L.marker([group.lat, group.lng], {icon, keyboard: false, riseOnHover: true}).addTo(map);
    const made = {group, button, marker, events, pinned, wide};
    hear(map, made);
    light(map, made);
    return made;
  }

  function hear(map, {button, events, group}) {
    L.DomEvent.on(button, 'click dblclick', L.DomEvent.stop);
    L.DomEvent.on(button, 'click', () => FC.map.card(map, events, button, group));
    const ids = events.map(event => event.id);
    const on = () => tell('fc:focus', {events: ids, from: 'map'}), off = () => tell('fc:blur', {events: ids, from: 'map'});
    ['mouseenter', 'focus'].forEach(kind => button.addEventListener(kind, on));
    ['mouseleave', 'blur'].forEach(kind => button.addEventListener(kind, off));
  }

  function byKind(events) {
    const kinds = new Map();
    events.forEach(event => {
      if (kinds.has(event.layer)) kinds.get(event.layer).push(event);
      else kinds.set(event.layer, [event]);
    });
    return [...kinds.values()];
  }

  /* Each kind's mark with how many there are; of more than three kinds the last ones share a number. */
  function faces(kinds) {
    const count = n => el('span', {class: 'fc-count'}, n);
    const rest = kinds.slice(FACES).reduce((sum, events) => sum + events.length, 0);
    const shown = kinds.slice(0, FACES).map(events => [mark(events[0].layer, events[0]), events.length > 1 ? count(String(events.length)) : null]);
    return [].concat(...shown, rest ? [count('+' + rest)] : []).filter(Boolean);
  }

  const name = event => [event.title, event.date, FC.map.verdict(event)].join(', ');
  const crowd = (events, kinds) => say('here', {n: events.length}) + ': ' + name(events[0]) +
    (kinds.length > 1 || events.length > 2 ? '; ' + kinds.map(all => all[0].layer.data.label + ' ' + all.length).join(', ') : '');

  FC.map.verdict = event => say('level.' + event.level) + (event.disputed ? ', ' + say('disputed') : '');

  function light(map, {button, events}) {
    const lit = of(map).lit;
    button.classList.toggle('fc-lit', lit !== null && events.some(event => lit.has(event.id)));
  }

  /* The button that stands for an event, if its place is in view; focus it where one is asked for. */
  FC.map.buttonOf = (map, id) => {
    const made = [...of(map).marks.values()].find(({events}) => events.some(event => event.id === id));
    return made ? made.button : null;
  };

  function focus(map, id) {
    const button = FC.map.buttonOf(map, id);
    if (button) button.focus({preventScroll: true});
  }
})();
