/* The address says what is on the screen, after the #: it works from a file, and no server ever gets to see it. */
(function () {
  'use strict';
  const {front} = FC;
  const {state, facets} = front;
  const DAY = 86400000;
  const home = document.querySelector('main');
  const parts = [];
  let given = new URLSearchParams(), reading = false;

  front.dayOf = words => (/^\d{4}-\d\d-\d\d$/.test(words) && !isNaN(Date.parse(words)) ? Date.parse(words) / DAY : null);
  front.written = day => (day === null ? '' : new Date(day * DAY).toISOString().slice(0, 10));

  function chosen() {
    const words = [];
    facets.forEach((choices, id) => {
      const named = front.chosen(id);
      words.push([id, [...choices.keys()].filter(one => named.has(one)).join(',')]);
    });
    return [...words, ['from', front.written(state.from)], ['until', front.written(state.until)]];
  }

  /* In one order; what a part of the page that is not there yet would say stays as it was given. */
  function address() {
    const said = new Map(front.names.map(name => [name, given.get(name)]));
    parts.forEach(part => part.write().forEach(([name, words]) => said.set(name, words)));
    return [...chosen(), ...said].filter(([, words]) => words).map(([name, words]) => name + '=' + words).join('&');
  }

  /* Read the address; what it names and this site does not have is passed over. */
  function read() {
    given = new URLSearchParams(location.hash.slice(1));
    state.chosen = new Map();
    facets.forEach((choices, id) => {
      const named = (given.get(id) || '').split(',').filter(one => choices.has(one));
      if (named.length) state.chosen.set(id, new Set(named));
    });
    state.from = front.dayOf(given.get('from') || '');
    state.until = front.dayOf(given.get('until') || '');
  }

  function tell(some) {
    reading = true;
    some.forEach(part => part.read(given));
    reading = false;
  }

  /* A part of the page that has something to say: `write` returns names with words (empty: nothing), `read` takes the
     whole address. */
  front.names = ['map', 'card', 'off', 'open'];
  front.part = part => {
    parts.push(part);
    tell([part]);
  };

  front.write = how => {
    const words = address();
    if (reading || how === 'none' || words === location.hash.slice(1)) return;
    try {
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', words ? '#' + words : location.pathname + location.search);
    } catch (refused) { /* the browser counts changes: the next one that it allows says it all */ }
  };

  /* A link inside the page goes there and leaves the address as it is. */
  function inside(click) {
    const link = click.target.closest('a[href^="#"]');
    const goal = link && link.hash.length > 1 && document.getElementById(link.hash.slice(1));
    if (!goal || click.metaKey || click.ctrlKey) return;
    click.preventDefault();
    goal.scrollIntoView();
    goal.focus({preventScroll: true});
  }

  function again() {
    if (location.hash && !location.hash.includes('=')) return;
    read();
    front.show();
    tell(parts);
  }

  front.starts.push(() => {
    read();
    front.show();
    addEventListener('popstate', again);
    if (home) home.addEventListener('click', inside);
  });
})();
