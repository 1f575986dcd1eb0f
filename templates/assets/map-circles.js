/* Circles around places, where they are many: painted on one canvas, as the style sheet draws the few. */
(function () {
  'use strict';
  const {of, look} = FC.map;
  /* How a form is filled, plain and lit, and its line's dashes: as in map.css. */
  const FORMS = {circle: [0.12, 0.32, []], about: [0.02, 0.32, [7, 5]], dot: [0.2, 0.32, []], whole: [0.22, 0.32, []]};

  /* Returns what paints the circles of `drawn`: {layer, shape, events}. */
  FC.map.circles = function (map) {
    const canvas = FC.map.canvas(map, 'fc-circles', 'circles');
    let empty = true;

    function one(context, {layer, shape: {form, lng, lat, size, whole}, bounds}, lit) {
      const {x, y} = map.latLngToLayerPoint([lat, lng]);
      const reach = (bounds.getEast() - bounds.getWest()) / 720 * 256 * 2 ** map.getZoom();
      if (!canvas.sees(x, y, reach)) return;
      const [plain, bright, dashes] = FORMS[whole ? 'whole' : form];
      context.strokeStyle = context.fillStyle = look(map).kinds[layer.order];
      context.setLineDash(dashes);
      context.lineWidth = lit ? 3.5 : 1.5;
      context.beginPath();
      context.arc(x, y, reach, 0, 2 * Math.PI);
      context.globalAlpha = lit ? bright : plain;
      context.fill();
      context.globalAlpha = lit ? 1 : 0.85;
      context.stroke();
    }

    return function paint(drawn) {
      if (empty && !drawn.length) return;
      empty = !drawn.length;
      const context = canvas.begin(), {lit} = of(map);
      if (context) drawn.forEach(each => one(context, each, lit !== null && each.events.some(event => lit.has(event.id))));
    };
  };
})();
