/* What of the screen the address says beyond the filters: where the map is, what is open on it and beside it. */
(function () {
  'use strict';
  const {front} = FC;
  const {say, el} = front;
  const PAUSE = 250;
  let waiting = 0;

  /* Changed by hand many times a second: written once it rests. */
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => front.write('replace'), PAUSE);
  }

  /* As many decimals as a pixel is worth at that zoom. */
  const finely = zoom => Math.max(1, Math.ceil(zoom / 3.4));
  const at = (lat, lng, decimals) => Number(lat.toFixed(decimals)) + '/' + Number(lng.toFixed(decimals));

  function view(map) {
    const zoom = map.getZoom(), {lat, lng} = map.getCenter();
    return FC.map.isHome(map) ? '' : Number(zoom.toFixed(2)) + '/' + at(lat, lng, finely(zoom));
  }

  /* Without a view of its own an event that the address opens is brought into view. */
  function move(map, words, card) {
    const [zoom, lat, lng] = (words || '').split('/').map(Number);
    if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && zoom >= 0) map.setView([lat, lng], zoom, {animate: false});
    else if (card && !card.includes('/') && FC.map.fitEvent(map, card)) return;
    else if (!FC.map.isHome(map)) FC.map.home(map, {animate: false});
  }

  /* Layers that no filter stands for, by their number in the control. */
  const others = map => FC.map.of(map).others.map((group, i) => [group, String(i + 1)]);

  function layers(map, words) {
    const off = new Set((words || '').split(','));
    others(map).forEach(([group, number]) => {
      if (map.hasLayer(group) === off.has(number)) group[off.has(number) ? 'remove' : 'addTo'](map);
    });
  }

  /* A card of several events stands at its mark, a card of one is named after it. */
  function open(map, words) {
    const [lat, lng] = (words || '').split('/').map(Number);
    map.fire('fc:changed');
    if (!words) FC.map.close(map);
    else if (words !== FC.map.cardOf(map)) words.includes('/') ? FC.map.cardAt(map, lat, lng) : FC.map.cardOn(map, words);
  }

  document.addEventListener('fc:map', ({detail: {map}}) => {
    front.part({
      read: given => {
        layers(map, given.get('off'));
        move(map, given.get('map'), given.get('card'));
        open(map, given.get('card'));
        if (given.get('card')) map.getContainer().scrollIntoView({block: 'nearest'});
      },
      write: () => [['map', view(map)], ['card', FC.map.cardOf(map)],
        ['off', others(map).filter(([group]) => !map.hasLayer(group)).map(([, number]) => number).join(',')]],
    });
    map.on('moveend', soon);
    map.on('layeradd layerremove', ({layer}) => { if (FC.map.of(map).others.includes(layer)) soon(); });
    map.on('fc:card', ({opened}) => front.write(opened ? 'push' : 'replace'));
  });

  /* What opens on a click and stays open beside the list. */
  const panels = [['drawer', '[data-drawer]'], ['table', '.time-table']];
  front.starts.push(() => {
    const found = panels.map(([name, where]) => [name, document.querySelector(where)]).filter(([, panel]) => panel);
    front.part({
      read: given => {
        const wanted = (given.get('open') || '').split(',');
        found.forEach(([name, panel]) => { panel.open = wanted.includes(name); });
      },
      write: () => [['open', found.filter(([, panel]) => panel.open).map(([name]) => name).join(',')]],
    });
    found.forEach(([, panel]) => panel.addEventListener('toggle', soon));
    copy();
  });

  function copy() {
    const head = document.querySelector('.list-head'), status = el('span', {role: 'status', class: 'visually-hidden'});
    if (!head || !navigator.clipboard) return;
    const button = el('button', {type: 'button', class: 'copy-view', click: () => {
      clearTimeout(waiting);
      front.write('replace');
      navigator.clipboard.writeText(location.href).then(() => {
        button.textContent = status.textContent = say('copied');
        setTimeout(() => { button.textContent = say('front.copy'); status.textContent = ''; }, 2000);
      }, () => { /* refused: the address bar says the same */ });
    }}, say('front.copy'));
    head.append(' ', button, status);
  }
})();
