//! For everybody: every place of the app to look at, nothing runs off a narrow page, and another language is there
//! at once.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::wait_for;
use crate::teacher::Teacher;
use luoxuan::catalog::{Language, form};
use luoxuan::draft::skeleton;
use luoxuan::journal::write_lines;
use luoxuan::{Author, Content, DeviceId, Entry, Index, Journal, RecordId, Revision, Spiral, TextType, Timestamp};
use luoxuan_tests::demo;

/// A teacher whose own journal holds the demonstration's three spirals.
pub(crate) fn teacher_with_three_spirals(kind: Kind) -> Teacher {
    let teacher = Teacher::arrives(kind);
    gets_three_spirals(&teacher);
    teacher
}

/// Fills an empty journal with a line of this week and the demonstration's three spirals.
pub(crate) fn gets_three_spirals(teacher: &Teacher) {
    teacher.writes_an_entry("本周的一条");
    disk::plant(teacher, &write_lines(&demo::journal()));
    disk::plant(teacher, &write_lines(text().as_slice()));
    teacher.reloads();
    teacher.sees("二声部合唱里低声部怎样站得住");
}

/// The text that was begun from the first spiral.
pub(crate) const TEXT: RecordId = RecordId::from_bytes([0x99; 16]);

pub(crate) fn text() -> Option<Arc<Revision>> {
    let mut journal = Journal::new();
    journal.merge(demo::journal().iter().map(|revision| Revision::clone(revision)));
    let (index, form) = (Index::of(&journal), form(TextType::Survey));
    let document = skeleton(&index, &journal, demo::id("spiral A"), form, Language::ZhHans);
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_770_000_000_000, 480),
    };
    journal.write(TEXT, Content::of(&document), by)
}

/// An entry that two devices changed apart.
const TORN: RecordId = RecordId::from_bytes([0x71; 16]);

/// A spiral with nothing in it.
pub(crate) const EMPTY: RecordId = RecordId::from_bytes([0x72; 16]);

/// Adds what a journal in order does not have: an entry changed in two places, something in the trash, a spiral with
/// nothing in it. They are there once the page is loaded again.
pub(crate) fn gets_odd_records(teacher: &Teacher) {
    let mut journal = Journal::new();
    let by = |device: u8, minute: i64| Author {
        device: DeviceId::from_bytes([device; 16]),
        now: Timestamp::new(1_770_000_000_000 + minute * 60_000, 480),
    };
    let says = |body: &str| {
        Content::of(&Entry {
            body: body.into(),
            ..Entry::default()
        })
    };
    let first = journal.write(TORN, says("平均只写了96字。"), by(9, 0)).expect("new");
    let mut all = vec![first.clone()];
    for (device, body) in [
        (1, "四十二个人，每人九十六个字。"),
        (2, "平均只写了一百来字，停在“很高兴”。"),
    ] {
        all.extend(journal.write_after(TORN, &[first.id()], says(body), by(device, 1)));
    }
    let trashed = RecordId::from_bytes([0x73; 16]);
    all.extend(journal.write(trashed, says("写错了地方的一条"), by(9, 2)));
    all.extend(journal.trash(trashed, by(9, 3)));
    let spiral = Spiral {
        title: "还没有写的一条线索".into(),
        ..Spiral::default()
    };
    all.extend(journal.write(EMPTY, Content::of(&spiral), by(9, 4)));
    disk::plant(teacher, &write_lines(&all));
}

/// The places of odd records and of the demonstration.
pub(crate) fn odd_places() -> Vec<(&'static str, String)> {
    vec![
        ("torn entry", format!("#/entry/{TORN}")),
        ("empty spiral", format!("#/spiral/{EMPTY}")),
        ("demonstration, today", "#/demo/today".into()),
        ("demonstration, spirals", "#/demo/spirals".into()),
        (
            "demonstration, spiral",
            format!("#/demo/spiral/{}", demo::id("spiral A")),
        ),
        ("demonstration, settings", "#/demo/settings".into()),
    ]
}

/// Every place, by name and hash.
pub(crate) fn places() -> Vec<(&'static str, String)> {
    vec![
        ("today", "#/today".into()),
        ("spirals", "#/spirals".into()),
        ("spiral", format!("#/spiral/{}", demo::id("spiral A"))),
        ("running", format!("#/spiral/{}", demo::id("spiral C"))),
        ("entry", format!("#/entry/{}", demo::id("A-A1"))),
        ("texts", format!("#/texts/{}", demo::id("spiral A"))),
        ("text", format!("#/text/{TEXT}/write")),
        ("text checked", format!("#/text/{TEXT}/check")),
        ("text versions", format!("#/text/{TEXT}/versions")),
        ("text out", format!("#/text/{TEXT}/out")),
        ("survey", format!("#/survey/{}", demo::id("survey A"))),
        ("records", "#/records".into()),
        ("kind", "#/records/contest_entry".into()),
        ("record", format!("#/record/{}", demo::id("vehicle A"))),
        ("settings", "#/settings".into()),
        ("trash", "#/trash".into()),
    ]
}

/// Chooses language and theme as this browser's preferences, and loads the page again.
pub(crate) fn prefers(teacher: &Teacher, language: &str, theme: &str) {
    teacher.run(
        "localStorage.setItem('luoxuan:prefs:language', JSON.stringify(arguments[0])); \
         localStorage.setItem('luoxuan:prefs:theme', JSON.stringify(arguments[1]))",
        vec![json!(language), json!(theme)],
    );
    teacher.reloads();
    settled(teacher);
}

/// Waits until the page has its heading and is not loading.
pub(crate) fn settled(teacher: &Teacher) {
    let ready = wait_for(Duration::from_secs(10), || {
        let ready = teacher.run("return document.querySelector('main h1') !== null", vec![]);
        (ready == json!(true) && teacher.is_loaded()).then_some(())
    });
    assert!(ready.is_some(), "the page does not settle:\n{}", teacher.page());
}

/// Opens whatever can be opened on the page: more fields, drawers, the chooser. Of many alike the first, of drawers two:
/// a text has one a section, each with the material of all others in it.
pub(crate) fn opens_everything(teacher: &Teacher) {
    let open = wait_for(Duration::from_secs(5), || {
        // What opens may hold more that opens.
        let left = teacher.run(
            "const most = { details: 1, 'button[aria-expanded]': 2 }; \
             const shut = { details: (one) => !one.open, 'button[aria-expanded]': (one) => one.ariaExpanded === 'false' }; \
             const open = { details: (one) => { one.open = true; }, 'button[aria-expanded]': (one) => one.click() }; \
             let opened = 0; \
             for (const kind in shut) { const alike = {}; \
               for (const one of document.querySelectorAll('main ' + kind)) { \
                 const name = words(one.querySelector('summary')?.textContent).replace(/\\d+/g, ''); \
                 alike[name] = (alike[name] ?? 0) + 1; \
                 if (alike[name] <= most[kind] && shut[kind](one)) { open[kind](one); opened += 1; } } } \
             return opened",
            vec![],
        );
        (left == json!(0)).then_some(())
    });
    assert!(open.is_some(), "something does not stay open");
}

/// Opens each dialog over the trash, one after the other, as a person does.
pub(crate) fn in_every_dialog(teacher: &Teacher, mut look: impl FnMut(&str)) {
    teacher.opens("#/trash");
    settled(teacher);
    let open = |name: &str| {
        let open = wait_for(Duration::from_secs(5), || {
            let shown = teacher.run("return document.querySelector('dialog[open]') !== null", vec![]);
            (shown == json!(true)).then_some(())
        });
        assert!(open.is_some(), "the dialog “{name}” does not open");
    };
    teacher.presses("Ctrl k");
    open("find");
    teacher.waits_for_the_cursor();
    teacher.types("习作");
    teacher.waits_for_element("#hits li mark");
    look("find");
    // In one go: the box is gone with its dialog and still has the keyboard, until the page is drawn again.
    teacher.run(
        "const box = document.activeElement; \
         for (const key of ['Escape', '?']) box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))",
        vec![],
    );
    open("keys");
    look("keys");
    teacher.presses("Escape");
    teacher.waits_for_element(".trash .actions");
    teacher.run("document.querySelector('.trash .actions button.quiet').click()", vec![]);
    open("erase");
    look("erase");
    teacher.presses("Escape");
}

/// Goes to every place and dialog and looks. What can be opened is open: it counts too.
pub(crate) fn everywhere(teacher: &Teacher, mut look: impl FnMut(&str)) {
    for (place, hash) in places().into_iter().chain(odd_places()) {
        teacher.opens(&hash);
        settled(teacher);
        opens_everything(teacher);
        look(place);
    }
    in_every_dialog(teacher, look);
}

/// A telephone; a window of 1,280 px at 200 % and at 400 %.
const WIDTHS: [(&str, u32, u32); 3] = [("360 px", 360, 1), ("200 %", 640, 2), ("400 %", 320, 4)];

/// What runs off the page at any of the widths, or needs scrolling sideways inside an open dialog.
fn too_wide(teacher: &Teacher, place: &str) -> Vec<String> {
    let mut wide = Vec::new();
    for (name, width, scale) in WIDTHS {
        teacher.browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": 760, "deviceScaleFactor": scale, "mobile": false }),
        );
        let over = teacher.run(
            "const root = document.documentElement, dialog = document.querySelector('dialog[open]'); \
             const off = (box) => box.scrollWidth - box.clientWidth; \
             const over = Math.max(off(root), dialog ? off(dialog) : 0, dialog ? dialog.getBoundingClientRect().right - root.clientWidth : 0); \
             if (over <= 0) return null; \
             const far = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.table, pre')); \
             return over + ' px: ' + far.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(' ')",
            vec![],
        );
        if !over.is_null() {
            wide.push(format!("{place} ({name}): {over}"));
        }
    }
    wide
}

/// What a finger would miss: anything to press or write in below 44 × 44 px. A box to tick is as large as its label. Links
/// inside sentences are as high as their line.
fn too_small(teacher: &Teacher, place: &str) -> Vec<String> {
    let small = teacher.run(
        "const targets = 'button, select, textarea, summary, input, a.button, a.chip, nav a'; \
         const shown = (one) => one.checkVisibility?.({ visibilityProperty: true }) !== false && one.getClientRects().length > 0; \
         return [...document.querySelectorAll(targets)].filter(shown).map((one) => { \
           const target = one.matches('[type=checkbox], [type=radio], [type=file]') ? one.closest('label') ?? one : one; \
           const box = target.getBoundingClientRect(); \
           return [box, target]; }) \
           .filter(([box, target]) => !target.disabled && (Math.round(box.height) < 44 || Math.round(box.width) < 44)) \
           .map(([box, target]) => Math.round(box.width) + ' × ' + Math.round(box.height) + ' ' + target.outerHTML.slice(0, 90))",
        vec![],
    );
    let mut small: Vec<_> = small
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| format!("{place}: {one}"))
        .collect();
    small.truncate(8);
    small
}

/// Fields whose words are so small that a phone enlarges the page when somebody writes in them.
fn enlarged(teacher: &Teacher, place: &str) -> Vec<String> {
    let found = teacher.run(
        "const field = 'input:not([type=checkbox], [type=radio], [type=file], [type=range]), select, textarea'; \
         return [...document.querySelectorAll(field)].filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16) \
           .slice(0, 5).map((one) => getComputedStyle(one).fontSize + ' ' + one.outerHTML.slice(0, 90))",
        vec![],
    );
    let found = found.as_array().into_iter().flatten();
    found.map(|one| format!("{place}: {one}")).collect()
}

#[test]
fn a_finger_finds_everything_on_a_phone() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    gets_odd_records(&teacher);
    prefers(&teacher, "zh-Hans", "light");
    let is_as_wide_as = |width: u32| {
        let phone = json!({ "width": width, "height": 760, "deviceScaleFactor": 2, "mobile": true });
        teacher.browser.devtools("Emulation.setDeviceMetricsOverride", &phone);
    };
    is_as_wide_as(390);
    teacher.browser.devtools(
        "Emulation.setTouchEmulationEnabled",
        &json!({ "enabled": true, "maxTouchPoints": 5 }),
    );
    let coarse = teacher.run("return matchMedia('(pointer: coarse)').matches", vec![]);
    assert_eq!(coarse, json!(true), "the browser has a finger");
    let mut small = Vec::new();
    everywhere(&teacher, |place| {
        for width in [360, 430] {
            is_as_wide_as(width);
            let place = format!("{place} ({width} px)");
            small.extend(too_small(&teacher, &place));
            small.extend(enlarged(&teacher, &place));
        }
    });
    assert!(small.is_empty(), "too small:\n{}", small.join("\n"));
}

fn nothing_runs_off_a_narrow_page_in(language: &str) {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    gets_odd_records(&teacher);
    prefers(&teacher, language, "light");
    let mut wide = Vec::new();
    everywhere(&teacher, |place| wide.extend(too_wide(&teacher, place)));
    assert!(wide.is_empty(), "too wide in {language}:\n{}", wide.join("\n"));
}

#[test]
fn nothing_runs_off_a_narrow_page_in_simplified_chinese() {
    nothing_runs_off_a_narrow_page_in("zh-Hans");
}

#[test]
fn nothing_runs_off_a_narrow_page_in_traditional_chinese() {
    nothing_runs_off_a_narrow_page_in("zh-Hant");
}

#[test]
fn nothing_runs_off_a_narrow_page_in_english() {
    nothing_runs_off_a_narrow_page_in("en");
}

#[test]
fn another_language_is_there_at_once() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    teacher.opens("#/settings");
    teacher.run("window.sameDocument = true", vec![]);
    teacher.chooses("界面语言", "English");
    teacher.sees("Backup and restore");
    assert_eq!(teacher.run("return document.documentElement.lang", vec![]), json!("en"));
    teacher.chooses("Language", "繁體中文");
    teacher.sees("備份和恢復");
    assert_eq!(
        teacher.run("return document.documentElement.lang", vec![]),
        json!("zh-Hant")
    );
    assert_eq!(
        teacher.run("return window.sameDocument === true", vec![]),
        json!(true),
        "without loading the page again"
    );
    teacher.reloads();
    teacher.sees("備份和恢復");
}

/// What moves although the person wants stillness.
const MOVES: &str = "const seconds = (text) => text.split(',').some((one) => parseFloat(one) > 0); \
    return [...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one); \
      return seconds(style.transitionDuration) || style.animationName !== 'none' || style.scrollBehavior === 'smooth'; }) \
      .slice(0, 3).map((one) => one.outerHTML.slice(0, 90))";

/// What nobody would see where the system sets the colours: a control without an edge, a choice that only its ground shows,
/// a line of a drawing that is as dark as the page.
const UNSEEN: &str = "const shown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible'; \
    const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number); \
    const light = ([r, g, b]) => { const linear = [r, g, b].map((part) => { part /= 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; }); \
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]; }; \
    const probe = document.createElement('i'); probe.style.color = 'Canvas'; document.body.append(probe); \
    const ground = light(parts(getComputedStyle(probe).color)); probe.remove(); \
    const apart = (colour) => { const all = parts(colour); if (all.length === 4 && all[3] === 0) return false; \
      const line = light(all); return (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05) >= 3; }; \
    const edge = (one) => { const style = getComputedStyle(one); \
      return parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none' && apart(style.borderTopColor); }; \
    const outlined = (one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1; }; \
    const boxed = (one) => { for (let at = one, up = 0; at && up < 4; at = at.parentElement, up += 1) if (edge(at)) return true; return false; }; \
    const controls = [...document.querySelectorAll('main button, main select, main textarea, main input:not([type=checkbox], [type=radio], [type=file], [type=range])')]; \
    const edgeless = controls.filter((one) => shown(one) && !boxed(one)).map((one) => 'no edge: ' + one.outerHTML.slice(0, 90)); \
    const chosen = [...document.querySelectorAll('[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]')]; \
    const same = chosen.filter((one) => shown(one) && !outlined(one)).map((one) => 'not shown as chosen: ' + one.outerHTML.slice(0, 90)); \
    const lines = [...document.querySelectorAll('main .drawing path, main .drawing circle, main svg.chart path')]; \
    const dark = lines.filter((one) => { const style = getComputedStyle(one); \
      const seen = [style.stroke, style.fill].filter((colour) => colour.startsWith('rgb') && parts(colour)[3] !== 0); \
      return shown(one) && seen.length > 0 && !seen.some(apart); }).map((one) => 'not to be seen: ' + one.outerHTML.slice(0, 90)); \
    return [edgeless, same, dark].flatMap((all) => all.slice(0, 3))";

#[test]
fn nothing_is_lost_in_colours_of_the_system_and_nothing_moves() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    gets_odd_records(&teacher);
    prefers(&teacher, "zh-Hans", "system");
    let system = |scheme: &str| {
        teacher.browser.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [
                { "name": "forced-colors", "value": "active" },
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] }),
        );
    };
    system("light");
    let forced = teacher.run("return matchMedia('(forced-colors: active)').matches", vec![]);
    assert_eq!(forced, json!(true), "the browser takes the system's colours");
    let mut found = Vec::new();
    everywhere(&teacher, |place| {
        for (scheme, script) in [("light", MOVES), ("light", UNSEEN), ("dark", UNSEEN)] {
            system(scheme);
            let said = teacher.run(script, vec![]);
            let said = said.as_array().into_iter().flatten();
            found.extend(said.map(|one| format!("{place} ({scheme}): {one}")));
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}
