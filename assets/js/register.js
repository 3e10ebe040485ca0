// Improvements of pages which work without it. Texts come from the page, never from here;
// nothing is written as HTML and nothing is kept in the browser.
(() => {
  'use strict';

  const doc = document;
  const body = doc.body;
  const live = doc.getElementById('live');
  const quick = doc.getElementById('quick');
  const conn = doc.getElementById('conn');
  const net = doc.getElementById('net');
  const all = (selector, root = doc) => Array.from(root.querySelectorAll(selector));
  const meta = name => doc.querySelector(`meta[name="${name}"]`);
  const shown = element => element.getClientRects().length > 0;

  body.classList.add('js', 'govuk-frontend-supported');

  // --- saying things ---------------------------------------------------------------------------

  const say = text => {
    if (!live || !text) return;
    live.textContent = '';
    setTimeout(() => { live.textContent = text; }, 50);
  };

  const focusOn = element => {
    if (!element.matches('a[href],button,input,select,textarea,summary,[tabindex]')) {
      element.setAttribute('tabindex', '-1');
    }
    element.focus();
  };

  // --- forms -----------------------------------------------------------------------------------

  const reveal = input => {
    const part = doc.getElementById(input.getAttribute('aria-controls') || input.dataset.ariaControls || '');
    if (!part) return;
    input.setAttribute('aria-controls', part.id);
    if (input.type === 'checkbox') input.setAttribute('aria-expanded', String(input.checked));
    part.classList.toggle('govuk-radios__conditional--hidden', !input.checked && part.classList.contains('govuk-radios__conditional'));
    part.classList.toggle('govuk-checkboxes__conditional--hidden', !input.checked && part.classList.contains('govuk-checkboxes__conditional'));
  };
  const prepare = root => all('input[data-aria-controls],input[type="radio"][aria-controls],input[type="checkbox"][aria-controls]', root).forEach(reveal);

  doc.addEventListener('change', event => {
    const input = event.target;
    if (input.type === 'checkbox') reveal(input);
    if (input.type === 'radio' && input.name) {
      all('input[type="radio"]', input.form || doc).filter(other => other.name === input.name).forEach(reveal);
    }
  });

  const toError = event => {
    const link = event.target.closest('.govuk-error-summary a[href^="#"]');
    const field = link && doc.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const group = field.closest('.govuk-form-group');
    (group || field).scrollIntoView();
    field.focus({ preventScroll: Boolean(group) });
  };

  // A form is sent once. The key inside the form keeps the server right even where this does not run.
  const again = form => {
    delete form.dataset.sent;
    all('[aria-disabled="true"][data-sent]', form).forEach(button => {
      button.removeAttribute('aria-disabled');
      delete button.dataset.sent;
    });
  };
  doc.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || form.target || 'repeat' in form.dataset) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    all('button[type="submit"],button:not([type])', form).forEach(button => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', 'true');
      button.dataset.sent = 'true';
    });
    const busy = (event.submitter && event.submitter.dataset.busy) || form.dataset.busy;
    setTimeout(() => { if (form.dataset.sent) say(busy); }, 1000);
    setTimeout(() => again(form), 15000);
  });
  addEventListener('pageshow', () => all('form[data-sent]').forEach(again));

  // --- machine readable zone -------------------------------------------------------------------

  // 2 x 44, 2 x 36, 3 x 30, in lines or as one line; fillers may come as spaces or as one guillemet
  const isMrz = text => [text.replace(/[ \t\u00ab]/g, '<'), text.replace(/\u00ab/g, '<<')].some(form => {
    const lines = form.toUpperCase().split(/[\r\n]+/).filter(Boolean);
    const sizes = lines.map(line => line.length).join();
    return lines.every(line => /^[A-Z0-9<]+$/.test(line)) && lines.join('').includes('<') &&
      ['44,44', '36,36', '30,30,30', '88', '72', '90'].includes(sizes);
  });
  const sendMrz = text => {
    const box = all('textarea[data-mrz]').find(shown) || quick;
    if (!box || !box.form) return;
    box.value = box.tagName === 'TEXTAREA' ? text.trim() : text.replace(/[\r\n]+/g, '').trim();
    box.form.requestSubmit();
  };
  const typing = element => Boolean(element) && (element.isContentEditable ||
    element.matches('textarea,select,input:not([type="radio"]):not([type="checkbox"]):not([type="button"]):not([type="submit"])'));

  doc.addEventListener('paste', event => {
    if (typing(event.target)) return;
    const text = event.clipboardData.getData('text/plain').trim();
    if (!isMrz(text)) return;
    event.preventDefault();
    sendMrz(text);
  });

  // A field for the zone sends itself when the zone is whole (form with data-auto).
  let whole = 0;
  doc.addEventListener('input', event => {
    const box = event.target;
    if (!box.matches('textarea[data-mrz]') || !box.form || !('auto' in box.form.dataset)) return;
    clearTimeout(whole);
    whole = setTimeout(() => { if (isMrz(box.value.trim())) box.form.requestSubmit(); }, 150);
  });

  // A scanner types much faster than a person; what it types outside fields is gathered, not taken for keys.
  let scan = '';
  let scanAt = 0;
  let scanEnd = 0;
  const scanned = event => {
    const key = event.key === 'Enter' ? '\n' : event.key;
    if (key.length !== 1) return false;
    const now = event.timeStamp;
    scan = now - scanAt < 50 ? scan + key : key;
    scanAt = now;
    if (scan.length < 4) return false;
    event.preventDefault();
    clearTimeout(scanEnd);
    scanEnd = setTimeout(() => {
      const text = scan.trim();
      scan = '';
      if (isMrz(text)) sendMrz(text);
    }, 200);
    return true;
  };

  // --- keys ------------------------------------------------------------------------------------

  const today = () => body.dataset.today || new Intl.DateTimeFormat('lv-LV', { timeZone: 'Europe/Riga', day: '2-digit', month: '2-digit', year: 'numeric' })
    .formatToParts(new Date()).filter(part => part.type !== 'literal').map(part => part.value).join('.') + '.';

  const openDialog = id => {
    const dialog = doc.getElementById(id);
    if (!dialog || !dialog.showModal) return false;
    if (!dialog.open) dialog.showModal();
    return true;
  };

  const use = element => {
    if (element.matches('input:not([type="submit"]),select,textarea')) element.focus();
    else element.click();
  };

  const move = step => {
    const tables = all('table[data-rows]').filter(shown);
    const at = doc.activeElement.closest('table[data-rows] tbody tr');
    const table = at ? at.closest('table') : tables[0];
    if (!table) return false;
    const rows = all('tbody tr', table).filter(row => row.querySelector('a[href]'));
    const row = rows[at ? Math.min(Math.max(rows.indexOf(at) + step, 0), rows.length - 1) : 0];
    if (!row) return false;
    row.querySelector('a[href]').focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return true;
  };

  const mainForm = () => {
    const own = doc.activeElement.closest('form');
    return own && own !== (quick && quick.form) ? own : doc.querySelector('form[data-main]') || own;
  };
  const primary = form => all('button,input[type="submit"]', form).concat(all(`button[form="${form.id || '-'}"]`))
    .filter(button => button.type === 'submit' && shown(button))
    .sort((a, b) => Number('primary' in b.dataset) - Number('primary' in a.dataset))[0];

  let chord = '';
  let chordEnd = 0;

  const letter = event => {
    const modal = doc.querySelector('dialog[open]');
    if (modal) return false;
    const pressed = chord ? `${chord} ${event.key}` : event.key;
    clearTimeout(chordEnd);
    chord = '';
    if (pressed === '/' && quick) {
      quick.focus();
      quick.select();
      return true;
    }
    if (pressed === '?') {
      if (!openDialog('keys')) location.assign('/help/keys');
      return true;
    }
    const marked = all('[data-key]');
    const found = marked.find(element => element.dataset.key === pressed && (shown(element) || element.closest('.main-menu')));
    if (found) {
      use(found);
      return true;
    }
    if (marked.some(element => element.dataset.key.startsWith(`${pressed} `))) {
      chord = pressed;
      chordEnd = setTimeout(() => { chord = ''; }, 1500);
      return true;
    }
    if (pressed === 'j') return move(1);
    if (pressed === 'k') return move(-1);
    if (pressed === 'x') {
      const row = doc.activeElement.closest('table[data-rows] tbody tr');
      const box = row && row.querySelector('input[type="checkbox"]');
      if (box) box.click();
      return Boolean(box);
    }
    return false;
  };

  const escape = () => {
    const panel = quick && quick.form.querySelector('.quick__panel');
    if (panel && panel.childNodes.length && panel.parentNode.contains(doc.activeElement)) {
      panel.replaceChildren();
      quick.focus();
      return;
    }
    const menu = doc.activeElement.closest('details[data-menu][open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  };

  const hits = (event, step) => {
    const panel = quick && quick.form.querySelector('.quick__panel');
    if (!panel || !quick.form.contains(doc.activeElement)) return;
    const stops = [quick, ...all('a[href]', panel)];
    const next = stops[stops.indexOf(doc.activeElement) + step];
    if (stops.length < 2 || !next) return;
    event.preventDefault();
    next.focus();
  };

  doc.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const target = event.target;
    if (command && event.key === 'Enter') {
      const form = mainForm();
      const button = form && primary(form);
      if (!button) return;
      event.preventDefault();
      button.click();
      return;
    }
    if (command && !event.altKey && event.key.toLowerCase() === 's') {
      const draft = doc.querySelector('form[data-unsent]');
      if (draft) {
        event.preventDefault();
        draft.dispatchEvent(new Event('keep'));
        return;
      }
      const save = all('[data-key="Ctrl+S"]').find(shown);
      if (!save) return;
      event.preventDefault();
      use(save);
      return;
    }
    if (command || event.altKey) return;
    if (event.key === 'Escape') escape();
    if (event.key === 'ArrowDown') hits(event, 1);
    if (event.key === 'ArrowUp') hits(event, -1);
    const off = body.dataset.keys === 'off';
    if (typing(target)) {
      if (event.key === 't' && !off && target.matches('input[data-date]') && !target.readOnly) {
        event.preventDefault();
        target.value = today();
        target.dispatchEvent(new Event('input', { bubbles: true }));
        target.dispatchEvent(new Event('change', { bubbles: true }));
      }
      return;
    }
    if (scanned(event) || off || event.repeat && event.key !== 'j' && event.key !== 'k') return;
    if (event.key.length === 1 && letter(event)) event.preventDefault();
    // What waits begins with its first row: nobody has to go there before he opens it.
    const first = event.key === 'Enter' && target === body && !doc.querySelector('dialog[open]') && doc.querySelector('table[data-rows="first"] a[href]');
    if (first) {
      event.preventDefault();
      first.click();
    }
  });

  doc.addEventListener('click', event => {
    const from = event.target.closest('a,button,input');
    if (!from) return;
    if (from.getAttribute('aria-disabled') === 'true') event.preventDefault();
    else if (from.dataset.dialog && openDialog(from.dataset.dialog)) event.preventDefault();
    else if ('close' in from.dataset && from.closest('dialog')) from.closest('dialog').close();
    else if ('print' in from.dataset) print();
    else toError(event);
  });

  // --- connection ------------------------------------------------------------------------------

  const connection = state => {
    if (conn && conn.dataset.state !== state) {
      conn.dataset.state = state;
      conn.classList.toggle('conn--slow', state === 'slow');
      conn.classList.toggle('conn--off', state === 'off');
      conn.textContent = conn.dataset[state] || '';
    }
  };
  const note = text => {
    if (!net) return;
    net.textContent = text || '';
    net.hidden = !text;
  };
  const line = () => {
    connection(navigator.onLine ? 'ok' : 'off');
    note(navigator.onLine || !net ? '' : net.dataset.off);
  };
  addEventListener('online', line);
  addEventListener('offline', line);
  connection(navigator.onLine ? 'ok' : 'off');
  if (!navigator.onLine) line();

  // --- htmx ------------------------------------------------------------------------------------

  const slow = new Map();
  const finished = request => {
    clearTimeout(slow.get(request));
    slow.delete(request);
  };

  doc.addEventListener('htmx:configRequest', event => {
    const csrf = meta('csrf');
    if (csrf && event.detail.verb !== 'get') event.detail.headers[csrf.dataset.header] = csrf.content;
  });
  doc.addEventListener('htmx:beforeSend', event => {
    const request = event.detail.xhr;
    slow.set(request, setTimeout(() => connection('slow'), 3000));
    request.addEventListener('loadend', () => finished(request));
  });
  doc.addEventListener('htmx:afterRequest', event => {
    const status = event.detail.xhr ? event.detail.xhr.status : 0;
    if (status === 0) return;
    connection('ok');
    if (status < 400 || status === 422) note('');
    else if (net) note(status === 429 ? net.dataset.limit : status === 401 || status === 403 ? net.dataset.denied : net.dataset.error);
  });
  const failed = () => {
    connection('off');
    note(net && net.dataset.off);
  };
  doc.addEventListener('htmx:sendError', failed);
  doc.addEventListener('htmx:timeout', failed);

  let held = null;
  doc.addEventListener('htmx:beforeSwap', event => {
    const active = doc.activeElement;
    held = active && active !== body ? { id: active.id, inside: event.detail.target.contains(active) } : null;
  });
  doc.addEventListener('htmx:afterSettle', event => {
    const part = event.detail.target && event.detail.target.isConnected ? event.detail.target : event.detail.elt;
    const spoken = part.matches('[data-announce]') ? part : part.querySelector('[data-announce]');
    if (spoken) say(spoken.dataset.announce);
    if (held && held.inside && (!doc.activeElement || doc.activeElement === body)) {
      const same = held.id && doc.getElementById(held.id);
      focusOn(same || part.querySelector('[data-focus],.govuk-error-summary,h1,h2,h3') || part);
    }
    held = null;
  });
  doc.addEventListener('htmx:load', event => prepare(event.detail.elt));

  // --- drafts ----------------------------------------------------------------------------------

  // What is typed is kept on the server 5 s after typing stops, and at once when a field is left.
  all('form[data-unsent]').forEach(form => {
    const status = form.querySelector('[data-unsent-status]');
    const csrf = meta('csrf');
    const typed = () => new URLSearchParams(new FormData(form));
    let last = typed().toString();
    let wait = 0;
    const keep = () => {
      clearTimeout(wait);
      const now = typed();
      if (form.dataset.sent || now.toString() === last) return;
      last = now.toString();
      fetch('/unsent', { method: 'POST', body: now, headers: csrf ? { [csrf.dataset.header]: csrf.content } : {} })
        .then(answer => (answer.ok || answer.status === 422 ? answer.text() : ''))
        .then(text => { if (status && text) status.textContent = text; })
        .catch(() => { last = ''; });
    };
    form.addEventListener('input', () => {
      clearTimeout(wait);
      wait = setTimeout(keep, 5000);
    });
    form.addEventListener('change', keep);
    form.addEventListener('keep', keep);
  });

  // --- start -----------------------------------------------------------------------------------

  prepare(doc);
  const summary = doc.querySelector('.govuk-error-summary:not([data-disable-auto-focus="true"])');
  if (summary) focusOn(summary);
  // The next traveller's zone is typed at once, but the verdict on this one stays in sight.
  const next = doc.querySelector('.verdict') && doc.querySelector('[autofocus]');
  if (next) {
    next.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  // A browser moves what has the focus first to its middle: what stands above it is read first.
  addEventListener('load', () => {
    const first = doc.activeElement;
    if (next || !first || !first.autofocus || location.hash || !scrollY) return;
    window.scrollTo(0, 0);
    first.scrollIntoView({ block: 'nearest' });
  });
})();
