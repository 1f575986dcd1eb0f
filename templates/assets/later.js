/* A map after its page: the files it needs are loaded when it is wanted, side by side, and only once. */
(function () {
  'use strict';
  const FC = window.FC = window.FC || {};
  const asked = new WeakMap();

  function add(tag, attributes) {
    return new Promise(done => {
      const made = Object.assign(document.createElement(tag), attributes);
      made.onload = made.onerror = done;
      document.head.append(made);
    });
  }

  /* The last script makes the map, which is measured as it is made: it waits for the styles, too. */
  function load({styles, scripts, map}) {
    const all = scripts.split(' '), script = src => add('script', {src, async: false});
    const looks = Promise.all(styles.split(' ').map(href => add('link', {rel: 'stylesheet', href})));
    const parts = all.slice(0, -1).map(script);
    return looks.then(() => Promise.all([...parts, script(all[all.length - 1])])).then(() => window[map] || null);
  }

  /* Promise the map that an element's data-map, data-styles and data-scripts name; null where its files do not come. */
  FC.later = function (home) {
    if (!asked.has(home)) asked.set(home, load(home.dataset));
    return asked.get(home);
  };
})();
