import { expect, it } from 'vitest';
import { EventParser } from '../src/api/sse';

it('puts events together across chunks', () => {
  const parser = new EventParser();
  expect(parser.push('event: trial\nda')).toEqual([]);
  expect(parser.push('ta: {"a":1}\nid: 7\n')).toEqual([]);
  expect(parser.push('\nevent: job\ndata: x\n\n')).toEqual([
    { event: 'trial', data: '{"a":1}', id: '7' },
    { event: 'job', data: 'x', id: '7' },
  ]);
});

it('joins lines of data, skips comments, takes any end of line', () => {
  expect(new EventParser().push(': hello\r\ndata: a\r\ndata: b\r\n\r\n')).toEqual([{ event: 'message', data: 'a\nb', id: undefined }]);
});
