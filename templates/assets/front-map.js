/* The map comes after the page: at once beside the list, else when it comes near or a row or the address asks for it. */
(function () {
  'use strict';
  const {front} = FC;
  const {say, el} = front;
  const home = document.querySelector('.front-map[data-map]');
  const beside = matchMedia('(min-width: 64rem)');
  if (!home) return;

  /* Promise the map (null where it cannot be had); once it is there it shows what the list shows. */
  front.map = () => FC.later(home).then(map => {
    if (map && !front.made) {
      front.made = map;
      if (front.result.filtered) front.show();
      document.dispatchEvent(new CustomEvent('fc:map', {detail: {map}}));
    }
    return map;
  });

  /* The drawer beside the map lists what has no place on it; every other row can be shown there. */
  const unplaced = new Set([...document.querySelectorAll('[data-unplaced]')].map(item => item.dataset.unplaced));
  front.toMap = (id, title) => (unplaced.has(id) ? null : el('button', {type: 'button', class: 'show-on-map',
    'aria-label': say('show') + ': ' + title, click: () => front.map().then(map => { if (map) FC.map.tell('fc:open', {event: id}); })}, say('show')));

  document.querySelectorAll('.row[data-event]').forEach(row => {
    const made = front.toMap(row.dataset.event, row.querySelector('h3').textContent.trim());
    if (made) row.querySelector('[data-actions]').append(made);
  });

  const near = new IntersectionObserver(found => {
    if (!found.some(one => one.isIntersecting)) return;
    near.disconnect();
    front.map();
  }, {rootMargin: '60% 0px'});
  near.observe(home);
  front.starts.push(() => { if (beside.matches || /[#&](map|card)=/.test(location.hash)) front.map(); });
})();
