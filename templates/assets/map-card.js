/* The card of a mark, the drawer of events without a place, and the ties between the map and the list. */
(function () {
  'use strict';
  const {el, say, mark, of, kept, shown, link, tell} = FC.map;
  const PAGE = 30;

  /* Open a card with all `events` of a mark; Escape closes it and gives the focus back to `opener`. */
  FC.map.card = function (map, events, opener, group) {
    close(map);
    const state = of(map);
    const title = events.length > 1 ? say('here', {n: events.length}) : say('event');
    const card = el('section', {class: 'fc-card', role: 'dialog', 'aria-label': title, tabindex: '-1'},
      el('header', {}, el('h2', {}, title),
        el('button', {type: 'button', class: 'fc-close', 'aria-label': say('close'), click: () => close(map, true)}, '×')),
      ...listed(events, group));
    card.addEventListener('keydown', key => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      close(map, true);
    });
    L.DomEvent.disableClickPropagation(card);
    L.DomEvent.disableScrollPropagation(card);
    state.card = {card, opener, events};
    map.getContainer().append(card);
    if (opener && opener.classList) opener.setAttribute('aria-expanded', 'true');
    card.focus({preventScroll: true});
  };

  /* The events of a card, thirty and then thirty more, so that thousands in one town do not stop the page. */
  function listed(events, group) {
    const list = el('ul', {}), more = el('button', {type: 'button', class: 'fc-more', click: () => add(true)});
    const add = asked => {
      const from = list.children.length, left = events.length - from - PAGE;
      list.append(...events.slice(from, from + PAGE).map(event => entry(event, group)));
      more.textContent = say('more', {n: Math.min(left, PAGE)});
      more.hidden = left <= 0;
      const next = asked && list.children[from].querySelector('a');
      if (next) next.focus();
    };
    add(false);
    return events.length > PAGE ? [list, more] : [list];
  }

  function entry(event, group) {
    const address = link(event);
    const here = group ? group.spots.filter(spot => spot.event === event).map(spot => spot.visit) : event.visits;
    return el('li', {},
      el('p', {class: 'fc-kind'}, mark(event.layer, event), event.layer.data.label),
      el('h3', {}, address ? el('a', {href: address}, event.title) : event.title),
      el('p', {class: 'fc-facts'}, event.date + ' · ' + FC.map.verdict(event)),
      ...[...new Set(here)].map(visit => el('p', {class: 'fc-where'}, where(visit))));
  }

  function where({place, role, known}) {
    const named = role === 'scene' ? place : [say('role.' + role), place].filter(Boolean).join(': ');
    return [named, say('precision.' + known)].filter(Boolean).join(' · ');
  }

  function close(map, back) {
    const open = of(map).card;
    if (!open) return;
    of(map).card = null;
    open.card.remove();
    if (open.opener && open.opener.removeAttribute) open.opener.removeAttribute('aria-expanded');
    if (!back) return;
    const home = open.opener && open.opener.isConnected ? open.opener : FC.map.buttonOf(map, open.events[0].id);
    (home || map.getContainer()).focus({preventScroll: true});
  }

  /* Events whose place nobody says: counted and listed beside the map, unless the page lists them itself. */
  function drawer(map) {
    const state = of(map);
    const events = [], keep = kept();
    shown(map).forEach(layer => events.push(...layer.events.filter(event => !event.shapes.length && keep(event))));
    if (state.drawer) state.drawer.remove();
    state.drawer = null;
    if (!events.length || document.querySelector('[data-drawer]')) return;
    events.sort((a, b) => a.rank - b.rank);
    state.drawer = el('details', {class: 'fc-drawer'}, el('summary', {}, say('unplaced', {n: events.length})),
      el('ul', {}, ...events.map(event => entry(event))));
    map.getContainer().after(state.drawer);
  }

  const rowOf = target => (target && target.closest ? target.closest('[data-event]') : null);

  function rows(ids, on) {
    const all = new Set(ids);
    document.querySelectorAll('[data-event]').forEach(row => { if (all.has(row.dataset.event)) row.classList.toggle('is-lit', on); });
  }

  /* Hovering or focusing a row lights up the map; hovering or focusing a mark lights up the row. */
  FC.map.listen = function (map) {
    let frame = 0;
    map.on('fc:changed', () => { drawer(map); buttons(map); });
    map.on('click', () => close(map));
    map.getContainer().addEventListener('keydown', key => { if (key.key === 'Escape') close(map, true); });
    document.addEventListener('fc:focus', ({detail}) => {
      FC.map.light(map, detail.events);
      rows(detail.events, true);
    });
    document.addEventListener('fc:blur', ({detail}) => {
      FC.map.light(map, null);
      rows(detail.events, false);
    });
    document.addEventListener('fc:shown', () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => follow(map));
    });
    document.addEventListener('fc:open', ({detail}) => show(map, detail.event, document.activeElement));
    ['mouseover', 'focusin'].forEach(kind => document.addEventListener(kind, hovered('fc:focus')));
    ['mouseout', 'focusout'].forEach(kind => document.addEventListener(kind, hovered('fc:blur')));
  };

  /* The map shows what the list shows; a card stays open as long as one of its events does. */
  function follow(map) {
    const open = of(map).card;
    map.fire('fc:changed');
    if (open && !open.events.some(kept())) close(map, open.card.contains(document.activeElement));
  }

  const hovered = name => ({target, relatedTarget}) => {
    const row = rowOf(target);
    if (row && row !== rowOf(relatedTarget)) tell(name, {events: [row.dataset.event], from: 'list'});
  };

  /* Bring all places of an event into view and open its card. */
  function show(map, id, opener) {
    const event = find(map, id);
    if (!event) return;
    const bounds = L.latLngBounds([]);
    event.layer.paths.forEach(path => { if (path.events.includes(event)) bounds.extend(path.line.getBounds()); });
    event.shapes.forEach(shape => { if (shape.lng !== null) bounds.extend([shape.lat, shape.lng]); });
    if (bounds.isValid()) map.fitBounds(bounds.pad(0.15), {maxZoom: 9, animate: false});
    map.getContainer().scrollIntoView({block: 'nearest'});
    FC.map.card(map, [event], opener);
    FC.map.light(map, [id]);
  }

  function find(map, id) {
    for (const layer of shown(map)) {
      const event = layer.events.find(one => one.id === id);
      if (event) return event;
    }
    return null;
  }

  /* A row gets its button only where there is a map to show it on. */
  function buttons(map) {
    const state = of(map);
    if (!state.byId || state.byId.layers !== state.layers.length) {
      state.byId = new Map([].concat(...state.layers.map(layer => layer.events.map(event => [event.id, event]))));
      state.byId.layers = state.layers.length;
    }
    document.querySelectorAll('[data-event]').forEach(row => {
      const event = state.byId.get(row.dataset.event);
      if (!event || !event.shapes.length || row.querySelector('.show-on-map')) return;
      (row.querySelector('[data-actions]') || row).append(el('button', {type: 'button', class: 'show-on-map',
        'aria-label': say('show') + ': ' + event.title, click: () => tell('fc:open', {event: event.id})}, say('show')));
    });
  }
})();
