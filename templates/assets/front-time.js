/* The timeline: columns of events whose day is known, hatched ones for the rest, bars for what is longer than a column. */
(function () {
  'use strict';
  const {front, sets, table} = FC;
  const {say, number, el} = front;
  const home = document.querySelector('[data-time]');
  const SVG = 'http://www.w3.org/2000/svg';
  const DAY = 86400000, COLUMNS = 48, LANES = 3, LANE = 5, LABELS = 18, HEIGHT = COLUMNS + LANES * LANE + LABELS + 4;
  const NARROWEST = 8;
  if (!home || !table.ids.length) return;

  function svg(tag, attributes, ...children) {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes || {}).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  const {first, last} = table, size = table.ids.length;
  const known = [...first, ...last].filter(day => day !== null);
  const vague = sets.of(size, table.vague), about = sets.of(size, table.about);
  const start = rank => (first[rank] === null ? -Infinity : first[rank]), end = rank => (last[rank] === null ? Infinity : last[rank]);

  /* Where periods of each length begin: the one that holds a day, and the one after. */
  const months = n => ({
    begin(day) { const at = new Date(day * DAY); return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - at.getUTCMonth() % n) / DAY; },
    next(day) { const at = new Date(day * DAY); return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + n) / DAY; },
  });
  const UNITS = [{begin: day => day, next: day => day + 1}, {begin: day => day - (day + 3) % 7, next: day => day + 7},
    months(1), months(3), months(12), months(120)];

  function columns(width) {
    const low = known.reduce((a, b) => Math.min(a, b)), high = known.reduce((a, b) => Math.max(a, b));
    for (const unit of UNITS) {
      const starts = [unit.begin(low)];
      while (starts[starts.length - 1] <= high && starts.length * NARROWEST < width) starts.push(unit.next(starts[starts.length - 1]));
      if (starts[starts.length - 1] > high) return starts;
    }
    return [low, high + 1];
  }

  /* `starts` are the days at which columns begin, and one more where the last ends; `x` and `day` turn one into the other. */
  const time = front.time = {starts: [], width: 0, bar: home, svg,
    get low() { return this.starts[0]; },
    get high() { return this.starts[this.starts.length - 1] - 1; },
    x(day) { return (day - this.low) / (this.high + 1 - this.low) * this.width; },
    column(day) {
      let i = 0;
      while (i < this.starts.length - 2 && this.starts[i + 1] <= day) i++;
      return i;
    },
  };
  const plot = time.plot = el('div', {class: 'time-plot'}), picture = svg('svg', {class: 'time-picture', role: 'img', height: HEIGHT});
  const counted = svg('g');
  plot.append(picture);
  let firstColumn = null, lastColumn = null;

  /* Asking for the width makes the browser lay out the page: only when it has changed. */
  time.measure = function (width) {
    time.width = width;
    time.starts = columns(width);
    const at = new Map(), column = day => {
      if (!at.has(day)) at.set(day, time.column(day));
      return at.get(day);
    };
    firstColumn = first.map(day => (day === null ? -1 : column(day)));
    lastColumn = last.map(day => (day === null ? -1 : column(day)));
    picture.setAttribute('width', width);
    picture.replaceChildren(textures(), ...labels(), svg('path', {class: 'time-axis', d: `M0 ${COLUMNS + 0.5}H${width}`}), counted);
  };

  /* How many events each column holds, known to the day or not, and which are longer than their column. */
  time.tally = function (bits) {
    const n = time.starts.length - 1, exact = new Array(n).fill(0), less = new Array(n).fill(0), long = [];
    sets.each(bits, rank => {
      if (firstColumn[rank] < 0 || firstColumn[rank] !== lastColumn[rank]) long.push(rank);
      else (sets.has(vague, rank) || sets.has(about, rank) ? less : exact)[firstColumn[rank]]++;
    });
    return {exact, less, long};
  };

  /* All columns of a kind are one shape. */
  function bars({exact, less}) {
    const most = Math.max(1, ...exact.map((n, i) => n + less[i])), unit = COLUMNS / Math.max(most, 4);
    const box = (i, from, n) => {
      const x = time.x(time.starts[i]) + 0.5;
      return n ? `M${x} ${COLUMNS - from * unit}v${-n * unit}h${Math.max(2, time.x(time.starts[i + 1]) - x - 0.5)}v${n * unit}z` : '';
    };
    return [svg('path', {class: 'time-exact', d: exact.map((n, i) => box(i, 0, n)).join('')}),
      svg('path', {class: 'time-vague', fill: 'url(#time-hatch)', d: less.map((n, i) => box(i, exact[i], n)).join('')})];
  }

  /* Bars under the columns, in as many lanes as there is room for: faded where doubted, pointed where an end is open. */
  function lanes(long) {
    const ends = new Array(LANES).fill(-Infinity);
    return long.sort((a, b) => start(a) - start(b)).map(rank => {
      const from = Math.max(0, time.x(Math.max(start(rank), time.low))), to = time.x(Math.min(end(rank), time.high) + 1);
      const free = ends.findIndex(taken => taken <= from), lane = free < 0 ? LANES - 1 : free;
      ends[lane] = Math.max(ends[lane], to + 2);
      const y = COLUMNS + 3 + lane * LANE, h = LANE - 1, right = Math.max(to, from + 3);
      const left = first[rank] === null ? `M${from} ${y + h / 2}L${from + 5} ${y}` : `M${from} ${y}`;
      const tip = last[rank] === null ? `H${right - 5}L${right} ${y + h / 2}L${right - 5} ${y + h}` : `H${right}V${y + h}`;
      const look = sets.has(about, rank) ? ['time-about', 'url(#time-fade)'] : sets.has(vague, rank) ? ['time-vague', 'url(#time-hatch)'] : ['time-long', null];
      const path = svg('path', {class: look[0], d: left + tip + (first[rank] === null ? `H${from + 5}Z` : `H${from}Z`)});
      if (look[1]) path.setAttribute('fill', look[1]);
      return path;
    });
  }

  const year = new Intl.DateTimeFormat(document.documentElement.lang, {year: 'numeric', timeZone: 'UTC'});
  const month = new Intl.DateTimeFormat(document.documentElement.lang, {month: 'short', timeZone: 'UTC'});

  /* Years, and months where they fit: a word only where the one before it has ended. */
  function labels() {
    const made = [], y = HEIGHT - 4;
    let free = -Infinity;
    time.starts.slice(0, -1).forEach((day, i) => {
      const at = new Date(day * DAY), x = time.x(day), january = i === 0 || at.getUTCMonth() === 0 && at.getUTCDate() <= 7;
      const words = january ? year.format(at) : month.format(at);
      if (january) made.push(svg('path', {class: 'time-line', d: `M${x} 0V${HEIGHT - LABELS}`}));
      if (x < free || x > time.width - 24 || (!january && at.getUTCDate() > 7)) return;
      const room = time.starts.slice(i + 1).find(next => new Date(next * DAY).getUTCMonth() === 0);
      if (!january && room && time.x(room) < x + 34) return;
      made.push(svg('text', {class: 'time-label' + (january ? ' is-year' : ''), x: x + 2, y}, words));
      free = x + words.length * 7 + 10;
    });
    return made;
  }

  const textures = () => svg('defs', {},
    svg('pattern', {id: 'time-hatch', width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
      svg('rect', {class: 'time-ground', width: 4, height: 4}), svg('path', {class: 'time-stroke', d: 'M1 0V4'})),
    svg('linearGradient', {id: 'time-fade'}, ...[0, 0.3, 0.7, 1].map(offset =>
      svg('stop', {offset, class: offset % 1 ? 'time-sure' : 'time-unsure'}))));

  front.period = i => {
    const from = time.starts[i], until = time.starts[i + 1] - 1;
    return from === until ? front.day(from) : say('time.span', {first: front.day(from), last: front.day(until)});
  };

  time.draw = function (result) {
    if (!time.width) time.measure(roomFor(plot.clientWidth));
    const tally = time.tally(result.rest('time')), total = tally.exact.map((n, i) => n + tally.less[i]);
    const top = total.indexOf(Math.max(...total)), sum = all => all.reduce((a, b) => a + b, 0);
    picture.setAttribute('aria-label', say('time.chart', {n: number(sum(tally.exact)), vague: number(sum(tally.less) + tally.long.length),
      when: front.period(top), most: number(total[top])}));
    counted.replaceChildren(...bars(tally), ...lanes(tally.long));
    time.last = tally;
  };

  front.views.push(result => time.draw(result));
  const roomFor = width => Math.max(120, width - 48);
  new ResizeObserver(([{borderBoxSize}]) => {
    const width = roomFor(borderBoxSize[0].inlineSize);
    if (width === time.width || !front.result) return;
    time.measure(width);
    front.show();
  }).observe(plot);
})();
