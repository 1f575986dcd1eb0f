/* "Download what you see": the lines of the published files that belong to the events shown, and no others. */
(function () {
  'use strict';
  const FC = window.FC = window.FC || {};
  const WAYS = [
    ['events.csv', 'text/csv', 'CSV'],
    ['claims.csv', 'text/csv', 'take.claims'],
    ['events.geojson', 'application/geo+json', 'GeoJSON'],
  ];
  const home = document.querySelector('[data-take]');
  if (!home) return;

  const say = (key, values) => ((FC.words || {})[key] || key)
    .replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));

  /* The filters know what is shown; without them it is every event that the page lists. */
  function shown() {
    const ids = typeof FC.shown === 'function' ? FC.shown()
      : Array.from(document.querySelectorAll('.row[data-event]'), row => row.dataset.event);
    return new Set(ids);
  }

  /* A script, not a request: it also loads from a USB stick. */
  function load(name) {
    return new Promise((done, failed) => {
      if ((FC.files || {})[name]) { done(FC.files[name]); return; }
      const script = document.createElement('script');
      script.src = home.dataset.take + 'scripts/' + name + '.js';
      script.addEventListener('load', () => done(FC.files[name]));
      script.addEventListener('error', failed);
      document.head.append(script);
    });
  }

  /* A line break between quotes belongs to its cell. */
  function records(text) {
    const found = [];
    let quoted = false, start = 0;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === '"') quoted = !quoted;
      else if (text[i] === '\n' && !quoted) { found.push(text.slice(start, i + 1)); start = i + 1; }
    }
    return found;
  }

  function rows(text, ids) {
    const [names, tags, ...rest] = records(text);
    return [names, tags, ...rest.filter(line => ids.has(line.slice(0, line.indexOf(','))))].join('');
  }

  function features(collection, ids) {
    const kept = collection.features.filter(feature => ids.has(feature.properties.event));
    const {bbox, withdrawn, features: all, ...head} = collection;
    return JSON.stringify({...head, features: kept}) + '\n';
  }

  function save(name, type, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], {type}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function take(name, type) {
    const ids = shown();
    try {
      const file = await load(name);
      save('shown-' + name, type, typeof file === 'string' ? rows(file, ids) : features(file, ids));
    } catch (missing) {
      status.textContent = say('take.failed');
    }
  }

  const words = document.createElement('span');
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const buttons = WAYS.map(([name, type, label]) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = say(label);
    made.addEventListener('click', () => take(name, type));
    return made;
  });

  function count() {
    const n = shown().size;
    words.textContent = say('take', {n: n.toLocaleString(document.documentElement.lang)}) + ' ';
    buttons.forEach(made => { made.disabled = n === 0; });
  }

  home.prepend(words, ...buttons.flatMap(made => [made, ' ']), status, document.createElement('br'));
  document.addEventListener('fc:shown', count);
  count();
})();
