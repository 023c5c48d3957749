/** One server-sent event (html.spec.whatwg.org, "Interpreting an event stream"). */
export interface ServerEvent {
  event: string;
  data: string;
  id?: string;
}

/** Cuts a stream of text chunks into events; what is incomplete waits for the next chunk. */
export class EventParser {
  private rest = '';
  private event = '';
  private data: string[] = [];
  private id: string | undefined;

  push(chunk: string): ServerEvent[] {
    const lines = (this.rest + chunk).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    const events: ServerEvent[] = [];
    for (const line of lines) {
      const complete = this.line(line);
      if (complete) {
        events.push(complete);
      }
    }
    return events;
  }

  private line(line: string): ServerEvent | undefined {
    if (line === '') {
      return this.flush();
    }
    const colon = line.indexOf(':');
    if (colon === 0) {
      return undefined;
    }
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.event = value;
    } else if (field === 'data') {
      this.data.push(value);
    } else if (field === 'id') {
      this.id = value;
    }
    return undefined;
  }

  private flush(): ServerEvent | undefined {
    const complete = this.data.length === 0 ? undefined : { event: this.event || 'message', data: this.data.join('\n'), id: this.id };
    this.event = '';
    this.data = [];
    return complete;
  }
}
