/* What the marks look like, painted on one canvas under their buttons: shapes, counts, and a rim around what is lit. */
(function () {
  'use strict';
  const {el, of, pane} = FC.map;
  const FACES = 3, HIGH = 30, PADDING = 0.3, TEXT = 14.875;
  const CROSS = 'M3 3L21 21M21 3L3 21';
  const outlines = new Map();

  const outline = d => {
    if (!outlines.has(d)) outlines.set(d, new Path2D(d));
    return outlines.get(d);
  };

  const Canvas = L.Renderer.extend({
    options: {pane: 'fc-faces', padding: PADDING},
    _initContainer() {
      this._container = el('canvas', {class: 'fc-faces', 'aria-hidden': 'true'});
      this._context = this._container.getContext('2d');
    },
    _destroyContainer() { this._container.remove(); },

    /* Painted when the marks are known, not when Leaflet has moved the view. */
    _update() { if (!this._center) L.Renderer.prototype._update.call(this); },
    begin() {
      if (!this._map || this._map._animatingZoom) return null;
      L.Renderer.prototype._update.call(this);
      const {min} = this._bounds, size = this._bounds.getSize(), dense = Math.min(3, devicePixelRatio || 1), box = this._container;
      const [wide, high] = [Math.round(size.x * dense), Math.round(size.y * dense)];
      L.DomUtil.setPosition(box, min);
      if (box.width !== wide || box.height !== high) {
        Object.assign(box, {width: wide, height: high});
        Object.assign(box.style, {width: size.x + 'px', height: size.y + 'px'});
      }
      this._context.setTransform(1, 0, 0, 1, 0, 0);
      this._context.clearRect(0, 0, wide, high);
      this._context.setTransform(dense, 0, 0, dense, -min.x * dense, -min.y * dense);
      return this._context;
    },
  });

  FC.map.faces = function (map) {
    pane(map, 'fc-faces', 'faces');
    const canvas = new Canvas().addTo(map), widths = new Map();
    let frame = 0, look = null;

    /* Colours and letters as the style sheets have them now. */
    const read = () => {
      const style = getComputedStyle(map.getContainer()), name = key => style.getPropertyValue(key).trim();
      const probe = map.getContainer().appendChild(el('i', {hidden: true}));
      const kinds = of(map).layers.map(({id}) => {
        probe.className = 'k-' + id;
        return getComputedStyle(probe).getPropertyValue('--kind').trim() || name('--ink');
      });
      probe.remove();
      const size = parseFloat(style.fontSize);
      return {kinds, scale: Math.max(1, size / TEXT), paper: name('--paper'), ink: name('--ink'), line: name('--map-line'), font: '600 ' + size + 'px ' + style.fontFamily};
    };

    const known = () => (look = look && look.kinds.length === of(map).layers.length ? look : read());

    const faces = {
      get scale() { return known().scale; },
      /* Each kind's mark with how many there are; of more than three kinds the last ones share a number. */
      face({n, pinned, kinds}) {
        const unit = known().scale;
        if (n === 1) return {wide: HIGH * unit, unit, pinned, parts: [[kinds[0], '']]};
        const rest = kinds.slice(FACES).reduce((sum, kind) => sum + kind.n, 0);
        const parts = kinds.slice(0, FACES).map(kind => [kind, kind.n > 1 ? String(kind.n) : '']);
        if (rest) parts.push([null, '+' + rest]);
        const wide = parts.reduce((sum, [kind, words]) => sum + (kind ? 18 * unit : 0) + (words ? 4 * unit + width(words) : 0), 10 * unit);
        return {wide: Math.round(wide), unit, pinned, parts};
      },
      paint() {
        cancelAnimationFrame(frame);
        frame = 0;
        const context = canvas.begin();
        if (!context) return;
        known();
        const all = [...of(map).marks.values()];
        [...all.filter(({lit}) => !lit).reverse(), ...all.filter(({lit}) => lit)].forEach(made => one(context, look, map.latLngToLayerPoint(made.at), made));
      },
      soon() { frame = frame || requestAnimationFrame(faces.paint); },
    };

    function width(words) {
      if (!widths.has(words)) {
        canvas._context.font = look.font;
        widths.set(words, Math.ceil(canvas._context.measureText(words).width));
      }
      return widths.get(words);
    }

    const again = () => {
      look = null;
      widths.clear();
      map.fire('fc:changed');
    };
    ['(prefers-color-scheme: dark)', '(forced-colors: active)'].forEach(query => matchMedia(query).addEventListener('change', again));
    new MutationObserver(again).observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme', 'style']});
    of(map).faces = faces;
  };

  function one(context, look, {x, y}, {face: {wide, unit, pinned, parts}, group, lit}) {
    const many = group.tally.n > 1, middle = pinned ? y - 23 * unit : y;
    if (lit || many && !pinned) plate(context, look, x, middle, wide, unit, lit);
    if (pinned) stick(context, look, x, y, unit);
    let left = x - wide / 2 + (many ? 5 : 4) * unit;
    parts.forEach(([kind, words]) => {
      const size = (many ? 16 : 22) * unit;
      if (kind) draw(context, look, left, middle - size / 2, size / 24, kind);
      if (kind) left += size + 2 * unit;
      if (words) left = letters(context, look, left + 2 * unit, middle, words) + 2 * unit;
    });
  }

  function plate(context, look, x, y, wide, unit, lit) {
    const half = HIGH * unit / 2 - 0.5, [left, right] = [x - wide / 2 + half, x + wide / 2 - half];
    context.beginPath();
    context.arc(left, y, half, Math.PI / 2, Math.PI * 1.5);
    context.arc(right, y, half, -Math.PI / 2, Math.PI / 2);
    context.closePath();
    Object.assign(context, {fillStyle: look.paper, strokeStyle: lit ? look.ink : look.line, lineWidth: lit ? 1.6 : 1});
    context.fill();
    context.stroke();
  }

  function stick(context, look, x, y, unit) {
    Object.assign(context, {strokeStyle: look.ink, lineWidth: 2});
    context.beginPath();
    context.moveTo(x, y - 12 * unit);
    context.lineTo(x, y);
    context.stroke();
  }

  /* As the marks in the list: the kind's outline, filled as far as it is confirmed, crossed if disputed. */
  function draw(context, look, left, top, scale, {layer, first}) {
    const [edge, half] = layer.data.mark.map(outline), full = (FC.fills || {})[first.level] || 'hollow', colour = look.kinds[layer.order];
    context.save();
    context.translate(left, top);
    context.scale(scale, scale);
    Object.assign(context, {lineWidth: 2.6, lineJoin: 'round', lineCap: 'round', strokeStyle: colour, fillStyle: look.paper});
    context.stroke(edge);
    context.fill(edge);
    context.fillStyle = colour;
    if (full !== 'hollow') context.fill(full === 'full' ? edge : half);
    Object.assign(context, {lineWidth: 2.2, strokeStyle: look.ink});
    if (first.disputed) context.stroke(outline(CROSS));
    context.restore();
  }

  function letters(context, look, x, y, words) {
    Object.assign(context, {font: look.font, fillStyle: look.ink, textAlign: 'left', textBaseline: 'middle', direction: 'ltr'});
    context.fillText(words, x, y + 1);
    return x + context.measureText(words).width;
  }
})();
