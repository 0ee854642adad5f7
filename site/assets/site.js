// What a page does beyond being read: search over the site, and the register's filters and sorting.
// Without this script everything is on the pages all the same; what needs it is hidden until it runs.
(() => {
  'use strict';

  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
  const tokens = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // ---- The register ----

  function register(form) {
    const table = document.getElementById(form.dataset.table);
    const body = table.tBodies[0];
    const status = form.querySelector('[role=status]');
    const more = document.getElementById('more');
    const step = 200;
    const fields = [...form.querySelectorAll('select')];
    const rows = [...body.rows].map((row, index) => ({
      row, index, text: fold(row.textContent), keys: Object.fromEntries(fields.map((f) => [f.name, row.dataset[f.name] ?? ''])),
    }));
    const heads = [...table.tHead.rows[0].cells];
    let shown = step;
    let sort = { column: -1, down: false };
    let matching = rows;

    // Values of a column, read once, when it is first sorted by.
    const columns = new Map();
    const values = (column) => {
      if (!columns.has(column)) {
        columns.set(column, rows.map(({ row, index }) => {
          const cell = row.cells[column];
          const value = cell.dataset.value ?? cell.textContent.trim();
          if (heads[column].dataset.sort === 'order') return index;
          if (value === '' || value === '–') return null;
          return heads[column].classList.contains('n') ? Number(value) : fold(value);
        }));
      }
      return columns.get(column);
    };

    const words = () => tokens(form.elements.q.value);
    const fits = (entry, search, except) =>
      fields.every((f) => f === except || f.value === '' || entry.keys[f.name].split('|').includes(f.value))
      && search.every((word) => entry.text.includes(word));

    // How many rows each choice would leave, the other filters as they are.
    function count(search) {
      for (const field of fields) {
        const counts = new Map();
        let all = 0;
        for (const entry of rows) {
          if (!fits(entry, search, field)) continue;
          all += 1;
          for (const key of entry.keys[field.name].split('|')) counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        for (const option of field.options) {
          const number = option.value === '' ? all : counts.get(option.value) ?? 0;
          option.textContent = `${option.dataset.label} (${number})`;
        }
      }
    }

    function show() {
      const search = words();
      matching = rows.filter((entry) => fits(entry, search));
      if (sort.column >= 0) {
        const value = values(sort.column);
        const sign = sort.down ? -1 : 1;
        matching.sort((a, b) => {
          const [x, y] = [value[a.index], value[b.index]];
          if (x === y) return a.index - b.index;
          if (x === null) return 1;
          if (y === null) return -1;
          return sign * (typeof x === 'number' ? x - y : x.localeCompare(y, document.documentElement.lang));
        });
      }
      table.classList.add('live');
      body.replaceChildren(...matching.slice(0, shown).map((entry) => entry.row));
      count(search);
      const filtered = search.length > 0 || fields.some((f) => f.value !== '');
      const kind = matching.length === 0 ? 'none' : filtered ? 'some' : 'all';
      status.textContent = fill(status.dataset[kind], { shown: matching.length, all: rows.length });
      form.querySelector('[type=reset]').hidden = !filtered && sort.column < 0;
      more.hidden = matching.length <= shown;
      more.textContent = fill(more.dataset.text, { more: matching.length - shown });
      heads.forEach((head, column) => {
        if (column === sort.column) head.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      });
    }

    // The state stands behind the address's #, so that a view can be sent on and "back" leads back.
    function state() {
      const query = new URLSearchParams();
      for (const element of [form.elements.q, ...fields]) if (element.value.trim() !== '') query.set(element.name, element.value.trim());
      if (sort.column >= 0) query.set('sort', (sort.down ? '-' : '') + heads[sort.column].dataset.key);
      return query.toString();
    }

    function keep(isStep) {
      const hash = state();
      if (hash === location.hash.replace(/^#/, '')) return;
      const address = hash === '' ? location.pathname + location.search : `#${hash}`;
      history[isStep ? 'pushState' : 'replaceState'](null, '', address);
    }

    // In an address that somebody typed a % may stand for nothing.
    function decoded(hash) {
      try { return decodeURIComponent(hash); } catch { return hash; }
    }

    function restore() {
      const hash = location.hash.replace(/^#/, '');
      const query = new URLSearchParams(hash.includes('=') ? hash : '');
      for (const element of [form.elements.q, ...fields]) {
        const value = query.get(element.name) ?? '';
        element.value = value;
        if (element.value !== value) element.value = '';
      }
      const key = query.get('sort') ?? '';
      sort = { column: heads.findIndex((h) => h.dataset.key && h.dataset.key === key.replace(/^-/, '')), down: key.startsWith('-') };
      shown = step;
      // A link to one row must find it, however far down it stands.
      const target = rows.findIndex(({ row }) => row.id !== '' && row.id === decoded(hash));
      if (target >= shown) shown = target + 1;
      show();
      if (target >= step) rows[target].row.scrollIntoView();
    }

    for (const head of heads) {
      if (!head.dataset.key) continue;
      const button = make('button', 'sort', head.textContent);
      button.type = 'button';
      button.addEventListener('click', () => {
        const column = heads.indexOf(head);
        const first = head.classList.contains('n');
        if (sort.column !== column) sort = { column, down: first };
        else if (sort.down === first) sort.down = !first;
        else sort = { column: -1, down: false };
        show();
        keep(true);
      });
      head.replaceChildren(button);
    }
    let typing;
    form.elements.q.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => { shown = step; show(); keep(false); }, rows.length > 1000 ? 120 : 0);
    });
    for (const field of fields) field.addEventListener('change', () => { shown = step; show(); keep(true); });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const element of [form.elements.q, ...fields]) element.value = '';
      sort = { column: -1, down: false };
      shown = step;
      show();
      keep(true);
      form.elements.q.focus();
    });
    more.addEventListener('click', () => {
      const next = matching[shown];
      shown = matching.length;
      show();
      next?.row.querySelector('a')?.focus();
    });
    addEventListener('popstate', restore);
    form.hidden = false;
    restore();
  }

  // ---- Search over the whole site ----

  let index;
  const waiting = [];

  // Called by assets/search.js, which is loaded when somebody first searches.
  window.cxauditIndex = (data) => {
    index = {
      ...data,
      words: data.words.split(' ').map(fold),
      found: data.found.split(';'),
      titles: data.pages.map(([, , title]) => fold(title)),
    };
    for (const run of waiting.splice(0)) run();
  };

  // Whether a word begins with something at most `limit` edits away from the token.
  function near(token, word, limit) {
    if (word.length < token.length - limit) return false;
    const width = Math.min(word.length, token.length + limit);
    let row = Array.from({ length: width + 1 }, (_, j) => j);
    let before = row;
    for (let i = 1; i <= token.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= width; j += 1) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (token[i - 1] === word[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && token[i - 1] === word[j - 2] && token[i - 2] === word[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) return false;
      before = row;
      row = next;
    }
    return Math.min(...row) <= limit;
  }

  // Pages with every token, the best first: the whole word before its beginning, that before a slip of the pen; and whether
  // every token is a word of most pages.
  function search(query) {
    let scores;
    const matched = new Set();
    let common = 0;
    for (const token of query) {
      const own = new Map();
      let isCommon = false;
      const limit = token.length >= 8 ? 2 : token.length >= 4 ? 1 : 0;
      index.words.forEach((word, at) => {
        const score = word === token ? 6 : word.startsWith(token) ? 4 : limit > 0 && near(token, word, limit) ? 1 : 0;
        if (score === 0) return;
        matched.add(word);
        // A word of most pages chooses those that have it in their title.
        if (index.found[at] === '*') {
          isCommon ||= score === 6;
          index.titles.forEach((title, page) => { if (title.includes(word)) own.set(page, Math.max(own.get(page) ?? 0, score + 5)); });
          return;
        }
        let page = 0;
        for (const delta of index.found[at].split(',')) {
          page += parseInt(delta, 36);
          own.set(page, Math.max(own.get(page) ?? 0, score + (index.titles[page].includes(word) ? 5 : 0)));
        }
      });
      if (isCommon) common += 1;
      if (isCommon && query.length > 1) continue;
      const last = scores;
      scores = new Map();
      for (const [page, score] of own) {
        if (last === undefined) scores.set(page, score);
        else if (last.has(page)) scores.set(page, last.get(page) + score);
      }
    }
    const pages = [...(scores ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
    return { pages, matched, isCommon: common === query.length };
  }

  // The text with every word that was found marked, its beginning only where only that was asked for.
  function marked(text, query, matched) {
    const span = make('span');
    for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
      const word = fold(part);
      const token = query.find((t) => word.startsWith(t));
      if (token === undefined && !matched.has(word)) { span.append(part); continue; }
      const length = token === undefined || word.length !== part.length ? part.length : token.length;
      span.append(make('mark', '', part.slice(0, length)), part.slice(length));
    }
    return span;
  }

  function siteSearch(form) {
    const input = form.querySelector('input');
    const panel = form.querySelector('.found');
    const status = form.querySelector('[role=status]');
    const list = panel.querySelector('div');
    const root = form.dataset.root;
    const limit = 6;

    function load() {
      if (index || document.getElementById('index-script')) return;
      const script = make('script');
      script.id = 'index-script';
      script.src = `${root}assets/search.js`;
      document.head.append(script);
    }

    function run() {
      const query = tokens(input.value);
      panel.hidden = query.length === 0;
      if (panel.hidden) return;
      if (!index) { if (!waiting.includes(run)) waiting.push(run); load(); return; }
      const { pages, matched, isCommon } = search(query);
      const told = pages.length === 0 ? (isCommon ? 'most' : 'none') : pages.length === 1 ? 'one' : 'some';
      status.textContent = fill(status.dataset[told], { count: pages.length, query: input.value.trim() });
      list.replaceChildren();
      index.groups.forEach((name, group) => {
        const own = pages.filter((page) => index.pages[page][0] === group);
        if (own.length === 0) return;
        list.append(make('h2', '', own.length > limit ? `${name} (${own.length})` : name));
        const items = make('ul');
        const add = (some) => {
          for (const page of some) {
            const [, path, title, summary] = index.pages[page];
            const link = make('a');
            link.href = root + path;
            link.append(marked(title, query, matched));
            const item = make('li');
            item.append(link);
            if (summary) { const note = make('p', 'note'); note.append(marked(summary, query, matched)); item.append(note); }
            items.append(item);
          }
        };
        add(own.slice(0, limit));
        list.append(items);
        if (own.length <= limit) return;
        const more = make('button', 'more', fill(status.dataset.more, { count: own.length - limit }));
        more.type = 'button';
        more.addEventListener('click', () => {
          add(own.slice(limit));
          items.children[limit].querySelector('a').focus();
          more.remove();
        });
        list.append(more);
      });
    }

    const close = () => { panel.hidden = true; };
    input.addEventListener('focus', () => { load(); run(); });
    input.addEventListener('input', run);
    form.addEventListener('submit', (event) => { event.preventDefault(); run(); list.querySelector('a')?.click(); });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') { input.focus(); close(); return; }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      const stops = [input, ...list.querySelectorAll('a, button')];
      const at = stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
      if (panel.hidden || at < 0 || at >= stops.length) return;
      event.preventDefault();
      stops[at].focus();
    });
    form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) close(); });
    panel.addEventListener('mousedown', (event) => { if (!event.target.closest('a')) event.preventDefault(); });
    addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
      event.preventDefault();
      input.focus();
    });
    form.hidden = false;
  }

  const filters = document.getElementById('filters');
  if (filters) register(filters);
  const find = document.getElementById('find');
  if (find) siteSearch(find);
})();
