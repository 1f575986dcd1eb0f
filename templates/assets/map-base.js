/* The ground: sea, lakes, rivers, borders, regions as paths; names placed so that none covers another. */
(function () {
  'use strict';
  const {svg, unpack, pane, of} = FC.map;
  const SIZES = [{zoom: 0, rank: 8}, {zoom: 5.5, rank: 25}, {zoom: 6.5, rank: 90}];
  const EVERYTHING = 7.25, LARGE = 60, PAUSE = 60;
  const ruler = document.createElement('canvas').getContext('2d');

  FC.map.basemap = function (map) {
    const base = FC.basemap;
    if (!base) return;
    if (base.bounds) limit(map, base.bounds);
    const escape = document.createElement('i');
    escape.textContent = base.credits.join(' · ');
    if (map.attributionControl) map.attributionControl.addAttribution(escape.innerHTML);
    const large = base.towns.filter(town => town[4] <= LARGE);
    of(map).labels = large.concat(base.names, base.towns.slice(large.length));
    // The events are seen first: the ground has more points than they have.
    requestAnimationFrame(() => setTimeout(() => {
      ground(map, base);
      new Names().addTo(map);
    }));
  };

  function ground(map, base) {
    pane(map, 'fc-ground', 'ground');
    const renderer = L.svg({pane: 'fc-ground', padding: 0.5});
    const look = kind => ({renderer, pane: 'fc-ground', className: 'fc-' + kind, interactive: false, smoothFactor: 1});
    base.areas.forEach(([kind, rings]) => L.polygon(rings.map(unpack), look(kind)).addTo(map));
    base.lines.forEach(([kind, lines]) => L.polyline(lines.map(unpack), look(kind)).addTo(map));
  }

  /* Nobody gets lost outside the basemap, and all of it can be seen at once. */
  function limit(map, [west, south, east, north]) {
    const bounds = L.latLngBounds([south, west], [north, east]);
    const least = () => map.setMinZoom(Math.min(map.getBoundsZoom(bounds), map.getMaxZoom()));
    map.setMaxBounds(bounds.pad(0.1));
    map.on('resize', least);
    least();
  }

  const Names = L.Layer.extend({
    onAdd(map) {
      this._box = svg('svg', {class: 'fc-names leaflet-zoom-hide', 'aria-hidden': 'true'});
      pane(map, 'fc-names', 'names').append(this._box);
      map.on('moveend viewreset fc:drawn', this._soon, this).on('resize fc:panels', this._resized, this);
      this._write();
    },

    _resized() {
      this._panels = null;
      this._soon();
    },

    /* After the marks have been seen: finding room for every name takes longer than drawing those. */
    _soon() {
      clearTimeout(this._waiting);
      this._waiting = setTimeout(() => { if (this._map) this._write(); }, PAUSE);
    },

    onRemove(map) {
      this._box.remove();
      clearTimeout(this._waiting);
      map.off('moveend viewreset fc:drawn', this._soon, this).off('resize fc:panels', this._resized, this);
    },

    _write() {
      const map = this._map, size = map.getSize(), state = of(map);
      L.DomUtil.setPosition(this._box, map.containerPointToLayerPoint([0, 0]));
      this._box.setAttribute('width', size.x);
      this._box.setAttribute('height', size.y);
      const font = this._font = this._font || getComputedStyle(map.getContainer()).fontFamily;
      this._panels = this._panels || panels(map);
      const taken = state.boxes.concat(this._panels), made = [];
      state.labels.concat(notes(map)).forEach(label => {
        const placed = place(map, size, font, label, taken);
        if (placed) made.push(...placed);
      });
      this._box.replaceChildren(...made);
    },
  });

  const widths = new Map();

  function measured(text, font) {
    const key = font + text;
    if (!widths.has(key)) widths.set(key, ruler.measureText(text).width);
    return widths.get(key);
  }

  /* What lies over the map, so that no name is cut in two by it. */
  function panels(map) {
    const box = map.getContainer(), home = box.getBoundingClientRect();
    return [...box.querySelectorAll('.leaflet-control')].map(element => {
      const {left, top, right, bottom} = element.getBoundingClientRect();
      return [left - home.left, top - home.top, right - home.left, bottom - home.top];
    });
  }

  /* "about", at the edge of circles that stand for areas whose outline nobody knows. */
  function notes(map) {
    const found = new Map();
    FC.map.shown(map).forEach(layer => layer.paths.forEach(path => {
      if (path.form === 'about' && path.on) {
        const bounds = FC.map.boundsOf(map, path);
        const edge = map.latLngToContainerPoint(bounds.getNorthWest());
        const wide = map.latLngToContainerPoint(bounds.getSouthEast()).x - edge.x;
        if (wide > 60) found.set(bounds.toBBoxString(), [FC.map.say('about'), 'note', path.lng, bounds.getNorth()]);
      }
    }));
    return [...found.values()];
  }

  /* Try right, left, above, below; the first spot that is free is taken. Areas' names stand on their point. */
  function place(map, size, font, [text, kind, lng, lat, rank], taken) {
    const zoom = map.getZoom();
    const least = SIZES.find(step => rank <= step.rank);
    if (kind === 'town' && zoom < (least ? least.zoom : EVERYTHING)) return null;
    if (kind === 'country' && zoom > 8.5 || kind === 'region' && zoom < 6.5) return null;
    const at = map.latLngToContainerPoint([lat, lng]);
    if (at.x < -20 || at.y < -20 || at.x > size.x + 20 || at.y > size.y + 20) return null;
    const tier = kind === 'town' ? (rank <= 25 ? 'town-large' : rank <= 90 ? 'town-middle' : 'town-small') : kind;
    const height = {'town-large': 15, 'town-middle': 13, country: 17, region: 14}[tier] || 12;
    ruler.font = (tier === 'town-large' ? '600 ' : '') + height + 'px ' + font;
    const width = measured(text, ruler.font) * ({country: 1.35, region: 1.12}[kind] || 1) + 2;
    const dot = [at.x - 1, at.y - 2, at.x + 1, at.y + 2];
    if (kind === 'town' && taken.slice(of(map).boxes.length).some(other => crosses(dot, other))) return null;
    const spots = kind === 'town'
      ? [6, 19].reduce((all, gap) => all.concat([[gap, -height / 2], [-gap - width, -height / 2],
        [-width / 2, -height - gap + 1], [-width / 2, gap - 1]]), [])
      : [-0.5, -2, 1, -4, 3, 5, 7].map(lines => [-width / 2, lines * height]);
    const spot = spots.map(([x, y]) => [at.x + x, at.y + y, at.x + x + width, at.y + y + height])
      .find(box => !taken.some(other => crosses(box, other)));
    if (!spot) return null;
    taken.push(spot);
    const name = svg('text', {class: 'fc-name fc-' + tier, x: Math.round(spot[0]), y: Math.round(spot[3] - height * 0.2)}, text);
    if (kind !== 'town') return [name];
    taken.push(dot);
    return [svg('circle', {class: 'fc-town', cx: Math.round(at.x), cy: Math.round(at.y), r: rank <= 25 ? 3 : 2}), name];
  }

  const crosses = (a, b) => a[0] < b[2] + 3 && b[0] < a[2] + 3 && a[1] < b[3] + 1 && b[1] < a[3] + 1;
})();
