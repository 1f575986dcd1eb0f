/* A story beside its map: the map follows what is read, by scrolling, by buttons and by arrow keys.
   The page is whole without it; the map's files are loaded after the page is shown, and only where it has room. */
(function () {
  'use strict';
  const side = document.querySelector('[data-story]');
  const steps = [...document.querySelectorAll('.step')];
  if (!side || !steps.length) return;

  const root = document.documentElement;
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const wide = matchMedia('(min-width: 64rem)');
  const status = side.querySelector('[role=status]');
  const buttons = [...side.querySelectorAll('[data-go]')];
  let current = 0, map = null, asked = false, failed = false, going = null;

  /* The address names the step, without a new entry in the history for each. */
  function address(step) {
    try { history.replaceState(history.state, '', '#' + step.id); } catch (refused) { /* the page works without */ }
  }

  function mark(index, told) {
    const changed = index !== current || told;
    current = index;
    steps.forEach((step, i) => {
      step.classList.toggle('is-current', i === index);
      if (i === index) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    });
    status.textContent = status.dataset.words.replace('{n}', steps[index].dataset.step);
    buttons.forEach(button => { button.disabled = !steps[index + Number(button.dataset.go)]; });
    if (changed) follow();
  }

  /* Move the map to where the step is, and light up its event. */
  function follow() {
    if (!map) return;
    const [west, south, east, north] = steps[current].dataset.view.split(' ').map(Number);
    if (north !== undefined) {
      const box = [[south, west], [north, east]];
      if (still.matches) map.fitBounds(box, {animate: false});
      else map.flyToBounds(box, {duration: 0.9});
    }
    FC.map.light(map, steps[current].dataset.lights || null);
  }

  function go(index, focus) {
    const step = steps[index];
    if (!step) return;
    const held = document.activeElement;
    going = index;
    mark(index);
    address(step);
    step.scrollIntoView({behavior: still.matches ? 'auto' : 'smooth', block: 'start'});
    if (focus) step.focus({preventScroll: true});
    else if (held && held.disabled) buttons.find(button => !button.disabled).focus({preventScroll: true});
    setTimeout(() => { going = null; }, still.matches ? 100 : 900);
  }

  const KEYS = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

  function keys(event) {
    const by = KEYS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const inBar = Boolean(event.target.closest('.story-bar'));
    if (!inBar && !event.target.classList.contains('step')) return;
    event.preventDefault();
    go(current + by, !inBar);
  }

  /* The step that crosses the upper third of the window is the one being read. */
  function watch() {
    const seen = new IntersectionObserver(found => {
      if (going !== null) return;
      const entry = found.filter(one => one.isIntersecting).pop();
      if (!entry) return;
      const index = steps.indexOf(entry.target);
      if (index === current) return;
      mark(index);
      address(entry.target);
    }, {rootMargin: '-30% 0px -65% 0px'});
    steps.forEach(step => seen.observe(step));
  }

  function named() {
    return steps.findIndex(step => '#' + step.id === location.hash);
  }

  /* The page takes its shape before it is shown, so that nothing jumps when the map comes. */
  function shape() {
    root.classList.toggle('story-live', wide.matches && !failed);
  }

  function load() {
    if (asked || !wide.matches) return;
    asked = true;
    FC.later(side).then(made => {
      map = made;
      failed = !map;
      shape();
      if (!map) return;
      const layers = map.getContainer().querySelector('.fc-layers');
      if (layers) layers.open = false;
      follow();
    });
  }

  side.hidden = false;
  buttons.forEach(button => button.addEventListener('click', () => go(current + Number(button.dataset.go))));
  document.addEventListener('keydown', keys);
  addEventListener('hashchange', () => { if (named() >= 0) mark(named()); });
  wide.addEventListener('change', () => { shape(); if (map) map.invalidateSize(); load(); });
  shape();
  mark(Math.max(named(), 0), true);
  addEventListener('load', () => {
    if (current) steps[current].scrollIntoView();
    watch();
    setTimeout(load);
  });
})();
