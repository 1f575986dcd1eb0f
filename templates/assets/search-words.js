/* Words reduced to what they are found by, exactly as sitegen/search/stems.py does; all that is particular to
   languages is in the table of FC.found. */
(function () {
  'use strict';
  const FC = window.FC = window.FC || {};

  FC.reducing = function (table) {
    const ends = new Set(table.endings), longest = Math.max(...table.endings.map(ending => ending.length));
    const folds = table.folds.map(([pattern, to]) => [new RegExp(pattern, 'g'), to]);
    const apostrophes = new RegExp('[' + table.apostrophes + ']', 'g');

    function words(text) {
      const spread = Array.from(text.replace(apostrophes, '').toLowerCase(), c => table.carons[c] || c).join('');
      const plain = spread.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      return plain.match(/[\p{L}\p{N}]+/gu) || [];
    }

    const little = new Set(table.little);

    /* The words that tell something; all of them where none does. */
    function telling(all) {
      const some = all.filter(word => !little.has(word));
      return some.length ? some : all;
    }

    function stem(word) {
      for (let size = Math.min(longest, Array.from(word).length - table.least); size > 0; size--) {
        if (ends.has(word.slice(-size))) return word.slice(0, -size);
      }
      return word;
    }

    const latin = word => Array.from(word, c => (c in table.letters ? table.letters[c] : c)).join('');

    function key(word) {
      const written = latin(word);
      if (/[^\x00-\x7f]/.test(written)) return word;
      return folds.reduce((folded, [pattern, to]) => folded.replace(pattern, to), written);
    }

    return {words, telling, stem, latin, key};
  };
})();
