/** A page: its element, and what to do when it is left. */
export interface View {
  element: HTMLElement;
  leave(): void;
}

export type LinkState = 'live' | 'ended' | 'lost' | 'idle';

/** What a page may do to the frame around it. */
export interface Frame {
  crumb(text: string | undefined): void;
  link(state: LinkState): void;
}
