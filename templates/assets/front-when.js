/* Beside the timeline: two days to type, steps, play, and the same numbers as a table. The days stand among the filters, too. */
(function () {
  'use strict';
  const {front} = FC;
  const {say, el, state, number, time} = front;
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const BEAT = 900;

  /* A day typed into a field counts as soon as it is one. */
  function field(end) {
    const made = el('input', {type: 'date', change: () => front.change(now => { now[end] = front.dayOf(made.value); })});
    front.views.push(() => {
      const words = front.written(state[end]);
      if (made.value !== words && document.activeElement !== made) made.value = words;
    });
    if (time) made.addEventListener('focus', () => {
      made.min = front.written(time.low);
      made.max = front.written(time.high);
    }, {once: true});
    return el('label', {}, say('time.' + end) + ' ', made);
  }

  const among = document.querySelector('[data-when]');
  if (among) {
    among.replaceChildren(el('p', {class: 'time-fields'}, field('from'), field('until')),
      time ? el('p', {}, el('a', {href: '#after-map'}, say('time.to'))) : '');
    const panel = among.parentElement;
    front.views.push(() => panel.classList.toggle('is-active', state.from !== null || state.until !== null));
  }
  if (!time) return;

  const button = (words, click) => el('button', {type: 'button', click}, say(words));
  let playing = 0;

  function stop() {
    clearInterval(playing);
    playing = 0;
    play.textContent = say('time.play');
    play.setAttribute('aria-pressed', 'false');
  }

  /* The period moves on by itself, a column a beat; for readers who want no motion each press is one step. */
  time.play = function () {
    if (playing) return stop();
    if (still.matches) return void time.step(1, 'replace');
    time.step(1);
    playing = setInterval(() => { if (!time.step(1, 'replace')) stop(); }, BEAT);
    play.textContent = say('time.stop');
    play.setAttribute('aria-pressed', 'true');
    return undefined;
  };

  const play = button('time.play', time.play);
  play.className = 'time-play';
  play.setAttribute('aria-pressed', 'false');
  const whole = button('time.all', () => time.select(time.low, time.high));
  document.addEventListener('visibilitychange', () => { if (document.hidden && playing) stop(); });
  front.views.push(() => { whole.disabled = state.from === null && state.until === null; });

  const body = el('tbody'), table = el('details', {class: 'time-table', toggle: () => fill()},
    el('summary', {}, say('time.table')), el('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': say('time.table')}, el('table', {}, el('thead', {}, el('tr', {},
      ...['period', 'day', 'vague'].map(words => el('th', {scope: 'col'}, say('time.' + words))))), body)));

  function fill() {
    if (!table.open || !time.last) return;
    const {exact, less, long} = time.last;
    body.replaceChildren(...exact.map((n, i) => (n || less[i] ? el('tr', {}, el('th', {scope: 'row'}, front.period(i)),
      el('td', {}, number(n)), el('td', {}, number(less[i]))) : '')));
    if (long.length) body.append(el('tr', {}, el('td', {colspan: '3'}, say('time.rest', {n: number(long.length)}))));
  }
  front.views.push(fill);

  time.bar.append(el('div', {class: 'time-side'},
    el('p', {class: 'time-fields'}, field('from'), field('until')),
    el('p', {class: 'time-buttons'}, button('time.earlier', () => time.step(-1)), play, button('time.later', () => time.step(1)), whole)),
  el('div', {class: 'time-main'}, time.plot, table));
})();
