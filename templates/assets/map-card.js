/* The card of a mark, the drawer of events without a place, and the ties between the map and the list. */
(function () {
  'use strict';
  const {el, say, mark, of, kept, shown, link, tell} = FC.map;
  const PAGE = 30;

  /* Open a card with all `events` of a mark; Escape closes it and gives the focus back to `opener`. */
  FC.map.card = function (map, events, opener, group) {
    close(map);
    const state = of(map), card = el('section', {class: 'fc-card', role: 'dialog', tabindex: '-1'});
    state.card = {card, opener, events, head: group && group.head};
    fill(map, events, group);
    card.addEventListener('keydown', key => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      close(map, true);
    });
    L.DomEvent.disableClickPropagation(card);
    L.DomEvent.disableScrollPropagation(card);
    map.getContainer().append(card);
    if (opener && opener.classList) opener.setAttribute('aria-expanded', 'true');
    card.focus({preventScroll: true});
    map.fire('fc:card', {opened: true});
  };

  function fill(map, events, group) {
    const {card} = of(map).card, title = events.length > 1 ? say('here', {n: events.length}) : say('event');
    of(map).card.events = events;
    card.setAttribute('aria-label', title);
    card.replaceChildren(el('header', {}, el('h2', {}, title),
      el('button', {type: 'button', class: 'fc-close', 'aria-label': say('close'), click: () => close(map, true)}, '×')),
    ...listed(events, group));
  }

  /* What the address calls the open card: its event, or the point of the mark that several share. */
  FC.map.cardOf = map => {
    const {card} = of(map);
    return !card ? '' : card.head && card.events.length > 1 ? card.head.lat + '/' + card.head.lng : card.events[0].id;
  };

  /* Open the card that an address names; what is not shown now opens nothing. */
  FC.map.cardOn = (map, id) => {
    const event = find(map, id), made = FC.map.markOf(map, id);
    if (!event || !kept()(event)) return;
    FC.map.card(map, [event], made && made.button);
    FC.map.light(map, [id]);
  };

  FC.map.cardAt = (map, lat, lng) => {
    const {sites} = FC.map.sites(map), site = sites.find(one => one.group && one.lat === lat && one.lng === lng);
    const made = site && of(map).marks.get(site.group.head);
    if (made) FC.map.card(map, FC.map.eventsOf(map, site.group), made.button, site.group);
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
    const here = group ? event.shapes.filter(({site}) => site && site.group === group).map(shape => shape.visit) : event.visits;
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
    map.fire('fc:card', {opened: false});
    if (!back) return;
    const made = FC.map.markOf(map, open.events[0].id), home = open.opener && open.opener.isConnected ? open.opener : made && made.button;
    (home || map.getContainer()).focus({preventScroll: true});
  }
  FC.map.close = close;

  /* Events whose place nobody says: counted and listed beside the map, unless the page lists them itself. */
  function drawer(map) {
    const state = of(map), events = [], keep = kept();
    if (document.querySelector('[data-drawer]')) return;
    shown(map).forEach(layer => events.push(...layer.unplaced.filter(keep)));
    if (state.drawer) state.drawer.remove();
    state.drawer = null;
    if (!events.length) return;
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
    map.on('fc:changed', () => {
      drawer(map);
      if (!FC.front) buttons(map);
      if (of(map).card) again(map);
    });
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

  /* The map shows what the list shows, and so does a card that is open, as long as there is anything in it. */
  const follow = map => map.fire('fc:changed');

  function again(map) {
    const {card, head, events} = of(map).card;
    const left = head && head.group ? FC.map.eventsOf(map, head.group) : events.filter(kept());
    const held = card.contains(document.activeElement);
    if (!left.length) close(map, held);
    else if (left.length !== events.length || left.some((event, i) => event !== events[i])) {
      fill(map, left, head && head.group);
      if (held) card.focus({preventScroll: true});
    }
  }

  const hovered = name => ({target, relatedTarget}) => {
    const row = rowOf(target);
    if (row && row !== rowOf(relatedTarget)) tell(name, {events: [row.dataset.event], from: 'list'});
  };

  /* Bring all places of an event into view; returns whether it has any. */
  FC.map.fitEvent = (map, id) => {
    const event = find(map, id), bounds = L.latLngBounds([]);
    if (!event) return false;
    event.layer.paths.forEach(path => { if (path.events.includes(event)) bounds.extend(FC.map.boundsOf(map, path)); });
    event.shapes.forEach(shape => { if (shape.lng !== null) bounds.extend([shape.lat, shape.lng]); });
    if (bounds.isValid()) map.fitBounds(bounds.pad(0.15), {maxZoom: 9, animate: false});
    return bounds.isValid();
  };

  function show(map, id, opener) {
    const event = find(map, id);
    if (!event) return;
    FC.map.fitEvent(map, id);
    map.getContainer().scrollIntoView({block: 'nearest'});
    FC.map.card(map, [event], opener);
    FC.map.light(map, [id]);
  }

  function find(map, id) {
    const event = of(map).byId.get(id);
    return event && shown(map).includes(event.layer) ? event : null;
  }

  /* A row gets its button only where there is a map to show it on. */
  function buttons(map) {
    const {byId} = of(map);
    document.querySelectorAll('[data-event]').forEach(row => {
      const event = byId.get(row.dataset.event);
      if (!event || !event.shapes.length || row.querySelector('.show-on-map')) return;
      row.append(el('button', {type: 'button', class: 'show-on-map',
        'aria-label': say('show') + ': ' + event.title, click: () => tell('fc:open', {event: event.id})}, say('show')));
    });
  }
})();
