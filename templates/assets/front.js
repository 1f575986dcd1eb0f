/* What the reader has chosen and which events that leaves: the one set that list, map and timeline show. */
(function () {
  'use strict';
  const FC = window.FC;
  const {sets, table} = FC;
  const size = table.ids.length;
  const views = [];
  const facets = new Map(Object.entries(table.facets).map(([id, choices]) =>
    [id, new Map(choices.map(([choice, steps]) => [choice, sets.of(size, steps)]))]));
  const state = {chosen: new Map(), from: null, until: null, narrowed: new Map()};
  let result = null;

  /* Of what is known well, all must hold; of every other facet, one choice is enough. */
  const wanted = (id, choices) => (id === 'known' ? sets.all : sets.any)(choices.map(one => facets.get(id).get(one)));

  /* An event is in a period if any of its days may be: one known to the month is there in all of the month. */
  function during(from, until) {
    const bits = sets.empty(size), {first, last} = table;
    for (let rank = 0; rank < size; rank++) {
      const after = until !== null && first[rank] !== null && first[rank] > until;
      const before = from !== null && last[rank] !== null && last[rank] < from;
      if (!after && !before) sets.add(bits, rank);
    }
    return bits;
  }

  /* What each facet leaves, by its id; those in which nothing is chosen leave everything and are not there. */
  function parts() {
    const found = new Map();
    state.chosen.forEach((choices, id) => { if (choices.size) found.set(id, wanted(id, [...choices])); });
    if (state.from !== null || state.until !== null) found.set('time', during(state.from, state.until));
    state.narrowed.forEach((bits, id) => found.set('narrowed ' + id, bits));
    return found;
  }

  const everything = sets.full(size);
  const joined = (found, without) => sets.all([everything, ...[...found].filter(([id]) => id !== without).map(([, bits]) => bits)]);

  /* `bits` is the set; `rest(id)` what there would be without one facet, which its own counts are taken from. */
  function compute() {
    const found = parts(), rests = new Map();
    const bits = joined(found);
    const rest = id => {
      if (!found.has(id)) return bits;
      if (!rests.has(id)) rests.set(id, joined(found, id));
      return rests.get(id);
    };
    return {bits, rest, count: sets.count(bits), total: size, filtered: found.size > 0, active: [...found.keys()]};
  }

  function show() {
    result = compute();
    views.forEach(view => view(result, state));
    document.dispatchEvent(new CustomEvent('fc:shown', {detail: {count: result.count, total: size}}));
  }

  /* Change what is chosen; `how` is 'push' (a step for the Back button), 'replace' (still moving) or 'none'. */
  function change(mutate, how) {
    mutate(state);
    show();
    FC.front.write(how || 'push');
  }

  const chosen = id => state.chosen.get(id) || new Set();

  function choose(id, choice, on) {
    const next = new Set(chosen(id));
    next[on ? 'add' : 'delete'](choice);
    change(now => now.chosen.set(id, next));
  }

  function reset() {
    change(now => Object.assign(now, {chosen: new Map(), from: null, until: null, narrowed: new Map()}));
  }

  /* Another part of the page, such as a search, leaves only some events, or (null) all of them again. */
  function narrow(name, ids) {
    const ranks = ids && new Set(ids), bits = sets.empty(size);
    if (ranks) table.ids.forEach((id, rank) => { if (ranks.has(id)) sets.add(bits, rank); });
    if (ranks) state.narrowed.set(name, bits);
    else state.narrowed.delete(name);
    show();
  }

  /* The ids of the events shown, newest first: for whatever saves or copies them. */
  FC.shown = function () {
    const ids = [];
    sets.each(result ? result.bits : everything, rank => { ids.push(table.ids[rank]); });
    return ids;
  };

  FC.front = {
    state, facets, views, starts: [], change, choose, chosen, reset, narrow, show, write() {},
    get result() { return result; },
  };

  /* Every other script of the page has loaded by then. */
  document.addEventListener('DOMContentLoaded', () => FC.front.starts.forEach(start => start()));
})();
