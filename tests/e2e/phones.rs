//! A phone: words that another program shares, the way in from the icon, and the keyboard on the screen.

use luoxuan::Entry;
use serde_json::{Value, json};

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::{dist, setting};
use crate::stage::wait_for;
use crate::teacher::Teacher;

fn manifest() -> Value {
    let bytes = std::fs::read(dist().join("manifest.webmanifest")).expect("the site has a manifest");
    serde_json::from_slice(&bytes).expect("it is JSON")
}

/// The address a browser opens when somebody shares words, as the manifest says.
fn shared(title: &str, text: &str, url: &str) -> String {
    let target = &manifest()["share_target"];
    assert_eq!(target["method"], "GET");
    let home = setting("LUOXUAN_URL");
    let mut address = url::Url::parse(&home)
        .and_then(|home| home.join(target["action"].as_str().unwrap_or_default()))
        .expect("an address");
    for (part, words) in [("title", title), ("text", text), ("url", url)] {
        let name = target["params"][part].as_str().expect("a name");
        address.query_pairs_mut().append_pair(name, words);
    }
    address.into()
}

#[test]
fn words_that_are_shared_become_an_entry_when_the_teacher_says_so() {
    let address = shared(
        "低声部怎样站得住",
        "合唱笔记\n先练和声 https://example.org/a",
        "https://example.org/a",
    );
    let teacher = Teacher::arrives_at(&address, Kind::Chromium);
    teacher.waits_for_the_journal();
    teacher.sees("分享过来的文字");
    teacher.sees("先练和声");
    assert_eq!(
        disk::index(&teacher).of_kind::<Entry>().count(),
        0,
        "nothing is kept unasked"
    );
    teacher.clicks("记成一条");
    teacher.sees_it_kept();
    teacher.sees("以前的版本");
    assert!(teacher.place().starts_with("#/entry/"), "{}", teacher.place());
    let body = || {
        let index = disk::index(&teacher);
        let all: Vec<_> = index.of_kind::<Entry>().map(|(_, entry)| entry.body.clone()).collect();
        all
    };
    assert_eq!(
        body(),
        ["低声部怎样站得住\n\n合唱笔记\n先练和声 https://example.org/a"],
        "the address once"
    );
    assert_eq!(teacher.run("return location.search", vec![]), json!(""));
    teacher.reloads();
    teacher.sees("以前的版本");
    assert!(!teacher.page().contains("分享过来的文字"));

    teacher.browser.go(&shared("", "不想要的", ""));
    teacher.sees("不想要的");
    teacher.clicks("不要");
    teacher.sees_no("不想要的");
    assert_eq!(body().len(), 1);
}

#[test]
fn the_icon_leads_to_places_that_are_there() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    let manifest = manifest();
    let shortcuts = manifest["shortcuts"].as_array().expect("shortcuts");
    assert_eq!(shortcuts.len(), 4);
    for shortcut in shortcuts {
        let (name, place) = (shortcut["name"].as_str(), shortcut["url"].as_str());
        let (name, place) = (name.expect("a name"), place.expect("a place").trim_start_matches("./"));
        teacher.opens(place);
        let heading = if name == "写一条" { "今天" } else { name };
        let there = wait_for(std::time::Duration::from_secs(10), || {
            let here = teacher.run("return document.querySelector('main h1')?.textContent", vec![]);
            (here == json!(heading)).then_some(())
        });
        assert!(there.is_some(), "{place} is not {name}");
    }
}

fn screen(teacher: &Teacher, height: u32) {
    teacher.browser.devtools(
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": 390, "height": height, "deviceScaleFactor": 2, "mobile": true }),
    );
}

#[test]
fn what_is_typed_stays_above_the_keyboard_on_the_screen() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    let bar = "return getComputedStyle(document.querySelector('.frame > nav')).position";
    screen(&teacher, 780);
    assert_eq!(teacher.run(bar, vec![]), json!("fixed"));
    teacher.goes_to("写下来");
    // As the page is resized where a keyboard takes half of it.
    screen(&teacher, 440);
    assert_eq!(teacher.run(bar, vec![]), json!("static"));
    teacher.types(&"一行接一行\n".repeat(30));
    teacher.types("最后一行");
    let over = "const box = document.activeElement, end = box.getBoundingClientRect().bottom; \
        return [box.tagName, end <= innerHeight + 8 && end > 0]";
    let seen = wait_for(std::time::Duration::from_secs(5), || {
        (teacher.run(over, vec![]) == json!(["TEXTAREA", true])).then_some(())
    });
    assert!(seen.is_some(), "the last line is under the keyboard");
}
