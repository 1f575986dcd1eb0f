/* What every page does beyond being read: colours by choice, and copying. The map has scripts of its own. */
(function () {
  'use strict';
  const FC = window.FC = window.FC || {};
  const root = document.documentElement;
  const KEY = 'fc-theme';
  const dark = matchMedia('(prefers-color-scheme: dark)');

  function say(key, values) {
    const words = (FC.words || {})[key] || key;
    return words.replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));
  }

  function button(words, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = words;
    made.addEventListener('click', () => act(made));
    return made;
  }

  /* Nothing is kept on the device until the reader uses the switch: the click is the asking. */
  function kept() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function keep(theme) {
    try { localStorage.setItem(KEY, theme); } catch (refused) { /* it then holds for this page only */ }
  }

  const now = () => root.dataset.theme || (dark.matches ? 'dark' : 'light');
  const other = () => (now() === 'dark' ? 'light' : 'dark');

  function theme() {
    const home = document.querySelector('[data-switches]');
    const chosen = kept();
    if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
    if (!home) return;
    const words = () => say('theme.' + other());
    const made = button(words(), () => {
      root.dataset.theme = other();
      keep(root.dataset.theme);
      made.textContent = words();
    });
    dark.addEventListener('change', () => { made.textContent = words(); });
    home.append(made);
  }

  /* The words next to a button go to the clipboard; where that is refused they are selected instead. */
  function copying() {
    document.querySelectorAll('[data-copy]').forEach(home => {
      const words = home.textContent.trim();
      const label = say(home.dataset.copy);
      const status = document.createElement('span');
      status.className = 'visually-hidden';
      status.setAttribute('role', 'status');
      const done = made => {
        made.textContent = status.textContent = say('copied');
        setTimeout(() => { made.textContent = label; status.textContent = ''; }, 2000);
      };
      home.append(button(label, made => {
        const refused = () => getSelection().selectAllChildren(home);
        if (!navigator.clipboard) refused();
        else navigator.clipboard.writeText(words).then(() => done(made), refused);
      }), status);
    });
  }

  theme();
  copying();
})();
