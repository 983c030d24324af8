//! For whoever enlarges the page: at 200 % every place is whole.

use serde_json::json;

use crate::access::{everywhere, gets_odd_records, prefers, teacher_with_three_spirals};
use crate::stage::browser::Kind;

/// What nobody reaches or reads in a window of 1,280 × 800 px at 200 %: something to press or write in that leaves the window
/// sideways or whose words are cut off, and words that lie upon others.
const CUT_OFF: &str = "const root = document.documentElement, dialog = document.querySelector('dialog[open]'), within = dialog ?? document.body; \
    const shown = (one) => one.checkVisibility?.({ visibilityProperty: true }) !== false && one.getClientRects().length > 0 && !one.matches('.hidden, .skip'); \
    const scrolls = (one) => { for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) \
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true; return false; }; \
    const name = (one) => one.outerHTML.slice(0, 90); \
    const controls = [...within.querySelectorAll('button, a, select, input, textarea, summary')].filter(shown); \
    const outside = controls.filter((one) => { const { left, right } = one.getBoundingClientRect(); \
      return (left < -1 || right > root.clientWidth + 1) && !scrolls(one); }).map((one) => 'outside: ' + name(one)); \
    const cut = [...within.querySelectorAll('button, summary, h1, h2, h3, label, .button, .chip, .badge')].filter((one) => shown(one) \
      && getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1).map((one) => 'cut off: ' + name(one)); \
    const said = []; \
    const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT); \
    while (said.length < 3000 && walk.nextNode()) { const node = walk.currentNode, around = node.parentElement; \
      if (!node.data.trim() || !shown(around) || around.closest('.hidden, .skip, svg, option, textarea, [aria-hidden=true], .frame > nav, .notices, datalist')) continue; \
      const range = document.createRange(); range.selectNodeContents(node); \
      for (const box of range.getClientRects()) if (box.width > 2 && box.height > 2) said.push([box, around, node]); } \
    said.sort(([a], [b]) => a.top - b.top); \
    const upon = []; \
    for (let at = 0; at < said.length && upon.length < 3; at += 1) { const [a, one, text] = said[at]; \
      for (let next = at + 1; next < said.length && said[next][0].top < a.bottom - 4; next += 1) { const [b, other, more] = said[next]; \
        if (text === more || one.closest('ruby, .versions') || other.closest('ruby')) continue; \
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top); \
        if (across > 4 && down > Math.min(a.height, b.height) * 0.4) { upon.push('words upon words: “' + text.data.trim().slice(0, 20) + '” “' + more.data.trim().slice(0, 20) + '” ' + name(other)); break; } } } \
    const over = root.scrollWidth - root.clientWidth; \
    return [over > 0 ? ['scrolls sideways: ' + over + ' px'] : [], outside.slice(0, 3), cut.slice(0, 3), upon].flat()";

fn everything_is_whole_at_two_hundred_percent_in(language: &str) {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    gets_odd_records(&teacher);
    prefers(&teacher, language, "light");
    let half = json!({ "width": 640, "height": 400, "deviceScaleFactor": 2, "mobile": false });
    teacher.browser.devtools("Emulation.setDeviceMetricsOverride", &half);
    let mut found = Vec::new();
    everywhere(&teacher, |place| {
        let said = teacher.run(CUT_OFF, vec![]);
        let said = said.as_array().into_iter().flatten();
        found.extend(said.map(|one| format!("{place}: {one}")));
    });
    assert!(found.is_empty(), "at 200 % in {language}:\n{}", found.join("\n"));
}

#[test]
fn everything_is_whole_at_two_hundred_percent_in_simplified_chinese() {
    everything_is_whole_at_two_hundred_percent_in("zh-Hans");
}

#[test]
fn everything_is_whole_at_two_hundred_percent_in_traditional_chinese() {
    everything_is_whole_at_two_hundred_percent_in("zh-Hant");
}

#[test]
fn everything_is_whole_at_two_hundred_percent_in_english() {
    everything_is_whole_at_two_hundred_percent_in("en");
}
