/* A canvas under or over the map's other parts, painted by us when what it shows is known. */
(function () {
  'use strict';
  const {el, pane} = FC.map;
  const PADDING = 0.1, DENSEST = 3;

  const Canvas = L.Renderer.extend({
    options: {padding: PADDING},
    _initContainer() {
      this._container = el('canvas', {'aria-hidden': 'true', class: 'fc-canvas'});
      this.context = this._container.getContext('2d');
    },
    _destroyContainer() { this._container.remove(); },

    /* Leaflet calls this when the view has moved; what stands on it is known only later. */
    _update() { if (!this._center) L.Renderer.prototype._update.call(this); },

    /* Wipe it, fit it to the view, and let its units be the map's layer points; null while the view is zooming. */
    begin() {
      if (!this._map || this._map._animatingZoom) return null;
      L.Renderer.prototype._update.call(this);
      const {min} = this._bounds, size = this._bounds.getSize(), dense = this.dense = Math.min(DENSEST, devicePixelRatio || 1), box = this._container;
      const [wide, high] = [Math.round(size.x * dense), Math.round(size.y * dense)];
      L.DomUtil.setPosition(box, min);
      if (box.width !== wide || box.height !== high) {
        Object.assign(box, {width: wide, height: high});
        Object.assign(box.style, {width: size.x + 'px', height: size.y + 'px'});
      }
      this.context.setTransform(1, 0, 0, 1, 0, 0);
      this.context.clearRect(0, 0, wide, high);
      this.context.setTransform(dense, 0, 0, dense, -min.x * dense, -min.y * dense);
      return this.context;
    },
    sees(x, y, reach) {
      const {min, max} = this._bounds;
      return x + reach > min.x && x - reach < max.x && y + reach > min.y && y - reach < max.y;
    },
  });

  FC.map.canvas = (map, name, level) => {
    pane(map, name, level);
    return new Canvas({pane: name}).addTo(map);
  };

  /* What the style sheets say now: the ground's colours, those of the kinds by their number, and the map's letters. */
  FC.map.look = map => {
    const state = FC.map.of(map);
    if (state.look && state.look.kinds.length === state.layers.length) return state.look;
    const box = map.getContainer(), style = getComputedStyle(box), name = key => style.getPropertyValue(key).trim();
    const probe = box.appendChild(el('i', {hidden: true}));
    const kinds = state.layers.map(({id}) => {
      probe.className = 'k-' + id;
      return getComputedStyle(probe).getPropertyValue('--kind').trim() || name('--ink');
    });
    probe.remove();
    const size = parseFloat(style.fontSize);
    return state.look = {kinds, size, paper: name('--paper'), ink: name('--ink'), line: name('--map-line'), font: '600 ' + size + 'px ' + style.fontFamily};
  };

  /* Call `again` when the scheme, the reader's switch or the size of letters has changed. */
  FC.map.onLook = (map, again) => {
    const forget = () => {
      FC.map.of(map).look = null;
      again();
    };
    ['(prefers-color-scheme: dark)', '(forced-colors: active)'].forEach(query => matchMedia(query).addEventListener('change', forget));
    new MutationObserver(forget).observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme', 'style']});
  };
})();
