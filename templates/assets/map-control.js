/* The buttons to move by, and the layers with their counts, which are the legend too. */
(function () {
  'use strict';
  const {el, svg, say, mark, of, kept} = FC.map;
  const NARROW = 640;
  const ICONS = {in: 'M12 5v14M5 12h14', out: 'M5 12h14', home: 'M5 11l7-6 7 6v8H5z', north: 'M6 15l6-6 6 6',
    south: 'M6 9l6 6 6-6', west: 'M15 6l-6 6 6 6', east: 'M9 6l6 6-6 6', fit: 'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4',
    full: 'M14 10l6-6M15 4h5v5M10 14l-6 6M4 15v5h5'};

  const icon = name => svg('svg', {viewBox: '0 0 24 24', class: 'fc-icon', 'aria-hidden': 'true', focusable: 'false'},
    svg('path', {d: ICONS[name]}));

  function control(map, position, element) {
    const made = new L.Control({position});
    made.onAdd = () => {
      L.DomEvent.disableClickPropagation(element);
      L.DomEvent.disableScrollPropagation(element);
      return element;
    };
    return made.addTo(map);
  }

  /* Everything that dragging and pinching does, as buttons; `view` is where home is: west, south, east, north. */
  FC.map.buttons = function (map, [west, south, east, north]) {
    of(map).home = [[south, west], [north, east]];
    const pan = (x, y) => () => map.panBy(map.getSize().multiplyBy(0.3).scaleBy(L.point(x, y)));
    const does = {
      in: () => map.zoomIn(), north: pan(0, -1), out: () => map.zoomOut(), west: pan(-1, 0),
      home: () => FC.map.home(map), east: pan(1, 0), fit: () => fit(map), south: pan(0, 1),
    };
    if (document.fullscreenEnabled) does.full = () => full(map.getContainer());
    const all = Object.keys(does).map(name => el('button', {type: 'button', class: 'fc-' + name,
      'aria-label': say('move.' + name), title: say('move.' + name), click: does[name]}, icon(name)));
    control(map, 'topleft', el('div', {class: 'fc-move', role: 'group', 'aria-label': say('move')}, ...all));
  };

  FC.map.home = (map, how) => map.fitBounds(of(map).home, how);

  /* Whether the map shows what it shows at first, to the pixel. */
  FC.map.isHome = map => {
    const bounds = L.latLngBounds(of(map).home), zoom = map.getBoundsZoom(bounds), to = point => map.project(point, zoom);
    const middle = to(bounds.getSouthWest()).add(to(bounds.getNorthEast())).divideBy(2);
    return Math.abs(map.getZoom() - zoom) < 0.01 && to(map.getCenter()).distanceTo(middle) < 2;
  };

  /* Bring everything that is shown into view. */
  function fit(map) {
    const bounds = L.latLngBounds([]), keep = kept();
    FC.map.shown(map).forEach(layer => layer.spots.forEach(spot => { if (keep(spot.event)) bounds.extend([spot.lat, spot.lng]); }));
    if (bounds.isValid()) map.fitBounds(bounds, {padding: [40, 40], maxZoom: 9});
  }

  function full(box) {
    if (document.fullscreenElement) document.exitFullscreen();
    else box.requestFullscreen().catch(() => { /* the browser does not allow it: the map stays as it is */ });
  }

  /* `layers`: for each its `group` (a Leaflet layer), and `id` (of ours) or `name` (of one that a user added). */
  FC.map.control = function (map, layers, options) {
    const known = id => of(map).layers.find(layer => layer.id === id);
    const sets = new Map();
    layers.forEach(one => {
      const layer = one.id && known(one.id);
      if (one.id && !layer) return;
      const [key, label] = layer ? layer.data.group : ['', say('other')];
      if (!sets.has(key)) sets.set(key, el('fieldset', {}, el('legend', {}, label)));
      if (!layer) of(map).others.push(one.group);
      sets.get(key).append(line(map, one.group, layer, one.name));
    });
    const box = el('details', {class: 'fc-layers', open: map.getSize().x > NARROW},
      el('summary', {}, say('layers')), ...sets.values(), key(layers.map(one => one.id && known(one.id)).find(Boolean)));
    box.addEventListener('toggle', () => map.fire('fc:panels'));
    map.on('resize', ({oldSize, newSize}) => { if (oldSize.x > NARROW && newSize.x <= NARROW) box.open = false; });
    control(map, options.position, box);
  };

  function line(map, group, layer, name) {
    const tick = el('input', {type: 'checkbox', checked: map.hasLayer(group)});
    const number = layer ? el('span', {class: 'fc-number'}, String(layer.events.length)) : null;
    tick.addEventListener('change', () => (layer && FC.front ? choose(map, layer, tick.checked) : tick.checked ? group.addTo(map) : group.remove()));
    group.on('add remove', () => { tick.checked = map.hasLayer(group); });
    if (layer && FC.front) map.on('fc:changed', () => {
      const chosen = FC.front.chosen('kind');
      tick.checked = !chosen.size || chosen.has(layer.id);
      number.textContent = String(count(layer));
    });
    return el('label', {class: 'fc-line-of'}, tick, layer ? mark(layer) : null,
      el('span', {}, layer ? layer.data.label : name), number);
  }

  function count(layer) {
    const {result} = FC.front;
    layer.bits = layer.bits || layer.events.reduce((bits, {rank}) => { FC.sets.add(bits, rank); return bits; }, FC.sets.empty(result.total));
    return FC.sets.count(layer.bits, result.bits);
  }

  /* Beside a list with filters, a kind is taken off and put back for the list, too: all of them ticked is no filter. */
  function choose(map, layer, on) {
    const ids = of(map).layers.map(one => one.id), chosen = FC.front.chosen('kind'), next = new Set(chosen.size ? chosen : ids);
    next[on ? 'add' : 'delete'](layer.id);
    FC.front.change(state => state.chosen.set('kind', next.size === ids.length ? new Set() : next));
  }

  /* How to read a mark: fill is confirmation, a cross is dispute, extent is how well the place is known. */
  function key(layer) {
    if (!layer) return null;
    const marks = [['one-source', false], ['one-side', false], ['both-sides', false], ['one-side', true]];
    const words = ['key.hollow', 'key.half', 'key.full', 'key.crossed'];
    const plain = {id: 'plain', data: layer.data};
    return el('details', {class: 'fc-key'}, el('summary', {}, say('key')),
      el('ul', {}, ...marks.map(([level, disputed], i) => el('li', {}, mark(plain, {level, disputed}), say(words[i]))),
        ...['within', 'whole', 'about', 'arc'].map(form => el('li', {}, swatch(form), say('key.' + form)))));
  }

  const swatch = form => svg('svg', {viewBox: '0 0 24 24', class: 'mark fc-swatch fc-swatch-' + form, 'aria-hidden': 'true'},
    svg('path', {d: {about: 'M12 3a9 9 0 1 1-.01 0z', arc: 'M2 18Q10 2 21 12M15 11h6V5'}[form] || 'M2 5h20v14H2z'}),
    form === 'within' ? svg('path', {d: 'M4 19L18 5M10 19L22 7M2 13L10 5'}) : null);
})();
