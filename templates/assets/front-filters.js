/* The filters: the page's lists of links become a form, every choice with how many events it would leave. */
(function () {
  'use strict';
  const {front, sets} = FC;
  const root = document.querySelector('[data-filters]');
  const lang = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(lang);

  front.say = (key, values) => (FC.words[key] || key).replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));
  front.number = n => numbers.format(n);
  front.el = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (typeof value === 'function') made.addEventListener(name, value);
      else if (value !== false && value !== undefined) made.setAttribute(name, value);
    });
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  };
  const {el, say, number} = front;
  const controls = [];

  /* A choice is called as the page is that its link leads to. */
  const choiceOf = item => decodeURIComponent(/([^/]*)\.html$/.exec(item.querySelector('a').getAttribute('href'))[1]);

  /* A link becomes a box to tick; its words and its mark stay the ones that were there. */
  function box(facet, item) {
    const choice = choiceOf(item), link = item.querySelector('a');
    const tick = el('input', {type: 'checkbox', change: () => front.choose(facet, choice, tick.checked)});
    const words = link.textContent.trim(), amount = el('b');
    item.querySelector('b').remove();
    link.replaceWith(el('label', {}, tick, ...link.childNodes, amount));
    return {facet, choice, words, home: item, write(n) {
      amount.textContent = number(n);
      tick.checked = front.chosen(facet).has(choice);
      item.classList.toggle('is-none', !n && !tick.checked);
    }};
  }

  /* Places lie inside each other and are many: they become one list to choose from. */
  function select(facet, list, name) {
    const items = [...list.children];
    const any = el('option', {value: ''}, say('front.any'));
    const made = el('select', {'aria-label': name, change: () => front.change(state => {
      state.chosen.set(facet, new Set(made.value ? [made.value] : []));
    })}, any);
    items.forEach(item => {
      const words = item.querySelector('a').textContent.trim(), choice = choiceOf(item), option = el('option', {value: choice});
      made.append(option);
      controls.push({facet, choice, words, home: made, write(n) {
        option.textContent = '\u2003'.repeat(Number(item.dataset.depth || 0)) + say('front.choices', {what: words, n: number(n)});
        option.selected = front.chosen(facet).has(option.value);
        option.disabled = !n && !option.selected;
      }});
    });
    front.views.push(() => { any.selected = !front.chosen(facet).size; });
    list.replaceWith(made);
  }

  function build(panel) {
    const name = panel.querySelector('summary').textContent.trim();
    panel.querySelectorAll('[data-facet]').forEach(list => {
      const facet = list.dataset.facet;
      list.setAttribute('aria-label', name);
      if (facet === 'place') select(facet, list, name);
      else [...list.children].forEach(item => controls.push(box(facet, item)));
      if (facet === 'known') panel.querySelector('.facet-panel').append(less());
    });
    if (!panel.querySelector('[data-facet], select')) return;
    count(panel, name);
    panel.addEventListener('toggle', () => { if (panel.open) write(panel); });
  }

  /* The numbers of a closed panel wait until it is opened. */
  function write(panel) {
    const {result} = front;
    controls.filter(({home}) => panel.contains(home)).forEach(control => {
      control.write(sets.count(front.facets.get(control.facet).get(control.choice), result.rest(control.facet)));
    });
  }

  /* How many events vanish because they are known less well. */
  function less() {
    const line = el('p', {class: 'quiet'});
    front.views.push(result => {
      const lost = sets.count(result.rest('known')) - result.count;
      line.textContent = front.chosen('known').size ? say('front.less', {n: number(lost)}) : '';
    });
    return line;
  }

  /* The heading of a closed panel says how many of its choices are ticked. */
  function count(panel, name) {
    const summary = panel.querySelector('summary'), own = controls.slice(-1)[0].facet;
    const ids = [...new Set([own, ...[...panel.querySelectorAll('[data-facet]')].map(list => list.dataset.facet)])];
    front.views.push(() => {
      const n = ids.reduce((sum, id) => sum + front.chosen(id).size, 0);
      summary.textContent = n ? name + ' (' + number(n) + ')' : name;
      panel.classList.toggle('is-active', n > 0);
    });
  }

  /* An open panel closes with Escape, giving the focus back, and when the reader goes elsewhere. */
  function closing(panel) {
    panel.addEventListener('keydown', key => {
      if (key.key !== 'Escape' || !panel.open) return;
      panel.open = false;
      panel.querySelector('summary').focus();
    });
    document.addEventListener('pointerdown', ({target}) => { if (!panel.contains(target)) panel.open = false; });
    panel.addEventListener('focusout', ({relatedTarget}) => {
      if (relatedTarget && !panel.contains(relatedTarget)) panel.open = false;
    });
  }

  /* On a narrow screen all filters are behind one button. */
  function disclosure() {
    const button = root.querySelector('.filters-open');
    button.addEventListener('click', () => {
      button.setAttribute('aria-expanded', String(root.classList.toggle('is-open')));
    });
  }

  if (!root) return;
  root.querySelectorAll('.facet').forEach(panel => { build(panel); closing(panel); });
  disclosure();
  front.words = new Map(controls.map(({facet, choice, words}) => [facet + ' ' + choice, words]));
  front.views.push(() => root.querySelectorAll('.facet[open]').forEach(write));
})();
