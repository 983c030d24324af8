// Scrolls from the beginning as a wheel does that is spun, a step each frame: how many of a hundred frames came late.
const [step, frames] = arguments, done = arguments[arguments.length - 1];
const late = [];
let last = null;
scrollTo(0, 0);
const frame = (now) => {
  if (last !== null) late.push(now - last > 25);
  last = now;
  if (late.length >= frames) return done(late.filter(Boolean).length / frames * 100);
  scrollTo(0, step * (late.length + 1));
  requestAnimationFrame(frame);
};
setTimeout(() => requestAnimationFrame(frame), 300);
