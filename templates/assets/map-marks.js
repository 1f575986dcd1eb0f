/* The marks: one real button for each place, and one for several that would touch, with their number. */
(function () {
  'use strict';
  const {el, say, mark, of, shown, tell} = FC.map;
  /* How near two marks may come, in pixels: a mark with a number is wider than it is high. */
  const WIDE = 42, HIGH = 30;

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

  /* Spots of one place share a mark; places closer than a finger's width share one too, first event first. */
  function regroup(map) {
    const state = of(map), spots = [];
    shown(map).forEach(layer => spots.push(...layer.spots));
    spots.sort((a, b) => a.event.rank - b.event.rank);
    const grid = new Map();
    state.groups = [];
    spots.forEach(spot => {
      const at = map.project([spot.lat, spot.lng]);
      const near = nearest(grid, at);
      if (near) near.spots.push(spot);
      else {
        const group = {at, lng: spot.lng, lat: spot.lat, spots: [spot]};
        state.groups.push(group);
        const cell = cellOf(at.x, at.y);
        grid.set(cell, (grid.get(cell) || []).concat(group));
      }
    });
    state.groups.forEach(group => { group.key = keyOf(group); });
    refresh(map);
  }

  const cellOf = (x, y) => Math.floor(x / WIDE) + ',' + Math.floor(y / HIGH);
  const keyOf = ({lng, lat, spots}) => [lng, lat].concat(spots.map(spot => spot.event.id + spot.event.layer.id)).join(' ');

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
    if (lost && !keep.has(lost.group.key)) focus(map, lost.group.spots[0].event.id);
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
    const {spots} = group, events = distinct(spots);
    const pinned = spots.every(spot => spot.form === 'pin');
    const many = events.length > 1, marks = faces(events), wide = many ? 22 + 18 * marks.length : 30;
    const button = el('button', {type: 'button',
      'aria-label': (many ? say('here', {n: events.length}) + ': ' : '') + name(events[0])}, ...marks,
    many ? el('span', {class: 'fc-count'}, String(events.length)) : null);
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
    const on = () => events.forEach(event => tell('fc:focus', {event: event.id, from: 'map'}));
    const off = () => events.forEach(event => tell('fc:blur', {event: event.id, from: 'map'}));
    ['mouseenter', 'focus'].forEach(kind => button.addEventListener(kind, on));
    ['mouseleave', 'blur'].forEach(kind => button.addEventListener(kind, off));
  }

  /* One face for each kind that is there, at most three; the count says how many events they stand for. */
  function faces(events) {
    const byKind = new Map();
    events.forEach(event => { if (!byKind.has(event.layer.id)) byKind.set(event.layer.id, event); });
    return [...byKind.values()].slice(0, 3).map(event => mark(event.layer, event));
  }

  const distinct = spots => [...new Map(spots.map(({event}) => [event.id, event])).values()];
  const name = event => [event.title, event.date, FC.map.verdict(event)].join(', ');

  FC.map.verdict = event => say('level.' + event.level) + (event.disputed ? ', ' + say('disputed') : '');

  function light(map, {button, events}) {
    button.classList.toggle('fc-lit', events.some(event => event.id === of(map).lit));
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
