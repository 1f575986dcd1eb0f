/* The address says what is chosen, after the #: it works from a file, and no server ever gets to see it. */
(function () {
  'use strict';
  const {front} = FC;
  const {state, facets} = front;
  const DAY = 86400000;
  const home = document.querySelector('main');

  front.dayOf = words => (/^\d{4}-\d\d-\d\d$/.test(words) && !isNaN(Date.parse(words)) ? Date.parse(words) / DAY : null);
  front.written = day => (day === null ? '' : new Date(day * DAY).toISOString().slice(0, 10));

  function address() {
    const words = [];
    facets.forEach((choices, id) => {
      const chosen = front.chosen(id);
      const inOrder = [...choices.keys()].filter(one => chosen.has(one));
      if (inOrder.length) words.push(id + '=' + inOrder.join(','));
    });
    if (state.from !== null) words.push('from=' + front.written(state.from));
    if (state.until !== null) words.push('until=' + front.written(state.until));
    return words.join('&');
  }

  /* Read the address; what it names and this site does not have is passed over. */
  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    state.chosen = new Map();
    facets.forEach((choices, id) => {
      const named = (given.get(id) || '').split(',').filter(one => choices.has(one));
      if (named.length) state.chosen.set(id, new Set(named));
    });
    state.from = front.dayOf(given.get('from') || '');
    state.until = front.dayOf(given.get('until') || '');
  }

  front.write = how => {
    const words = address();
    if (how === 'none' || words === location.hash.slice(1)) return;
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', words ? '#' + words : location.pathname + location.search);
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
  }

  front.start = () => {
    read();
    front.show();
    addEventListener('popstate', again);
    if (home) home.addEventListener('click', inside);
  };
})();
