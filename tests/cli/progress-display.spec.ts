import { createProgressDisplay } from '../../cli/embedded';

describe('the progress display', () => {
  function record(columns: number | undefined): {
    text: () => string;
    output: Parameters<typeof createProgressDisplay>[0];
  } {
    let text = '';
    const write = (more: string): void => void (text += more);
    return { text: () => text, output: { write, warn: write, columns } };
  }

  it('prints a line when a step begins and when it is done, and few between', () => {
    const { text, output } = record(undefined);
    let now = 0;
    const display = createProgressDisplay(output, () => now);
    display.update('regions', 'régions : 0/18');
    for (const done of [1, 2, 3]) {
      now += 400;
      display.update('regions', `régions : ${done}/18`);
    }
    now = 3_250;
    display.update('regions', 'régions : 12/18');
    display.complete('regions', 'régions');
    expect(text()).toBe('[  0,0 s] régions : 0/18…\n[  3,3 s] régions : 12/18…\n[  3,3 s] ✔ régions\n');
    expect(display.elapsed()).toBe('3,3 s');
  });

  it('never prints more than the width of the terminal', () => {
    const { text, output } = record(40);
    const display = createProgressDisplay(output, () => 0);
    display.update('one', 'composition du supergraphe');
    display.update('two', 'données des régions : 12/18 bases préparées');
    display.complete('three', 'PostgreSQL');
    display.close();
    const lines = text()
      .split(/[\n\r]/)
      .map((line) => line.replaceAll('\u001b[K', ''));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(40);
    expect(lines).toContain('[  0,0 s] ✔ PostgreSQL');
  });
});
