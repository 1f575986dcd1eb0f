/* Sets of events as bits, 32 to a number: what is chosen among ten thousand events is found in a few milliseconds. */
(function () {
  'use strict';
  const FC = window.FC = window.FC || {};
  const words = size => (size + 31) >> 5;

  const empty = size => new Uint32Array(words(size));

  function full(size) {
    const bits = empty(size).fill(0xffffffff);
    if (size & 31) bits[bits.length - 1] = (1 << (size & 31)) - 1;
    return bits;
  }

  const add = (bits, rank) => { bits[rank >> 5] |= 1 << (rank & 31); };
  const has = (bits, rank) => (bits[rank >> 5] >>> (rank & 31)) & 1;

  /* The set of some ranks, given as steps from one to the next. */
  function of(size, steps) {
    const bits = empty(size);
    let rank = 0;
    steps.forEach(step => add(bits, rank += step));
    return bits;
  }

  function fold(sets, change) {
    const bits = sets[0].slice();
    for (let i = 1; i < sets.length; i++) change(bits, sets[i]);
    return bits;
  }

  const all = sets => fold(sets, (to, from) => { for (let i = 0; i < to.length; i++) to[i] &= from[i]; });
  const any = sets => fold(sets, (to, from) => { for (let i = 0; i < to.length; i++) to[i] |= from[i]; });

  /* How many bits of a number are set (Warren, Hacker's Delight, 5-1). */
  function ones(n) {
    n -= (n >>> 1) & 0x55555555;
    n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
    return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  /* How many are in `bits`, or in both `bits` and `others`. */
  function count(bits, others) {
    let sum = 0;
    for (let i = 0; i < bits.length; i++) sum += ones(others ? bits[i] & others[i] : bits[i]);
    return sum;
  }

  /* Call `visit` with every rank in the set, the newest event first, until it returns false. */
  function each(bits, visit) {
    for (let i = 0; i < bits.length; i++) {
      for (let rest = bits[i]; rest; rest &= rest - 1) {
        if (visit((i << 5) + 31 - Math.clz32(rest & -rest)) === false) return;
      }
    }
  }

  FC.sets = {empty, full, of, add, has, all, any, count, each};
})();
