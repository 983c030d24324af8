//! Without the network, and when a new version comes.

use std::time::Duration;

use rstest::rstest;
use serde_json::json;

use crate::stage::browser::Kind;
use crate::stage::site::Site;
use crate::stage::tools::{Scratch, copy_folder, dist, proved};
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// Waits until the service worker holds everything.
pub(crate) fn waits_until_ready(teacher: &Teacher) {
    let ready = wait_for(Duration::from_secs(20), || {
        let ready = teacher.run_until_called(
            "const done = arguments[arguments.length - 1]; \
             (async () => { const one = await navigator.serviceWorker.getRegistration(); \
               return Boolean(one?.active && navigator.serviceWorker.controller); })().then(done, () => done(false))",
            vec![],
        );
        (ready == json!(true)).then_some(())
    });
    assert!(ready.is_some(), "the service worker does not take over");
}

fn starts_without_the_network(kind: Kind) {
    let mut site = Site::open();
    let mut teacher = Teacher::arrives_at(&site.address(), kind);
    teacher.writes_an_entry("在学校里写的");
    waits_until_ready(&teacher);
    site.goes_down();

    teacher.reloads();
    teacher.waits_for_the_cursor();
    teacher.sees("在学校里写的");
    teacher.types("断网也写得下");
    teacher.keeps_it();
    // The next day, still without a network.
    teacher.browser.quit();
    teacher.browser.start_again();
    teacher.opens_the_app();
    teacher.waits_for_the_cursor();
    teacher.sees("断网也写得下");
    teacher.opens("#/settings");
    teacher.sees("断网也能用");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    assert!(
        std::fs::metadata(copy).is_ok_and(|file| file.len() > 0),
        "a copy can be made too"
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn after_one_visit_it_starts_without_the_network(#[case] kind: Kind) {
    starts_without_the_network(kind);
}

fn versions(teacher: &Teacher) -> Vec<String> {
    // Asked and read in two: where the page is loaded anew in between, nobody would answer who waits.
    let names = wait_for(Duration::from_secs(5), || {
        let said = teacher.run(
            "if (!window.asked) window.asked = caches.keys().then((keys) => { window.shells = keys; }); \
             const said = window.shells; if (said) { window.asked = null; window.shells = null; } return said ?? null",
            vec![],
        );
        said.as_array().cloned()
    });
    let names = names.unwrap_or_default();
    // The page tries its room in a cache of another name.
    let shells = names.iter().filter_map(|name| name.as_str());
    let shells = shells.filter(|name| name.starts_with("luoxuan-shell-"));
    shells.map(str::to_owned).collect()
}

#[test]
fn a_new_version_waits_until_it_is_accepted_and_never_while_something_is_unwritten() {
    let site = Site::open();
    let teacher = Teacher::visits(&site);
    teacher.waits_for_the_cursor();
    waits_until_ready(&teacher);
    let before = versions(&teacher);
    assert_eq!(before.len(), 1);

    site.has_version("next");
    teacher.reloads();
    teacher.waits_for_the_cursor();
    teacher.types("更新来的时候正写着");
    teacher.sees("有新版本");
    // The offer has no button while a draft is open, and nothing happens by itself.
    teacher.sees("写完这一条，就可以更新");
    assert!(!teacher.has("button", "更新"));
    assert_eq!(teacher.reads("写下来"), "更新来的时候正写着");
    let active = "const done = arguments[arguments.length - 1]; navigator.serviceWorker.getRegistration().then((one) => done(Boolean(one.waiting)))";
    assert_eq!(
        teacher.run_until_called(active, vec![]),
        json!(true),
        "the new one waits"
    );

    teacher.goes_to("写下来");
    teacher.keeps_it();
    teacher.clicks("更新");
    let taken = wait_for(Duration::from_secs(15), || {
        (versions(&teacher) == ["luoxuan-shell-next"]).then_some(())
    });
    assert!(taken.is_some(), "{:?}", versions(&teacher));
    teacher.waits_for_the_cursor();
    teacher.sees("更新来的时候正写着");
    assert!(!teacher.page().contains("有新版本"));
}

/// What becomes of the new version that a browser looks for now.
fn looks_for_a_new_version(teacher: &Teacher) -> serde_json::Value {
    teacher.run_until_called(
        "const done = arguments[arguments.length - 1]; \
         (async () => { const one = await navigator.serviceWorker.getRegistration(); await one.update().catch(() => null); \
           const found = one.installing; if (!found) return one.waiting ? 'installed' : 'none'; \
           return new Promise((say) => { found.onstatechange = () => say(found.state); }); })().then(done, (why) => done(String(why)))",
        vec![],
    )
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn an_update_that_breaks_off_leaves_what_works_without_the_network(#[case] kind: Kind) {
    let mut site = Site::open();
    let teacher = Teacher::arrives_at(&site.address(), kind);
    teacher.writes_an_entry("更新以前写的");
    waits_until_ready(&teacher);

    site.has_version("next");
    site.lacks(Some("demo.jsonl"));
    assert_eq!(looks_for_a_new_version(&teacher), json!("redundant"));
    assert!(!teacher.page().contains("有新版本"));
    site.goes_down();
    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.sees("更新以前写的");
    teacher.opens("#/demo/spirals");
    teacher.sees("二声部合唱里低声部怎样站得住");

    site.comes_back();
    site.lacks(None);
    assert_eq!(looks_for_a_new_version(&teacher), json!("installed"));
    teacher.sees("有新版本");
}

#[test]
fn five_windows_and_a_new_version_lose_nothing() {
    let site = Site::open();
    let teacher = Teacher::visits(&site);
    teacher.waits_for_the_cursor();
    waits_until_ready(&teacher);
    let mut tabs = vec![teacher.browser.tab()];
    for _ in 0..4 {
        tabs.push(teacher.browser.new_tab());
        teacher.opens_the_app();
        teacher.waits_for_the_cursor();
    }
    for (number, tab) in tabs.iter().enumerate().skip(1) {
        teacher.browser.to_tab(tab);
        teacher.types(&format!("旧版第{number}个窗口里写到一半"));
    }
    site.has_version("next");
    teacher.browser.to_tab(&tabs[0]);
    teacher.reloads();
    teacher.sees("有新版本");
    teacher.clicks("更新");
    let taken = wait_for(Duration::from_secs(15), || {
        (versions(&teacher) == ["luoxuan-shell-next"]).then_some(())
    });
    assert!(taken.is_some(), "{:?}", versions(&teacher));
    for (number, tab) in tabs.iter().enumerate().skip(1) {
        teacher.browser.to_tab(tab);
        let text = format!("旧版第{number}个窗口里写到一半");
        assert_eq!(teacher.reads("写下来"), text, "no page is loaded again under a hand");
        teacher.sees("有新版本");
        // The old page still can do everything, the copy included.
        teacher.types("，写完");
        teacher.keeps_it();
        crate::trouble::exports(&teacher, &text);
        teacher.opens("#/today");
    }
    teacher.browser.to_tab(&tabs[0]);
    teacher.reloads();
    for number in 1..5 {
        teacher.sees(&format!("旧版第{number}个窗口里写到一半，写完"));
    }
    proved(
        "T18",
        "Chromium: five windows, four of them in mid-typing, and a new version taken in the fifth",
        "no page reloaded, nothing lost, the old pages still take a copy",
    );
}

fn altered(file: &std::path::Path, old: &str, new: &str) {
    let text = std::fs::read_to_string(file).expect("a file of the site");
    assert!(text.contains(old), "{} has no {old}", file.display());
    std::fs::write(file, text.replacen(old, new, 1)).expect("it can be written");
}

/// A release: its version in the page's head, its line in the news, and its files under a name of their own.
fn released(site: &std::path::Path, before: &str, version: &str, line: &str) {
    altered(
        &site.join("index.html"),
        &format!("name=\"version\" content=\"{before}\""),
        &format!("name=\"version\" content=\"{version}\""),
    );
    let said = json!({ "zh-Hans": line, "zh-Hant": line, "en": "A sheet of answers, by photograph." });
    altered(&site.join("news.json"), "{", &format!("{{ {}: {said},", json!(version)));
    altered(
        &site.join("sw.js"),
        "const VERSION = \"",
        &format!("const VERSION = \"{version}-"),
    );
}

#[test]
fn an_update_says_once_and_in_one_line_what_is_new() {
    let scratch = Scratch::new("release");
    let folder = scratch.path().join("site");
    copy_folder(&dist(), &folder);
    let site = Site::of(folder.clone());
    let teacher = Teacher::visits(&site);
    teacher.waits_for_the_journal();
    teacher.types("更新以前写的");
    teacher.keeps_it();
    waits_until_ready(&teacher);
    assert!(!teacher.page().contains("本次更新"), "nothing is new to who is new");

    let first = teacher.run("return document.querySelector('meta[name=version]').content", vec![]);
    let first = first.as_str().expect("the page has a version");
    released(&folder, first, "98.0.0", "答卷拍照就能录入。");
    assert_eq!(looks_for_a_new_version(&teacher), json!("installed"));
    teacher.sees("有新版本");
    teacher.sees("本次更新：答卷拍照就能录入。");
    teacher.clicks("更新");
    teacher.sees_no("有新版本");
    teacher.waits_for_the_journal();
    teacher.sees("本次更新：答卷拍照就能录入。");
    teacher.waits_for_the_cursor();
    teacher.types("它不挡着写");
    assert_eq!(teacher.reads("写下来"), "它不挡着写");
    teacher.keeps_it();
    teacher.sees("答卷拍照就能录入。");
    teacher.clicks("知道了");
    teacher.sees_no("本次更新");
    teacher.waits_until_the_cursor_is_in("写下来");

    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.sees("更新以前写的");
    assert!(!teacher.page().contains("本次更新"), "it is told once");

    // The next one, in another language, taken by a teacher who does not close the line.
    released(&folder, "98.0.0", "98.10.0", "又有新的。");
    crate::access::prefers(&teacher, "en", "light");
    teacher.sees("A new version of Luoxuan is ready. New in this version: A sheet of answers, by photograph.");
    teacher.clicks("Update");
    teacher.sees_no("A new version of Luoxuan is ready.");
    teacher.sees("New in this version: A sheet of answers, by photograph.");
    teacher.reloads();
    teacher.waits_for_the_journal();
    assert!(!teacher.page().contains("New in this version"));
}
