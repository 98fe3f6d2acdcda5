// Loaded before a program (-r), this one's or Stet: says when its window is usable. That is when the page shows what STET_BENCH_READY asks for, a frame of it
// is painted, and a key has been answered: what STET_BENCH_ANSWER reads is another after it. Then the program is asked to quit.
const { app } = require('electron');

const ready = process.env['STET_BENCH_READY'];
const answer = process.env['STET_BENCH_ANSWER'];
const until = (/** @type {string} */ what) => `new Promise((resolve) => {
  const painted = new MessageChannel();
  painted.port1.onmessage = () => resolve();
  const look = () => ((${what}) ? painted.port2.postMessage(null) : requestAnimationFrame(look));
  requestAnimationFrame(look);
})`;

/** @param {import('electron').WebContents} contents */
async function watch(contents) {
  await contents.executeJavaScript(until(`${ready}`));
  await contents.executeJavaScript(`window.benchKeys = 0; window.addEventListener('keydown', () => (window.benchKeys += 1)); window.benchBefore = ${answer}; undefined`);
  const answered = contents.executeJavaScript(until(`${answer} !== window.benchBefore`));
  const press = () => {
    contents.focus(); // a window that is not shown yet hears no key
    contents.sendInputEvent({ type: 'keyDown', keyCode: 'Down' });
    contents.sendInputEvent({ type: 'keyUp', keyCode: 'Down' });
  };
  press();
  const pressing = setInterval(press, 20);
  await answered;
  clearInterval(pressing);
  process.stdout.write('usable\n');
  setTimeout(() => app.quit(), 500);
}

app.on('web-contents-created', (_event, contents) => void contents.once('dom-ready', () => void watch(contents)));
