/* What the marks look like, painted on one canvas under their buttons: shapes, counts, and a rim around what is lit. */
(function () {
  'use strict';
  const {of, look} = FC.map;
  const FACES = 3, HIGH = 30, TEXT = 14.875, BOX = 28;
  const CROSS = 'M3 3L21 21M21 3L3 21';

  FC.map.faces = function (map) {
    const canvas = FC.map.canvas(map, 'fc-faces', 'faces'), widths = new Map(), pictures = new Map();
    let frame = 0;

    /* A row of digits is as wide as they are, one by one. */
    function width(words) {
      let sum = 0;
      for (const sign of words) {
        if (!widths.has(sign)) {
          canvas.context.font = look(map).font;
          widths.set(sign, canvas.context.measureText(sign).width);
        }
        sum += widths.get(sign);
      }
      return sum;
    }

    /* Drawn once, in the screen's own pixels, and then copied: hundreds of marks are a few dozen pictures. */
    function copy(context, x, y, wide, high, make, ...what) {
      const {dense} = canvas, key = [dense, wide, high, ...what].join(' '), snap = to => Math.round(to * dense) / dense;
      if (!pictures.has(key)) {
        const box = document.createElement('canvas'), ink = box.getContext('2d');
        Object.assign(box, {width: Math.ceil(wide * dense), height: Math.ceil(high * dense)});
        ink.scale(dense, dense);
        make(ink, look(map));
        pictures.set(key, box);
      }
      const box = pictures.get(key);
      context.drawImage(box, snap(x - wide / 2), snap(y - high / 2), box.width / dense, box.height / dense);
    }

    const faces = {
      /* How much larger the reader has made letters. */
      get scale() { return Math.max(1, look(map).size / TEXT); },

      /* Each kind's mark with how many there are; of more than three kinds the last ones share a number. */
      face({n, pinned, kinds}) {
        const unit = faces.scale;
        if (n === 1) return {wide: HIGH * unit, unit, pinned, parts: [[kinds[0], '', 0]]};
        const rest = kinds.slice(FACES).reduce((sum, kind) => sum + kind.n, 0);
        const told = (kind, words) => [kind, words, width(words)];
        const parts = kinds.slice(0, FACES).map(kind => told(kind, kind.n > 1 ? String(kind.n) : ''));
        if (rest) parts.push(told(null, '+' + rest));
        const wide = parts.reduce((sum, [kind, words, length]) => sum + (kind ? 18 * unit : 0) + (words ? 6 * unit + length : 0), 10 * unit);
        return {wide: Math.round(wide), unit, pinned, parts};
      },

      /* What lies further south lies on top, and on top of all what is lit. */
      paint() {
        cancelAnimationFrame(frame);
        frame = 0;
        const context = canvas.begin(), all = [...of(map).marks.values()];
        if (!context) return;
        Object.assign(context, {font: look(map).font, textAlign: 'left', textBaseline: 'middle', direction: 'ltr'});
        all.sort((a, b) => a.lit - b.lit || a.y - b.y).forEach(made => one(context, made));
      },
      soon() { frame = frame || requestAnimationFrame(faces.paint); },
    };

    function one(context, {x, y, lit, face: {wide, unit, pinned, parts}, group}) {
      const many = group.tally.n > 1, middle = pinned ? y - 23 * unit : y, size = (many ? 16 : 22) * unit, high = HIGH * unit;
      if (lit || many && !pinned) copy(context, x, middle, wide + 2, high + 2, (ink, colours) => plate(ink, colours, wide, high, lit), 'plate', lit);
      if (pinned) stick(context, look(map), x, y, unit);
      let left = x - wide / 2 + (many ? 5 : 4) * unit;
      context.fillStyle = look(map).ink;
      parts.forEach(([kind, words, length]) => {
        if (kind) {
          const {layer, first} = kind, side = size * BOX / 24;
          copy(context, left + size / 2, middle, side, side, (ink, colours) => shape(ink, colours, layer, first, side / BOX), layer.order, first.level, first.disputed);
          left += size + 2 * unit;
        }
        if (words) context.fillText(words, Math.round(left + 2 * unit), middle + 1);
        if (words) left += length + 6 * unit;
      });
    }

    FC.map.onLook(map, () => {
      widths.clear();
      pictures.clear();
      map.fire('fc:changed');
    });
    of(map).faces = faces;
  };

  function plate(context, {paper, ink, line}, wide, high, lit) {
    const half = high / 2 - 0.5, y = high / 2 + 1;
    context.arc(half + 1.5, y, half, Math.PI / 2, Math.PI * 1.5);
    context.arc(wide + 0.5 - half, y, half, -Math.PI / 2, Math.PI / 2);
    context.closePath();
    Object.assign(context, {fillStyle: paper, strokeStyle: lit ? ink : line, lineWidth: lit ? 1.6 : 1});
    context.fill();
    context.stroke();
  }

  function stick(context, {ink}, x, y, unit) {
    Object.assign(context, {strokeStyle: ink, lineWidth: 2});
    context.beginPath();
    context.moveTo(x, y - 12 * unit);
    context.lineTo(x, y);
    context.stroke();
  }

  /* As the marks in the list: the kind's outline, filled as far as it is confirmed, crossed if disputed. */
  function shape(context, {kinds, paper, ink}, layer, {level, disputed}, scale) {
    const full = (FC.fills || {})[level] || 'hollow', [edge, half] = layer.data.mark.map(path => new Path2D(path)), colour = kinds[layer.order];
    context.scale(scale, scale);
    context.translate((BOX - 24) / 2, (BOX - 24) / 2);
    Object.assign(context, {lineWidth: 2.6, lineJoin: 'round', lineCap: 'round', strokeStyle: colour, fillStyle: paper});
    context.stroke(edge);
    context.fill(edge);
    context.fillStyle = colour;
    if (full !== 'hollow') context.fill(full === 'full' ? edge : half);
    Object.assign(context, {lineWidth: 2.2, strokeStyle: ink});
    if (disputed) context.stroke(new Path2D(CROSS));
  }
})();
