/* The list shows the set: rows of the page come and go, older events than the page holds are added from the map's data. */
(function () {
  'use strict';
  const {front, sets, table} = FC;
  const {el, say, number} = front;
  const home = document.querySelector('[data-list]');
  if (!home) return;
  const PAGE = 30;
  const rows = new Map([...home.querySelectorAll('.row')].map(row => [row.dataset.event, row]));
  const years = [...home.querySelectorAll('.year')].map(year => ({year, rows: [...year.querySelectorAll('.row')]}));
  const ranked = table.ids.map(id => rows.get(id));
  const rest = home.querySelector('.months');
  const older = el('section', {class: 'year', hidden: ''});
  if (years.length) years[years.length - 1].year.after(older);
  let most = PAGE, known = null;

  /* The map's data by rank, which hold every event's title: asked for when the first is wanted. */
  function details() {
    if (known) return known;
    if (!FC.data) return front.map && front.map() && [];
    known = [];
    Object.entries(FC.data).forEach(([id, {label, mark, events}]) => events.rank.forEach((rank, i) => {
      known[rank] = {id, label, mark, title: events.title[i], date: events.date[i], level: events.level.words[events.level.of[i]], disputed: events.disputed[i]};
    }));
    return known;
  }

  function row(rank) {
    const id = table.ids[rank], about = details()[rank] || {};
    const verdict = about.level ? [say('level.' + about.level), about.disputed ? say('disputed') : ''].filter(Boolean) : [];
    return el('li', {class: 'row', 'data-event': id},
      about.mark ? FC.map.mark({id: about.id, data: about}, about) : el('span'),
      el('div', {}, el('p', {class: 'row-when'}, about.date || ''),
        el('h3', {}, el('a', {href: 'events/' + encodeURIComponent(id) + '.html'}, about.title || id)),
        el('p', {class: 'facts'}, [about.label, ...verdict].filter(Boolean).join(' · ')),
        el('p', {class: 'actions'}, front.toMap ? front.toMap(id, about.title || id) : null)));
  }

  function write(result) {
    const wanted = [];
    let shown = 0;
    ranked.forEach((row, rank) => {
      if (!row) return;
      row.hidden = !sets.has(result.bits, rank);
      shown += !row.hidden;
    });
    years.forEach(({year, rows: inside}) => { year.hidden = inside.every(row => row.hidden); });
    if (result.filtered) sets.each(result.bits, rank => {
      if (!ranked[rank]) wanted.push(rank);
      return wanted.length < most;
    });
    if (rest) rest.hidden = result.filtered;
    older.hidden = !wanted.length;
    const left = result.count - shown - wanted.length;
    older.replaceChildren(...(wanted.length ? [el('h2', {}, say('front.older')), el('ul', {class: 'rows'}, ...wanted.map(row)),
      left > 0 ? el('button', {type: 'button', click: () => more(result)}, say('front.more', {n: number(Math.min(left, PAGE))})) : null].filter(Boolean) : []));
  }

  function more(result) {
    const before = older.querySelectorAll('.row').length;
    most += PAGE;
    write(result);
    const next = older.querySelectorAll('.row a')[before];
    if (next) next.focus();
  }

  front.views.push(result => { most = PAGE; write(result); });

  /* The drawer of events without a place follows the set, too. */
  const drawer = document.querySelector('[data-drawer]');
  if (!drawer) return;
  const summary = drawer.querySelector('summary'), words = summary.textContent;
  const ranks = new Map(table.ids.map((id, rank) => [id, rank]));
  const unplaced = [...drawer.querySelectorAll('[data-unplaced]')];
  front.views.push(result => {
    unplaced.forEach(item => { item.hidden = !sets.has(result.bits, ranks.get(item.dataset.unplaced)); });
    const n = unplaced.filter(item => !item.hidden).length;
    summary.textContent = result.filtered ? say('front.unplaced', {n: number(n)}) : words;
    drawer.hidden = !n;
  });
})();
