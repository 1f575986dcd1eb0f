/* Choosing a period on the timeline: drag over it, drag its ends or the whole, or move them with the arrow keys. */
(function () {
  'use strict';
  const {front} = FC;
  const {time} = front;
  if (!time) return;
  const {say, el, state} = front;
  const {plot} = time;
  const slider = (name, words) => el('div', {class: 'time-' + name, role: 'slider', tabindex: '0', 'aria-label': say(words)});
  const handles = {from: slider('from', 'time.first'), until: slider('until', 'time.last')};
  const pane = slider('window', 'time.window');
  const shades = [el('div', {class: 'time-shade'}), el('div', {class: 'time-shade'})];
  plot.append(...shades, handles.from, pane, handles.until);

  const period = () => [state.from === null ? time.low : Math.max(time.low, state.from), state.until === null ? time.high : Math.min(time.high, state.until)];

  /* Show from `from` until `until`, in either order; all of the time is no filter. */
  time.select = function (from, until, how) {
    const [low, high] = [Math.max(time.low, Math.min(from, until)), Math.min(time.high, Math.max(from, until))];
    front.change(now => {
      now.from = low <= time.low ? null : low;
      now.until = high >= time.high ? null : high;
    }, how);
  };

  /* Move the period by whole columns, as far as it goes; returns whether it moved. */
  time.step = function (by, how) {
    const [from, until] = period(), {starts} = time, n = starts.length - 1;
    if (state.from === null && state.until === null) {
      const only = by > 0 ? 0 : n - 1;
      time.select(starts[only], starts[only + 1] - 1, how);
      return true;
    }
    const left = time.column(from), right = time.column(until), move = Math.max(-left, Math.min(by, n - 1 - right));
    if (move) time.select(starts[left + move], starts[right + move + 1] - 1, how);
    return move !== 0;
  };

  front.views.push((result, now) => {
    const [from, until] = period(), left = time.x(from), right = Math.max(left + 1, time.x(until + 1));
    const whole = now.from === null && now.until === null;
    plot.classList.toggle('is-whole', whole);
    // However short the period is, each of the three stays wide enough to be hit.
    const wide = Math.max(24, right - left), middle = Math.max(0, Math.min(time.width - wide, (left + right - wide) / 2));
    handles.from.style.left = middle + 'px';
    pane.style.left = 24 + middle + 'px';
    pane.style.width = wide + 'px';
    handles.until.style.left = 24 + middle + wide + 'px';
    shades[0].style.width = left + 'px';
    shades[1].style.left = 24 + right + 'px';
    shades[1].style.width = Math.max(0, time.width - right) + 'px';
    tell(handles.from, from, front.day(from));
    tell(handles.until, until, front.day(until));
    tell(pane, from, say('time.span', {first: front.day(from), last: front.day(until)}));
  });

  function tell(handle, day, words) {
    Object.entries({valuemin: time.low, valuemax: time.high, valuenow: day, valuetext: words})
      .forEach(([name, value]) => handle.setAttribute('aria-' + name, value));
  }

  /* Arrows move by a column, Page keys by twelve, Home and End all the way. */
  const keys = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e6, End: 1e6};
  const toEdge = {from: i => time.starts[i], until: i => time.starts[i + 1] - 1};

  Object.entries(handles).forEach(([name, handle]) => handle.addEventListener('keydown', key => {
    if (!(key.key in keys)) return;
    key.preventDefault();
    const ends = period(), mine = name === 'from' ? 0 : 1, n = time.starts.length - 1;
    const i = Math.max(0, Math.min(n - 1, time.column(ends[mine]) + keys[key.key]));
    const day = toEdge[name](i);
    if (mine ? day < ends[0] : day > ends[1]) return;
    ends[mine] = day;
    time.select(...ends, 'replace');
  }));

  pane.addEventListener('keydown', key => {
    if (!(key.key in keys) && key.key !== ' ') return;
    key.preventDefault();
    if (key.key === ' ') time.play();
    else time.step(keys[key.key], 'replace');
  });

  /* Dragging chooses whole columns; a click without a drag chooses one. */
  let drag = null, frame = 0;
  const columnAt = event => time.column(time.low + (event.clientX - plot.getBoundingClientRect().left - 24) / time.width * (time.high + 1 - time.low));

  plot.addEventListener('pointerdown', event => {
    if (event.button) return;
    const [from, until] = period(), at = columnAt(event);
    const kind = event.target === handles.from ? 'from' : event.target === handles.until ? 'until' : event.target === pane ? 'pane' : 'new';
    drag = {kind, at, left: time.column(from), right: time.column(until)};
    plot.setPointerCapture(event.pointerId);
    if (kind === 'new') follow(event, 'push');
  });
  plot.addEventListener('pointermove', event => {
    if (!drag || frame) return;
    frame = requestAnimationFrame(() => { frame = 0; if (drag) follow(event, 'replace'); });
  });
  ['pointerup', 'pointercancel'].forEach(kind => plot.addEventListener(kind, event => {
    if (drag && kind === 'pointerup') follow(event, 'replace');
    drag = null;
  }));

  function follow(event, how) {
    const at = columnAt(event), n = time.starts.length - 1;
    let [a, b] = {new: [drag.at, at], from: [at, drag.right], until: [drag.left, at], pane: [drag.left, drag.right]}[drag.kind];
    if (drag.kind === 'pane') {
      const by = Math.max(-drag.left, Math.min(at - drag.at, n - 1 - drag.right));
      [a, b] = [a + by, b + by];
    }
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    time.select(time.starts[low], time.starts[high + 1] - 1, how);
  }
})();
