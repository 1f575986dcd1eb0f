/* A question → what answers it, from the index FC.found. Nothing leaves the page. */
(function () {
  'use strict';
  const FC = window.FC = window.FC || {};
  const EXACT = 4, BEGUN = 2, ALIKE = 1;
  let index;

  /* Everything found: subjects best first, then events with all words in their titles first, newest first; `alike`
     where a name only resembles what was written; `known` tells which words of a title were asked for. */
  FC.find = function (question) {
    index = index || opened(FC.found);
    const asked = index.telling(index.words(question)), {events} = index;
    const each = asked.map(word => matches(word));
    const all = each.length ? [...each[0].keys()].filter(n => each.every(scores => scores.has(n))) : [];
    const score = n => each.reduce((sum, scores) => sum + scores.get(n), 0);
    const ranked = all.map(n => [n, score(n)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return {
      subjects: ranked.filter(([n]) => n >= events.count).map(([n]) => subject(n - events.count)),
      events: ranked.filter(([n]) => n < events.count).map(([n]) => event(n)),
      alike: each.some(scores => scores.alike),
      known: known(asked),
    };
  };

  function opened(found) {
    const ids = listed(found.events.id), count = ids.length, {words, telling, stem, latin, key} = FC.reducing(found.table);
    const inner = found.subjects.id.map(() => []);
    found.subjects.inside.forEach((outer, n) => { if (outer >= 0) inner[outer].push(n); });
    return {words, telling, stem, latin, key, found, inner, events: {count, ids}, terms: column(found.terms), keys: column(found.keys)};
  }

  function column({words, at}) {
    return {words: listed(words), at: at.split(',')};
  }

  /* "0sudzha 5n" is sudzha, sudzhn: each word by how much of it is as in the one before, in base 36, and its rest.
     Taken by letters, not by halves of letters. */
  function listed(text) {
    let last = [];
    return text ? text.split(' ').map(word => {
      last = last.slice(0, parseInt(word[0], 36)).concat(Array.from(word.slice(1)));
      return last.join('');
    }) : [];
  }

  /* "3 2:4" is 3, 5, 6, 7, 8: runs of neighbours, each begun by its distance from the one before, in base 36. */
  function numbers(runs) {
    const all = [];
    let last = 0;
    if (runs) runs.split(' ').forEach(run => {
      const [step, size] = run.split(':').map(digits => parseInt(digits, 36));
      for (let n = last + step, end = n + (size || 1); n < end; n++) all.push(last = n);
    });
    return all;
  }

  /* What one word finds, with its score; a name that is only like it counts where nothing else is found. */
  function matches(word) {
    const scores = new Map(), stem = index.stem(word), key = index.key(word), short = index.key(stem), latin = index.latin(word);
    const terms = term => (term === stem || term === word ? EXACT : term.startsWith(word) || term.startsWith(stem) ? BEGUN : 0);
    const keys = name => (name === key || name === short ? EXACT : key.length > 2 && (name.startsWith(key) || name.startsWith(latin)) ? BEGUN : 0);
    collect(index.terms, terms, scores);
    collect(index.keys, keys, scores);
    if (!scores.size && /\D/.test(word)) {
      const may = latin.length < 4 ? 0 : latin.length < 8 ? 1 : 2;
      collect(index.keys, name => (may && name.length > 3 && (near(key, name, may) || near(latin, name, may)) ? ALIKE : 0), scores);
      scores.alike = scores.size > 0;
    }
    reach(scores);
    return scores;
  }

  function collect({words, at}, judge, scores) {
    words.forEach((word, i) => {
      const score = judge(word);
      if (score) numbers(at[i]).forEach(n => { if (!(scores.get(n) >= score)) scores.set(n, score); });
    });
  }

  /* A place, speaker or kind leads to its events, a place to those of the places inside it, too. */
  function reach(scores) {
    const {count} = index.events, seen = new Set(), pending = [...scores.keys()].filter(n => n >= count).map(n => n - count);
    while (pending.length) {
      const n = pending.pop();
      if (seen.has(n)) continue;
      seen.add(n);
      pending.push(...index.inner[n]);
      numbers(index.found.subjects.events[n]).forEach(event => { if (!scores.has(event)) scores.set(event, ALIKE); });
    }
  }

  /* Whether two words differ by at most `may` letters left out, put in, changed or swapped with their neighbour. */
  function near(one, other, may) {
    if (Math.abs(one.length - other.length) > may) return false;
    let before = [], last = Array.from({length: other.length + 1}, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length] <= may;
  }

  /* Whether a word of a title is one that was asked for. */
  function known(asked) {
    const stems = asked.map(index.stem), keys = asked.map(index.key);
    return text => index.words(text).some(word => asked.some((one, i) => word.startsWith(one) || word.startsWith(stems[i]) ||
      (keys[i].length > 2 && index.key(word).startsWith(keys[i]))));
  }

  const page = (folder, id) => index.found.home + folder + '/' + encodeURIComponent(id) + '.html';

  function subject(n) {
    const {folder, id, title, note} = index.found.subjects;
    return {folder: folder[n], path: page(folder[n], id[n]), title: title[n], note: note[n]};
  }

  function event(n) {
    const {title, dates, date, kind} = index.found.events, {subjects} = index.found, {ids} = index.events;
    const first = subjects.folder.indexOf('kinds');
    return {folder: 'events', path: page('events', ids[n]), title: title[n], note: dates[date[n]] + ' · ' + subjects.title[first + kind[n]]};
  }
})();
