// A scanner that types like a keyboard: a fast burst of keys that ends with Enter, wherever the focus is.
const MOST_MILLIS_BETWEEN_KEYS = 60;
const LEAST_KEYS = 8;

// The input that has the focus, through all shadow roots.
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) {
    at = at.shadowRoot.activeElement;
  }
  return at instanceof HTMLInputElement ? { input: at, value: at.value } : null;
}

// With a Chinese input method open the key is "Process": the place of the key on the keyboard still tells it.
function typed(event) {
  if (event.key.length === 1) {
    return event.key;
  }
  const place = event.key === 'Process' ? event.code : '';
  const key = place.replace(/^(Digit|Numpad|Key)(?=.$)/, '');
  return key.length === 1 ? (event.shiftKey ? key : key.toLowerCase()) : '';
}

// Calls onScan(code). What the burst typed into an input meanwhile is taken out again.
export function listenForScans(onScan) {
  let code = '';
  let lastAt = 0;
  let before = null;
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const fast = event.timeStamp - lastAt < MOST_MILLIS_BETWEEN_KEYS;
    if (event.key === 'Enter') {
      if (fast && code.length >= LEAST_KEYS) {
        event.preventDefault();
        event.stopPropagation();
        if (before) {
          before.input.value = before.value;
          before.input.dispatchEvent(new Event('input'));
        }
        onScan(code);
      }
      code = '';
      return;
    }
    const key = typed(event);
    if (!key) {
      return;
    }
    if (!fast) {
      code = '';
      before = focused();
    }
    code += key;
    lastAt = event.timeStamp;
  }, true);
}
