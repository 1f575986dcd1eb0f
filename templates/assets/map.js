/* What every map stands on: elements made from text, words, geometry, and the map's own state. */
window.FC = window.FC || {};
FC.data = FC.data || {};
FC.words = FC.words || {};

FC.map = (function () {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const EARTH_M = 6371008.8;
  const states = new WeakMap();

  /* A map that stands still for readers who asked for that. */
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still) {
    const panBy = L.Map.prototype.panBy;
    L.Map.mergeOptions({zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false});
    L.Map.include({panBy(offset, how) { return panBy.call(this, offset, Object.assign({}, how, {animate: false})); }});
  }

  function fill(element, attributes, children) {
    Object.keys(attributes || {}).forEach(name => {
      const value = attributes[name];
      if (typeof value === 'function') element.addEventListener(name, value);
      else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
    });
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  }

  /* Strings among the children become text nodes: nothing is ever read as markup. A function is a listener. */
  const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /* The interface's words for a key, with {name} replaced. */
  function say(key, values) {
    const words = Object.prototype.hasOwnProperty.call(FC.words, key) ? FC.words[key] : key;
    return words.replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));
  }

  /* The mark of an event: the kind's shape, filled as far as it is confirmed, crossed if disputed. */
  function mark(layer, event) {
    const fills = FC.fills || {};
    const full = event ? fills[event.level] || 'hollow' : 'full';
    const [edge, half] = layer.data.mark;
    return svg('svg', {class: 'mark k-' + layer.id, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false'},
      svg('path', {class: 'mark-edge', d: edge}),
      full === 'hollow' ? null : svg('path', {class: 'mark-fill', d: full === 'full' ? edge : half}),
      event && event.disputed ? svg('path', {class: 'mark-cross', d: 'M3 3L21 21M21 3L3 21'}) : null);
  }

  const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', SCALE = 500;

  /* Rings and lines come as steps from point to point, five bits a sign (sitegen/maps/ground.py). Leaflet wants latitude first. */
  function unpack(words) {
    const points = [], at = [0, 0];
    let n = 0, bits = 0, axis = 0;
    for (const sign of words) {
      const value = SIGNS.indexOf(sign);
      n |= (value & 31) << bits;
      bits += 5;
      if (value > 31) continue;
      at[axis] += n & 1 ? -(n + 1) / 2 : n / 2;
      if (axis) points.push([at[1] / SCALE, at[0] / SCALE]);
      axis = 1 - axis;
      n = bits = 0;
    }
    return points;
  }

  /* The circle of all points `metres` away on the sphere (the direct problem, every 5 degrees around). */
  function circle(lng, lat, metres) {
    const rad = Math.PI / 180, arc = metres / EARTH_M, phi = lat * rad, points = [];
    for (let turn = 0; turn < 360; turn += 5) {
      const sine = Math.sin(phi) * Math.cos(arc) + Math.cos(phi) * Math.sin(arc) * Math.cos(turn * rad);
      const east = Math.atan2(Math.sin(turn * rad) * Math.sin(arc) * Math.cos(phi),
        Math.cos(arc) - Math.sin(phi) * sine);
      points.push([Math.asin(sine) / rad, lng + east / rad]);
    }
    return points;
  }

  function pane(map, name, level) {
    const made = map.getPane(name) || map.createPane(name);
    made.classList.add('fc-level-' + level);
    return made;
  }

  /* What belongs to one map: its layers in the order they were made, and what is drawn on it. */
  function of(map) {
    if (!states.has(map)) states.set(map, {layers: [], others: [], byId: new Map(), lit: null, labels: [], boxes: []});
    return states.get(map);
  }

  /* Which events the page shows now: all of them where nothing on it filters. */
  function kept() {
    const result = FC.front && FC.front.result;
    return result && result.filtered ? event => FC.sets.has(result.bits, event.rank) : () => true;
  }

  /* Several layers that come or go at once are one change. */
  function changed(map) {
    const state = of(map);
    if (state.changing) return;
    state.changing = true;
    queueMicrotask(() => {
      state.changing = false;
      state.ready = true;
      map.fire('fc:changed');
    });
  }

  const shown = map => of(map).layers.filter(layer => map.hasLayer(layer.group));

  /* Where an event's own page is; nothing where there are no pages, as in a notebook. */
  function link(event) {
    const root = document.documentElement.dataset.root;
    return root === undefined ? null : root + 'events/' + encodeURIComponent(event.id) + '.html';
  }

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, {detail}));

  /* Everything but data: prefix, scale, buttons, and a wheel that scrolls the page until the map is used. */
  function furnish(map, {view, fills}) {
    FC.fills = fills;
    const box = map.getContainer();
    if (map.attributionControl) map.attributionControl.setPrefix(false);
    box.classList.add('fc-map');
    fill(box, {role: 'region', 'aria-label': box.getAttribute('aria-label') || say('map')}, []);
    const scale = L.control.scale({imperial: false, position: 'bottomright'});
    const draw = scale._updateScale;  // Leaflet writes "30 km" and has no word for it in other languages
    scale._updateScale = (bar, words, ratio) => {
      const [n, unit] = words.split(' ');
      draw.call(scale, bar, say('scale.' + unit, {n}), ratio);
    };
    scale.addTo(map);
    FC.map.buttons(map, view);
    FC.map.home(map, {animate: false});
    map.scrollWheelZoom.disable();
    map.on('focus mousedown', () => map.scrollWheelZoom.enable());
    box.addEventListener('mouseleave', () => map.scrollWheelZoom.disable());
    FC.map.marks(map);
    FC.map.listen(map);
  }

  return {el, svg, say, mark, unpack, circle, pane, of, kept, changed, shown, link, tell, furnish, still};
})();
