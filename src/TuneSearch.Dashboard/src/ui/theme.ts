/** Light and dark: the system's choice until the person makes one. */

const key = 'tunesearch-theme';
const query = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export interface Palette {
  text: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  good: string;
  bad: string;
  warn: string;
  phases: Record<string, string>;
  ramp: string[];
}

export const isDark = (): boolean => (localStorage.getItem(key) ?? (query.matches ? 'dark' : 'light')) === 'dark';

/** Colours that people with any colour vision can tell apart (Okabe and Ito), a shade lighter on dark ground. */
export const palette = (): Palette =>
  isDark()
    ? {
        text: '#e6edf3', muted: '#9aa7b4', line: '#2b3640', surface: '#141b22', accent: '#2dd4bf', good: '#34d399', bad: '#fb7185', warn: '#fbbf24',
        phases: { calibration: '#93a4b8', search: '#56b4e9', finalist: '#f0b429', gate: '#e69f00', elimination: '#cc79a7', estimate: '#2dd4bf' },
        ramp: ['#2b3b5c', '#2f6f9f', '#35a7a0', '#9bd770', '#f7e84a'],
      }
    : {
        text: '#16202a', muted: '#5c6b7a', line: '#dbe2e8', surface: '#ffffff', accent: '#0f766e', good: '#047857', bad: '#be123c', warn: '#b45309',
        phases: { calibration: '#7b8a9a', search: '#0072b2', finalist: '#b8860b', gate: '#d55e00', elimination: '#a8437f', estimate: '#0f766e' },
        ramp: ['#c9d6e8', '#7fb2d6', '#2e8fa3', '#1f6b5e', '#0b3d2e'],
      };

export const onThemeChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const apply = (button: HTMLButtonElement): void => {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  button.textContent = isDark() ? '☀' : '☾';
  button.setAttribute('aria-label', isDark() ? 'Use the light theme' : 'Use the dark theme');
  button.title = button.getAttribute('aria-label')!;
  listeners.forEach((listener) => listener());
};

export const startTheme = (button: HTMLButtonElement): void => {
  button.addEventListener('click', () => {
    localStorage.setItem(key, isDark() ? 'light' : 'dark');
    apply(button);
  });
  query.addEventListener('change', () => apply(button));
  apply(button);
};
