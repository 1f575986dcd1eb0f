/* The search in the head of every page: a button opens it, and only then the index is loaded, as a script. */
(function () {
  'use strict';
  const FC = window.FC = window.FC || {};
  const MOST = {subjects: 6, events: 12};
  const home = document.querySelector('[data-search]');
  if (!home) return;
  const root = document.documentElement.dataset.root || '';
  const say = (key, values) => ((FC.words || {})[key] || key).replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  const button = el('button', {type: 'button', 'aria-expanded': 'false', 'aria-controls': 'search'}, say('search'));
  const input = el('input', {type: 'search', id: 'search-words', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', 'aria-describedby': 'search-note'});
  const status = el('p', {role: 'status', class: 'quiet'});
  const list = el('ul', {class: 'search-results', 'aria-label': say('search.results')});
  const note = el('p', {class: 'quiet', id: 'search-note'}, say('search.private'));
  const panel = el('div', {id: 'search', class: 'search-panel', role: 'search', hidden: ''},
    el('label', {for: 'search-words'}, say('search.label')), input, note, status, list);

  let loading = null;
  function load() {
    loading = loading || Promise.all(home.dataset.search.split(' ').map(path => new Promise((done, failed) => {
      const script = el('script', {src: root + path});
      script.async = false;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    })));
    return loading;
  }

  function open(wanted) {
    panel.hidden = !wanted;
    button.setAttribute('aria-expanded', String(wanted));
    if (wanted) input.focus();
  }

  function answer() {
    const question = input.value.trim();
    if (!question) { show([], ''); return; }
    load().then(() => {
      if (question !== input.value.trim()) return;
      const found = FC.find(question), {subjects, events} = found;
      const shown = [...subjects.slice(0, MOST.subjects), ...events.slice(0, MOST.events)];
      show(shown.map(one => item(one, found.known)), told(found, subjects.length + events.length, shown.length));
    }, () => { loading = null; show([], say('search.failed')); });
  }

  function told({alike}, count, shown) {
    if (!count) return say('search.none');
    const words = say(shown < count ? 'search.some' : 'search.count', {n: count, shown});
    return alike ? say('search.alike') + ' ' + words : words;
  }

  function show(items, words) {
    list.replaceChildren(...items);
    status.textContent = words;
  }

  function item({folder, path, title, note: more}, known) {
    const sort = say('search.' + folder), details = [sort, more].filter(Boolean).join(' · ');
    return el('li', {}, el('a', {href: root + path}, ...marked(title, known)), el('span', {class: 'quiet'}, ' ' + details));
  }

  /* What was asked for stands in <mark>; all of it is text. */
  function marked(title, known) {
    return title.split(/([\p{L}\p{M}\p{N}'’ʼ]+)/u).filter(Boolean).map(part => (known(part) ? el('mark', {}, part) : part));
  }

  function step(key) {
    const links = [input, ...list.querySelectorAll('a')], at = links.indexOf(document.activeElement);
    const next = links[at + (key === 'ArrowDown' ? 1 : -1)];
    if (at >= 0 && next) next.focus();
    return at >= 0;
  }

  button.addEventListener('click', () => open(panel.hidden));
  input.addEventListener('focus', () => load().catch(() => { loading = null; }));
  input.addEventListener('input', answer);
  panel.addEventListener('keydown', key => {
    if (key.key === 'Escape') {
      key.preventDefault();
      open(false);
      button.focus();
    } else if ((key.key === 'ArrowDown' || key.key === 'ArrowUp') && step(key.key)) key.preventDefault();
    else if (key.key === 'Enter' && key.target === input) step('ArrowDown');
  });
  home.replaceChildren(button);
  home.closest('.top').append(panel);
})();
