// Runs before anything is painted, so that nobody who chose dark is shown white first. Writes how this browser is to
// look as attributes of <html>, for the style sheets and for src/hooks/use-look.ts, which also tells of a new choice.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');

  function kept(name) {
    try {
      return localStorage.getItem(`lianban.${name}`);
    } catch {
      return null; // a browser that keeps nothing gets what the system says
    }
  }

  function show() {
    root.dataset.scheme = kept('scheme') ?? (dark.matches ? 'dark' : 'light');
    root.dataset.density = kept('density') ?? 'comfortable';
    root.dataset.reading = kept('reading') ?? 'standard';
    dispatchEvent(new Event('lianban.shown'));
  }

  show();
  dark.addEventListener('change', show);
  addEventListener('storage', show); // another window has chosen
  addEventListener('lianban.chosen', show);
})();
