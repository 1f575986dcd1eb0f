/* What is chosen, each a button that takes it back; how many events that leaves; and how to see more where it is none. */
(function () {
  'use strict';
  const {front, sets} = FC;
  const {el, say, number} = front;
  const home = document.querySelector('[data-chosen]'), counted = document.querySelector('[data-count]');
  const list = document.querySelector('[data-list]');
  if (!home || !counted || !list) return;
  const days = new Intl.DateTimeFormat(document.documentElement.lang, {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
  const plain = counted.textContent;

  front.day = day => (day === null ? '…' : days.format(day * 86400000));

  /* Everything that narrows the set: its words, how to take it back, and which facet it belongs to. */
  function chosen(state) {
    const found = [];
    state.chosen.forEach((choices, id) => choices.forEach(choice => found.push({
      facet: id, words: front.words.get(id + ' ' + choice) || choice, drop: () => front.choose(id, choice, false)})));
    if (state.from !== null || state.until !== null) found.push({facet: 'time',
      words: say('time.span', {first: front.day(state.from), last: front.day(state.until)}),
      drop: () => front.change(now => { now.from = now.until = null; })});
    return found;
  }

  /* A button that goes away hands its focus to the next one, else to the list's count. */
  function keepFocus(write) {
    const all = [...home.querySelectorAll('button')], had = all.indexOf(document.activeElement);
    write();
    if (had < 0) return;
    const now = [...home.querySelectorAll('button')];
    (now[Math.min(had, now.length - 1)] || counted).focus();
  }

  front.views.push((result, state) => keepFocus(() => {
    const all = chosen(state);
    home.replaceChildren(...(result.filtered ? [el('ul', {'aria-label': say('front.chosen')},
      ...all.map(({words, drop}) => el('li', {}, el('button', {type: 'button', class: 'chip', click: drop,
        'aria-label': say('front.drop', {what: words})}, words))),
      el('li', {}, el('button', {type: 'button', class: 'reset', click: front.reset}, say('front.reset'))))] : []));
  }));

  let waiting = null;

  /* Said once the reader has stopped changing, so that no count is read out only to be outdated. */
  front.views.push(result => {
    clearTimeout(waiting);
    const words = result.filtered ? say('front.count', {n: number(result.count), all: number(result.total)}) : plain;
    waiting = setTimeout(() => { if (counted.textContent !== words) counted.textContent = words; }, 60);
  });

  const nothing = el('div', {class: 'nothing'});
  list.before(nothing);

  /* Where nothing is left: what there would be without each thing that was chosen. */
  front.views.push((result, state) => {
    if (result.count) return nothing.replaceChildren();
    const offers = chosen(state).map(({facet, words, drop}) => ({words, drop, n: sets.count(without(result, state, facet, words))}));
    nothing.replaceChildren(el('p', {}, el('strong', {}, say('front.none')), ' ', say('front.widen')),
      el('ul', {}, ...offers.filter(({n}) => n).sort((a, b) => b.n - a.n).map(({words, drop, n}) => el('li', {},
        el('button', {type: 'button', click: drop}, say('front.without', {what: words, n: number(n)}))))),
      el('p', {}, el('button', {type: 'button', click: front.reset}, say('front.reset'))));
    return undefined;
  });

  /* Of several choices in one facet, only the one is left out. */
  function without(result, state, facet, words) {
    const rest = result.rest(facet), others = [...front.chosen(facet)].filter(one => front.words.get(facet + ' ' + one) !== words);
    if (!others.length) return rest;
    const join = facet === 'known' ? sets.all : sets.any;
    return sets.all([rest, join(others.map(one => front.facets.get(facet).get(one)))]);
  }
})();
