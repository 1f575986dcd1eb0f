/* Every point at which something is drawn, with its events as plain numbers: counted anew at each change of a filter. */
(function () {
  'use strict';
  const {of, shown} = FC.map;

  /* A spot is its event's rank, its kind's number and whether it is a pin, in one number: rank << 8 | kind << 1 | pin. */
  const pack = (event, {form}) => event.rank << 8 | event.layer.order << 1 | (form === 'pin' ? 1 : 0);

  /* The site at a shape's point. */
  FC.map.siteOf = (state, {lng, lat}) => {
    const rows = state.rows = state.rows || new Map();
    if (!rows.has(lng)) rows.set(lng, new Map());
    const row = rows.get(lng);
    if (!row.has(lat)) row.set(lat, {lng, lat, spots: [], drawn: [], group: null, zoom: null, at: null});
    return row.get(lat);
  };

  function gather(state) {
    const byRank = [], found = new Map();
    state.layers.forEach(layer => layer.spots.forEach(shape => {
      if (!found.has(shape.site)) found.set(shape.site, []);
      found.get(shape.site).push(pack(shape.event, shape));
      byRank[shape.event.rank] = shape.event;
    }));
    found.forEach((spots, site) => { site.spots = Int32Array.from(new Set(spots)).sort(); });
    const sites = [...found.keys()].sort((a, b) => a.spots[0] - b.spots[0]);
    return {sites, byRank, layers: state.layers.length, seen: new Uint32Array(byRank.length), turn: 0};
  }

  /* The sites, the newest event's first, and which of their spots are `on`. */
  FC.map.sites = function (map) {
    const state = of(map);
    if (!state.all || state.all.layers !== state.layers.length) state.all = gather(state);
    const visible = new Set(shown(map)), on = state.layers.map(layer => visible.has(layer));
    const result = FC.front && FC.front.result, bits = result && result.filtered ? result.bits : null;
    state.all.on = spot => on[spot >> 1 & 127] && (!bits || (bits[spot >> 13] >>> (spot >> 8 & 31) & 1) === 1);
    return state.all;
  };

  /* Call `visit` with each spot of a group that is on, an event that has several of them only once. */
  function each(all, group, visit) {
    const turn = ++all.turn, {seen, on} = all;
    for (const {spots} of group.sites) {
      for (let i = 0; i < spots.length; i++) {
        const rank = spots[i] >> 8;
        if (seen[rank] === turn || !on(spots[i])) continue;
        seen[rank] = turn;
        visit(spots[i], rank);
      }
    }
  }

  /* How many events a group has, of which kinds, each with its newest event, and whether all of them are pins. */
  FC.map.tally = function (map, group) {
    const {all, layers} = of(map), counts = new Int32Array(layers.length), newest = new Int32Array(layers.length).fill(-1);
    let n = 0, pinned = true;
    each(all, group, (spot, rank) => {
      const kind = spot >> 1 & 127;
      n++;
      counts[kind]++;
      if (newest[kind] < 0 || rank < newest[kind]) newest[kind] = rank;
      if (!(spot & 1)) pinned = false;
    });
    const kinds = layers.map((layer, i) => ({layer, n: counts[i], first: all.byRank[newest[i]]})).filter(kind => kind.n);
    kinds.sort((a, b) => a.first.rank - b.first.rank);
    return {n, pinned, kinds, first: kinds[0].first};
  };

  /* The events of a group, in the order of the list. */
  FC.map.eventsOf = function (map, group) {
    const {all} = of(map), ranks = [];
    each(all, group, (spot, rank) => ranks.push(rank));
    return ranks.sort((a, b) => a - b).map(rank => all.byRank[rank]);
  };
})();
